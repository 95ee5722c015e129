"""What rooms are furnished with: walls, windows onto the hour of the day, shelves, lamps."""
# ruff: noqa: E501, PLR2004 - an outline is one string; the measures of a drawing are no constants

from random import Random

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import darker, lighter, mix, turned
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.places.world import World

FLOOR = 0.72
"""Where wall and floor meet, as a share of the height."""

SPINES = ("#c8664f", "#3f6d8a", "#e0b45c", "#6d8f6a", "#8a5a86", "#d8cfc0", "#2f3f56")


def shell(world: World, wall: str, floor: str, *, boards: bool = True) -> float:
    """Wall and floor; answers the height where they meet."""
    w, h = world.width, world.height
    base, pen, rng = h * FLOOR, world.pen, Random(world.rng.random())
    wall = mix(turned(wall, rng.uniform(-24, 24)), world.colour, rng.choice((0.0, 0.10, 0.24)))
    floor = turned(floor, rng.uniform(-8, 8), light=rng.uniform(-0.08, 0.06))
    pen.box(-10, -10, w + 20, base + 20, lighter(wall, 0.14), darker(wall, 0.14))
    pen.box(-10, base, w + 20, h - base + 20, lighter(floor, 0.1), darker(floor, 0.25))
    if boards:
        for step in range(-9, 10):
            pen.line(
                f"M{w / 2 + step * w * 0.07:.0f},{base:.0f} L{w / 2 + step * w * 0.17:.0f},{h:.0f}",
                darker(floor, 0.3),
                2,
                opacity=0.4,
            )
    pen.box(-10, base - 20, w + 20, 20, lighter(wall, 0.4), lighter(wall, 0.2))
    return base


def window(world: World, x: float, y: float, width: float, height: float) -> None:
    """A window with the sky of the hour in it, and its light on the floor."""
    light, pen = world.light, world.pen
    shine = pen.shining()
    pen.box(x - 12, y - 12, width + 24, height + 24, "#ffffff", "#d3cfca", radius=4)
    shine.box(x, y, width, height * 0.62, light.sky[0], light.sky[2])
    shine.box(x, y + height * 0.6, width, height * 0.4, light.sky[2], light.sky[3])
    tone = mix("#4a6a5c", light.haze, 0.35 if not light.night else 0.05)
    hills = f"M{x:.0f},{y + height:.0f} V{y + height * 0.8:.0f} C{x + width * 0.3:.0f},{y + height * 0.66:.0f} {x + width * 0.5:.0f},{y + height * 0.9:.0f} {x + width:.0f},{y + height * 0.74:.0f} V{y + height:.0f} Z"
    shine.fill(hills, tone if not light.night else darker(tone, 0.6), darker(tone, 0.3))
    cx, cy = x + width * 0.68, y + height * (0.62 - light.sun_height * 0.4)
    if light.cover < 1:
        shine.disc(cx, cy, min(width, height) * 0.075, lighter(light.sun, 0.5))
        shine.glow(cx, cy, min(width, height) * 0.5, light.sun, light.glow * 0.7)
    _weather_outside(world, x, y, width, height)
    for share in (1 / 3, 2 / 3) if width > height else (0.5,):
        pen.box(x + width * share - 4, y, 8, height, "#f7f5f1")
    pen.box(x, y + height * 0.46, width, 7, "#f7f5f1")
    pen.box(x - 22, y + height + 8, width + 44, 14, "#ffffff", "#c9c4be", radius=3)
    if not light.night and light.cover < 1:
        base = world.height * FLOOR
        slide = (0.5 - world.sun_x) * width
        pen.light(
            paths.polygon(
                [
                    (x + slide, base + 20),
                    (x + width + slide, base + 20),
                    (x + width * 1.3 + slide * 2, world.height),
                    (x + slide * 2, world.height),
                ]
            ),
            light.sun,
            0.2,
        )


def _weather_outside(world: World, x: float, y: float, width: float, height: float) -> None:
    """Rain on the pane, snow or leaves behind it."""
    rng, shine = Random(world.rng.random()), world.pen.shining()
    if world.weather & {"rain", "storm"}:
        for _ in range(70):
            length = rng.uniform(18, 44)
            at, top = x + rng.uniform(6, width - 6), y + rng.uniform(0, height - length)
            shine.line(f"M{at:.0f},{top:.0f} l-3,{length:.0f}", "#e3eef8", 2, opacity=0.5)
    if "snow" in world.weather:
        for _ in range(60):
            spot = (x + rng.uniform(6, width - 6), y + rng.uniform(6, height - 6))
            shine.disc(*spot, rng.uniform(2.5, 6), "#ffffff", opacity=0.9)
    if "wind" in world.weather:
        for _ in range(12):
            leaf = shine.at(
                x + rng.uniform(20, width - 20),
                y + rng.uniform(20, height - 20),
                0.7,
                turn=rng.uniform(0, 360),
            )
            leaf.fill("M-14,0 Q0,-13 16,0 Q0,11 -14,0 Z", rng.choice(("#e2873a", "#c9512f", "#e8b23c")))
    if "rainbow" in world.weather:
        for number, tone in enumerate(("#ff5a5a", "#ffe14d", "#5fd36a", "#4aa8ff")):
            drop = 10 * number
            shine.line(
                f"M{x + 8:.0f},{y + height * 0.7:.0f} Q{x + width * 0.45:.0f},{y + drop - height * 0.2:.0f} {x + width - 8:.0f},{y + height * 0.6 + drop:.0f}",
                tone,
                10,
                opacity=0.5,
            )


def shelf(pen: Pen, rng: Random, x: float, y: float, width: float, wood: str) -> None:
    at = x + 10
    while at < x + width * 0.86:
        thick, tall = rng.uniform(12, 24), rng.uniform(60, 96)
        tone = rng.choice(SPINES)
        pen.box(
            round(at),
            round(y - tall),
            round(thick),
            round(tall),
            lighter(tone, 0.12),
            darker(tone, 0.15),
            radius=2,
        )
        at += thick + (rng.uniform(16, 40) if rng.random() < 0.1 else 2)
    pen.box(x, y, width, 13, lighter(wood, 0.15), darker(wood, 0.2))


def picture(world: World, x: float, y: float, width: float, height: float, tone: str) -> None:
    pen = world.pen
    pen.shadow(paths.box(x - 6, y, width + 16, height + 14), 7, 0.28)
    pen.box(x - 8, y - 8, width + 16, height + 16, "#5a4636", "#3f3026")
    pen.box(x, y, width, height, lighter(tone, 0.6), lighter(tone, 0.3))
    pen.disc(x + width * 0.65, y + height * 0.34, width * 0.15, "#fff3d6")
    pen.fill(
        f"M{x:.0f},{y + height:.0f} L{x:.0f},{y + height * 0.74:.0f} L{x + width * 0.34:.0f},{y + height * 0.46:.0f} L{x + width * 0.6:.0f},{y + height * 0.72:.0f} L{x + width * 0.8:.0f},{y + height * 0.58:.0f} L{x + width:.0f},{y + height * 0.76:.0f} L{x + width:.0f},{y + height:.0f} Z",
        darker(tone, 0.15),
    )


def pendant(world: World, x: float, drop: float, size: float, tone: str) -> None:
    pen = world.pen
    pen.line(f"M{x:.0f},0 V{drop - size * 0.6:.0f}", "#3a3540", 3)
    pen.fill(
        f"M{x - size:.0f},{drop:.0f} C{x - size:.0f},{drop - size:.0f} {x + size:.0f},{drop - size:.0f} {x + size:.0f},{drop:.0f} Z",
        lighter(tone, 0.2),
        darker(tone, 0.2),
    )
    pen.glow(x, drop + 10, size * 4.5, "#ffcf85", 0.5 if world.light.lamps else 0.26)
    pen.shining().ellipse(x, drop + 2, size * 0.5, size * 0.14, "#fff3d0")


def rug(world: World, tone: str) -> None:
    w, y = world.width, world.height * 0.86
    world.pen.ellipse(w / 2, y, w * 0.42, world.height * 0.07, lighter(tone, 0.3), tone)
    world.pen.line(
        paths.ellipse(round(w / 2), round(y), round(w * 0.37), round(world.height * 0.056)),
        lighter(tone, 0.6),
        4,
        closed=True,
    )


def lamp(world: World, x: float, base: float, height: float) -> None:
    pen = world.pen
    pen.line(f"M{x:.0f},{base:.0f} V{base - height:.0f}", "#4b3a2d", 6)
    pen.ellipse(x, base, 40, 7, "#4b3a2d")
    pen.glow(x, base - height, 300, "#ffc878", 0.7 if world.light.lamps else 0.3)
    pen.shining().fill(
        f"M{x - 62:.0f},{base - height + 40:.0f} L{x + 62:.0f},{base - height + 40:.0f} L{x + 38:.0f},{base - height - 60:.0f} L{x - 38:.0f},{base - height - 60:.0f} Z",
        "#fff0cc",
        "#ffd48a",
    )
