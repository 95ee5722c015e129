"""Colours as planes know them."""

from reelhouse.render.painting.planes import BLUE_DIFFERENCE, LUMA, RED_DIFFERENCE
from reelhouse.render.presenter.ink import channels

Ink = tuple[int, int, int]


def ink_of(colour: str) -> Ink:
    """``#rrggbb`` in luma and chroma (BT.709, limited range)."""
    y, u, v = (_mixed(colour, weights) for weights in (LUMA, BLUE_DIFFERENCE, RED_DIFFERENCE))
    return y, u, v


def _mixed(colour: str, weights: tuple[float, float, float, float]) -> int:
    *shares, offset = weights
    return round(sum(share * part for share, part in zip(shares, channels(colour), strict=True)) + offset)
