"""Tails, wings and other things behind a body that sits or stands on (0, 0)."""
# ruff: noqa: ARG001, E501 - outlines are strings, measures no constants, signatures alike

from collections.abc import Callable

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.creatures.coat import Coat


def draw_tail(pen: Pen, coat: Coat) -> None:
    """Behind everything else."""
    if "wings" in coat.marks:
        for side in (False, True):
            _wing(pen.at(0, 0, flip=side), coat)
    draw = TAILS.get(coat.tail)
    if draw is not None:
        draw(pen, coat)


def _long(pen: Pen, coat: Coat) -> None:
    pen.line("M34,-12 C72,-8 70,-50 54,-58", darker(coat.fur, 0.12), 12)


def _thin(pen: Pen, coat: Coat) -> None:
    pen.line("M36,-8 C70,-2 78,-26 66,-44", darker(coat.inner, 0.12), 4)


def _brush(pen: Pen, coat: Coat) -> None:
    pen.fill(
        "M30,-4 C56,6 84,-10 84,-44 C84,-62 76,-76 68,-84 C68,-66 60,-56 50,-46 C38,-36 30,-22 30,-4 Z",
        lighter(coat.fur, 0.1),
        darker(coat.fur, 0.18),
    )
    pen.fill("M68,-84 C76,-76 84,-62 84,-46 C78,-50 72,-48 66,-56 C66,-64 68,-72 68,-84 Z", coat.light)


def _plume(pen: Pen, coat: Coat) -> None:
    pen.fill(
        "M28,-2 C64,4 88,-26 76,-62 C72,-86 96,-92 88,-112 C66,-122 44,-104 48,-76 C50,-52 34,-34 28,-2 Z",
        lighter(coat.fur, 0.16),
        darker(coat.fur, 0.22),
        along="right",
    )
    pen.fill(
        "M46,-16 C66,-24 74,-44 66,-68 C62,-88 70,-98 76,-104 C62,-106 54,-92 56,-76 C58,-56 48,-38 46,-16 Z",
        coat.light,
        opacity=0.45,
    )


def _puff(pen: Pen, coat: Coat) -> None:
    pen.disc(42, -13, 12, coat.light, darker(coat.light, 0.12))


def _tuft(pen: Pen, coat: Coat) -> None:
    pen.line("M34,-10 C66,-4 74,-28 64,-50", darker(coat.fur, 0.12), 6)
    pen.fill("M58,-46 C50,-62 60,-72 66,-78 C74,-70 80,-58 70,-46 Z", coat.mark, darker(coat.mark, 0.25))


def _ringed(pen: Pen, coat: Coat) -> None:
    pen.line("M32,-12 C78,-6 76,-52 58,-64", darker(coat.fur, 0.08), 15)
    for at in ("M51,-18 L55,-2", "M62,-28 L76,-24", "M59,-46 L73,-50", "M50,-60 L58,-71"):
        pen.line(at, coat.mark, 6)


def _curl(pen: Pen, coat: Coat) -> None:
    pen.line("M34,-10 C76,-2 88,-48 66,-56 C52,-60 46,-42 60,-38", darker(coat.fur, 0.15), 7)


def _spring(pen: Pen, coat: Coat) -> None:
    pen.line("M38,-18 C52,-26 60,-14 52,-10 C44,-8 46,-24 60,-26", darker(coat.fur, 0.15), 4.5)


def _flow(pen: Pen, coat: Coat) -> None:
    pen.fill(
        "M32,-26 C64,-44 84,-20 78,0 C70,-6 72,-2 60,2 C62,-12 52,-14 34,-8 Z",
        lighter(coat.mark, 0.2),
        darker(coat.mark, 0.1),
    )


def _saurian(pen: Pen, coat: Coat) -> None:
    pen.fill(
        "M20,-30 C48,-30 68,-22 92,-40 C90,-14 66,0 30,0 Z", lighter(coat.fur, 0.12), darker(coat.fur, 0.2)
    )
    for x, y in ((44, -27), (58, -25), (72, -27)):
        pen.fill(f"M{x - 6},{y + 2} L{x + 2},{y - 12} L{x + 7},{y + 1} Z", lighter(coat.mark, 0.2), coat.mark)


def _paddle(pen: Pen, coat: Coat) -> None:
    pen.at(58, -14, turn=-18).ellipse(0, 0, 28, 13, "#5a4334", "#3a2b24")
    for x in (44, 54, 64, 74):
        pen.line(f"M{x},-22 l-4,16", "#7a5c46", 1.4)


def _wing(pen: Pen, coat: Coat) -> None:
    pen.fill(
        "M-20,-54 C-44,-92 -74,-104 -100,-104 C-92,-92 -90,-84 -90,-74 C-80,-76 -72,-70 -70,-60 C-60,-62 -52,-54 -52,-44 C-42,-48 -32,-46 -20,-36 Z",
        lighter(coat.mark, 0.2),
        darker(coat.fur, 0.1),
    )
    pen.line("M-22,-48 L-90,-98 M-24,-46 L-82,-76 M-24,-43 L-62,-60", darker(coat.fur, 0.3), 2.4)


TAILS: dict[str, Callable[[Pen, Coat], None]] = {
    "long": _long, "thin": _thin, "brush": _brush, "plume": _plume, "puff": _puff, "tuft": _tuft, "ringed": _ringed,
    "curl": _curl, "spring": _spring, "flow": _flow, "saurian": _saurian, "paddle": _paddle,
}  # fmt: skip
