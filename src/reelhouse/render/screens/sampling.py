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
from numpy.typing import NDArray

from reelhouse.render.painting.planes import Plane, Planes

STEP = 1.38
"""Each size is larger than the last one by this factor."""

FINEST = 0.9
"""A size is shown at most at this part of its pixels, so that none is ever enlarged where it need not be."""

REST = 0.8
"""The part at which the size for the unmoved picture is shown."""

TRIES = 20
PAD = 32
"""Pixels around each size, so that cuts may begin outside of the picture."""

MOST_PIXELS = 20_000_000

Offsets = NDArray[np.floating]


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

    def seen(self, x: float, y: float, width: float, height: float, window: Window) -> Plane:
        """The pixels of `window` where the picture lies at (`x`, `y`) in a size of `width` x `height`."""
        level = self._level(width)
        tall, wide = level.shape[0] - 2 * PAD, level.shape[1] - 2 * PAD
        across = _cut(x, width / wide, window.left, window.right, wide)
        down = _cut(y, height / tall, window.top, window.bottom, tall)
        part = level[
            down.first + PAD : down.last + PAD,
            across.first + PAD : across.last + PAD,
        ]
        shown = cv2.resize(part, (across.end - across.start, down.end - down.start))
        return np.asarray(
            shown[
                window.top - down.start : window.bottom - down.start,
                window.left - across.start : window.right - across.start,
            ],
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


def pyramids(picture: Planes, rest: float) -> tuple[Pyramid, Pyramid, Pyramid]:
    """Luma and both planes of chroma; `rest` in pixels of luma."""
    return Pyramid(picture.y, rest), Pyramid(picture.u, rest / 2), Pyramid(picture.v, rest / 2)


@dataclass(frozen=True, slots=True)
class _Cut:
    """Pixels `first` up to `last` of a level come to lie on pixels `start` up to `end`."""

    first: int
    last: int
    start: int
    end: int


def _cut(offset: float, scale: float, low: int, high: int, length: int) -> _Cut:
    first, start = _edge(offset, scale, low, length, -1)
    last, end = _edge(offset, scale, high, length, 1)
    return _Cut(first, last, start, end)


def _edge(offset: float, scale: float, at: int, length: int, way: int) -> tuple[int, int]:
    """An edge at `at` or further out (`way` is -1 or 1): where to cut, and where that comes to lie."""
    exact = (at - offset) / scale
    nearest = floor(exact) if way < 0 else ceil(exact)
    cuts = nearest + way * np.arange(TRIES)
    cuts = cuts[(cuts >= -PAD) & (cuts <= length + PAD)]
    if not len(cuts):
        cut = min(max(nearest, -PAD), length + PAD)
        return cut, at
    edges: Offsets = offset + cuts * scale
    whole = np.rint(edges)
    best = int(np.argmin(np.abs(edges - whole) + (whole - at) * way * 1e-4 + ((whole - at) * way < 0)))
    return int(cuts[best]), int(whole[best])
