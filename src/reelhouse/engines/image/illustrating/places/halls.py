"""Larger rooms: gym, classroom, stage, warehouse, library, bathroom, studio."""
# ruff: noqa: E501, PLR2004 - outlines are strings, measures no constants, signatures alike

from random import Random

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import darker, lighter, mix
from reelhouse.engines.image.illustrating.places.indoors import lamp, pendant, picture, shelf, shell, window
from reelhouse.engines.image.illustrating.places.world import World
from reelhouse.engines.image.illustrating.things.goods import draw_box
from reelhouse.engines.image.illustrating.things.living import draw_plant


def draw_gym(world: World) -> None:
    w = world.width
    base = shell(world, "#59616f", "#3d424e", boards=False)
    pen = world.pen
    window(world, w * 0.08, base * 0.12, w * 0.84, base * 0.34)
    pen.box(-10, base * 0.60, w + 20, 16, world.colour, darker(world.colour, 0.2))
    for row in range(2):
        y = base * (0.80 + row * 0.16)
        pen.box(w * 0.06, y, w * 0.88, 13, "#8a91a0", "#4a4f5c", radius=4)
        for number in range(int(w / 150)):
            x = w * 0.12 + number * 140
            pen.box(x - 34, y - 15, 68, 9, "#c3c9d4")
            for side in (-44, 22):
                pen.box(
                    x + side,
                    y - 36,
                    22,
                    50,
                    world.second if number % 3 == 1 else "#2b2e38",
                    "#15171e",
                    radius=6,
                )
    mat = paths.polygon(
        [
            (w * 0.26, world.height * 0.84),
            (w * 0.74, world.height * 0.84),
            (w * 0.86, world.height * 0.95),
            (w * 0.14, world.height * 0.95),
        ]
    )
    pen.fill(mat, lighter(world.colour, 0.1), darker(world.colour, 0.15))


def draw_classroom(world: World) -> None:
    w = world.width
    base = shell(world, "#f0e6d2", "#b48a5f")
    pen = world.pen
    pen.box(w * 0.12, base * 0.16, w * 0.58, base * 0.46, "#9a6b45", "#7a5236", radius=6)
    pen.box(w * 0.12 + 14, base * 0.16 + 14, w * 0.58 - 28, base * 0.46 - 28, "#35624f", "#274a3d")
    chalk = pen.at(w * 0.16, base * 0.22, min(w * 0.5, base * 0.6) / 300)
    chalk.line("M0,40 L60,40 M30,10 L30,70", "#eef5ee", 4, opacity=0.85)
    chalk.line("M100,60 C120,0 150,0 160,60 S200,100 220,20", "#ffe69a", 4, opacity=0.85)
    chalk.ring(270, 40, 26, "#ffc0b0", 4, opacity=0.85)
    for row, length in enumerate((190, 130, 160)):
        chalk.line(f"M0,{100 + row * 22} h{length}", "#eef5ee", 3, opacity=0.6)
    window(world, w * 0.78, base * 0.14, w * 0.2, base * 0.46)
    for x in (0.2, 0.5, 0.8) if not world.busy else (0.08, 0.92):
        desk = pen.at(w * x, base + 150, 2.4)
        desk.box(-66, -64, 132, 10, "#e0b27a", "#b5834f", radius=3)
        desk.line("M-54,-54 L-58,0 M54,-54 L58,0", "#5a6072", 5)
        desk.box(-30, -74, 44, 10, world.colour if x < 0.5 else world.second, radius=2)


def draw_stage(world: World) -> None:
    w, h, pen = world.width, world.height, world.pen
    base = h * 0.74
    pen.shining().box(-10, -10, w + 20, h + 20, "#0d0a20", mix("#1a1338", world.colour, 0.25))
    for number, x in enumerate((0.12, 0.34, 0.66, 0.88)):
        tone = (world.colour, world.second)[number % 2]
        reach = w * (0.5 + (x - 0.5) * 0.2)
        pen.light(
            paths.polygon(
                [
                    (w * x - 10, -10),
                    (w * x + 10, -10),
                    (reach + w * 0.2, base + 40),
                    (reach - w * 0.2, base + 40),
                ]
            ),
            lighter(tone, 0.3),
            0.26,
        )
        pen.glow(w * x, 6, 150, tone, 0.9)
        pen.shining().disc(w * x, 12, 16, "#ffffff")
    pen.shining().fill(
        paths.polygon([(-10, base), (w + 10, base), (w + 10, h + 10), (-10, h + 10)]),
        mix("#2a1f4a", world.colour, 0.25),
        "#0c0918",
    )
    pen.glow(w * 0.5, base + 60, w * 0.5, lighter(world.second, 0.3), 0.55, flat=0.22)
    for side in (-1, 1):
        x = w * (0.5 + side * 0.5)
        for fold in range(5):
            at = x - side * fold * w * 0.035
            pen.shining().fill(
                f"M{at:.0f},-10 h{-side * w * 0.04:.0f} C{at - side * 10:.0f},{h * 0.3:.0f} {at - side * w * 0.03:.0f},{h * 0.6:.0f} {at - side * w * 0.02:.0f},{base + 20:.0f} H{at:.0f} Z",
                mix("#7a1230", "#3a0a20", fold % 2 * 0.6),
                "#3a0a20",
            )
    rng = Random(world.rng.random())
    if not world.busy:
        return
    for step in range(int(w / 62)):
        x, size = step * 64 + rng.uniform(-10, 10), rng.uniform(30, 40)
        crowd = pen.shining()
        crowd.disc(x, h - size * 1.1, size * 0.62, "#07050f")
        crowd.box(x - size, h - size * 0.6, size * 2, size * 2, "#07050f", radius=size * 0.7)


def draw_warehouse(world: World) -> None:
    w = world.width
    base = shell(world, "#b9c1c9", "#8f8f94", boards=False)
    pen, rng = world.pen, Random(world.rng.random())
    for x in range(0, int(w) + 300, 300):
        pen.box(x - 8, 0, 16, base, "#6d7885", "#525c68")
    pen.box(-10, base * 0.05, w + 20, 20, "#5d6874")
    for x in range(100, int(w) + 100, 260):
        pen.shining().box(x, base * 0.05 + 20, 110, 10, "#fffbe6")
        pen.glow(x + 55, base * 0.08, 260, "#fff3cf", 0.4)
    for row in range(3):
        y = base * (0.40 + row * 0.30)
        for number in range(int(w / 170) + 1):
            if rng.random() < 0.82:
                draw_box(pen.at(70 + number * 168, y, rng.uniform(1.0, 1.4)), world.style("box"))
        pen.box(-10, y, w + 20, 16, "#e0782f", "#b5581f")
    for x in range(-6, int(w) + 340, 336):
        pen.box(x, base * 0.16, 18, base * 0.86, "#3f5f8f", "#2c4569")


def draw_library(world: World) -> None:
    w = world.width
    base = shell(world, "#8d6a4f", "#7a553a")
    rng = Random(world.rng.random())
    window(world, w * 0.38, base * 0.14, w * 0.24, base * 0.56)
    for x in (0.0, 0.68):
        for row in range(5):
            shelf(world.pen, rng, w * x, base * (0.20 + row * 0.19), w * 0.32, "#5d4028")
    pendant(world, w * 0.5, base * 0.1, 52, "#3f7a5a")
    lamp(world, w * 0.9, base + 30, 240)


def draw_bathroom(world: World) -> None:
    w = world.width
    base = shell(world, "#cfe3e4", "#9fb3b6", boards=False)
    pen = world.pen
    for x in range(0, int(w) + 90, 90):
        pen.line(f"M{x},0 V{base:.0f}", "#ffffff", 2, opacity=0.5)
    for y in range(0, int(base), 90):
        pen.line(f"M0,{y} H{w:.0f}", "#ffffff", 2, opacity=0.5)
    pen.disc(w * 0.5, base * 0.36, min(w * 0.24, base * 0.26), "#e0b877", "#b98d4f")
    pen.disc(w * 0.5, base * 0.36, min(w * 0.22, base * 0.24), "#f4fbff", "#b9d6e2")
    pen.box(w * 0.14, base * 0.82, w * 0.72, 26, "#ffffff", "#d3d8dd", radius=6)
    pen.box(w * 0.18, base * 0.82 + 26, w * 0.64, base * 0.2, "#c99b6d", "#93683f")
    draw_plant(pen.at(w * 0.2, base * 0.82, 1.2), world.style("plant"))
    picture(world, w * 0.84, base * 0.2, w * 0.1, base * 0.16, world.colour)


def draw_studio(world: World) -> None:
    """A recording or photo studio: dark walls, panels, coloured light."""
    w, h, pen = world.width, world.height, world.pen.shining()
    base = h * 0.74
    pen.box(-10, -10, w + 20, base + 20, "#1c1b2b", "#2c2942")
    size = 104
    for row in range(int(base / size) + 1):
        for column in range(int(w / size) + 1):
            left, top, across = column * size, row * size, (row + column) % 2
            pen.box(left + 3, top + 3, size - 6, min(size - 6, base - top), "#2b2940", "#211f33", radius=5)
            for slat in range(5):
                at = 9 + slat * 19
                if across:
                    pen.box(
                        left + at,
                        top + 9,
                        10,
                        min(size - 18, base - top - 9),
                        "#343150",
                        "#25233a",
                        radius=4,
                        along="right",
                    )
                else:
                    pen.box(left + 9, top + at, size - 18, 10, "#343150", "#25233a", radius=4)
    pen.glow(0, h * 0.3, w * 0.75, world.colour, 0.6)
    pen.glow(w, h * 0.36, w * 0.75, world.second, 0.55)
    pen.box(-10, base, w + 20, h - base + 20, "#3a3450", "#191624")
    for x, tone in ((0.1, world.colour), (0.9, world.second)):
        pen.line(f"M{w * x:.0f},{base + 40:.0f} V{h * 0.34:.0f}", "#0d0c14", 8)
        pen.box(w * x - 50, h * 0.28, 100, 100, "#ffffff", lighter(tone, 0.6), radius=10)
        pen.glow(w * x, h * 0.31, 260, lighter(tone, 0.4), 0.6)


HALLS = {
    "gym": draw_gym,
    "classroom": draw_classroom,
    "stage": draw_stage,
    "warehouse": draw_warehouse,
    "library": draw_library,
    "bathroom": draw_bathroom,
    "studio": draw_studio,
}
