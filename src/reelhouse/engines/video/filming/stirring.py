"""Water that shimmers, leaves that sway and clouds that drift in a picture: where its points are taken from."""
# ruff: noqa: E501 - the measures of waves are no constants

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame

Field = NDArray[np.float32]
STIRS = frozenset({"water", "wind", "drifting"})
WAVE, SWAY, DRIFT = 0.0042, 0.0042, 0.011
"""How far water and leaves move, and how far clouds drift in a second, as shares of the width."""


class Stirring:
    """Moves for the nodes of a film's camera; nothing moves in the first frame."""

    def __init__(self, picture: Frame, kinds: frozenset[str], nodes: tuple[Field, Field]) -> None:
        self._kinds = kinds & STIRS
        self._width = picture.shape[1]
        self._x, self._y = nodes
        rows, columns = self._x.shape
        small = cv2.resize(picture, (columns, rows), interpolation=cv2.INTER_AREA)
        lab = cv2.cvtColor(small.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
        low = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
        blue = np.clip((4 - lab[..., 2]) / 12, 0, 1)
        green = np.clip((-lab[..., 1] - 2) / 12, 0, 1)
        calm = np.clip(1 - np.abs(cv2.Laplacian(lab[..., 0], cv2.CV_32F)) / 30, 0, 1)
        self._water = self._soft(np.clip((low - 0.48) / 0.1, 0, 1) * (0.35 + 0.65 * blue))
        self._leaves = self._soft(np.clip(0.25 + green, 0, 1) * np.clip((low - 0.1) / 0.3, 0, 1))
        self._sky = self._soft(np.clip((0.46 - low) / 0.16, 0, 1) * calm)

    @property
    def is_needed(self) -> bool:
        return bool(self._kinds)

    def moved(self, seconds: float) -> tuple[Field, Field]:
        """How far to the right and down of its place every node is taken from, in pixels."""
        come = min(seconds / 0.5, 1.0) ** 2
        x, y = np.zeros_like(self._x), np.zeros_like(self._y)
        if "water" in self._kinds:
            wave = np.sin(self._y * 0.11 + 2.9 * seconds) + 0.6 * np.sin(
                self._y * 0.047 + self._x * 0.012 - 1.9 * seconds
            )
            x += np.float32(WAVE * self._width * come) * wave.astype(np.float32) * self._water
            y += np.float32(0.5 * WAVE * self._width * come) * np.sin(self._x * 0.02 + self._y * 0.06 + 2.3 * seconds).astype(np.float32) * self._water  # fmt: skip
        if "wind" in self._kinds:
            gust = 0.6 + 0.4 * np.sin(0.7 * seconds)
            sway = np.sin(self._x * 0.013 + self._y * 0.008 - 2.4 * seconds) + 0.5 * np.sin(
                self._x * 0.041 - 3.7 * seconds
            )
            x += np.float32(SWAY * self._width * come * gust) * sway.astype(np.float32) * self._leaves
        if "drifting" in self._kinds:
            x -= np.float32(DRIFT * self._width * seconds) * self._sky
        return x, y

    def _soft(self, mask: Field) -> Field:
        return np.asarray(
            cv2.GaussianBlur(mask.astype(np.float32), (0, 0), max(mask.shape[1] / 40, 0.8)), np.float32
        )
