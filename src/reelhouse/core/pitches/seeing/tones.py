"""Colours made coarse: 256 of them, so that what is one colour to the eye is one number."""

import cv2
import numpy as np
import numpy.typing as npt

from reelhouse.core.pitches.seeing.decoding import Pixels

Tones = npt.NDArray[np.uint8]
"""A coarse colour for each pixel: two bits of blue, three of green and of red."""


def _tables() -> npt.NDArray[np.uint8]:
    levels = np.arange(256, dtype=np.uint8)
    blue, green, red = levels >> 6, levels >> 5 << 2, levels >> 5 << 5
    return np.stack([blue, green, red], axis=1)[None]


TABLES = _tables()
SUM = np.ones((1, 3), np.float32)


def tones_of(picture: Pixels) -> Tones:
    return np.asarray(cv2.transform(cv2.LUT(picture, TABLES), SUM), np.uint8)


def largest_share(tones: Tones, count: int) -> float:
    """The part (0-1) that the `count` most frequent colours cover."""
    amounts = np.bincount(tones.ravel(), minlength=256)
    return float(np.partition(amounts, -count)[-count:].sum()) / max(tones.size, 1)
