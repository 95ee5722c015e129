"""What lives in the sea and on its shore."""
# ruff: noqa: E501 - outlines are strings, measures no constants, signatures alike

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.thing import Realm, Style, Thing

DARK = "#2a2230"


def eye(pen: Pen, x: float, y: float, size: float = 4.6) -> None:
    pen.disc(x, y, size, DARK)
    pen.disc(x - size * 0.3, y - size * 0.35, size * 0.36, "#ffffff")


def draw_whale(pen: Pen, style: Style) -> None:
    tone = style.own("#4f7fb8")
    pen.fill(
        "M60,-46 C78,-52 84,-66 82,-82 C92,-78 100,-78 108,-86 C110,-66 98,-42 74,-34 Z",
        tone,
        darker(tone, 0.2),
    )
    pen.fill(
        "M-88,-38 C-86,-82 -40,-92 0,-84 C36,-78 58,-58 80,-44 C66,-14 20,-4 -20,-4 C-60,-4 -88,-14 -88,-38 Z",
        lighter(tone, 0.2),
        darker(tone, 0.15),
    )
    pen.fill(
        "M-86,-30 C-60,-18 -10,-14 40,-18 C20,-6 -4,-4 -24,-4 C-60,-4 -82,-14 -86,-30 Z", "#eaf2fa", "#b9cfe4"
    )
    for step in range(5):
        pen.line(f"M{-70 + step * 12},{-20 + step * 1.5} q10,7 26,8", "#9fb9d2", 1.5)
    pen.fill("M-20,-24 C-14,-6 2,4 16,4 C12,-8 6,-20 0,-28 Z", tone, darker(tone, 0.25))
    eye(pen, -54, -44)
    pen.line("M-86,-34 C-74,-26 -64,-28 -58,-34", darker(tone, 0.5), 2.2)
    for turn in (-26, 22):
        pen.at(-22, -86, turn=turn).line("M0,0 C0,-12 -2,-20 0,-28", "#dff4ff", 4, opacity=0.8)


def draw_dolphin(pen: Pen, style: Style) -> None:
    tone = style.own("#6f9fc8")
    pen.fill("M74,-18 C90,-22 100,-16 112,-8 C104,-2 98,6 98,16 C84,12 74,0 68,-8 Z", tone, darker(tone, 0.2))
    pen.fill("M-8,-76 C2,-98 18,-106 28,-104 C22,-92 24,-80 32,-66 Z", tone, darker(tone, 0.25))
    pen.fill(
        "M-98,-36 C-88,-42 -78,-44 -72,-50 C-50,-86 10,-86 46,-52 C62,-38 74,-24 82,-10 C52,-14 24,-22 -8,-22 C-40,-22 -60,-24 -72,-30 C-82,-28 -92,-30 -98,-36 Z",
        lighter(tone, 0.22),
        darker(tone, 0.12),
    )
    pen.fill(
        "M-92,-34 C-70,-34 -40,-40 -6,-34 C24,-28 54,-18 80,-11 C52,-14 24,-22 -8,-22 C-40,-22 -60,-24 -72,-30 Z",
        "#f2f8fd",
        opacity=0.92,
    )
    pen.fill("M-26,-30 C-24,-14 -14,-2 2,2 C2,-10 0,-20 -6,-30 Z", tone, darker(tone, 0.3))
    eye(pen, -58, -50, 3.8)
    pen.line("M-94,-37 C-82,-34 -74,-36 -66,-40", darker(tone, 0.5), 1.6)


def draw_shark(pen: Pen, style: Style) -> None:
    tone = style.own("#7c8ca3")
    pen.fill(
        "M70,-40 C80,-58 92,-74 106,-84 C104,-66 100,-52 96,-40 C100,-30 106,-20 108,-8 C92,-16 78,-26 70,-34 Z",
        tone,
        darker(tone, 0.25),
    )
    pen.fill("M-8,-66 C0,-88 12,-102 26,-108 C24,-90 28,-76 38,-60 Z", tone, darker(tone, 0.25))
    pen.fill(
        "M-98,-42 C-66,-74 -10,-80 30,-62 C50,-54 64,-46 80,-40 C56,-22 10,-10 -34,-14 C-64,-18 -84,-30 -98,-42 Z",
        lighter(tone, 0.18),
        darker(tone, 0.15),
    )
    pen.fill(
        "M-94,-39 C-60,-34 0,-30 78,-40 C54,-22 10,-10 -34,-14 C-62,-18 -82,-28 -94,-39 Z",
        "#f3f6fa",
        "#cbd4e0",
    )
    pen.fill("M-18,-22 C-18,-2 -6,10 10,14 C10,0 8,-12 4,-24 Z", tone, darker(tone, 0.3))
    for x in (-38, -31, -24):
        pen.line(f"M{x},-50 q-4,9 0,18", darker(tone, 0.35), 1.8)
    eye(pen, -64, -50, 4)
    pen.fill("M-88,-34 C-76,-22 -60,-20 -52,-26 C-62,-30 -76,-34 -88,-34 Z", "#7d2733")
    for x in (-80, -72, -64):
        pen.fill(f"M{x - 3},{-33 - (x + 72) * 0.1:.1f} l7,1 l-3,6 Z", "#ffffff")


def draw_octopus(pen: Pen, style: Style) -> None:
    tone = style.own("#c9567e")
    for number, x in enumerate((-44, -28, -12, 12, 28, 44)):
        bend = x * 0.9
        shade = darker(tone, 0.12 if number % 2 else 0.0)
        pen.line(
            f"M{x * 0.6:.0f},-44 C{x},-20 {x + bend * 0.2:.0f},-4 {x + bend * 0.9:.0f},-8 C{x + bend * 1.1:.0f},-12 {x + bend * 0.9:.0f},-20 {x + bend * 0.7:.0f},-16",
            shade,
            11,
        )
    pen.fill(
        "M-42,-62 C-46,-112 46,-112 42,-62 C40,-42 24,-34 0,-34 C-24,-34 -40,-42 -42,-62 Z",
        lighter(tone, 0.25),
        darker(tone, 0.1),
    )
    for x, y, size in ((-22, -92, 5), (-8, -100, 3.6), (20, -94, 4)):
        pen.disc(x, y, size, lighter(tone, 0.4), opacity=0.7)
    for x in (-15, 15):
        pen.disc(x, -66, 10, "#ffffff")
        eye(pen, x, -64, 6)
    pen.line("M-8,-50 C-4,-45 4,-45 8,-50", darker(tone, 0.5), 2)


def draw_jellyfish(pen: Pen, style: Style) -> None:
    tone = style.own("#b98cf0")
    pen.glow(0, -74, 90, tone, 0.5)
    for number, x in enumerate((-30, -18, -6, 6, 18, 30)):
        sway = 10 if number % 2 else -10
        pen.line(
            f"M{x},-60 C{x + sway},-40 {x - sway},-22 {x + sway * 0.6},-2",
            lighter(tone, 0.25),
            4,
            opacity=0.8,
        )
    pen.fill(
        "M-44,-58 C-46,-116 46,-116 44,-58 Q33,-66 22,-58 Q11,-66 0,-58 Q-11,-66 -22,-58 Q-33,-66 -44,-58 Z",
        lighter(tone, 0.35),
        tone,
    )
    pen.fill("M-30,-72 C-30,-98 -12,-104 -4,-104 C-18,-96 -24,-84 -22,-72 Z", "#ffffff", opacity=0.45)
    for x in (-12, 12):
        eye(pen, x, -72, 4.4)
    pen.line("M-5,-65 C-2,-62 2,-62 5,-65", darker(tone, 0.5), 1.6)


def draw_turtle(pen: Pen, style: Style) -> None:
    skin, shell = style.own("#8cbf5f"), "#5f8a4a" if not style.chosen else darker(style.colour, 0.25)
    for x, turn in ((-34, 18), (34, -18)):
        pen.at(x, -10, turn=turn).ellipse(0, 0, 18, 10, lighter(skin, 0.1), darker(skin, 0.2))
    pen.fill("M44,-20 C54,-20 60,-14 66,-10 C58,-8 50,-8 42,-10 Z", skin, darker(skin, 0.2))
    pen.fill(
        "M-50,-22 C-74,-24 -90,-38 -88,-52 C-86,-66 -64,-68 -56,-54 C-52,-46 -48,-40 -38,-36 Z",
        lighter(skin, 0.2),
        darker(skin, 0.1),
    )
    pen.fill(
        "M-56,-16 C-56,-56 -28,-74 0,-74 C30,-74 56,-54 56,-16 C30,-8 -30,-8 -56,-16 Z",
        lighter(shell, 0.2),
        darker(shell, 0.25),
    )
    for x, y, size in ((0, -46, 13), (-26, -40, 10), (26, -40, 10), (-12, -24, 9), (14, -24, 9)):
        pen.fill(
            f"M{x - size},{y} L{x - size / 2},{y - size * 0.85:.1f} L{x + size / 2},{y - size * 0.85:.1f} L{x + size},{y} L{x + size / 2},{y + size * 0.85:.1f} L{x - size / 2},{y + size * 0.85:.1f} Z",
            lighter(shell, 0.35),
            shell,
        )
    pen.fill("M-56,-16 C-30,-8 30,-8 56,-16 C50,-6 -50,-6 -56,-16 Z", "#e8dca8", "#b8a46a")
    eye(pen, -72, -54, 4)
    pen.line("M-86,-46 C-80,-42 -76,-42 -72,-44", darker(skin, 0.5), 1.8)


def draw_crab(pen: Pen, style: Style) -> None:
    tone = style.own("#e2573f")
    for side in (False, True):
        leg = pen.at(0, 0, flip=side)
        leg.line(
            "M-30,-26 C-48,-30 -54,-16 -58,-4 M-26,-20 C-40,-20 -44,-10 -46,0 M-32,-32 C-54,-38 -64,-26 -70,-12",
            darker(tone, 0.15),
            6,
        )
        leg.line("M-34,-44 C-52,-50 -56,-62 -52,-70", tone, 9)
        leg.fill(
            "M-52,-68 C-72,-72 -78,-94 -64,-106 C-64,-96 -60,-92 -56,-90 C-52,-94 -48,-98 -46,-106 C-34,-92 -38,-72 -52,-68 Z",
            lighter(tone, 0.2),
            darker(tone, 0.12),
        )
        leg.line("M-12,-54 L-14,-70", darker(tone, 0.1), 5)
        leg.disc(-14, -74, 8, "#ffffff")
        eye(leg, -13, -73, 4.8)
    pen.fill(
        "M-46,-32 C-44,-60 44,-60 46,-32 C40,-12 -40,-12 -46,-32 Z", lighter(tone, 0.22), darker(tone, 0.15)
    )
    pen.line("M-12,-28 C-6,-21 6,-21 12,-28", darker(tone, 0.5), 2.4)


def draw_seal(pen: Pen, style: Style) -> None:
    tone = style.own("#8a93a6")
    pen.fill(
        "M60,-12 C78,-24 92,-26 100,-22 C94,-14 94,-8 102,0 C86,4 70,2 56,-2 Z", tone, darker(tone, 0.25)
    )
    pen.fill(
        "M-52,0 C-62,-40 -56,-84 -28,-92 C0,-96 10,-74 14,-54 C30,-30 56,-24 72,-8 C64,0 20,0 -52,0 Z",
        lighter(tone, 0.2),
        darker(tone, 0.2),
    )
    pen.fill(
        "M-50,-6 C-56,-34 -50,-58 -34,-60 C-18,-56 -8,-28 -6,-2 C-20,0 -40,0 -50,-6 Z",
        "#eef1f6",
        opacity=0.75,
    )
    pen.fill("M-8,-20 C-2,-4 12,4 26,2 C24,-8 12,-18 2,-26 Z", tone, darker(tone, 0.3))
    pen.ellipse(-38, -68, 13, 9, "#eef1f6")
    pen.ellipse(-43, -73, 5, 3.6, DARK)
    for drop in (-3, 1, 5):
        pen.line(f"M-44,{-67 + drop} l-22,{drop * 1.6 - 1}", "#ffffff", 1, opacity=0.8)
    eye(pen, -30, -80, 4.6)
    eye(pen, -46, -81, 4)


SEA = {
    "whale": Thing(draw_whale, 200, 116, Realm.WATER, 360),
    "dolphin": Thing(draw_dolphin, 210, 112, Realm.WATER, 320),
    "shark": Thing(draw_shark, 210, 112, Realm.WATER, 330),
    "octopus": Thing(draw_octopus, 130, 106, Realm.WATER, 400),
    "jellyfish": Thing(draw_jellyfish, 96, 108, Realm.WATER, 400),
    "turtle": Thing(draw_turtle, 156, 76, Realm.GROUND, 280),
    "crab": Thing(draw_crab, 150, 108, Realm.GROUND, 320),
    "seal": Thing(draw_seal, 160, 96, Realm.GROUND, 360),
}
