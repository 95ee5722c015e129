"""The motion that the given frames of another clip show, and how it goes on."""
# ruff: noqa: E501, PLR2004 - measures of pictures are no constants

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.flows import Field, motion
from reelhouse.engines.video.filming.moments import Canvas

Track = NDArray[np.float64]
LASTS_SECONDS = 1.1
"""In this time the speed falls to a third: nothing stops at once, nothing goes on for ever."""

LEAST = 2e-5
"""Slower than this share of the width a frame is rest."""


@dataclass(frozen=True, slots=True)
class Course:
    """What the picture does from one frame to the next: moves (shares of the width), grows, turns (radians)."""

    right: float
    down: float
    growth: float
    turn: float

    @property
    def rests(self) -> bool:
        return max(abs(self.right), abs(self.down), abs(self.growth), abs(self.turn)) < LEAST * 4


def course(frames: Sequence[Frame]) -> Course | None:
    """How the last of some frames moves on from those before; None for less than two."""
    if len(frames) < 2:
        return None
    seen = frames[-3:]
    steps = [_step(motion(one, other).there, one.shape[1]) for one, other in pairwise(seen)]
    return Course(*(float(np.mean([getattr(step, name) for step in steps])) for name in ("right", "down", "growth", "turn")))  # fmt: skip


def _step(there: Field, width: int) -> Course:
    """The similarity that most points follow."""
    rows, columns = there.shape[:2]
    scale = width / columns
    y, x = (axis.ravel().astype(np.float32) for axis in np.mgrid[4 : rows - 4 : 6, 4 : columns - 4 : 6])
    moved = there[y.astype(int), x.astype(int)]
    start = np.stack([x * scale, y * scale], axis=1) - np.array((width / 2, rows * scale / 2), np.float32)
    found, _ = cv2.estimateAffinePartial2D(start, start + moved, ransacReprojThreshold=width / 640)
    matrix = np.asarray(found, np.float64)
    if matrix.shape != (2, 3):
        return Course(0, 0, 0, 0)
    growth = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    return Course(
        float(matrix[0, 2]) / width, float(matrix[1, 2]) / width, float(np.log(max(growth, 1e-3))),
        float(np.arctan2(matrix[1, 0], matrix[0, 0])),
    )  # fmt: skip


def carried(seen: Course, canvas: Canvas) -> dict[str, Track]:
    """What goes on of it, for the camera's tracks; the first frame is where it is."""
    lasts = LASTS_SECONDS * canvas.rate
    way = lasts * (1 - np.exp(-np.arange(canvas.frames) / lasts))
    return {
        "pan_x": -seen.right * way,
        "pan_y": -seen.down * way,
        "zoom": seen.growth * way,
        "roll": -seen.turn * way,
    }
