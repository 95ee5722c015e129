"""Insects and what else creeps, flutters or haunts."""
# ruff: noqa: E501 - outlines are strings, measures no constants, signatures alike

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.creatures.sea import DARK, eye
from reelhouse.engines.image.illustrating.things.thing import Realm, Style, Thing


def draw_bee(pen: Pen, style: Style) -> None:
    tone = style.own("#f6c531")
    for x, turn in ((-8, -24), (14, 18)):
        wing = pen.at(x, -64, turn=turn)
        wing.ellipse(0, -22, 17, 27, "#eef8ff", "#a9cdea", opacity=0.85)
        wing.line("M0,0 L0,-40", "#8fb4d2", 1.2)
    pen.fill("M48,-42 L68,-38 L48,-32 Z", DARK)
    pen.ellipse(6, -38, 46, 30, lighter(tone, 0.25), darker(tone, 0.08))
    for x, half in ((-4, 29), (18, 28), (38, 21)):
        pen.fill(f"M{x},{-38 - half} q9,{half} 0,{half * 2} h9 q9,{-half} 0,{-half * 2} Z", "#33272c")
    pen.disc(-40, -42, 25, lighter(tone, 0.3), darker(tone, 0.05))
    pen.line("M-48,-64 C-52,-78 -58,-82 -64,-84 M-36,-66 C-36,-80 -38,-86 -42,-92", "#33272c", 3)
    for x, y in ((-64, -84), (-42, -92)):
        pen.disc(x, y, 4, "#33272c")
    eye(pen, -50, -44, 5)
    eye(pen, -32, -44, 5)
    pen.line("M-46,-32 C-42,-27 -38,-27 -34,-32", "#7d4a1c", 2)


def draw_ladybug(pen: Pen, style: Style) -> None:
    tone = style.own("#df3d3f")
    for x in (-34, -10, 18, 38):
        pen.line(f"M{x},-14 q-3,8 -8,14", DARK, 5)
    pen.fill("M-34,-14 C-64,-14 -70,-50 -46,-58 C-34,-60 -26,-50 -24,-40 Z", "#3a3040", "#1f1924")
    pen.fill("M-40,-12 C-42,-60 -6,-78 16,-74 C44,-70 60,-44 58,-12 Z", lighter(tone, 0.2), darker(tone, 0.2))
    pen.line("M-36,-30 C-4,-40 34,-34 58,-14", darker(tone, 0.5), 2.4)
    for x, y, size in ((-10, -54, 8), (20, -58, 8), (4, -28, 7), (34, -38, 7), (-24, -28, 6), (30, -18, 6)):
        pen.ellipse(x, y, size, size * 0.86, "#2a2230")
    pen.line("M-54,-56 C-58,-70 -64,-74 -70,-76 M-46,-58 C-46,-72 -48,-78 -52,-84", DARK, 3)
    pen.disc(-54, -40, 7, "#ffffff")
    eye(pen, -55, -40, 4.4)
    pen.ellipse(2, -66, 16, 5, "#ffffff", opacity=0.35)


def draw_snail(pen: Pen, style: Style) -> None:
    body, shell = "#d9b98c", style.own("#b8733f")
    pen.fill(
        "M-76,-4 C-84,-30 -80,-56 -66,-58 C-50,-58 -52,-34 -40,-24 C-10,-20 40,-22 72,-2 Q0,4 -76,-4 Z",
        lighter(body, 0.2),
        darker(body, 0.15),
    )
    pen.line("M-72,-56 L-82,-82 M-62,-57 L-62,-84", darker(body, 0.1), 4)
    eye(pen, -82, -85, 5)
    eye(pen, -62, -87, 5)
    pen.line("M-76,-38 C-72,-33 -66,-34 -64,-38", darker(body, 0.5), 2)
    pen.disc(12, -50, 43, lighter(shell, 0.25), darker(shell, 0.2))
    pen.line(
        "M12,-8 C-18,-8 -30,-30 -26,-52 C-22,-76 4,-84 22,-76 C42,-66 42,-40 26,-32 C12,-26 -2,-36 2,-50 C6,-60 20,-60 20,-50",
        darker(shell, 0.4),
        4.4,
    )
    pen.ellipse(-4, -78, 14, 6, "#ffffff", opacity=0.3)


def draw_snake(pen: Pen, style: Style) -> None:
    tone = style.own("#5fae57")
    for path, width in (
        ("M70,-8 C40,4 -50,6 -56,-12 C-58,-30 50,-20 48,-38", 19),
        ("M48,-38 C46,-56 -30,-40 -34,-58 C-38,-78 0,-70 -4,-92", 16),
    ):
        pen.line(path, darker(tone, 0.2), width)
        pen.line(path, tone, width - 6)
    for x, y in (
        (-44, -14),
        (-16, -9),
        (16, -9),
        (44, -10),
        (-6, -33),
        (24, -33),
        (-10, -54),
        (20, -51),
        (-24, -62),
    ):
        pen.fill(f"M{x - 6},{y} L{x},{y - 5} L{x + 6},{y} L{x},{y + 5} Z", "#f3d66b")
    pen.ellipse(-6, -100, 21, 16, lighter(tone, 0.2), darker(tone, 0.05))
    pen.line("M-10,-86 L-14,-74 L-20,-68 M-14,-74 L-11,-66", "#e2444c", 2.6)
    for x in (-14, 2):
        pen.disc(x, -105, 5.4, "#ffffff")
        eye(pen, x, -104, 3.6)


def draw_bat(pen: Pen, style: Style) -> None:
    tone = style.own("#5a4a72")
    for side in (False, True):
        wing = pen.at(0, 0, flip=side)
        wing.fill(
            "M-18,-58 C-44,-92 -78,-92 -104,-74 C-92,-66 -92,-54 -90,-44 C-78,-52 -66,-48 -60,-36 C-50,-44 -36,-42 -16,-30 Z",
            lighter(tone, 0.12),
            darker(tone, 0.25),
        )
        wing.line("M-20,-52 L-98,-74 M-20,-48 L-88,-48 M-20,-44 L-60,-38", darker(tone, 0.4), 2)
        wing.fill("M-22,-78 L-26,-108 L-4,-88 Z", tone, darker(tone, 0.2))
    pen.ellipse(0, -52, 28, 38, lighter(tone, 0.2), darker(tone, 0.12))
    pen.ellipse(0, -38, 16, 20, lighter(tone, 0.4), opacity=0.8)
    for x in (-10, 10):
        pen.disc(x, -68, 7, "#ffe27a")
        eye(pen, x, -67, 4.4)
    for x in (-5, 3):
        pen.fill(f"M{x - 1},-54 l5,0 l-2.4,7 Z", "#ffffff")


def draw_ghost(pen: Pen, style: Style) -> None:
    tone = style.own("#f4f4fb")
    pen.glow(0, -60, 120, lighter(tone, 0.3), 0.4)
    pen.fill(
        "M-42,-4 C-46,-60 -46,-120 0,-120 C46,-120 46,-60 42,-4 C34,-18 24,-18 20,-4 C12,-18 2,-18 0,-4 C-4,-18 -14,-18 -20,-4 C-26,-18 -34,-18 -42,-4 Z",
        lighter(tone, 0.3),
        darker(tone, 0.18),
    )
    pen.fill("M-42,-58 C-60,-66 -64,-54 -58,-44 C-52,-38 -46,-42 -42,-46 Z", tone, darker(tone, 0.15))
    pen.fill("M42,-66 C60,-80 66,-68 60,-58 C54,-50 48,-50 42,-52 Z", tone, darker(tone, 0.15))
    for x in (-14, 14):
        pen.ellipse(x, -84, 7, 10, DARK)
        pen.disc(x - 2, -88, 2.6, "#ffffff")
    pen.ellipse(0, -62, 7, 9, "#4a3a55")
    for x in (-24, 24):
        pen.ellipse(x, -70, 6, 4, "#ff9fb0", opacity=0.5)


SMALL = {
    "bee": Thing(draw_bee, 140, 96, Realm.AIR, 280),
    "ladybug": Thing(draw_ladybug, 130, 84, Realm.GROUND, 280),
    "snail": Thing(draw_snail, 160, 94, Realm.GROUND, 300),
    "snake": Thing(draw_snake, 140, 118, Realm.GROUND, 360),
    "bat": Thing(draw_bat, 208, 110, Realm.AIR, 300),
    "ghost": Thing(draw_ghost, 120, 122, Realm.GROUND, 460),
}
