"""How pictures differ by motion: where every point went (DIS optical flow, Kroeger et al. 2016)."""

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame

Field = NDArray[np.float32]
WIDEST = 480
"""Flow is sought in pictures at most this wide or high; the rest is interpolated."""

Grey = NDArray[np.uint8]


class Motion(NamedTuple):
    """Where the points of one picture are in the other and back, in pixels of the whole picture.

    The fields are `step` times smaller than the pictures.
    """

    there: Field
    back: Field
    step: float


def motion(one: Frame, other: Frame, *, fine: bool = False) -> Motion:
    """Both ways between two pictures of one size; `fine` takes five times as long."""
    small = [_small(picture) for picture in (one, other)]
    preset = cv2.DISOPTICAL_FLOW_PRESET_MEDIUM if fine else cv2.DISOPTICAL_FLOW_PRESET_FAST
    finder = cv2.DISOpticalFlow.create(preset)
    finder.setFinestScale(1)
    step = one.shape[1] / small[0].shape[1]
    there, back = (
        np.asarray(finder.calc(before, after, np.zeros((*before.shape, 2), np.float32)), np.float32)
        * np.float32(step)
        for before, after in ((small[0], small[1]), (small[1], small[0]))
    )
    return Motion(there, back, step)


def _small(picture: Frame) -> Grey:
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    share = min(1.0, WIDEST / max(grey.shape))
    size = max(round(grey.shape[1] * share), 16), max(round(grey.shape[0] * share), 16)
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)


def warped(picture: Frame, field: Field) -> Frame:
    """Every point taken from `field` pixels beside it; the field may be smaller than the picture."""
    height, width = picture.shape[:2]
    x, y = (
        cv2.resize(np.ascontiguousarray(field[..., axis]), (width, height), interpolation=cv2.INTER_LINEAR)
        for axis in (0, 1)
    )
    x = np.add(x, np.arange(width, dtype=np.float32)[None, :], dtype=np.float32)
    y = np.add(y, np.arange(height, dtype=np.float32)[:, None], dtype=np.float32)
    return np.asarray(cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.uint8)


def disagreement(moved: Motion) -> float:
    """How far, in shares of the width, going there and back misses the point of departure: the median."""
    height, width = moved.there.shape[:2]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    there = moved.there / moved.step
    back = cv2.remap(moved.back / moved.step, x + there[..., 0], y + there[..., 1], cv2.INTER_LINEAR)
    return float(np.median(np.linalg.norm(there + np.asarray(back, np.float32), axis=2)) / width)
