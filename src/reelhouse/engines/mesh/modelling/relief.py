"""What shading and drawn lines tell about a surface, as a low relief."""

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.mesh.modelling.sheets import Grid

DEEPEST = 0.012
"""Of the longest side."""
FINE, COARSE = 0.004, 0.04
"""Details between these two sizes become relief: less is grain, more is light that falls from one side."""
CONTRAST = 14.0
"""A difference in lightness, of 100, that gives most of the relief."""


def carved(colours: NDArray[np.uint8], coverage: Grid) -> Grid:
    """Heights to be added, in pixels: what is lighter than its surroundings stands out, and lines sink in."""
    longest = max(coverage.shape)
    lab = cv2.cvtColor(colours.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    light = np.asarray(lab[..., 0], np.float32)
    detail = _blurred(light, coverage, FINE * longest) - _blurred(light, coverage, COARSE * longest)
    return np.asarray(DEEPEST * longest * np.tanh(detail / CONTRAST), np.float32)


def _blurred(values: Grid, coverage: Grid, size: float) -> Grid:
    """Only of what is covered."""
    weight = cv2.GaussianBlur(coverage, (0, 0), size)
    blurred = cv2.GaussianBlur(values * coverage, (0, 0), size) / np.maximum(weight, 1e-3)
    return np.asarray(blurred, np.float32)
