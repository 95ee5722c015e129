"""What a thing stands on, and how likely each pixel is not a part of that."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.mesh.modelling.patches import Lab
from reelhouse.engines.mesh.modelling.sheets import Grid
from reelhouse.engines.mesh.modelling.standing_out import standing_out
from reelhouse.engines.mesh.modelling.thing import Colours

PLAIN = 6.0
"""A border whose colours differ from a smooth gradient by less (in CIELAB, three times in four) is plain."""
LEAST_DIFFERENCE = 9.0
BORDER_SHARE = 0.03
FITS = 4


SHADOW_HUE = 6.0
SHADOW_EDGE = 3.0
"""A pixel of the ground's hue in which lightness changes by no more (of 100) is darker for a shadow."""
IN_SHADOW = 0.3


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely each pixel is a part of the thing, from 0 to 1.

    `standing_out` by the whole picture; `apart` by how it differs from the ground, None where that is not
    plain.
    """

    standing_out: Grid
    apart: Grid | None


def in_lab(colours: Colours) -> Lab:
    """In CIELAB: lightness from 0 to 100, and two axes of hue."""
    return np.asarray(cv2.cvtColor(colours.astype(np.float32) / 255, cv2.COLOR_RGB2LAB))


def likely(lab: Lab) -> Likely:
    """In a picture in CIELAB."""
    ground, usual = _gradient(lab)
    if usual > PLAIN:
        return Likely(standing_out(lab), None)
    away = lab - ground
    away[_is_shadow(lab, away)] *= IN_SHADOW
    threshold = max(LEAST_DIFFERENCE, 2.5 * usual)
    apart = np.clip(np.linalg.norm(away, axis=2) / (2 * threshold), 0, 1)
    return Likely(standing_out(lab), np.asarray(apart, np.float32))


def _is_shadow(lab: Lab, away: Lab) -> NDArray[np.bool_]:
    """Darker, but of the same hue, and with soft edges."""
    light = cv2.GaussianBlur(np.ascontiguousarray(lab[..., 0]), (0, 0), 1.0)
    edge = np.hypot(
        cv2.Sobel(light, cv2.CV_32F, 1, 0, scale=0.125), cv2.Sobel(light, cv2.CV_32F, 0, 1, scale=0.125)
    )
    near = cv2.dilate(edge, np.ones((3, 3), np.uint8))
    hue = np.linalg.norm(away[..., 1:], axis=2)
    return np.asarray((away[..., 0] < 0) & (hue < SHADOW_HUE) & (near < SHADOW_EDGE))


def _gradient(lab: Lab) -> tuple[Lab, float]:
    """The smooth ground that the border continues to, and how far most of the border is from it."""
    height, width = lab.shape[:2]
    rows, columns = np.meshgrid(np.linspace(-1, 1, height), np.linspace(-1, 1, width), indexing="ij")
    terms = np.stack([np.ones_like(rows), rows, columns, rows * columns, rows**2, columns**2], axis=2)
    edge = max(1, round(BORDER_SHARE * min(height, width)))
    border = np.ones((height, width), bool)
    border[edge:-edge, edge:-edge] = False
    known, colours = terms[border], lab[border].astype(np.float64)
    weights = np.ones(len(known))
    for _ in range(FITS):  # what does not fit, such as a thing that touches the border, counts less each time
        factors, *_rest = np.linalg.lstsq(known * weights[:, None], colours * weights[:, None], rcond=None)
        far = np.linalg.norm(colours - known @ factors, axis=1)
        weights = 1 / (1 + (far / max(float(np.median(far)), 1.0)) ** 2)
    return np.asarray(terms @ factors, np.float32), float(np.percentile(far, 75))
