"""A mouth in a picture that opens with the loudness of a sound, and a head that nods at its accents."""
# ruff: noqa: E501, PLR2004 - the measures of a mouth are no constants

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.faces import Face

Track = NDArray[np.float64]
Plane = NDArray[np.float32]
TRAVEL = 0.30
"""How far the jaw goes at the loudest, as a share of the mouth's width."""

NOD, BREATH = 0.016, 0.006
"""How far the head goes down at an accent, and the shoulders up with a breath (shares of the face's width)."""

DARKEST = np.array((46, 14, 18), np.float32)
TEETH = np.array((236, 230, 222), np.float32)


class Speaker:
    """Changes only what is around a face; with the mouth shut and no nod the picture stays as it is."""

    def __init__(self, picture: Frame, face: Face, opening: Track, accents: Track, rate: int) -> None:
        self._picture, self._face = picture, face
        self._opening, self._accents, self._rate = opening, accents, rate
        height, width = picture.shape[:2]
        reach = face.width * 1.15
        middle = face.mouth[0], (face.mouth[1] + face.eyes[1]) / 2
        self._left, self._right = max(int(middle[0] - reach), 0), min(int(middle[0] + reach), width)
        self._top, self._bottom = (
            max(int(middle[1] - reach * 1.15), 0),
            min(int(middle[1] + reach * 1.5), height),
        )
        x, y = np.meshgrid(
            np.arange(self._left, self._right, dtype=np.float32),
            np.arange(self._top, self._bottom, dtype=np.float32),
        )
        self._x, self._y = x, y
        self._jaw = self._below(x, y)
        self._lip = self._above(x, y)
        self._head = np.exp(-(((x - middle[0]) / (face.width * 0.72)) ** 4) - ((y - middle[1]) / (face.width * 0.95)) ** 4).astype(np.float32)  # fmt: skip
        away = np.maximum(np.abs(x - middle[0]) / (reach * 0.92), np.abs(y - middle[1]) / (reach * 1.12))
        self._fade = np.clip((1 - away) / 0.16, 0, 1).astype(np.float32)
        self._shoulders = (
            np.clip((y - (face.mouth[1] + face.width * 0.55)) / (face.width * 0.35), 0, 1) * self._fade
        )

    def paint(self, number: int) -> tuple[slice, slice, Frame]:
        """Which rows and columns change, and what they become at that frame."""
        place = min(number, len(self._opening) - 1)
        opening, accent = float(self._opening[place]), float(self._accents[place])
        box = slice(self._top, self._bottom), slice(self._left, self._right)
        part = self._picture[box]
        breath = np.sin(2 * np.pi * 0.27 * number / self._rate) * BREATH * min(number / self._rate, 1.0)
        if opening < 0.01 and accent < 0.01 and abs(breath) < 1e-4:
            return *box, part.copy()
        travel = np.float32(opening * TRAVEL * self._face.mouth_width)
        down = self._jaw * travel - self._lip * travel * np.float32(0.16)
        down += self._head * self._fade * np.float32(accent * NOD * self._face.width)
        down -= self._shoulders.astype(np.float32) * np.float32(breath * self._face.width)
        narrow = (
            (self._jaw + self._lip) * np.float32(0.10 * opening) * (self._x - np.float32(self._face.mouth[0]))
        )
        moved = cv2.remap(
            self._picture, self._x + narrow, self._y - down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        if opening >= 0.01:
            moved = self._opened(np.asarray(moved, np.uint8), opening, accent)
        return *box, np.asarray(moved, np.uint8)

    def _below(self, x: Plane, y: Plane) -> Plane:
        """1 at the lower lip and the chin, 0 above the mouth's line and at the jaw's rim."""
        face = self._face
        across = (x - face.mouth[0]) / (0.42 * face.width)
        under = y - face.mouth[1]
        fall = np.clip(1 - under / (0.62 * face.width), 0, 1)
        side = np.clip(1 - across * across, 0, 1)
        return np.where(under >= 0, side**1.5 * np.sqrt(fall), 0).astype(np.float32)

    def _above(self, x: Plane, y: Plane) -> Plane:
        face = self._face
        across = (x - face.mouth[0]) / (0.62 * face.mouth_width)
        over = (face.mouth[1] - y) / (0.28 * face.mouth_width)
        return np.where(over > 0, np.clip(1 - across * across, 0, 1) * np.clip(1 - over, 0, 1), 0).astype(
            np.float32
        )

    def _opened(self, part: Frame, opening: float, accent: float) -> Frame:
        """The inside of the mouth between the lips: dark, with teeth when it is wide open."""
        face = self._face
        gap = opening * TRAVEL * face.mouth_width
        nod = accent * NOD * face.width
        half = 0.5 * face.mouth_width * (0.92 - 0.16 * opening)
        middle = face.mouth[1] + gap * 0.42 + nod
        across = (self._x - np.float32(face.mouth[0])) / np.float32(half)
        tall = np.float32(max(gap * 0.62, 0.6)) * np.sqrt(np.clip(1 - across * across, 0.0, 1))
        inside = (tall - np.abs(self._y - np.float32(middle))) / np.float32(max(face.mouth_width / 40, 0.8))
        cover = (
            np.clip(inside, 0, 1)
            * np.clip((1 - np.abs(across)) * 8, 0, 1)
            * np.float32(min(opening * 6, 1.0))
        )
        deep = np.clip((self._y - np.float32(middle)) / np.float32(max(gap, 1)) + 0.5, 0, 1)[..., None]
        tone = DARKEST * (0.7 + 0.9 * deep)
        teeth = np.clip((middle - 0.16 * gap - self._y) / np.float32(max(gap * 0.08, 0.8)), 0, 1)[..., None]
        tone = tone + (TEETH - tone) * teeth * np.float32(min(max(opening - 0.25, 0) * 2.4, 0.85))
        mixed = part + (tone - part) * cover[..., None]
        return np.asarray(np.clip(mixed, 0, 255), np.uint8)
