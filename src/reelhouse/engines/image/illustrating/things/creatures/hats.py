"""Hats, helmets and what hands hold; a head's middle is (0, 0), some 37 wide to each side."""
# ruff: noqa: ARG001, E501 - outlines are strings, measures no constants, signatures alike

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.thing import Style

GOLD, GOLD_SHADE = "#ffe08a", "#d19a2e"
STEEL, STEEL_SHADE = "#eef1f7", "#8790a6"
WOOD = "#8a5a36"


def bubble_back(at: Pen, style: Style) -> None:
    at.disc(0, -10, 61, "#ffffff", "#b9c2d4")
    at.disc(0, -10, 55, "#31456e", "#141d3a")


def bubble(at: Pen, style: Style) -> None:
    at.disc(0, -10, 55, "#cfe8ff", "#6fa4e0", opacity=0.16)
    at.ring(0, -10, 58, "#f6f8fc", 7)
    at.ring(0, -10, 54, "#8f9bb2", 1.6, opacity=0.8)
    at.fill(
        "M-42,-28 C-38,-50 -18,-60 -2,-60 C-20,-52 -32,-40 -36,-20 C-38,-18 -42,-22 -42,-28 Z",
        "#ffffff",
        opacity=0.6,
    )
    at.fill("M38,14 C32,28 22,36 12,40 C24,28 32,18 36,6 C39,6 40,10 38,14 Z", "#ffffff", opacity=0.32)
    at.box(-30, 42, 60, 12, "#e8ecf4", "#a9b2c4", radius=6)
    at.ellipse(-60, -8, 7, 12, "#d3d9e6", "#8f98ac")
    at.ellipse(60, -8, 7, 12, "#d3d9e6", "#8f98ac")


def wizard(at: Pen, style: Style) -> None:
    tone = "#4b3fa8"
    at.fill(
        "M-30,-24 C-24,-56 -8,-88 22,-104 C16,-84 24,-52 30,-24 Z", lighter(tone, 0.2), darker(tone, 0.15)
    )
    at.ellipse(0, -25, 52, 10, lighter(tone, 0.1), darker(tone, 0.25))
    at.fill("M-30,-30 C-12,-22 12,-22 30,-30 L29,-38 C12,-31 -12,-31 -28,-38 Z", GOLD, GOLD_SHADE)
    for x, y, size in ((-6, -52, 0.7), (10, -70, 0.5), (12, -46, 0.45)):
        at.at(x, y, size).fill("M0,-10 L3,-3 L10,-2 L5,3 L6,10 L0,6 L-6,10 L-5,3 L-10,-2 L-3,-3 Z", "#ffdf7a")


def witch(at: Pen, style: Style) -> None:
    at.fill("M-28,-24 C-20,-60 0,-84 -18,-104 C10,-96 24,-60 28,-24 Z", "#4a3a60", "#241c33")
    at.ellipse(0, -25, 54, 10, "#43345a", "#1f182c")
    at.fill(
        "M-28,-30 C-12,-22 12,-22 28,-30 L27,-39 C12,-32 -12,-32 -26,-39 Z",
        lighter(style.second, 0.1),
        style.second,
    )


def crown(at: Pen, style: Style) -> None:
    at.fill("M-28,-24 L-34,-58 L-16,-42 L0,-66 L16,-42 L34,-58 L28,-24 Q0,-16 -28,-24 Z", GOLD, GOLD_SHADE)
    for x, y, tone in ((0, -34, style.colour), (-17, -33, "#ffffff"), (17, -33, "#ffffff")):
        at.disc(x, y, 4, lighter(tone, 0.3), tone)
    for x, y in ((-34, -59), (0, -67), (34, -59)):
        at.disc(x, y, 4, GOLD)


def tiara(at: Pen, style: Style) -> None:
    at.fill(
        "M-26,-24 Q-14,-30 -10,-38 Q-4,-34 0,-52 Q4,-34 10,-38 Q14,-30 26,-24 Q0,-32 -26,-24 Z",
        "#ffffff",
        "#c9d2e6",
    )
    at.disc(0, -38, 4, lighter(style.colour, 0.4), style.colour)


def helmet(at: Pen, style: Style) -> None:
    at.fill(
        "M-42,4 C-46,-34 -24,-50 0,-50 C24,-50 46,-34 42,4 L34,6 C34,-12 24,-20 0,-20 C-24,-20 -34,-12 -34,6 Z",
        STEEL,
        STEEL_SHADE,
    )
    at.box(-3, -50, 6, 30, "#c3cad8", STEEL_SHADE)
    at.fill(
        "M-2,-48 C-6,-70 14,-84 36,-72 C22,-70 14,-60 6,-47 Z",
        lighter(style.colour, 0.15),
        darker(style.colour, 0.2),
    )
    for x in (-30, -20, 20, 30):
        at.disc(x, -18 - (30 - abs(x)) * 0.3, 2, "#727b90")


def tricorne(at: Pen, style: Style) -> None:
    at.fill(
        "M-50,-22 C-40,-52 -22,-62 0,-62 C22,-62 40,-52 50,-22 C26,-34 -26,-34 -50,-22 Z",
        "#33303f",
        "#17151f",
    )
    at.line("M-49,-23 C-26,-35 26,-35 49,-23", GOLD, 3)
    at.disc(0, -46, 7, "#ffffff")
    at.box(-4.5, -43, 9, 6, "#ffffff", radius=2)
    for x in (-2.6, 2.6):
        at.disc(x, -46, 1.8, "#17151f")
    at.ellipse(15, -5, 9.6, 8.6, "#17151f")
    at.line("M-36,-16 L38,-2", "#17151f", 2.6)


def mask(at: Pen, style: Style) -> None:
    at.fill(
        "M-40,-12 C-40,-34 -22,-38 0,-38 C22,-38 40,-34 40,-12 C20,-18 -20,-18 -40,-12 Z",
        "#2b2d3f",
        "#1b1c2b",
    )
    at.fill("M-40,6 C-20,2 20,2 40,6 C36,26 16,36 0,36 C-16,36 -36,26 -40,6 Z", "#2b2d3f", "#1b1c2b")
    at.box(-40, -24, 80, 8, "#c9383c", "#8f2228", radius=2)
    at.fill("M38,-22 L62,-34 L58,-22 L66,-14 L38,-16 Z", "#c9383c", "#8f2228")


def eye_mask(at: Pen, style: Style) -> None:
    for side in (False, True):
        at.at(0, 0, flip=side).fill(
            "M0,-9 C-8,-17 -26,-18 -38,-12 C-34,2 -26,6 -16,5 C-8,4 -3,0 0,-3 Z M-15,-12 C-22,-12 -22,2 -15,2 C-8,2 -8,-12 -15,-12 Z",
            "#d8383c",
            "#a8252c",
        )


def stetson(at: Pen, style: Style) -> None:
    at.fill("M-24,-28 C-26,-62 -14,-60 0,-56 C14,-60 26,-62 24,-28 Z", "#b98552", "#7d5230")
    at.fill(
        "M-60,-34 C-34,-16 34,-16 60,-34 C44,-18 28,-14 0,-14 C-28,-14 -44,-18 -60,-34 Z",
        "#a9743f",
        "#6f4726",
    )
    at.fill("M-24,-30 C-8,-24 8,-24 24,-30 L24,-37 C8,-31 -8,-31 -24,-37 Z", "#4a2f1f")


def horned(at: Pen, style: Style) -> None:
    for side in (False, True):
        at.at(0, 0, flip=side).fill(
            "M-32,-28 C-50,-34 -58,-52 -50,-72 C-42,-58 -34,-50 -22,-44 Z", "#fff6e0", "#c2ac86"
        )
    at.fill(
        "M-40,-14 C-40,-46 -22,-54 0,-54 C22,-54 40,-46 40,-14 C20,-22 -20,-22 -40,-14 Z", STEEL, STEEL_SHADE
    )
    at.box(-4, -54, 8, 40, GOLD, GOLD_SHADE)
    at.line("M-40,-15 C-20,-23 20,-23 40,-15", GOLD_SHADE, 6)


def kabuto(at: Pen, style: Style) -> None:
    at.fill(
        "M-44,-6 C-46,-44 -22,-52 0,-52 C22,-52 46,-44 44,-6 C36,-20 -36,-20 -44,-6 Z", "#3a2f45", "#1f1828"
    )
    at.fill(
        "M-4,-36 C-26,-44 -34,-62 -30,-78 C-22,-60 -12,-54 0,-50 C12,-54 22,-60 30,-78 C34,-62 26,-44 4,-36 Z",
        GOLD,
        GOLD_SHADE,
    )
    at.disc(0, -36, 6, "#c9383c")


def fedora(at: Pen, style: Style) -> None:
    at.fill("M-26,-26 C-28,-56 -14,-60 0,-54 C14,-60 28,-56 26,-26 Z", "#8d7350", "#5f4a32")
    at.ellipse(0, -25, 46, 8, "#84693f", "#54402a")
    at.fill("M-26,-28 C-8,-22 8,-22 26,-28 L26,-37 C8,-31 -8,-31 -26,-37 Z", "#2f2720")


def santa(at: Pen, style: Style) -> None:
    at.fill("M-32,-26 C-26,-60 6,-80 44,-58 C34,-54 28,-44 32,-26 Z", "#e2444c", "#a8232c")
    at.box(-37, -34, 74, 14, "#ffffff", "#dfe3ec", radius=7)
    at.disc(45, -56, 9, "#ffffff", "#dfe3ec")


def toque(at: Pen, style: Style) -> None:
    at.fill(
        "M-26,-30 C-50,-44 -34,-72 -14,-64 C-6,-80 22,-78 24,-64 C46,-68 46,-40 26,-30 Z",
        "#ffffff",
        "#d9dde8",
    )
    at.box(-27, -38, 54, 15, "#ffffff", "#dfe2ec", radius=3)


def mirror(at: Pen, style: Style) -> None:
    at.line("M-37,-16 C-20,-26 20,-26 37,-16", "#5a6274", 4)
    at.disc(0, -28, 9, "#ffffff", "#9aa4b6")


def goggles(at: Pen, style: Style) -> None:
    at.line("M-38,-20 C-20,-26 20,-26 38,-20", "#4a3b33", 6)
    for x in (-14, 14):
        at.disc(x, -24, 11, "#c99a54", "#7d5a2c")
        at.disc(x, -24, 8, lighter(style.second, 0.5), style.second)
        at.ellipse(x - 3, -27, 3, 2, "#ffffff", opacity=0.8)


def safari(at: Pen, style: Style) -> None:
    at.fill("M-34,-24 C-32,-54 -14,-60 0,-60 C14,-60 32,-54 34,-24 Z", "#e6d2a4", "#b39a68")
    at.ellipse(0, -24, 48, 9, "#dcc794", "#a48b5c")
    at.fill("M-34,-28 C-12,-22 12,-22 34,-28 L33,-36 C12,-30 -12,-30 -33,-36 Z", "#7d6238")


def peak(at: Pen, style: Style) -> None:
    at.fill(
        "M-38,-8 C-42,-36 -20,-42 0,-38 C20,-42 42,-36 38,-8 C32,-22 18,-28 0,-18 C-18,-28 -32,-22 -38,-8 Z",
        "#241f2e",
        "#15111c",
    )
    for x in (-6, 4):
        at.fill(f"M{x - 2},21 l4,0 l-2,7 Z", "#ffffff")


def staff(at: Pen, style: Style) -> None:
    at.line("M0,86 L0,-36", WOOD, 6)
    at.glow(0, -46, 44, style.second, 0.8)
    at.shining().disc(0, -46, 11, lighter(style.second, 0.6), style.second)


def broom(at: Pen, style: Style) -> None:
    at.line("M0,86 L0,-30", WOOD, 5)
    at.fill(
        "M-6,-28 L6,-28 C10,-46 20,-58 16,-72 C6,-66 -6,-66 -16,-72 C-20,-58 -10,-46 -6,-28 Z",
        "#e2b560",
        "#a8782f",
    )


def wand(at: Pen, style: Style) -> None:
    at.line("M0,6 L12,-34", "#ffffff", 3.4)
    at.glow(13, -40, 30, style.second, 0.7)
    at.at(13, -40, 1.3).fill(
        "M0,-10 L3,-3 L10,-2 L5,3 L6,10 L0,6 L-6,10 L-5,3 L-10,-2 L-3,-3 Z", "#ffe27a", "#ffb93d"
    )


def sceptre(at: Pen, style: Style) -> None:
    at.line("M0,48 L0,-26", GOLD_SHADE, 5)
    at.disc(0, -33, 9, lighter(style.colour, 0.4), style.colour)
    at.box(-8, -26, 16, 5, GOLD, radius=2)


def sword(at: Pen, style: Style) -> None:
    blade = at.at(0, 0, turn=14)
    blade.fill("M-4,-12 L-4,-64 L0,-74 L4,-64 L4,-12 Z", "#f6f8fc", "#9aa3b6", along="right")
    blade.line("M0,-14 L0,-64", "#8790a6", 1.2)
    blade.box(-14, -14, 28, 6, GOLD, GOLD_SHADE, radius=3)
    blade.box(-3, -9, 6, 18, "#6b4226", radius=2)
    blade.disc(0, 12, 4.4, GOLD, GOLD_SHADE)


def katana(at: Pen, style: Style) -> None:
    blade = at.at(0, 0, turn=24)
    blade.fill("M-3,-10 C-5,-40 -3,-60 5,-78 C6,-58 4,-36 3,-10 Z", "#f6f8fc", "#9aa3b6", along="right")
    blade.box(-7, -12, 14, 4, GOLD_SHADE, radius=2)
    blade.box(-3, -8, 6, 24, "#2a2230", radius=2)


def axe(at: Pen, style: Style) -> None:
    at.line("M0,40 L0,-40", WOOD, 5)
    at.fill("M0,-40 C14,-50 26,-50 32,-42 C26,-32 26,-22 32,-12 C22,-8 10,-12 0,-20 Z", STEEL, STEEL_SHADE)


def lens(at: Pen, style: Style) -> None:
    at.line("M0,6 L6,-14", WOOD, 6)
    at.disc(12, -32, 18, "#dff3ff", "#8fc4e6", opacity=0.75)
    at.ring(12, -32, 18, "#c99a54", 4)


def lasso(at: Pen, style: Style) -> None:
    at.at(6, -26, turn=-20).line(
        "M0,30 C4,14 26,4 22,-8 C16,-22 -26,-20 -26,-4 C-26,10 -6,12 0,6", "#d9b275", 3
    )


def flask(at: Pen, style: Style) -> None:
    at.fill("M-5,-36 L5,-36 L5,-20 L18,4 C18,10 -18,10 -18,4 L-5,-20 Z", "#eaf6ff", "#b9d6e8", opacity=0.8)
    at.fill("M-11,-8 L11,-8 L18,4 C18,10 -18,10 -18,4 Z", lighter(style.second, 0.2), style.second)
    for x, y, size in ((-4, 0, 2.6), (5, -3, 2), (1, -14, 2.2), (-2, -42, 3), (4, -50, 4)):
        at.disc(x, y, size, lighter(style.second, 0.5), opacity=0.85)


def ladle(at: Pen, style: Style) -> None:
    at.line("M0,10 L4,-38", STEEL_SHADE, 4)
    at.ellipse(4, -44, 12, 9, STEEL, STEEL_SHADE)
