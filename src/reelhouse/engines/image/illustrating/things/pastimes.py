"""What people play, lift, open in the rain and sit around."""
# ruff: noqa: ARG001, E501 - all things are drawn by one signature; an outline is one string

from dataclasses import replace
from math import cos, pi, sin

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.people import WAVING, figure, head, some_look
from reelhouse.engines.image.illustrating.things.thing import Realm, Style, Thing

METAL, METAL_SHADE, DARK = "#e3e8f2", "#8f98ac", "#22242f"


def draw_robot(pen: Pen, style: Style) -> None:
    tone = style.colour
    for x in (-17, 17):
        pen.box(x - 8, -26, 16, 22, METAL_SHADE, "#676f84", radius=5)
        pen.box(x - 13, -8, 26, 9, tone, darker(tone, 0.3), radius=4)
    pen.line("M-34,-60 Q-52,-48 -46,-30 M34,-60 Q54,-66 52,-88", METAL_SHADE, 8)
    pen.disc(-46, -28, 7.5, tone)
    pen.disc(52, -91, 7.5, tone)
    pen.box(-34, -72, 68, 50, METAL, METAL_SHADE, radius=14)
    pen.box(-19, -60, 38, 24, "#1b2238", "#2b3658", radius=6)
    shine = pen.shining()
    shine.line("M-14,-48 L-7,-48 L-3,-56 L3,-41 L7,-48 L14,-48", lighter(style.second, 0.25), 2.4)
    pen.line("M0,-116 L0,-128", METAL_SHADE, 4)
    shine.disc(0, -131, 5.4, lighter(style.second, 0.2))
    pen.glow(0, -131, 24, style.second, 0.6)
    pen.box(-38, -118, 76, 46, METAL, "#aab2c5", radius=18)
    pen.box(-29, -110, 58, 30, "#141a30", "#26304f", radius=13)
    for x in (-13, 13):
        pen.glow(x, -95, 16, lighter(tone, 0.4), 0.7)
        shine.ellipse(x, -95, 5, 6.4, lighter(tone, 0.55))
    shine.line("M-7,-86 Q0,-81 7,-86", lighter(tone, 0.55), 2)


def draw_astronaut(pen: Pen, style: Style) -> None:
    look = some_look(style.rng, "#f4f6fb")
    pen.box(-22, -98, 44, 46, "#c3c9d8", "#8d95a9", radius=9)
    figure(pen, replace(look, skin="#e3e8f2", cut="short", beard=False, trousers="#dfe3ee"), WAVING)
    head(pen, replace(look, cut="short"), 0, -116)
    pen.box(-9, -84, 18, 14, style.colour, darker(style.colour, 0.3), radius=3)
    for x, tone in ((-4, style.second), (3, "#ffffff")):
        pen.disc(x, -78, 2, tone)
    pen.disc(0, -117, 20, "#cfe8ff", "#7fb0e0", opacity=0.32)
    pen.ring(0, -117, 20, "#ffffff", 4)
    pen.fill("M-14,-121 C-13,-131 -4,-134 2,-133 C-5,-129 -9,-124 -10,-116 Z", "#ffffff", opacity=0.75)


def draw_dumbbell(pen: Pen, style: Style) -> None:
    bar = pen.at(0, -34, turn=-10)
    bar.box(-46, -6, 92, 12, METAL, METAL_SHADE, radius=5)
    for step in range(7):
        bar.line(f"M{-18 + step * 6},-5 v10", "#767e92", 1.4, opacity=0.7)
    for side in (-1, 1):
        plate = bar.at(0, 0, flip=side > 0)
        plate.box(-62, -34, 20, 68, lighter(style.colour, 0.2), darker(style.colour, 0.3), radius=6)
        plate.box(-80, -26, 19, 52, "#474c5c", DARK, radius=6)
        plate.box(-90, -8, 10, 16, METAL_SHADE, "#656c80", radius=3)


def draw_umbrella(pen: Pen, style: Style) -> None:
    pen.line("M0,-116 L0,-16 C0,2 -20,2 -20,-12", "#6b4a34", 5)
    canopy = "M-72,-56 C-66,-116 66,-116 72,-56 Q60,-68 48,-56 Q36,-68 24,-56 Q12,-68 0,-56 Q-12,-68 -24,-56 Q-36,-68 -48,-56 Q-60,-68 -72,-56 Z"
    pen.fill(canopy, lighter(style.colour, 0.2), darker(style.colour, 0.15))
    pen.fill(
        "M-24,-56 C-22,-92 -8,-104 0,-106 C8,-104 22,-92 24,-56 Q12,-68 0,-56 Q-12,-68 -24,-56 Z",
        lighter(style.second, 0.15),
        style.second,
    )
    pen.disc(0, -109, 3.4, "#6b4a34")


def draw_fire(pen: Pen, style: Style) -> None:
    pen.glow(0, -40, 130, "#ff9a3d", 0.75)
    for turn, tone in ((-16, "#7a4d32"), (16, "#8f5d3c")):
        pen.at(0, -8, turn=turn).box(-50, -8, 100, 15, lighter(tone, 0.15), darker(tone, 0.3), radius=7)
    flame = pen.shining()
    flame.fill(
        "M-34,-14 C-52,-46 -22,-62 -26,-92 C-8,-80 -4,-66 -4,-58 C4,-74 4,-96 -2,-116 C32,-96 50,-54 34,-14 Z",
        "#ffb03d",
        "#f2572f",
    )
    flame.fill(
        "M-20,-12 C-30,-36 -10,-48 -10,-66 C2,-54 4,-46 4,-40 C10,-48 12,-58 10,-68 C28,-48 32,-30 22,-12 Z",
        "#ffe277",
        "#ff9e34",
    )
    flame.fill("M-9,-12 C-14,-26 -2,-32 0,-44 C8,-32 14,-24 10,-12 Z", "#fffbe2")
    for x in (-50, -26, 2, 30, 52):
        pen.ellipse(x, -2, 13, 7, "#8b8f9d", "#5d616f")


def draw_ball(pen: Pen, style: Style) -> None:
    pen.disc(0, -50, 50, "#ffffff", "#bcc3d3")
    panel = darker(style.own("#2b2f40"), 0.1)
    for turn in range(0, 360, 72):
        rim = pen.at(0, -50, turn=turn)
        rim.fill("M-13,-49 Q0,-52 13,-49 L8,-37 L-8,-37 Z", panel)
        rim.line("M0,-37 L0,-17", panel, 2.4)
        rim.line("M8,-37 L28,-30", panel, 2)
    pen.fill(
        paths.polygon([(17 * sin(n * 2 * pi / 5), -50 - 17 * cos(n * 2 * pi / 5)) for n in range(5)]), panel
    )


def draw_controller(pen: Pen, style: Style) -> None:
    body = "M-52,-66 C-30,-74 30,-74 52,-66 C74,-56 84,-14 74,-4 C62,6 48,-10 38,-24 L-38,-24 C-48,-10 -62,6 -74,-4 C-84,-14 -74,-56 -52,-66 Z"
    pen.fill(body, lighter(style.colour, 0.25), darker(style.colour, 0.25))
    pen.box(-50, -56, 8, 26, DARK, radius=2)
    pen.box(-59, -47, 26, 8, DARK, radius=2)
    for x, y, tone in (
        (46, -55, "#ffd257"),
        (57, -44, "#ff6b6b"),
        (35, -44, "#5fc9f0"),
        (46, -33, "#74d48a"),
    ):
        pen.disc(x, y, 5, tone)
    for x in (-22, 20):
        pen.disc(x, -34, 11, "#3a3e4d", DARK)
        pen.disc(x - 1, -36, 6, "#585e70")
    pen.box(-8, -58, 16, 5, "#ffffff", radius=2.5, opacity=0.8)


def draw_snowman(pen: Pen, style: Style) -> None:
    pen.line("M-24,-62 L-56,-82 M24,-62 L58,-78", "#6b4a34", 4)
    for y, radius in ((-30, 32), (-70, 24), (-103, 18)):
        pen.disc(0, y, radius, "#ffffff", "#cfdcea")
    pen.box(-22, -89, 44, 8, style.colour, darker(style.colour, 0.2), radius=4)
    pen.box(8, -86, 9, 28, style.colour, darker(style.colour, 0.2), radius=3)
    for x in (-6, 6):
        pen.disc(x, -107, 2.3, DARK)
    pen.fill("M0,-104 L20,-100 L0,-98 Z", "#f58a3a")
    for y in (-74, -64):
        pen.disc(0, y, 2.6, DARK)
    pen.box(-22, -122, 44, 5, DARK, radius=2)
    pen.box(-14, -144, 28, 24, "#3a3d4c", DARK, radius=3)
    pen.box(-14, -128, 28, 6, style.second)


PASTIMES = {
    "robot": Thing(draw_robot, 116, 134, Realm.GROUND, 500),
    "astronaut": Thing(draw_astronaut, 70, 136, Realm.GROUND, 560),
    "dumbbell": Thing(draw_dumbbell, 180, 74, size=280),
    "umbrella": Thing(draw_umbrella, 144, 112, size=440),
    "fire": Thing(draw_fire, 120, 116, Realm.GROUND, 380),
    "ball": Thing(draw_ball, 100, 100, Realm.GROUND, 320),
    "controller": Thing(draw_controller, 156, 72, size=280),
    "snowman": Thing(draw_snowman, 116, 144, Realm.GROUND, 500),
}
