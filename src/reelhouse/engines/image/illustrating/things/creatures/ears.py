"""Ears, drawn behind a head whose middle is (0, 0)."""

from collections.abc import Callable

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.creatures.coat import Coat


def draw_ears(pen: Pen, coat: Coat) -> None:
    """Both ears, mirror images of each other."""
    draw = EARS.get(coat.ears)
    if draw is not None:
        for side in (False, True):
            draw(pen.at(0, 0, flip=side), coat)


def _pointed(ear: Pen, coat: Coat) -> None:
    ear.fill("M-37,-4 C-40,-30 -38,-48 -33,-54 C-22,-46 -12,-36 -6,-26 Z", coat.fur, darker(coat.fur, 0.15))
    ear.fill("M-32,-14 C-35,-30 -34,-40 -31,-45 C-24,-39 -17,-32 -13,-26 Z", coat.inner)
    if "tips" in coat.marks:
        ear.fill(
            "M-38.4,-34 C-37,-46 -36,-50 -33,-54 C-27,-50 -22,-46 -18,-41 C-26,-42 -33,-39 -38.4,-34 Z",
            coat.mark,
        )


def _round(ear: Pen, coat: Coat) -> None:
    tone = coat.inner if "patches" in coat.marks else coat.fur
    ear.disc(-27, -25, 14, tone, darker(tone, 0.2))
    ear.disc(-26, -24, 8, darker(coat.inner, 0.05))


def _large(ear: Pen, coat: Coat) -> None:
    ear.disc(-33, -27, 22, coat.fur, darker(coat.fur, 0.2))
    ear.disc(-32, -26, 15, coat.inner)


def _small(ear: Pen, coat: Coat) -> None:
    ear.ellipse(-29, -25, 8, 10, coat.fur, darker(coat.fur, 0.2))
    ear.ellipse(-28, -24, 4, 6, coat.inner)


def _fluffy(ear: Pen, coat: Coat) -> None:
    for dx, dy in ((-8, 4), (4, -8), (-8, -8), (-2, 9)):
        ear.disc(-38 + dx, -16 + dy, 13, lighter(coat.fur, 0.1), darker(coat.fur, 0.15))
    ear.disc(-37, -15, 13, coat.light)
    ear.disc(-36, -14, 8, coat.inner)


def _long(ear: Pen, coat: Coat) -> None:
    turned = ear.at(-15, -22, turn=-12)
    turned.ellipse(0, -32, 11, 38, lighter(coat.fur, 0.1), darker(coat.fur, 0.1))
    turned.ellipse(0, -32, 6, 29, coat.inner)


def _floppy(ear: Pen, coat: Coat) -> None:
    ear.fill("M-24,-30 C-52,-32 -58,0 -47,16 C-37,14 -32,-6 -25,-16 Z", coat.inner, darker(coat.inner, 0.25))


def _tufted(ear: Pen, coat: Coat) -> None:
    ear.fill("M-34,-10 C-37,-28 -34,-44 -29,-56 C-22,-44 -16,-36 -10,-26 Z", coat.fur, darker(coat.fur, 0.3))
    ear.fill("M-29,-18 C-31,-30 -30,-36 -28,-42 C-24,-36 -19,-31 -16,-26 Z", coat.light)


def _side(ear: Pen, coat: Coat) -> None:
    ear.disc(-38, -3, 13, coat.fur, darker(coat.fur, 0.15))
    ear.disc(-37, -2, 8, coat.inner)


def _leaf(ear: Pen, coat: Coat) -> None:
    turned = ear.at(-25, -17, turn=-14)
    turned.fill("M2,6 C-10,14 -32,12 -36,0 C-30,-10 -10,-14 2,-8 Z", coat.fur, darker(coat.fur, 0.15))
    turned.fill("M-4,3 C-12,8 -26,7 -29,0 C-24,-5 -12,-7 -4,-4 Z", coat.inner)


def _upright(ear: Pen, coat: Coat) -> None:
    turned = ear.at(-19, -27, turn=-14)
    turned.fill("M-8,2 C-12,-12 -6,-26 0,-34 C7,-24 11,-10 8,2 Z", coat.fur, darker(coat.fur, 0.15))
    turned.fill("M-4,0 C-6,-10 -3,-19 0,-25 C4,-17 6,-8 4,0 Z", coat.inner)


def _sails(ear: Pen, coat: Coat) -> None:
    ear.fill(
        "M-26,-24 C-48,-48 -84,-34 -82,-2 C-81,22 -62,36 -34,20 Z",
        lighter(coat.fur, 0.12),
        darker(coat.fur, 0.15),
    )
    ear.fill("M-34,-16 C-50,-32 -74,-24 -73,-1 C-72,15 -58,24 -38,12 Z", coat.inner, opacity=0.85)


def _eyes(ear: Pen, coat: Coat) -> None:
    """Eyes that stand above the head, where others have ears."""
    ear.disc(-22, -28, 15, lighter(coat.fur, 0.15), darker(coat.fur, 0.1))
    ear.disc(-22, -29, 10, "#ffffff")
    ear.ellipse(-20.6, -28, 5.4, 6.6, "#2a2230")
    ear.disc(-22.6, -31, 2, "#ffffff")


def _feelers(ear: Pen, coat: Coat) -> None:
    ear.line("M-14,-34 C-20,-48 -24,-52 -26,-58", coat.fur, 4)
    ear.disc(-26, -60, 6, lighter(coat.fur, 0.35), coat.mark)


def _horned(ear: Pen, coat: Coat) -> None:
    ear.fill("M-36,-10 C-40,-26 -40,-38 -38,-46 C-28,-40 -18,-34 -8,-30 Z", coat.fur, coat.mark)


EARS: dict[str, Callable[[Pen, Coat], None]] = {
    "pointed": _pointed, "round": _round, "large": _large, "small": _small, "fluffy": _fluffy, "long": _long,
    "floppy": _floppy, "tufted": _tufted, "side": _side, "leaf": _leaf, "upright": _upright, "sails": _sails,
    "eyes": _eyes, "feelers": _feelers, "horned": _horned,
}  # fmt: skip
