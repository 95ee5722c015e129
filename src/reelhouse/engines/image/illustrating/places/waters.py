"""Sea, beach, lake and river."""
# ruff: noqa: E501, PLR2004 - an outline is one string; the measures of a drawing are no constants

from random import Random

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import darker, lighter, mix
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.places.nature import draw_hills
from reelhouse.engines.image.illustrating.places.world import GRASS, World, planted, ridge, sky, water
from reelhouse.engines.image.illustrating.things.living import draw_palm, draw_pine


def draw_sea(world: World) -> None:
    y = world.horizon * (1.02 if world.tall else 1.0)
    sky(world, y)
    ridge(world, y + 2, 34, "#5c7896", 0.9, rough=0.3)
    water(world, y, world.height + 4)


def draw_beach(world: World) -> None:
    y = world.horizon * 0.94
    sky(world, y)
    rng = Random(world.rng.random())
    ridge(world, y + 2, 60, "#4f7f86", 0.8, rough=0.35)
    shore = y + (world.height - y) * 0.46
    water(world, y, shore + 60, "#1f9fb5")
    w, h, bend = world.width, world.height, rng.uniform(-40, 40)
    edge = f"M-20,{shore + 40:.0f} C{w * 0.3:.0f},{shore - 40 + bend:.0f} {w * 0.6:.0f},{shore + 70 - bend:.0f} {w + 20:.0f},{shore - 10:.0f}"
    for drop, tone, opacity in (
        (-22, "#ffffff", 0.35),
        (-8, "#ffffff", 0.75),
        (4, "#d2b184", 1.0),
        (34, "#ecd3a2", 1.0),
    ):
        world.pen.at(0, drop).fill(
            f"{edge} L{w + 20:.0f},{h + 40:.0f} L-20,{h + 40:.0f} Z",
            tone,
            mix(tone, "#d9b57c", 0.5) if opacity == 1 else tone,
            opacity=opacity,
        )
    side = 1 if rng.random() < 0.5 else -1
    for number in range(2 if world.busy else 3):
        x = w * (0.5 + side * (0.42 - number * 0.14))
        planted(world, draw_palm, x, shore + 120 + number * 34, 420 - number * 80, 0.06)
    parasol = world.pen.at(w * (0.5 - side * 0.36), shore + 150, 1.25)
    if not world.busy or world.tall:
        _parasol(world, parasol)


def _parasol(world: World, pen: Pen) -> None:
    pen.ellipse(30, 2, 90, 9, "#6b4a2a", opacity=0.25)
    pen.line("M0,0 L14,-110", "#f4efe6", 4)
    for step in range(5):
        tone = world.colour if step % 2 == 0 else "#ffffff"
        x0, x1 = -66 + step * 32, -66 + (step + 1) * 32
        pen.fill(
            f"M16,-150 Q{x0 + 6},-128 {x0},-100 Q{(x0 + x1) / 2},-112 {x1},-100 Q{x1 - 4},-128 16,-150 Z",
            tone,
            darker(tone, 0.12),
        )
    pen.box(-58, -6, 64, 9, world.second, radius=4)


def draw_lake(world: World) -> None:
    y = world.horizon
    sky(world, y)
    ridge(world, y, 250, "#5f7aa0", 0.7, rough=0.88)
    ridge(world, y + 8, 80, "#3f6f5f", 0.4, rough=0.4)
    rng = Random(world.rng.random())
    for _ in range(22):
        planted(world, draw_pine, rng.uniform(0, world.width), y + 12, rng.uniform(50, 110), 0.4)
    water(world, y + 10, world.height + 4, "#2a6f8f")
    world.far(0.1).fill(
        paths.ellipse(round(world.width * 0.5), round(y + 14), round(world.width * 0.7), 9),
        "#1f4f4a",
        opacity=0.4,
    )
    tone = GRASS[world.season]
    ridge(world, world.height * 0.98, 70, mix(tone, "#4d8a5c", 0.4), 0.02, rough=0.25)
    for x in (0.03, 0.95):
        planted(world, draw_pine, world.width * x, world.height * 0.97, world.height * 0.42, 0.0)


def draw_river(world: World) -> None:
    y, tone, w, h = world.horizon, GRASS[world.season], world.width, world.height
    draw_hills(world)
    pen, sky_tone = world.pen, world.light.sky[2]
    bank = f"M{w * 0.56:.0f},{y + 34:.0f} C{w * 0.8:.0f},{y + 90:.0f} {w * 0.2:.0f},{y + 130:.0f} {w * 0.16:.0f},{h + 10:.0f} L{w * 0.92:.0f},{h + 10:.0f} C{w * 0.66:.0f},{y + 170:.0f} {w * 0.9:.0f},{y + 90:.0f} {w * 0.6:.0f},{y + 34:.0f} Z"
    pen.at(-8, 0).fill(bank, darker(tone, 0.45), opacity=0.6)
    pen.shining().fill(bank, mix(sky_tone, "#2a7fae", 0.3), mix(world.light.sky[0], "#1f5f86", 0.45))
    rng = Random(world.rng.random())
    for _ in range(16):
        at = y + 60 + (h - y - 70) * rng.random()
        near = (at - y) / (h - y)
        pen.shining().fill(
            paths.ellipse(
                round(w * (0.54 + rng.uniform(-0.16, 0.16) * near)),
                round(at),
                round(20 + 50 * near),
                round(2 + 3 * near),
            ),
            lighter(sky_tone, 0.4),
            opacity=0.45,
        )


WATERS = {
    "sea": draw_sea,
    "beach": draw_beach,
    "lake": draw_lake,
    "river": draw_river,
}
