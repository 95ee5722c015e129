"""Manes, stripes, horns and the like: what makes one animal of another."""
# ruff: noqa: ARG001, E501 - outlines are strings, measures no constants, signatures alike

from collections.abc import Callable
from math import cos, pi, sin

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.creatures.coat import Coat


def draw_behind(pen: Pen, coat: Coat) -> None:
    """What grows behind the ears."""
    for mark in coat.marks:
        if mark in BEHIND:
            BEHIND[mark](pen, coat)


def draw_marks(pen: Pen, coat: Coat) -> None:
    """What lies on the face, under eyes and nose."""
    for mark in coat.marks:
        if mark in ON_FACE:
            ON_FACE[mark](pen, coat)


def _mane(pen: Pen, coat: Coat) -> None:
    for ring, radius, tone in (
        (52, 13, darker(coat.mark, 0.2)),
        (46, 13, coat.mark),
        (38, 13, lighter(coat.mark, 0.14)),
    ):
        for step in range(16):
            turn = step * 2 * pi / 16 + ring
            pen.disc(cos(turn) * ring * 0.98, 2 + sin(turn) * ring * 0.9, radius, lighter(tone, 0.08), tone)


def _spines(pen: Pen, coat: Coat) -> None:
    for ring, tone in ((56, darker(coat.mark, 0.15)), (50, coat.mark)):
        for step in range(23):
            turn = pi * (0.86 + 1.28 * step / 22)
            pen.at(cos(turn) * 26, sin(turn) * 22, turn=turn * 180 / pi + 90).fill(
                f"M-7,0 L0,{-ring + 20} L7,0 Z", lighter(tone, 0.12), tone
            )
    pen.ellipse(0, -8, 40, 33, coat.mark)


def _wool(pen: Pen, coat: Coat) -> None:
    for step in range(13):
        turn = pi * (0.88 + 1.24 * step / 12)
        pen.disc(cos(turn) * 32, -4 + sin(turn) * 32, 13, coat.mark, darker(coat.mark, 0.14))


def _wool_on_top(pen: Pen, coat: Coat) -> None:
    for x, y in ((-16, -28), (16, -28), (0, -33), (-8, -25), (8, -25)):
        pen.disc(x, y, 11, coat.mark, darker(coat.mark, 0.1))


def _pair(pen: Pen, path: str, tone: str, to: str) -> None:
    for side in (False, True):
        pen.at(0, 0, flip=side).fill(path, tone, to)


def _horns(pen: Pen, coat: Coat) -> None:
    _pair(pen, "M-12,-31 C-26,-36 -36,-46 -33,-60 C-24,-52 -12,-50 -4,-33 Z", "#f6ead0", "#b9a37f")


def _antlers(pen: Pen, coat: Coat) -> None:
    for side in (False, True):
        pen.at(0, 0, flip=side).line(
            "M-11,-30 C-16,-48 -34,-50 -40,-74 M-19,-46 C-18,-58 -22,-66 -20,-76 M-33,-58 C-42,-58 -50,-62 -54,-70",
            coat.mark,
            5,
        )


def _drake_horns(pen: Pen, coat: Coat) -> None:
    _pair(
        pen,
        "M-12,-28 C-18,-44 -32,-52 -44,-52 C-36,-44 -32,-32 -27,-20 Z",
        lighter(coat.mark, 0.4),
        coat.mark,
    )


def _ossicones(pen: Pen, coat: Coat) -> None:
    for side in (-12, 12):
        pen.line(f"M{side},-32 L{side * 1.15},-52", darker(coat.fur, 0.12), 6)
        pen.disc(side * 1.15, -54, 6, coat.mark)


def _stripes(pen: Pen, coat: Coat) -> None:
    _pair(
        pen,
        "M-2,-32 L-2,-20 L-5,-32 Z M-9,-31 L-7,-20 L-14,-30 Z M-38,-2 L-24,2 L-38,5 Z M-37,9 L-25,9 L-34,15 Z",
        coat.mark,
        coat.mark,
    )


def _spots(pen: Pen, coat: Coat) -> None:
    for x, y, size in (
        (-10, -24, 3),
        (2, -26, 3),
        (12, -22, 3),
        (-26, -8, 3.4),
        (27, -7, 3.4),
        (-29, 6, 3),
        (29, 7, 3),
        (-3, -17, 2.4),
    ):
        pen.ring(x, y, size, coat.mark, 2.2)


def _patchwork(pen: Pen, coat: Coat) -> None:
    for x, y, size in (
        (-12, -22, 6),
        (9, -25, 5),
        (-3, -12, 4),
        (21, -22, 4),
        (-23, -14, 4),
        (4, 2, 4),
        (-8, 5, 3),
    ):
        pen.fill(
            f"M{x - size},{y} l{size * 0.6},{-size} l{size},{size * 0.3} l{size * 0.5},{size} l{-size},{size * 0.7} Z",
            coat.mark,
        )


def _brow(pen: Pen, coat: Coat) -> None:
    pen.line("M0,-31 L0,-20 M-9,-29 L-7,-21 M9,-29 L7,-21", coat.mark, 3.2)


def _patches(pen: Pen, coat: Coat) -> None:
    for side in (-1, 1):
        pen.at(side * 15, -3, turn=side * 26).ellipse(0, 0, 10, 12.5, coat.mark)


def _bandit(pen: Pen, coat: Coat) -> None:
    _pair(pen, "M0,-8 C-8,-18 -24,-16 -38,-2 C-30,10 -10,10 0,0 Z", coat.mark, coat.mark)
    pen.fill("M-3,-32 L3,-32 L2,-8 L-2,-8 Z", coat.mark)


def _face(pen: Pen, coat: Coat) -> None:
    for side in (-11, 11):
        pen.ellipse(side, -5, 14, 14, coat.light)
    pen.ellipse(0, 8, 20, 16, coat.light)


def _blotches(pen: Pen, coat: Coat) -> None:
    pen.fill("M-28,-20 C-22,-36 -6,-38 -4,-26 C-2,-12 -10,4 -20,8 C-30,4 -31,-10 -28,-20 Z", coat.mark)


def _blaze(pen: Pen, coat: Coat) -> None:
    pen.fill("M0,-24 C5,-14 5,2 9,16 L-9,16 C-5,2 -5,-14 0,-24 Z", "#fff8ee", opacity=0.92)


def _bars(pen: Pen, coat: Coat) -> None:
    _pair(
        pen,
        "M-29,-16 L-8,-12 L-28,-10 Z M-29,-4 L-10,-2 L-28,2 Z M-26,8 L-12,8 L-24,13 Z M-5,-34 L-3,-16 L-9,-33 Z",
        coat.mark,
        coat.mark,
    )


def _forelock(pen: Pen, coat: Coat) -> None:
    pen.fill(
        "M-14,-36 C-6,-48 12,-46 15,-36 C12,-26 8,-20 2,-10 C2,-18 -2,-22 -7,-14 C-8,-24 -12,-28 -14,-36 Z",
        lighter(coat.mark, 0.2),
        coat.mark,
    )


def _horn(pen: Pen, coat: Coat) -> None:
    pen.fill("M-6.5,-30 L0,-74 L6.5,-30 Q0,-27 -6.5,-30 Z", "#ffe9a6", "#e0a93c")
    for y in (-38, -46, -54, -62):
        pen.line(f"M{-6 + (-30 - y) * 0.13:.1f},{y + 2} L{6 - (-30 - y) * 0.13:.1f},{y - 2}", "#c58a2a", 1.5)


def _rhino_horn(pen: Pen, coat: Coat) -> None:
    pen.fill("M-8,4 C-6,-8 -2,-20 3,-28 C5,-16 8,-6 9,4 Z", "#fffaf0", "#c9bfa9")


def _beard(pen: Pen, coat: Coat) -> None:
    pen.fill("M-8,30 C-6,44 -2,52 1,56 C4,50 8,42 8,30 Z", "#ffffff", "#cfc6b8")


def _dapples(pen: Pen, coat: Coat) -> None:
    for x, y in ((-8, -24), (0, -20), (8, -24), (-4, -28), (5, -29)):
        pen.disc(x, y, 2, "#fff3df")


def _plates(pen: Pen, coat: Coat) -> None:
    for x, y, turn in ((-22, -30, -34), (-8, -36, -12), (8, -36, 12), (22, -30, 34)):
        pen.at(x, y, turn=turn).fill("M-8,6 L0,-13 L8,6 Z", lighter(coat.mark, 0.2), coat.mark)


def _cheeks(pen: Pen, coat: Coat) -> None:
    for side in (-1, 1):
        pen.ellipse(side * 26, 9, 14, 12, coat.light)


def _bib(pen: Pen, coat: Coat) -> None:
    for side in (-13, 13):
        pen.ellipse(side, -2, 17, 17, coat.light)
    pen.ellipse(0, 14, 25, 17, coat.light)


def _comb(pen: Pen, coat: Coat) -> None:
    for x, y, size in ((-10, -34, 8), (1, -39, 10), (12, -34, 8)):
        pen.disc(x, y, size, lighter(coat.mark, 0.15), coat.mark)


BEHIND: dict[str, Callable[[Pen, Coat], None]] = {
    "mane": _mane, "spines": _spines, "wool": _wool, "horns": _horns, "antlers": _antlers, "ossicones": _ossicones,
    "drake horns": _drake_horns, "plates": _plates, "comb": _comb,
}  # fmt: skip
ON_FACE: dict[str, Callable[[Pen, Coat], None]] = {
    "stripes": _stripes, "spots": _spots, "patchwork": _patchwork, "brow": _brow, "patches": _patches, "bandit": _bandit,
    "face": _face, "blotches": _blotches, "blaze": _blaze, "bars": _bars, "forelock": _forelock, "horn": _horn,
    "rhino horn": _rhino_horn, "beard": _beard, "dapples": _dapples, "cheeks": _cheeks, "bib": _bib, "wool": _wool_on_top,
}  # fmt: skip
