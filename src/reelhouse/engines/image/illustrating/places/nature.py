"""Land under an open sky."""
# ruff: noqa: E501, PLR2004 - outlines are strings, measures no constants, signatures alike

from random import Random

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import darker, lighter, mix
from reelhouse.engines.image.illustrating.places.world import (
    GRASS,
    World,
    cloud,
    ground,
    planted,
    ridge,
    sky,
    tufts,
)
from reelhouse.engines.image.illustrating.things.living import (
    draw_cactus,
    draw_pine,
    draw_tree,
    flower,
)

BUSHES = {"spring": "#4f9460", "summer": "#3f7d57", "autumn": "#c8743a", "winter": "#a9c1bf"}
EDGE = 0.30
"""How far from the sides things may stand when the middle is taken."""


def side_x(world: World, rng: Random, busy: float = EDGE) -> float:
    """Somewhere across the picture, off the middle when something stands there."""
    if not world.busy:
        return rng.uniform(-0.02, 1.02) * world.width
    return (rng.uniform(-0.04, busy) if rng.random() < 0.5 else rng.uniform(1 - busy, 1.04)) * world.width


def draw_field(world: World) -> None:
    y, tone = world.horizon, GRASS[world.season]
    sky(world, y)
    ridge(world, y + 6, 90, mix(tone, "#4f7f86", 0.5), 0.85, rough=0.3)
    ridge(world, y + 30, 60, mix(tone, "#3f7d5a", 0.35), 0.55, rough=0.2)
    _row_of_trees(world, y + 26, 16, 44, 0.55)
    ground(world, y + 34, mix(tone, "#3f7d5a", 0.15), darker(tone, 0.22), 0.4)
    ridge(world, y + 120, 60, lighter(tone, 0.06), 0.2, rough=0.12, to=darker(tone, 0.25))
    rng = Random(world.rng.random())
    for x in (0.1, 0.88) if world.busy else (0.16, 0.8):
        x_at = (x + rng.uniform(-0.06, 0.06)) * world.width
        planted(world, draw_tree, x_at, y + rng.uniform(90, 140), rng.uniform(230, 330), 0.12)
    tufts(world, y + 130, tone, 120)
    if world.season in {"spring", "summer"}:
        meadow(world, y + 190)


def _row_of_trees(world: World, y: float, count: int, height: float, depth: float) -> None:
    rng = Random(world.rng.random())
    for _ in range(count):
        x = rng.uniform(0, world.width)
        size = height * rng.uniform(0.6, 1.3)
        world.far(depth).fill(
            paths.ellipse(round(x), round(y - size * 0.4), round(size * 0.42), round(size * 0.5)),
            BUSHES[world.season],
        )


def meadow(world: World, y: float) -> None:
    rng = Random(world.rng.random())
    tones = (world.colour, "#ff8fa8", "#ffd15c", "#ffffff", "#b996ea")
    spots = sorted((y + (world.height - y) * rng.random(), rng.uniform(0, world.width)) for _ in range(16))
    for at, x in spots:
        near = (at - y) / max(1.0, world.height - y)
        flower(world.pen.at(x, at + 20, 0.3 + 0.55 * near), rng.choice(tones), 44)


def draw_mountains(world: World) -> None:
    y = world.horizon + 30
    sky(world, y)
    for height, depth, tone in ((430, 0.78, "#6f84ad"), (320, 0.5, "#4f678f")):
        crest = ridge(world, y, height, tone, depth, rough=0.9, to=mix(tone, world.light.haze, 0.5))
        _snow_caps(world, crest, y - height * 0.52, depth)
    ridge(world, y + 20, 150, "#3f6b62", 0.32, rough=0.4)
    rng = Random(world.rng.random())
    for step in range(26):
        x = step / 25 * world.width + rng.uniform(-16, 16)
        planted(world, draw_pine, x, y + 50 + rng.uniform(-14, 18), rng.uniform(70, 120), 0.34)
    tone = GRASS[world.season]
    ridge(world, y + 130, 70, mix(tone, "#4d8a5c", 0.5), 0.12, rough=0.2, to=darker(tone, 0.4))
    for _ in range(7):
        planted(world, draw_pine, side_x(world, rng), y + rng.uniform(140, 200), rng.uniform(190, 330), 0.05)
    tufts(world, y + 170, mix(tone, "#4d8a5c", 0.4), 70)


def _snow_caps(world: World, crest: list[paths.Point], line: float, depth: float) -> None:
    pen = world.far(depth * 0.8)
    for (x0, y0), (x1, y1), (x2, y2) in zip(crest, crest[1:], crest[2:], strict=False):
        if y1 < min(y0, y2) and y1 < line + 60:
            drop = min((line + 60 - y1) * 0.5 + 26, (min(y0, y2) - y1) * 0.62)
            left, right = drop * (x1 - x0) / (y0 - y1), drop * (x2 - x1) / (y2 - y1)
            foot = [
                (x1 + right, y1 + drop),
                (x1 + right * 0.4, y1 + drop * 0.7),
                (x1, y1 + drop * 1.1),
                (x1 - left * 0.45, y1 + drop * 0.68),
                (x1 - left, y1 + drop),
            ]
            pen.fill(paths.polygon([(x1, y1), *foot]), "#ffffff", "#e2ebf7")
            dark = paths.polygon([(x1, y1), (x2, y2), (x1 + (x2 - x1) * 0.1, y2)])
            world.far(depth).fill(dark, "#20305a", opacity=0.22)


def draw_forest(world: World) -> None:
    y = world.horizon + 60
    sky(world, y)
    rng = Random(world.rng.random())
    tree = draw_pine if world.season == "winter" or rng.random() < 0.5 else draw_tree
    for depth, base, height, count in ((0.85, -20, 300, 13), (0.6, 10, 360, 9), (0.34, 50, 430, 6)):
        ridge(world, y + base + 20, 30, mix(GRASS[world.season], "#2a5c48", 0.6), depth, rough=0.2)
        for step in range(count):
            x = (step + rng.uniform(0.1, 0.9)) / count * world.width
            planted(world, tree, x, y + base + rng.uniform(-6, 24), height * rng.uniform(0.75, 1.15), depth)
        world.pen.glow(world.width * world.sun_x, y - 160, 420, world.light.sun, 0.16 * world.light.glow)
    tone = mix(GRASS[world.season], "#3d6b45", 0.45)
    ground(world, y + 80, tone, darker(tone, 0.4), 0.2)
    path = "#c9a678" if world.season != "winter" else "#dfe6ee"
    cx, w, h = world.width / 2, world.width, world.height
    world.pen.fill(
        f"M{cx - 16:.0f},{y + 80:.0f} C{cx + 60:.0f},{y + 150:.0f} {cx - w * 0.2:.0f},{y + 210:.0f} {cx - w * 0.26:.0f},{h + 10:.0f} L{cx + w * 0.22:.0f},{h + 10:.0f} C{cx + w * 0.1:.0f},{y + 230:.0f} {cx + 110:.0f},{y + 150:.0f} {cx + 16:.0f},{y + 80:.0f} Z",
        mix(path, world.light.haze, 0.25),
        path,
    )
    tufts(world, y + 100, tone, 90)
    for x in (-0.02, 1.02):
        planted(world, tree, x * world.width, world.height * 0.97, min(world.height * 0.78, 800), 0.0)
    if world.light.cover < 1 and not world.light.night:
        for step in range(4):
            x0 = world.width * (world.sun_x + 0.05 * step - 0.1)
            x1 = x0 + (world.width * 0.5 - x0) * 0.9 + step * 70 - 80
            world.pen.light(
                paths.polygon([(x0, -20), (x0 + 30, -20), (x1 + 260, world.height), (x1 + 40, world.height)]),
                world.light.sun,
                0.07,
            )


def draw_desert(world: World) -> None:
    y = world.horizon
    sky(world, y)
    ridge(world, y, 130, "#b57a5e", 0.7, rough=0.85)
    for rise, base, tone, depth in (
        (80, 50, "#e7b375", 0.4),
        (110, 160, "#e2a363", 0.2),
        (120, 330, "#d58f4f", 0.0),
    ):
        crest = ridge(world, y + base, rise, tone, depth, rough=0.08, to=darker(tone, 0.2))
        shade = paths.polygon(
            [
                *crest[len(crest) // 2 :],
                (world.width * 1.2, y + base + rise),
                (world.width * 0.3, y + base + rise + 60),
            ]
        )
        world.far(depth).fill(shade, darker(tone, 0.4), opacity=0.28)
    rng = Random(world.rng.random())
    for _ in range(4):
        planted(
            world, draw_cactus, side_x(world, rng), y + rng.uniform(120, 260), rng.uniform(110, 220), 0.12
        )


def draw_hills(world: World) -> None:
    y, tone = world.horizon, GRASS[world.season]
    sky(world, y)
    for rise, base, depth, share in (
        (170, 0, 0.85, 0.7),
        (140, 50, 0.6, 0.45),
        (110, 120, 0.34, 0.22),
        (120, 240, 0.1, 0.0),
    ):
        shade = mix(tone, "#3f6f7a", share)
        ridge(world, y + base, rise, lighter(shade, 0.06), depth, rough=0.14, to=darker(shade, 0.2))
        _row_of_trees(world, y + base - rise * 0.2, 7, 30 + base * 0.3, depth)
    tufts(world, y + 250, tone, 90)


def draw_garden(world: World) -> None:
    y, tone = world.horizon - 20, GRASS[world.season]
    sky(world, y)
    _row_of_trees(world, y + 20, 30, 150, 0.4)
    for post in range(0, int(world.width) + 40, 38):
        world.far(0.2).fill(
            f"M{post},{y + 90} v-86 l14,-18 l14,18 v86 Z",
            "#fbf7ef",
            "#d9d2c6",
        )
    ground(world, y + 84, tone, darker(tone, 0.25), 0.15)
    rng = Random(world.rng.random())
    for step in range(18):
        x = step / 17 * world.width
        height = 56 + rng.uniform(-10, 18)
        flower(
            world.pen.at(x, y + 130 + rng.uniform(-20, 20), 1.1),
            rng.choice((world.colour, world.second, "#ff8fa8", "#ffd15c", "#b996ea")),
            height,
        )
    tufts(world, y + 110, tone, 110)
    meadow(world, y + 240)


def draw_open_sky(world: World) -> None:
    sky(world, world.height)
    rng = Random(world.rng.random())
    pen = world.pen.shining()
    for number in range(9):
        y = world.height * (0.70 + number * 0.045)
        near = number / 9
        behind = world.light.sky[2]
        tone, under = (
            mix(world.light.cloud, behind, 0.5 - near * 0.45),
            mix(world.light.cloud, behind, 0.75 - near * 0.3),
        )
        cloud(pen, rng, rng.uniform(0, 1) * world.width, y + 70, rng.uniform(190, 330), tone, under)


NATURE = {
    "field": draw_field,
    "mountains": draw_mountains,
    "forest": draw_forest,
    "desert": draw_desert,
    "hills": draw_hills,
    "garden": draw_garden,
    "sky": draw_open_sky,
}
