"""Boxes of a picture, many at once: which lie in one row, which cover which, what they sum to."""

from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

Boxes: TypeAlias = npt.NDArray[np.int32]
"""One row a box: left, top, width, height, in pixels."""

Mask: TypeAlias = npt.NDArray[np.bool_]
Lengths: TypeAlias = npt.NDArray[np.int32]

NONE: Boxes = np.zeros((0, 4), np.int32)


def shared(boxes: Boxes, others: Boxes, axis: int) -> Lengths:
    """How far each of `boxes` and each of `others` overlap along an axis (0: across); below 0 is a gap."""
    starts = np.maximum(boxes[:, None, axis], others[None, :, axis])
    ends = np.minimum(
        boxes[:, None, axis] + boxes[:, None, axis + 2], others[None, :, axis] + others[None, :, axis + 2]
    )
    return np.asarray(ends - starts, np.int32)


def covered(boxes: Boxes, others: Boxes) -> npt.NDArray[np.float64]:
    """The part (0-1) of each of `boxes` that lies in each of `others`."""
    common = np.clip(shared(boxes, others, 0), 0, None) * np.clip(shared(boxes, others, 1), 0, None)
    return np.asarray(common / np.maximum(boxes[:, 2] * boxes[:, 3], 1)[:, None], np.float64)


def united(boxes: Boxes, belong: Mask) -> tuple[Boxes, npt.NDArray[np.int32]]:
    """Boxes around all that belong together, directly or through others, and the group of each box.

    `belong` has a row and a column for each box.
    """
    groups = _groups(belong)
    count = int(groups.max()) + 1 if len(groups) else 0
    least = np.full((count, 2), np.iinfo(np.int32).max, np.int32)
    most = np.zeros((count, 2), np.int32)
    np.minimum.at(least, groups, boxes[:, :2])
    np.maximum.at(most, groups, boxes[:, :2] + boxes[:, 2:])
    return np.concatenate([least, most - least], axis=1), groups


def _groups(belong: Mask) -> npt.NDArray[np.int32]:
    """A number for each box, from 0; by the smallest place in its group, spread until nothing changes."""
    near = belong | belong.T
    np.fill_diagonal(near, val=True)
    places = np.arange(len(near), dtype=np.int32)
    far = np.int32(len(near))
    while True:
        spread = np.where(near, places[None, :], far).min(1, initial=far).astype(np.int32)
        spread = spread[spread]
        if (spread == places).all():
            return np.unique(places, return_inverse=True)[1].astype(np.int32)
        places = spread


def sums(boxes: Boxes, mask: npt.NDArray[np.uint8]) -> npt.NDArray[np.float64]:
    """What a picture of one channel sums to in each box."""
    table = cv2.integral(mask)
    left, top, right, low = boxes[:, 0], boxes[:, 1], boxes[:, 0] + boxes[:, 2], boxes[:, 1] + boxes[:, 3]
    return np.asarray(table[low, right] - table[top, right] - table[low, left] + table[top, left], np.float64)


def grown(boxes: Boxes, by: int, size: tuple[int, int]) -> Boxes:
    """Each box with `by` pixels more on every side, within a picture of `size` (width, height)."""
    start = np.maximum(boxes[:, :2] - by, 0)
    end = np.minimum(boxes[:, :2] + boxes[:, 2:] + by, np.asarray(size, np.int32))
    return np.concatenate([start, end - start], axis=1).astype(np.int32)
