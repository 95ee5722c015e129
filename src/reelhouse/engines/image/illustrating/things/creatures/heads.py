"""Heads of animals, seen from the front: the face in the middle, some 37 wide to each side."""
# ruff: noqa: E501 - outlines are strings, measures no constants, signatures alike

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.creatures.coat import Coat
from reelhouse.engines.image.illustrating.things.creatures.ears import draw_ears
from reelhouse.engines.image.illustrating.things.creatures.marks import draw_behind, draw_marks

DARK = "#2a2230"
WIDE = "M0,30 C-16,27 -32,19 -43,5 C-37,-3 -39,-22 -26,-30 C-14,-35 14,-35 26,-30 C39,-22 37,-3 43,5 C32,19 16,27 0,30 Z"
LONG = "M0,38 C-17,38 -22,27 -23,14 C-27,4 -32,-6 -29,-18 C-25,-33 -12,-36 0,-36 C12,-36 25,-33 29,-18 C32,-6 27,4 23,14 C22,27 17,38 0,38 Z"
BROAD = "M0,31 C-24,31 -42,24 -42,6 C-42,-18 -24,-33 0,-33 C24,-33 42,-18 42,6 C42,24 24,31 0,31 Z"
ALIEN = "M0,34 C-13,34 -40,4 -38,-14 C-36,-36 -16,-42 0,-42 C16,-42 36,-36 38,-14 C40,4 13,34 0,34 Z"
SHAPES = {"fox": WIDE, "horse": LONG, "deer": LONG, "sheep": LONG, "cow": LONG, "hippo": BROAD, "frog": BROAD, "croc": BROAD, "trunk": BROAD, "alien": ALIEN, "koala": BROAD, "dino": BROAD}  # fmt: skip


def draw_head(pen: Pen, coat: Coat) -> None:
    """The whole head; (0, 0) is between the eyes and the nose."""
    draw_behind(pen, coat)
    draw_ears(pen, coat)
    tone = lighter(coat.fur, 0.2), darker(coat.fur, 0.1)
    if coat.muzzle in SHAPES:
        pen.fill(SHAPES[coat.muzzle], *tone)
    else:
        pen.ellipse(0, 0, 38, 32, *tone)
    draw_marks(pen, coat)
    MUZZLES[coat.muzzle](pen, coat)
    _eyes(pen, coat)


def _eyes(pen: Pen, coat: Coat) -> None:
    if coat.muzzle in {"alien", "owl"} or coat.ears == "eyes":
        return
    apart, y = {"fox": (16, -6), "trunk": (21, -6), "hippo": (18, -12)}.get(coat.muzzle, (15, -5))
    if coat.muzzle in {"horse", "deer", "cow", "sheep"}:
        apart, y = 19, -9
    pale = bool({"patches", "bandit"} & set(coat.marks))
    for side in (-1, 1):
        if "sleepy" in coat.marks:
            pen.line(f"M{side * apart - 6},{y} q6,5 12,0", DARK, 2.6)
            continue
        pen.ellipse(side * apart, y, 5.6, 6.6, "#ffffff" if pale else coat.eye or DARK)
        pen.ellipse(side * apart, y + 0.4, 4.2 if pale else 3.6 if coat.eye else 5, 6, DARK)
        pen.disc(side * apart - 1.8, y - 2.4, 1.9, "#ffffff")
        pen.disc(side * apart + 1.6, y + 2.6, 0.9, "#ffffff", opacity=0.7)


def _smile(pen: Pen, y: float, tone: str, wide: float = 8) -> None:
    pen.line(
        f"M0,{y - 5} L0,{y - 1} C-2,{y + 4} {-wide},{y + 4} {-wide - 1},{y} M0,{y - 1} C2,{y + 4} {wide},{y + 4} {wide + 1},{y}",
        tone,
        1.7,
    )


def _cat(pen: Pen, coat: Coat) -> None:
    pen.ellipse(-7.5, 12, 10.5, 8.6, coat.light)
    pen.ellipse(7.5, 12, 10.5, 8.6, coat.light)
    pen.ellipse(0, 18, 8, 7, coat.light)
    for side in (-1, 1):
        for drop in (-3, 1, 5):
            pen.line(
                f"M{side * 14},{10 + drop * 0.6} L{side * 47},{5 + drop * 2}", "#ffffff", 1, opacity=0.75
            )
    pen.fill("M-5,4 Q0,2 5,4 Q3,10 0,11 Q-3,10 -5,4 Z", "#e07a86", "#b9525f")
    _smile(pen, 16, darker(coat.fur, 0.6))


def _fox(pen: Pen, coat: Coat) -> None:
    for side in (-1, 1):
        cheek = pen.at(0, 0, flip=side > 0)
        cheek.fill(
            "M-43,5 C-31,19 -15,27 0,30 L0,12 C-6,4 -14,0 -23,1 C-31,1 -38,3 -43,5 Z",
            coat.light,
            darker(coat.light, 0.08),
        )
    pen.fill(
        "M-11,4 C-10,-6 10,-6 11,4 C11,14 6,22 0,22 C-6,22 -11,14 -11,4 Z",
        lighter(coat.fur, 0.28),
        coat.light,
    )
    pen.ellipse(0, 13, 6.6, 5, DARK)
    pen.ellipse(-1.6, 11.4, 2.2, 1.3, "#ffffff", opacity=0.55)
    _smile(pen, 23, darker(coat.fur, 0.6), 7)


def _bear(pen: Pen, coat: Coat) -> None:
    pen.ellipse(0, 13, 17, 13, lighter(coat.light, 0.1), darker(coat.light, 0.05))
    pen.ellipse(0, 7, 7.4, 5.2, DARK)
    pen.ellipse(-2, 5.4, 2.4, 1.4, "#ffffff", opacity=0.55)
    _smile(pen, 16, darker(coat.fur, 0.65), 6)


def _dog(pen: Pen, coat: Coat) -> None:
    pen.ellipse(0, 12, 19, 14, coat.light)
    pen.fill("M-7,17 C-6,32 6,32 7,17 Z", "#f0788a", "#d9566c")
    pen.ellipse(0, 5, 7.6, 5.4, DARK)
    pen.ellipse(-2, 3.4, 2.4, 1.4, "#ffffff", opacity=0.55)
    _smile(pen, 15, darker(coat.fur, 0.6), 10)


def _rabbit(pen: Pen, coat: Coat) -> None:
    pen.ellipse(-7, 12, 9.6, 7.6, coat.light)
    pen.ellipse(7, 12, 9.6, 7.6, coat.light)
    pen.box(-4, 16, 3.7, 8, "#ffffff", "#e3e3ea", radius=1)
    pen.box(0.3, 16, 3.7, 8, "#ffffff", "#e3e3ea", radius=1)
    pen.fill("M-4.4,5 Q0,3 4.4,5 Q3,9 0,10 Q-3,9 -4.4,5 Z", "#ef8f9c")
    _smile(pen, 14.6, darker(coat.fur, 0.5), 6)
    _blush(pen)


def _blush(pen: Pen) -> None:
    for side in (-1, 1):
        pen.ellipse(side * 25, 8, 6, 4, "#ff8f8f", opacity=0.3)


def _mouse(pen: Pen, coat: Coat) -> None:
    pen.ellipse(0, 13, 15, 11, coat.light)
    pen.ellipse(0, 6, 4.4, 3.4, "#e5788a")
    for side in (-1, 1):
        pen.line(f"M{side * 12},11 L{side * 38},7 M{side * 12},14 L{side * 38},16", "#ffffff", 1, opacity=0.7)
    pen.box(-2.6, 16, 5.2, 5.4, "#ffffff", radius=1)
    _smile(pen, 15, darker(coat.fur, 0.55), 5)
    _blush(pen)


def _beaver(pen: Pen, coat: Coat) -> None:
    _bear(pen, coat)
    pen.box(-5.4, 17, 5, 11, "#fffbe9", "#e6d9b4", radius=1)
    pen.box(0.4, 17, 5, 11, "#fffbe9", "#e6d9b4", radius=1)


def _koala(pen: Pen, coat: Coat) -> None:
    pen.ellipse(0, 4, 8.4, 13, "#3a3944", "#57555f")
    pen.ellipse(-2.6, -2, 2.2, 4, "#ffffff", opacity=0.3)
    _smile(pen, 21, darker(coat.fur, 0.6), 6)
    _blush(pen)


def _monkey(pen: Pen, coat: Coat) -> None:
    pen.ellipse(0, 14, 22, 14, coat.light, darker(coat.light, 0.07))
    for side in (-2.6, 2.6):
        pen.ellipse(side, 7, 1.5, 1.1, darker(coat.fur, 0.4))
    pen.line("M-11,15 C-7,22 7,22 11,15", darker(coat.fur, 0.5), 1.9)


def _pig(pen: Pen, coat: Coat) -> None:
    pen.ellipse(0, 10, 15, 11, lighter(coat.fur, 0.3), darker(coat.fur, 0.12))
    for side in (-5, 5):
        pen.ellipse(side, 10, 2.7, 4.2, darker(coat.mark, 0.2))
    pen.line("M-8,24 C-4,28 4,28 8,24", darker(coat.mark, 0.3), 1.8)
    _blush(pen)


def _nostrils(pen: Pen, coat: Coat, y: float, tone: str) -> None:
    pen.ellipse(0, y, 19, 13.5, lighter(tone, 0.2), darker(tone, 0.08))
    for side in (-8, 8):
        pen.ellipse(side, y - 3, 2.7, 3.2, darker(tone, 0.5))
    pen.line(f"M-9,{y + 6} C-4,{y + 9} 4,{y + 9} 9,{y + 6}", darker(coat.mark, 0.1), 1.8)


def _cow(pen: Pen, coat: Coat) -> None:
    _nostrils(pen, coat, 25, "#f3b5a8")


def _horse(pen: Pen, coat: Coat) -> None:
    _nostrils(pen, coat, 25, coat.light)


def _sheep(pen: Pen, coat: Coat) -> None:
    pen.fill("M-5,16 L5,16 L0,22 Z", "#b98a86")
    _smile(pen, 26, darker(coat.fur, 0.6), 6)


def _deer(pen: Pen, coat: Coat) -> None:
    pen.ellipse(0, 24, 15, 12, coat.light)
    pen.ellipse(0, 18, 7, 5, DARK)
    pen.ellipse(-2, 16.4, 2.2, 1.3, "#ffffff", opacity=0.5)
    _smile(pen, 27, darker(coat.fur, 0.6), 5)


def _trunk(pen: Pen, coat: Coat) -> None:
    for side in (-1, 1):
        pen.at(0, 0, flip=side > 0).fill(
            "M-14,14 C-22,22 -26,32 -22,38 C-16,34 -10,26 -8,18 Z", "#fffaf0", "#e2d8c4"
        )
    pen.fill(
        "M-12,2 C-13,22 -14,40 -4,50 C6,58 20,54 21,43 C16,47 9,46 8,40 C6,30 12,16 12,2 Z",
        lighter(coat.fur, 0.18),
        darker(coat.fur, 0.16),
        along="right",
    )
    for row in range(5):
        pen.line(f"M-10,{14 + row * 6} q9,3 18,-1", darker(coat.fur, 0.3), 1.2, opacity=0.6)


def _hippo(pen: Pen, coat: Coat) -> None:
    pen.ellipse(0, 18, 30, 19, lighter(coat.fur, 0.28), coat.fur)
    for side in (-11, 11):
        pen.ellipse(side, 10, 3.4, 4.4, darker(coat.fur, 0.45))
    pen.line("M-17,25 C-8,32 8,32 17,25", darker(coat.fur, 0.5), 2)


def _frog(pen: Pen, coat: Coat) -> None:
    pen.fill("M-36,12 C-24,34 24,34 36,12 C22,20 -22,20 -36,12 Z", coat.light)
    pen.line("M-33,9 C-18,23 18,23 33,9", darker(coat.fur, 0.55), 2.2)
    for side in (-4, 4):
        pen.ellipse(side, -2, 1.4, 1.8, darker(coat.fur, 0.5))
    _blush(pen)


def _croc(pen: Pen, coat: Coat) -> None:
    pen.fill(
        "M-27,2 C-34,30 -22,46 0,46 C22,46 34,30 27,2 Z", lighter(coat.fur, 0.22), darker(coat.fur, 0.12)
    )
    for side in (-9, 9):
        pen.ellipse(side, 14, 2.6, 2, darker(coat.fur, 0.55))
    pen.line("M-25,32 C-10,40 10,40 25,32", darker(coat.fur, 0.55), 2)
    for x in (-20, -10, 0, 10, 20):
        pen.fill(f"M{x - 3},{36 - abs(x) * 0.12:.1f} l6,0 l-3,6 Z", "#ffffff")


def _dino(pen: Pen, coat: Coat) -> None:
    pen.ellipse(0, 14, 29, 19, lighter(coat.fur, 0.3), coat.fur)
    for side in (-8, 8):
        pen.ellipse(side, 8, 2.2, 2.8, darker(coat.fur, 0.5))
    pen.line("M-19,19 C-8,28 8,28 19,19", darker(coat.fur, 0.55), 2)
    for side in (-13, 13):
        pen.fill(f"M{side - 3},22 l6,0 l-3,6 Z", "#ffffff")


def _alien(pen: Pen, coat: Coat) -> None:
    for side in (-1, 1):
        eye = pen.at(side * 17, -2, turn=side * -24)
        eye.ellipse(0, 0, 9, 14, "#15121f", "#3a2f55")
        eye.ellipse(-3, -6, 2.6, 3.8, "#ffffff", opacity=0.85)
    pen.line("M-7,22 C-3,26 3,26 7,22", darker(coat.mark, 0.3), 2)


def _owl(pen: Pen, coat: Coat) -> None:
    for side in (-15, 15):
        pen.disc(side, -5, 18, coat.light, darker(coat.light, 0.12))
        pen.disc(side, -5, 11, lighter(coat.inner, 0.15), coat.inner)
        pen.disc(side, -5, 7, DARK)
    pen.fill("M-6,2 L6,2 L0,17 Z", "#f5b23d", "#d1862a")


def _beak(pen: Pen, coat: Coat) -> None:
    if "comb" in coat.marks:
        pen.fill("M-5,14 C-10,26 -4,32 0,24 C4,32 10,26 5,14 Z", "#e2444c", "#b0262d")
    pen.fill("M-10,6 Q0,0 10,6 Q4,20 0,22 Q-4,20 -10,6 Z", lighter(coat.inner, 0.2), coat.inner)
    pen.line("M-8,8 Q0,13 8,8", darker(coat.inner, 0.4), 1.4)
    _blush(pen)


def _bill(pen: Pen, coat: Coat) -> None:
    pen.fill("M-19,9 C-12,2 12,2 19,9 C16,22 -16,22 -19,9 Z", lighter(coat.inner, 0.25), coat.inner)
    pen.line("M-15,12 C-6,17 6,17 15,12", darker(coat.inner, 0.4), 1.5)
    for side in (-4, 4):
        pen.ellipse(side, 7, 1.3, 1, darker(coat.inner, 0.5))
    _blush(pen)


MUZZLES = {
    "cat": _cat, "fox": _fox, "bear": _bear, "dog": _dog, "rabbit": _rabbit, "mouse": _mouse, "beaver": _beaver,
    "koala": _koala, "monkey": _monkey, "pig": _pig, "cow": _cow, "horse": _horse, "sheep": _sheep, "deer": _deer,
    "trunk": _trunk, "owl": _owl, "beak": _beak, "bill": _bill, "hippo": _hippo, "frog": _frog, "croc": _croc, "dino": _dino, "alien": _alien,
}  # fmt: skip
