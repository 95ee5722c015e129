"""What anybody may wear without being dressed; a head's middle is (0, 0)."""
# ruff: noqa: ARG001, E501 - outlines are strings, measures no constants, signatures alike

from collections.abc import Callable

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.creatures import hats
from reelhouse.engines.image.illustrating.things.thing import Style


def sunglasses(at: Pen, style: Style) -> None:
    at.line("M-38,-10 L38,-10", "#1d1a26", 3.4)
    for x in (-16, 16):
        lens = at.at(x, -4)
        lens.fill("M-15,-9 L15,-9 C16,6 9,13 0,13 C-9,13 -16,6 -15,-9 Z", "#35304a", "#0f0d16")
        lens.fill("M-11,-6 L-1,-6 L-7,7 C-10,4 -11,0 -11,-6 Z", lighter(style.second, 0.2), opacity=0.5)
    at.line("M-4,-8 Q0,-12 4,-8", "#1d1a26", 3)


def glasses(at: Pen, style: Style) -> None:
    for x in (-16, 16):
        at.disc(x, -5, 13, "#e9f4ff", opacity=0.22)
        at.ring(x, -5, 13, "#2a2636", 3)
    at.line("M-3,-7 Q0,-10 3,-7", "#2a2636", 2.6)


def hat(at: Pen, style: Style) -> None:
    at.fill("M-24,-28 L-22,-72 Q0,-78 22,-72 L24,-28 Z", "#3a3646", "#1c1926", along="right")
    at.ellipse(0, -28, 40, 8, "#34303f", "#171420")
    at.fill(
        "M-24,-32 C-8,-27 8,-27 24,-32 L23.6,-42 C8,-37 -8,-37 -23.6,-42 Z",
        style.colour,
        darker(style.colour, 0.2),
    )


def cap(at: Pen, style: Style) -> None:
    at.fill(
        "M-36,-18 C-38,-48 -16,-54 0,-54 C18,-54 38,-46 36,-18 C18,-26 -18,-26 -36,-18 Z",
        lighter(style.colour, 0.15),
        darker(style.colour, 0.15),
    )
    at.fill(
        "M-32,-20 C-10,-30 24,-30 52,-14 C30,-16 4,-14 -32,-20 Z",
        darker(style.colour, 0.2),
        darker(style.colour, 0.4),
    )
    at.disc(0, -54, 4, darker(style.colour, 0.2))


def party_hat(at: Pen, style: Style) -> None:
    at.fill("M-20,-27 L2,-78 L22,-27 Q0,-21 -20,-27 Z", lighter(style.colour, 0.2), style.colour)
    at.line("M-14,-40 L16,-34 M-8,-54 L12,-50", lighter(style.second, 0.3), 5)
    at.disc(2, -79, 7, "#ffe27a", "#ffb93d")


def flower(at: Pen, style: Style) -> None:
    for turn in range(0, 360, 72):
        at.at(-24, -27, turn=turn).ellipse(0, -8, 6, 8, lighter(style.second, 0.3), style.second)
    at.disc(-24, -27, 5, "#ffd84d")


def headphones(at: Pen, style: Style) -> None:
    at.line("M-42,2 C-48,-62 48,-62 42,2", "#2b2836", 6)
    for side in (-1, 1):
        at.ellipse(side * 42, 4, 10, 16, lighter(style.colour, 0.15), darker(style.colour, 0.2))


def scarf(at: Pen, style: Style) -> None:
    at.fill(
        "M-34,24 C-16,36 16,36 34,24 L37,36 C18,50 -18,50 -37,36 Z",
        lighter(style.colour, 0.15),
        darker(style.colour, 0.12),
    )
    at.fill("M14,38 L30,34 L34,72 L16,74 Z", style.colour, darker(style.colour, 0.25))
    for y in (50, 60):
        at.line(f"M17,{y} L31,{y - 3}", lighter(style.second, 0.4), 3)


def bow_tie(at: Pen, style: Style) -> None:
    for side in (False, True):
        at.at(0, 37, flip=side).fill(
            "M0,0 L-22,-12 Q-25,0 -22,12 Z", lighter(style.colour, 0.15), darker(style.colour, 0.2)
        )
    at.disc(0, 37, 5, darker(style.colour, 0.1))


ACCESSORIES: dict[str, Callable[[Pen, Style], None]] = {
    "sunglasses": sunglasses, "glasses": glasses, "hat": hat, "cap": cap, "party hat": party_hat, "flower": flower,
    "headphones": headphones, "scarf": scarf, "bow tie": bow_tie, "crown": hats.crown, "santa hat": hats.santa,
    "wizard hat": hats.wizard, "cowboy hat": hats.stetson, "goggles": hats.goggles, "helmet": hats.helmet,
}  # fmt: skip
