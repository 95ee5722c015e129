"""The picture's frame, and what every open place has: sky, sun, clouds, ridges, ground, water."""
# ruff: noqa: E501, PLR2004 - outlines are strings, measures no constants, signatures alike

from collections.abc import Callable
from dataclasses import dataclass
from math import pi, sin
from random import Random

import numpy as np

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import channels, darker, lighter, mix
from reelhouse.engines.image.illustrating.light import Light
from reelhouse.engines.image.illustrating.paths import Point
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.thing import Style

GRASS = {"spring": "#8ccf6a", "summer": "#6fb35c", "autumn": "#c9a24f", "winter": "#eef4f9"}
MOON = "#f6f2dc"
SUN_MARGIN = 0.06
CRAGGY = 0.8
"""Rougher than this, a ridge has peaks with edges."""


@dataclass(frozen=True, slots=True)
class World:
    """`width` and `height` in units: the shorter side has 1000. The pen's origin is the upper left corner."""

    pen: Pen
    width: float
    height: float
    light: Light
    season: str
    colour: str
    second: str
    rng: Random
    sun_x: float
    busy: bool
    """Something stands in the middle, so keep it open."""

    weather: frozenset[str] = frozenset()
    level: float | None = None
    """Where the horizon is, as a share of the height, if somebody wants it elsewhere."""

    detail: float = 1.0
    """How many times as much of what is many there is."""

    @property
    def tall(self) -> bool:
        return self.height > self.width

    @property
    def horizon(self) -> float:
        usual = 0.60 if self.tall else 0.62
        return self.height * (self.level or usual)

    def style(self, name: str, colour: str | None = None) -> Style:
        return Style(
            colour or self.colour,
            self.second,
            Random(f"{name} {self.rng.random()}"),
            self.season,
            self.light.lamps,
            colour is not None,
        )

    def far(self, depth: float) -> Pen:
        return self.pen.far(depth)


Place = Callable[[World], None]


def sky(world: World, horizon: float) -> None:
    """The sky down to `horizon`, with sun or moon, stars and clouds."""
    light, pen = world.light, world.pen
    rows = max(2, int(horizon * pen.scale) + 2)
    stops = np.array([channels(tone) for tone in light.sky], dtype=np.float32)
    place = np.linspace(0, 1, rows, dtype=np.float32)
    at = np.array((0.0, 0.42, 0.76, 1.0), dtype=np.float32)
    pen.sheet.rows(
        0, np.stack([np.interp(place, at, stops[:, c]) for c in range(3)], axis=1).astype(np.float32)
    )
    pen.sheet.rows(rows - 2, np.tile(np.array(channels(light.haze), dtype=np.float32), (pen.sheet.height, 1)))
    if light.stars:
        _stars(world, horizon)
    x, y = world.width * world.sun_x, horizon * (1 - light.sun_height * 0.86 - SUN_MARGIN)
    reach = max(world.width, world.height)
    shine = pen.shining()
    if light.cover < 1:
        shine.glow(x, y, reach * 0.62, mix(light.sun, light.sky[-1], 0.55), light.glow * 0.55)
        shine.glow(x, y, 210, light.sun, light.glow)
        _moon(shine, x, y, world) if light.night else shine.disc(
            x, y, 56 - light.sun_height * 18, lighter(light.sun, 0.6)
        )
    clouds(world, horizon)


def _moon(shine: Pen, x: float, y: float, world: World) -> None:
    size = 48
    shine.disc(x, y, size, MOON, mix(MOON, world.light.sky[1], 0.25))
    for dx, dy, radius in ((-16, -10, 10), (12, 8, 13), (6, -22, 6), (-10, 18, 7)):
        shine.disc(x + dx, y + dy, radius, mix(MOON, world.light.sky[1], 0.2), opacity=0.7)


def _stars(world: World, horizon: float) -> None:
    rng = Random(world.rng.random())
    shine = world.pen.shining()
    for _ in range(int(world.width * horizon / 7200 * world.detail)):
        x, y = rng.uniform(0, world.width), horizon * rng.random() ** 1.5
        size = rng.choice((1.0, 1.0, 1.0, 1.0, 1.4, 1.9))
        shine.disc(x, y, size, "#ffffff", opacity=rng.uniform(0.35, 1) * (1 - y / horizon * 0.7))
        if size > 1.8:
            shine.glow(x, y, 13, "#cfe0ff", 0.5)


def cloud(pen: Pen, rng: Random, x: float, y: float, size: float, tone: str, under: str) -> None:
    """A heap with a flat foot: `tone` where the light meets it, `under` in its shade."""
    puffs = []
    for number in range(6):
        share = (number + 0.5) / 6
        radius = size * (0.16 + 0.24 * sin(share * pi)) * rng.uniform(0.8, 1.15)
        puffs.append((x + (share * 2 - 1) * size * 0.82, y - radius * 0.45, radius))
    puffs.append((x - size * rng.uniform(-0.25, 0.25), y - size * 0.36, size * rng.uniform(0.28, 0.36)))
    for shift, shade in ((0.0, under), (-0.16, mix(tone, under, 0.4)), (-0.30, tone)):
        for px, py, radius in puffs:
            shrunk = radius * (1 + shift * 0.55)
            ring = paths.ellipse(
                round(px + shift * radius * 0.5),
                round(py + shift * radius * 0.55),
                round(shrunk),
                round(shrunk),
            )[0]
            ring = np.minimum(ring, np.array((np.inf, y), dtype=np.float32))
            pen.fill((ring,), shade)


def clouds(world: World, horizon: float) -> None:
    light, rng = world.light, Random(world.rng.random())
    pen = world.pen.shining()
    count = int((2 + light.cover * 10) * (0.6 + 0.4 * world.detail))
    for number in range(count):
        nearness = 1 - number / count
        y = horizon * (0.86 - 0.74 * nearness + rng.uniform(-0.05, 0.05))
        size = (60 + 170 * nearness) * rng.uniform(0.8, 1.25)
        x = rng.uniform(-0.1, 1.1) * world.width
        behind = mix(light.sky[1], light.sky[2], 1 - nearness)
        tone, under = (
            mix(light.cloud, behind, 0.5 - 0.42 * nearness),
            mix(light.cloud, behind, 0.72 - 0.3 * nearness),
        )
        if "wind" in world.weather:
            for row in range(4):
                pen.fill(
                    paths.ellipse(x + row * size * 0.3, y + row * 9, size * 1.5, size * 0.05),
                    tone,
                    opacity=0.7,
                )
        else:
            cloud(pen, rng, x, y, size, tone, under)


def ridge(
    world: World, y: float, rise: float, tone: str, depth: float, *, rough: float = 0.5, to: str | None = None
) -> list[Point]:
    """A range of hills along `y`, drawn down to the picture's end; answers its crest."""
    rng = Random(world.rng.random())
    count = 5 + int(rough * 14)
    crest: list[Point] = []
    phase, lilt = rng.uniform(0, 6), rng.uniform(0.8, 1.6)
    for step in range(-1, count + 2):
        share = step / count
        wave = 0.5 + 0.5 * sin(phase + share * 6.3 * lilt)
        crag = (
            rng.random()
            if rough <= CRAGGY
            else (0.6 + 0.4 * rng.random() if step % 2 else 0.36 * rng.random())
        )
        crest.append((share * world.width, y - rise * (wave * (1 - rough) + crag * rough)))
    line = crest if rough > CRAGGY else paths.smooth(crest)
    low = (world.height if depth < 0.45 else min(world.height, y + rise * 0.4 + 260)) + 10
    body = paths.polygon([*line, (world.width * 1.2, low), (-world.width * 0.2, low)])
    world.far(depth).fill(body, tone, to or darker(tone, 0.12))
    return line


def ground(world: World, y: float, far: str, near: str, depth: float = 0.5) -> None:
    """A plain from `y` to the lower edge, in more air the farther it is."""
    pen, rows = world.pen, int((world.height - y) * world.pen.scale) + 2
    top, low = np.array(pen.far(depth).colour(far)), np.array(pen.far(0).colour(near))
    share = np.linspace(0, 1, rows, dtype=np.float32)[:, None] ** 0.7
    pen.sheet.rows(int(y * pen.scale), (top + (low - top) * share).astype(np.float32))


def water(world: World, y: float, bottom: float, tone: str = "#2a7fae") -> None:
    """Open water that mirrors the sky and the sun."""
    light, pen, rng = world.light, world.pen, Random(world.rng.random())
    rows = int((bottom - y) * pen.scale) + 2
    lit = np.array(pen.colour(tone), dtype=np.float32)
    near = np.array(channels(light.sky[3]), dtype=np.float32) * 0.62 + lit * 0.38
    far = np.array(channels(light.sky[1]), dtype=np.float32) * 0.25 + lit * 0.75
    share = np.linspace(0, 1, rows, dtype=np.float32)[:, None] ** 0.6
    pen.sheet.rows(int(y * pen.scale), near + (far - near) * share)
    x, depth = world.width * world.sun_x, bottom - y
    shine = pen.shining()
    if light.cover < 1:
        shine.glow(x, y + depth * 0.3, 150, light.sun, light.glow * 0.4, flat=depth / 260)
    for _ in range(int(46 * world.width / 1000 * world.detail)):
        share_down = rng.random() ** 1.4
        wy, length = y + 4 + share_down * (depth - 8), (14 + 80 * share_down) * rng.uniform(0.6, 1.4)
        wx = rng.uniform(-0.05, 1.05) * world.width
        ripple(shine, wx, wy, length, 1.2 + 3.4 * share_down, lighter(light.sky[3], 0.25), 0.22)
    if light.cover < 1:
        for step in range(18):
            share_down = (step + 0.5) / 18
            length = (24 + 120 * share_down) * rng.uniform(0.4, 1.0)
            ripple(
                shine,
                x + rng.gauss(0, 12 + 34 * share_down),
                y + 3 + share_down * (depth - 6),
                length,
                1.6 + 4 * share_down,
                lighter(light.sun, 0.35),
                0.6,
            )


def ripple(pen: Pen, x: float, y: float, length: float, height: float, tone: str, opacity: float) -> None:
    pen.fill(
        paths.ellipse(round(x, 1), round(y, 1), round(length, 1), round(height, 1)), tone, opacity=opacity
    )


def tufts(world: World, y: float, tone: str, count: int) -> None:
    """Blades of grass, larger towards the viewer."""
    rng = Random(world.rng.random())
    spots = sorted(
        (y + (world.height - y) * rng.random(), rng.uniform(0, world.width))
        for _ in range(int(count * world.detail))
    )
    for at, x in spots:
        near = (at - y) / max(1.0, world.height - y)
        size, shade = 9 + 30 * near, mix(lighter(tone, 0.1), darker(tone, 0.35), rng.random())
        pen = world.far(0.5 * (1 - near))
        pen.fill(
            f"M{x - size * 0.3:.1f},{at:.1f} Q{x - size * 0.3:.1f},{at - size * 0.6:.1f} {x - size * 0.6:.1f},{at - size:.1f} Q{x - size * 0.1:.1f},{at - size * 0.6:.1f} {x:.1f},{at - size * 0.2:.1f} "
            f"Q{x:.1f},{at - size * 0.9:.1f} {x + size * 0.3:.1f},{at - size * 1.3:.1f} Q{x + size * 0.25:.1f},{at - size * 0.6:.1f} {x + size * 0.3:.1f},{at:.1f} Z",
            shade, opacity=0.75,
        )  # fmt: skip


def planted(
    world: World, draw: Callable[[Pen, Style], None], x: float, y: float, height: float, depth: float
) -> None:
    """A tree or the like whose foot is at (`x`, `y`), with its shadow."""
    away = 1 if world.sun_x < x / world.width else -1
    pen = world.far(depth)
    if world.light.cover < 1 and depth < 0.5:
        pen.fill(
            paths.ellipse(
                round(x + away * height * 0.22), round(y), round(height * 0.34), round(height * 0.035)
            ),
            "#10182a",
            opacity=0.22,
        )
    draw(pen.at(x, y, height / 122, flip=world.sun_x > 0.5), world.style("planted"))
