"""Pictures that move by fractions of a pixel and stay sharp: sampled from the size that suits them best.

A picture is kept at several sizes, each made when it is first looked at, straight from its full resolution.
What is seen is one resize of whole pixels to whole pixels: of the cuts that hold it, the one is taken whose
edges come to lie on pixels of the canvas to some hundredths, which is as exact as a warp and three times as
quick.
"""

from dataclasses import dataclass
from math import ceil, floor, log

import cv2
import numpy as np

from reelhouse.render.painting.planes import Plane, Planes
from reelhouse.render.screens.geometry import Rect

STEP = 1.38
"""Each size is larger than the last one by this factor."""

FINEST = 0.9
"""A size is shown at most at this part of its pixels, so that none is ever enlarged where it need not be."""

REST = 0.8
"""The part at which the size for the unmoved picture is shown."""

TRIES = 20
EXACT = 0.02
"""How far from a pixel an edge may come to lie at best."""

PAD = 32
"""Pixels around each size, so that cuts may begin outside of the picture."""

MOST_PIXELS = 20_000_000


@dataclass(frozen=True, slots=True)
class Window:
    """Whole pixels of a plane that is painted on: from `left`, `top` up to `right`, `bottom`."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def empty(self) -> bool:
        return self.right <= self.left or self.bottom <= self.top

    @property
    def halved(self) -> "Window":
        """The same on the planes of chroma."""
        return Window(self.left // 2, self.top // 2, -(-self.right // 2), -(-self.bottom // 2))

    @property
    def part(self) -> tuple[slice, slice]:
        return slice(self.top, self.bottom), slice(self.left, self.right)


class Pyramid:
    """One plane at several sizes. `rest` is the width at which it is seen when no camera has moved.

    Outside of it is more of its edge, or `outside` where that is given.
    """

    def __init__(self, plane: Plane, rest: float, outside: int | None = None) -> None:
        self._plane = plane
        self._rest = rest
        self._outside = outside
        self._levels: dict[int, Plane] = {}

    def seen(self, place: Rect, factor: int, window: Window) -> Plane:
        """The pixels of `window` where the picture lies at `place` of a canvas `factor` times as large."""
        x, y, width, height = (value / factor for value in (place.x, place.y, place.width, place.height))
        level = self._level(width)
        tall, wide = level.shape[0] - 2 * PAD, level.shape[1] - 2 * PAD
        left, start = _edge(x, width / wide, window.left, wide, -1)
        right, end = _edge(x, width / wide, window.right, wide, 1)
        top, first = _edge(y, height / tall, window.top, tall, -1)
        bottom, last = _edge(y, height / tall, window.bottom, tall, 1)
        part = level[top + PAD : bottom + PAD, left + PAD : right + PAD]
        shown = cv2.resize(part, (end - start, last - first))
        return np.asarray(
            shown[window.top - first : window.bottom - first, window.left - start : window.right - start],
            np.uint8,
        )

    def _level(self, width: float) -> Plane:
        number = ceil(log(width * REST / self._rest / FINEST) / log(STEP) - 1e-9)
        if number not in self._levels:
            self._levels[number] = self._sized(self._rest / REST * STEP**number)
        return self._levels[number]

    def _sized(self, width: float) -> Plane:
        height, own = self._plane.shape
        factor = min(width / own, (MOST_PIXELS / (height * own)) ** 0.5)
        size = max(2, round(own * factor)), max(2, round(height * factor))
        way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
        sized = self._plane if size == (own, height) else cv2.resize(self._plane, size, interpolation=way)
        if self._outside is None:
            return np.asarray(cv2.copyMakeBorder(sized, PAD, PAD, PAD, PAD, cv2.BORDER_REPLICATE), np.uint8)
        return np.asarray(
            cv2.copyMakeBorder(sized, PAD, PAD, PAD, PAD, cv2.BORDER_CONSTANT, value=self._outside), np.uint8
        )


def pyramids(picture: Planes, rest: float, outside: int | None = None) -> tuple[Pyramid, Pyramid, Pyramid]:
    """Luma and both planes of chroma; `rest` in pixels of luma."""
    return (
        Pyramid(picture.y, rest, outside),
        Pyramid(picture.u, rest / 2, outside),
        Pyramid(picture.v, rest / 2, outside),
    )


def _edge(offset: float, scale: float, at: int, length: int, way: int) -> tuple[int, int]:
    """An edge at `at` or further out (`way` is -1 or 1): where to cut, and on which pixel that comes to lie.

    Of the cuts next to it the first one is taken that is exact enough, else the most exact one.
    """
    exact = (at - offset) / scale
    cut = min(max(floor(exact) if way < 0 else ceil(exact), -PAD), length + PAD)
    best, least = (cut, at), 1.0
    for _ in range(TRIES):
        edge = offset + cut * scale
        whole = round(edge)
        wrong = abs(edge - whole)
        if wrong < least and (whole - at) * way >= 0:
            best, least = (cut, whole), wrong
        if least < EXACT or not -PAD < cut < length + PAD:
            break
        cut += way
    return best
