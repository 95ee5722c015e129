"""Colours as planes know them."""

from reelhouse.media.composition import Livery
from reelhouse.media.contrast import worst
from reelhouse.render.painting.planes import BLUE_DIFFERENCE, LUMA, RED_DIFFERENCE
from reelhouse.render.presenter.ink import channels, mix

LARGE = 3.0
"""The contrast that large letters need (WCAG 2.2, 1.4.3)."""

DARK, WHITE = "#0d0f14", "#ffffff"
SHIFTS = (0.0, 0.2, 0.35)
"""How far an accent may go towards white or dark before it is no longer itself."""

Ink = tuple[int, int, int]


def ink_of(colour: str) -> Ink:
    """``#rrggbb`` in luma and chroma (BT.709, limited range)."""
    y, u, v = (_mixed(colour, weights) for weights in (LUMA, BLUE_DIFFERENCE, RED_DIFFERENCE))
    return y, u, v


def clear(ink: str, *grounds: str) -> str:
    """The ink where large letters in it read well on all grounds, else white or dark, which suits both."""
    if worst(ink, grounds) >= LARGE:
        return ink
    return max(WHITE, DARK, key=lambda end: worst(end, grounds))


def inks_for(livery: Livery) -> tuple[str, str]:
    """For large letters on a livery's ground: its ink, and its accent or else the same ink again."""
    grounds = livery.ground, livery.ground_end
    ink = clear(livery.ink, *grounds)
    shifted = (mix(livery.accent, end, share) for share in SHIFTS for end in (WHITE, DARK))
    return ink, next((accent for accent in shifted if worst(accent, grounds) >= LARGE), ink)


def _mixed(colour: str, weights: tuple[float, float, float, float]) -> int:
    *shares, offset = weights
    return round(sum(share * part for share, part in zip(shares, channels(colour), strict=True)) + offset)
