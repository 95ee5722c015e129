"""The way to the final frame: along the motion between the two where they are alike, else a change by shapes."""
# ruff: noqa: E501 - measures of pictures are no constants

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.flows import Motion, disagreement, motion, warped
from reelhouse.engines.video.filming.moments import smooth

Plane = NDArray[np.float32]
ALIKE = 0.006
"""Pictures whose motion misses by less than this share of the width show one thing."""

EXPLAINED = 0.62
"""And after it, no more than this share of their difference is left (or hardly any)."""

BAND = 0.22
"""How long, as a share of the change, a point takes to become the other's."""

COMES = 0.4
"""From this share of the film on the final picture comes."""


def alike(one: Frame, other: Frame, moved: Motion) -> bool:
    """Whether the motion between two pictures explains how they differ."""
    if disagreement(moved) > ALIKE:
        return False
    come = warped(other, moved.there)
    left = float(cv2.absdiff(come, one).mean())
    return left < max(EXPLAINED * float(cv2.absdiff(one, other).mean()), 4.0)


class Morph:
    """From a first picture to a last that shows the same: both are moved, and one becomes the other."""

    def __init__(self, last: Frame, moved: Motion) -> None:
        self._last, self._moved = last, moved

    def arrive(self, picture: Frame, share: float) -> Frame:
        """At 0 `picture`, which is the first one or what became of it; at 1 the last, exactly.

        The motion at a time between is put together from both ways (as in Super SloMo, Jiang et al. 2018).
        """
        if share <= 0 or share >= 1:
            return picture if share <= 0 else self._last.copy()
        one, other = np.float32(1 - share), np.float32(share)
        there, back = self._moved.there, self._moved.back
        from_first = warped(picture, other * other * back - one * other * there)
        from_last = warped(self._last, one * one * there - one * other * back)
        return np.asarray(cv2.addWeighted(from_first, float(one), from_last, float(other), 0), np.uint8)


class Change:
    """Into a picture of something else: it comes through where light, colours and shapes are nearest first.

    While it comes it still grows to its place, so that the camera seems to go on into it.
    """

    def __init__(self, first: Frame, last: Frame) -> None:
        self._last = last
        height, width = last.shape[:2]
        small = max(width // 8, 8), max(height // 8, 8)
        one, other = (
            cv2.cvtColor(cv2.resize(picture, small, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2LAB).astype(
                np.float32
            )
            for picture in (first, last)
        )
        away = np.sqrt(((one - other) ** 2).sum(axis=2))
        shape = cv2.GaussianBlur(other[..., 0], (0, 0), small[0] / 60 + 0.5)
        order = cv2.GaussianBlur(away / (away.max() + 1), (0, 0), small[0] / 50 + 0.5) - 0.5 * shape / 255
        x = np.linspace(-1, 1, small[0], dtype=np.float32)[None, :] ** 2
        order += 0.25 * (x + np.linspace(-1, 1, small[1], dtype=np.float32)[:, None] ** 2)
        ranks = np.argsort(np.argsort(order.ravel(), kind="stable"), kind="stable").reshape(order.shape)
        even = cv2.GaussianBlur((ranks / ranks.size).astype(np.float32), (0, 0), 1.2)
        self._order = np.asarray(cv2.resize(even, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)

    def arrive(self, picture: Frame, share: float) -> Frame:
        come = smooth((share - COMES) / (1 - COMES))
        if come <= 0:
            return picture
        if come >= 1:
            return self._last.copy()
        height, width = picture.shape[:2]
        grown = 1 + 0.07 * (1 - come) ** 2
        matrix = cv2.getRotationMatrix2D((width / 2 - 0.5, height / 2 - 0.5), 0, grown)
        last = cv2.warpAffine(
            self._last, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101
        )
        cover = np.clip((come * (1 + BAND) - self._order) / BAND, 0, 1).astype(np.float32)
        mixed = cv2.blendLinear(np.asarray(last, np.uint8), picture, cover, 1 - cover)
        return np.asarray(mixed, np.uint8)


def motion_to(first: Frame, final: Frame) -> Motion | None:
    """The motion from the first frame to the final one, where they are alike."""
    moved = motion(first, final, fine=True)
    return moved if alike(first, final, moved) else None
