"""Manners of drawing: what a finished picture goes through to look painted, inked or cut."""

from collections.abc import Callable, Mapping

import numpy as np

from reelhouse.engines.image.illustrating.manners import cut, drawn, filmed, painted
from reelhouse.engines.image.illustrating.manners.brushes import Chance
from reelhouse.engines.image.illustrating.sheet import Pixels

STYLES: Mapping[str, Callable[[Pixels, Chance], Pixels]] = {
    "cinematic": filmed.cinematic,
    "watercolor": painted.watercolor,
    "oil": painted.oil,
    "pixel art": cut.pixel_art,
    "line art": drawn.line_art,
    "pencil": drawn.pencil,
    "comic": drawn.comic,
    "low poly": cut.low_poly,
    "isometric": filmed.miniature,
    "stained glass": cut.stained_glass,
    "noir": filmed.noir,
}


def restyled(pixels: Pixels, style: str, seed: int) -> Pixels:
    """The picture in that manner; equal arguments give equal pixels."""
    manner = STYLES.get(style)
    return pixels if manner is None else manner(pixels, np.random.default_rng([abs(seed), len(style)]))
