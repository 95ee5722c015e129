"""From a silhouette to a closed solid: two sheets that meet at the outline, thickest in the middle.

Every pixel of the mask becomes four cells around a point of its own, and diagonals run to that point. So
no edge but those of the outline joins two points of the outline, and the solid is a manifold.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

DEPTH = 1.0  # half the thickness over the distance to the outline, near it
BACK = 0.7  # the back is flatter
SMOOTHING = 0.8  # pixels of the mask


Mask = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Solid:
    """`points` in pixels of the mask: x to the right, y up, z towards whoever looks; `faces` turn outward."""

    points: NDArray[np.float64]
    faces: NDArray[np.int64]


def inflated(mask: Mask) -> Solid:
    """A solid with as many parts and tunnels as `mask` has parts and holes."""
    cells = np.pad(np.kron(_without_touching_corners(np.pad(mask, 2)), np.ones((2, 2), np.uint8)), 1)
    around = cells[:-1, :-1] + cells[1:, :-1] + cells[:-1, 1:] + cells[1:, 1:]
    height = _heights(around)
    front = np.full(around.shape, -1)
    front[around > 0] = np.arange((around > 0).sum())
    inner = around == 4  # noqa: PLR2004 - all cells around a point
    back = front.copy()
    back[inner] = front.max() + 1 + np.arange(inner.sum())
    rows, columns = np.nonzero(around > 0)
    inner_rows, inner_columns = np.nonzero(inner)
    x, y = np.r_[columns, inner_columns] / 2, -np.r_[rows, inner_rows] / 2
    z = np.r_[height[around > 0], -BACK * height[inner]]
    faces = np.concatenate([_sheet(cells, front), _sheet(cells, back)[:, ::-1]])
    return Solid(np.stack([x, y, z], axis=1), faces)


def _without_touching_corners(mask: Mask) -> NDArray[np.uint8]:
    """Where two pixels touch by a corner only, the gap is filled."""
    filled = mask.copy()
    while True:
        a, b, c, d = filled[:-1, :-1], filled[:-1, 1:], filled[1:, :-1], filled[1:, 1:]
        touching = ((a & d) > (b | c)) | ((b & c) > (a | d))
        if not touching.any():
            return filled
        filled[:-1, :-1][touching] = 1
        filled[:-1, 1:][touching] = 1


def _heights(around: NDArray[np.uint8]) -> NDArray[np.float64]:
    """At each corner of the cells, a round profile over the distance to the outline; 0 on it."""
    inner = (around == 4).astype(np.uint8)  # noqa: PLR2004 - all cells around a point
    far = cv2.distanceTransform(inner, cv2.DIST_L2, cv2.DIST_MASK_PRECISE).astype(np.float64) / 2
    thickest = max(float(far.max()), 1.0)
    profile = DEPTH * np.sqrt(np.maximum(far * (2 * thickest - far), 0)) / 2
    return np.asarray(np.where(inner, cv2.GaussianBlur(profile, (0, 0), 2 * SMOOTHING), 0.0))


def _sheet(cells: NDArray[np.uint8], names: NDArray[np.int64]) -> NDArray[np.int64]:
    """Two triangles a cell, counter-clockwise as seen from the front."""
    rows, columns = np.nonzero(cells)
    rows, columns = rows - 1, columns - 1
    nw, ne = names[rows, columns], names[rows, columns + 1]
    sw, se = names[rows + 1, columns], names[rows + 1, columns + 1]
    falling = ((rows + columns) % 2 == 0)[:, None]  # the middle of a pixel is south-east, or north-west
    first = np.where(falling, np.stack([nw, sw, se], 1), np.stack([nw, sw, ne], 1))
    second = np.where(falling, np.stack([nw, se, ne], 1), np.stack([ne, sw, se], 1))
    return np.concatenate([first, second]).astype(np.int64)
