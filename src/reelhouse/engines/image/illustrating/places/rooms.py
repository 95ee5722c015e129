"""Rooms of a home and of a day: office, kitchen, living room, bedroom, café, shop."""
# ruff: noqa: E501 - outlines are strings, measures no constants, signatures alike

from random import Random

from reelhouse.engines.image.illustrating.colours import darker, lighter, mix
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.places.indoors import (
    lamp,
    pendant,
    picture,
    rug,
    shelf,
    shell,
    window,
)
from reelhouse.engines.image.illustrating.places.world import World
from reelhouse.engines.image.illustrating.things.foods import draw_bread, draw_cake
from reelhouse.engines.image.illustrating.things.goods import (
    draw_bottle,
    draw_dropper,
    draw_handbag,
    draw_jar,
)
from reelhouse.engines.image.illustrating.things.living import draw_plant
from reelhouse.engines.image.illustrating.things.screens import draw_monitor


def draw_office(world: World) -> None:
    w = world.width
    base = shell(world, "#dfe3e8", "#a9896a")
    window(world, w * 0.06, base * 0.16, w * 0.50, base * 0.52)
    for row in range(3):
        shelf(
            world.pen, Random(world.rng.random()), w * 0.68, base * (0.30 + row * 0.19), w * 0.30, "#8a6547"
        )
    draw_plant(world.pen.at(w * 0.62, base + 30, 2.0), world.style("plant"))
    pendant(world, w * 0.36, base * 0.16, 56, world.colour)
    if not world.busy:
        _desk(world, base)


def _desk(world: World, base: float) -> None:
    pen, w, y = world.pen, world.width, base + 10
    pen.box(w * 0.16, y, w * 0.56, 22, "#d9a874", "#a8764a", radius=5)
    for x in (0.18, 0.68):
        pen.box(w * x, y + 20, 18, world.height * 0.17, "#4b4f60", "#2f3240")
    draw_monitor(pen.at(w * 0.42, y, 2.3), world.style("monitor"))
    draw_plant(pen.at(w * 0.24, y, 1.0), world.style("pot"))


def draw_kitchen(world: World) -> None:
    w = world.width
    base = shell(world, "#efe6d6", "#b98f66")
    pen, tone = world.pen, mix("#5f8f86", world.colour, 0.3)
    window(world, w * 0.36, base * 0.20, w * 0.28, base * 0.34)
    for x0, x1 in ((-0.02, 0.3), (0.7, 1.02)):
        for number in range(2):
            x = w * (x0 + (x1 - x0) * number / 2)
            pen.box(
                x + 4,
                base * 0.06,
                w * (x1 - x0) / 2 - 8,
                base * 0.36,
                lighter(tone, 0.15),
                darker(tone, 0.1),
                radius=6,
            )
            pen.box(x + w * (x1 - x0) / 4 - 3, base * 0.33, 6, 40, "#e3c27a", radius=3)
    for row in range(4):
        for x in range(-20, int(w) + 60, 70):
            pen.box(
                x + row % 2 * 35,
                base * 0.60 + row * 34,
                66,
                30,
                lighter("#f6f0e4", 0.3),
                "#e6dccb",
                radius=3,
                opacity=0.8,
            )
    pen.box(-10, base * 0.80, w + 20, 24, "#fbf8f2", "#c9c1b4")
    pen.box(-10, base * 0.80 + 24, w + 20, base * 0.26, tone, darker(tone, 0.25))
    for x in range(0, int(w), 210):
        pen.box(x + 12, base * 0.80 + 44, 186, base * 0.16, lighter(tone, 0.1), darker(tone, 0.1), radius=6)
        pen.box(x + 70, base * 0.80 + 60, 70, 7, "#e3c27a", radius=3)
    for x, size in ((0.12, 1.1), (0.86, 1.2)):
        draw_plant(pen.at(w * x, base * 0.80, size), world.style("herb"))
    draw_bottle(pen.at(w * 0.24, base * 0.80, 1.0), world.style("oil", "#6f8f3a"))
    draw_bread(pen.at(w * 0.73, base * 0.80, 0.8), world.style("bread"))
    pendant(world, w * 0.5, base * 0.12, 56, "#e0a24a")


def draw_living_room(world: World) -> None:
    w = world.width
    base = shell(world, "#ecdcc6", "#a97d58")
    window(world, w * 0.60, base * 0.14, w * 0.32, base * 0.46)
    picture(world, w * 0.10, base * 0.20, w * 0.17, base * 0.24, world.colour)
    picture(world, w * 0.33, base * 0.26, w * 0.12, base * 0.16, world.second)
    rug(world, mix(world.second, "#d9b48a", 0.5))
    tone = mix(world.colour, "#6f7a86", 0.45)
    _sofa(world.pen.at(w * 0.5, base + 60, 2.0 if world.tall else 2.3), tone, world)
    lamp(world, w * 0.07, base + 30, base * 0.50)
    draw_plant(world.pen.at(w * 0.94, base + 40, 2.2), world.style("plant"))


def _sofa(pen: Pen, tone: str, world: World) -> None:
    pen.ellipse(0, 2, 150, 12, "#20140f", opacity=0.28)
    pen.box(-130, -110, 260, 80, lighter(tone, 0.12), darker(tone, 0.1), radius=22)
    for x in (-118, 2):
        pen.box(x, -64, 116, 46, lighter(tone, 0.22), darker(tone, 0.05), radius=12)
    pen.box(-120, -28, 240, 22, darker(tone, 0.2), radius=6)
    for x in (-150, 114):
        pen.box(x, -82, 36, 80, lighter(tone, 0.18), darker(tone, 0.2), radius=16)
    pen.at(-84, -76, turn=-10).box(-30, -28, 60, 52, lighter(world.colour, 0.2), world.colour, radius=10)
    pen.at(84, -76, turn=12).box(-28, -26, 56, 50, lighter(world.second, 0.3), world.second, radius=10)


def draw_bedroom(world: World) -> None:
    w = world.width
    base = shell(world, mix("#b9b4cf", world.second, 0.15), "#8d6b56")
    window(world, w * 0.34, base * 0.12, w * 0.34, base * 0.42)
    for side in (0.30, 0.70):
        pen = world.pen
        pen.fill(
            f"M{w * side - 50:.0f},{base * 0.08:.0f} h100 C{w * side + 40:.0f},{base * 0.4:.0f} {w * side + 60:.0f},{base * 0.56:.0f} {w * side + 52:.0f},{base * 0.66:.0f} h-104 C{w * side - 60:.0f},{base * 0.5:.0f} {w * side - 40:.0f},{base * 0.3:.0f} {w * side - 50:.0f},{base * 0.08:.0f} Z",
            lighter(world.colour, 0.55),
            lighter(world.colour, 0.25),
        )
    if not world.busy:
        _bed(world.pen.at(w * 0.5, base + 120, 2.6 if not world.tall else 2.4), world)
    for x in (0.06, 0.94):
        world.pen.box(w * x - 60, base - 10, 120, 100, "#9a6f50", "#70503b", radius=6)
        lamp(world, w * x, base - 10, 110)


def _bed(pen: Pen, world: World) -> None:
    pen.box(-130, -130, 260, 110, lighter(world.second, 0.3), mix(world.second, "#4a3a4a", 0.3), radius=20)
    pen.box(-140, -50, 280, 70, "#ffffff", "#d9d9e6", radius=14)
    for x in (-112, 14):
        pen.box(x, -80, 98, 44, "#ffffff", "#dcdeea", radius=18)
    pen.fill(
        "M-144,-34 C-80,-46 80,-46 144,-34 L150,34 Q0,46 -150,34 Z",
        lighter(world.colour, 0.3),
        darker(world.colour, 0.12),
    )


def draw_cafe(world: World) -> None:
    w = world.width
    base = shell(world, "#4f3a35", "#6d4a36")
    pen, rng = world.pen, Random(world.rng.random())
    window(world, w * 0.60, base * 0.22, w * 0.36, base * 0.5)
    for row in range(3):
        y = base * (0.28 + row * 0.17)
        for number in range(6):
            tone = rng.choice(("#3f6f5a", "#a85f3a", "#d8a54f", "#c9d4cf", "#7f3f4f"))
            draw_bottle(pen.at(w * (0.06 + number * 0.075), y, 0.62), world.style("bottle", tone))
        pen.box(w * 0.02, y, w * 0.46, 12, "#a87850", "#6d4830")
    pen.box(-10, base * 0.80, w * 0.58, base * 0.3, "#8d5f40", "#5a3b28")
    pen.box(-10, base * 0.78, w * 0.60, 24, "#c99566", "#8d6240")
    draw_cake(pen.at(w * 0.12, base * 0.78, 0.9), world.style("cake"))
    for x, drop in ((0.14, 0.16), (0.36, 0.11), (0.64, 0.14), (0.88, 0.18)):
        pendant(world, w * x, base * drop, 46, world.colour)


def draw_shop(world: World) -> None:
    w = world.width
    base = shell(world, "#f3e9e2", "#c9ab8c")
    pen, rng = world.pen, Random(world.rng.random())
    goods = (draw_jar, draw_dropper, draw_handbag, draw_bottle)
    for row in range(3):
        y = base * (0.32 + row * 0.24)
        pen.box(
            w * 0.04, y - base * 0.19, w * 0.92, base * 0.19, darker("#f3e9e2", 0.05), "#e6d6c8", opacity=0.8
        )
        count = int(w / 170)
        for number in range(count):
            draw = goods[(number + row) % len(goods)]
            tone = rng.choice((world.colour, world.second, lighter(world.colour, 0.4), "#e7b75c"))
            draw(
                pen.at(w * (0.1 + 0.8 * number / max(1, count - 1)), y, base * 0.0019),
                world.style("goods", tone),
            )
        pen.box(w * 0.03, y, w * 0.94, 14, "#d9b48a", "#a9805a")
        pen.glow(w * 0.5, y - base * 0.18, w * 0.5, "#ffe9c0", 0.3, flat=0.25)
    pendant(world, w * 0.22, base * 0.09, 44, world.colour)
    pendant(world, w * 0.78, base * 0.09, 44, world.colour)


ROOMS = {
    "office": draw_office,
    "kitchen": draw_kitchen,
    "living room": draw_living_room,
    "bedroom": draw_bedroom,
    "cafe": draw_cafe,
    "shop": draw_shop,
}
