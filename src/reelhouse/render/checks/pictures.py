"""Pictures of a file as they are looked at, and whether they are black or stand still."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.media.time import Span
from reelhouse.render.presenter.types import Box

Plane = NDArray[np.uint8]

SPARSE = 8
"""Every eighth pixel of every eighth line shows as well whether a picture is black or stands still."""

BLACK_LUMA = 24
BLACK_SHARE = 0.995
STILL_DIFFERENCE = 0.1275
"""Steps of luma, on average, below which two pictures are the same."""

LONGEST_STILL = Fraction(3, 2)
"""Seconds that a presenter may stand like a photograph; they blink and sway all the time."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Three planes (yuv420p) of one decoded picture; they are gone when the next one comes."""

    y: Plane
    u: Plane
    v: Plane

    def cut(self, box: Box) -> tuple[Plane, Plane, Plane]:
        """The part in a box, as far as it lies in the picture."""
        left, top = max(0, box.x), max(0, box.y)
        right, bottom = max(left, box.x + box.width), max(top, box.y + box.height)
        half = np.s_[top // 2 : -(-bottom // 2), left // 2 : -(-right // 2)]
        return self.y[top:bottom, left:right], self.u[half], self.v[half]


class Looker(Protocol):
    """Somebody who looks at pictures in the order of their frames."""

    def wants(self, frame: int, *, large: bool) -> bool:
        """Whether this very frame must be among those that are seen.

        A `large` one, in bytes, could show what its neighbours do not show.
        """

    def lacks(self, frame: int) -> bool:
        """Whether too little was seen up to this frame, no matter of which pictures."""

    def see(self, frame: int, picture: Picture) -> None: ...


@dataclass(frozen=True, slots=True)
class Stretches:
    """Where pictures are black, and where they stand still for long, from the start of the file."""

    black: tuple[Span, ...]
    still: tuple[Span, ...]


class StretchFinder:
    """Finds long stillness, and black pictures: each one, unless a few may be missed (`black` is False)."""

    def __init__(self, fps: int, *, black: bool = True) -> None:
        self._fps = fps
        self._each = black
        self._black: list[Span] = []
        self._still: list[Span] = []
        self._dark_since: int | None = None
        self._still_since = 0
        self._reference: Plane | None = None
        self._end = 0

    def wants(self, _frame: int, *, large: bool) -> bool:
        return large and self._each

    def lacks(self, _frame: int) -> bool:
        return False

    def see(self, frame: int, picture: Picture) -> None:
        self._end = frame + 1
        sample = np.ascontiguousarray(picture.y[::SPARSE, ::SPARSE])
        dark = np.count_nonzero(sample <= BLACK_LUMA) >= BLACK_SHARE * sample.size
        if dark and self._dark_since is None:
            self._dark_since = frame
        elif not dark:
            self._end_dark(frame)
        if self._reference is None or _difference(sample, self._reference) >= STILL_DIFFERENCE:
            self._end_still(frame)
            self._reference, self._still_since = sample, frame

    def stretches(self, frames: int) -> Stretches:
        """What was found in a file of so many frames, all of which have been shown."""
        end = max(frames, self._end)
        self._end_dark(end)
        self._end_still(end)
        return Stretches(tuple(self._black), tuple(self._still))

    def _end_dark(self, frame: int) -> None:
        if self._dark_since is not None:
            self._black.append(self._span(self._dark_since, frame))
            self._dark_since = None

    def _end_still(self, frame: int) -> None:
        stood = self._span(self._still_since, frame)
        if self._reference is not None and stood.duration >= LONGEST_STILL:
            self._still.append(stood)

    def _span(self, first: int, end: int) -> Span:
        return Span(Fraction(first, self._fps), Fraction(end, self._fps))


def _difference(one: Plane, other: Plane) -> float:
    return cv2.mean(cv2.absdiff(one, other))[0]
