"""A picture as an encoder wants it: one plane of luma, two of chroma at half the size (yuv420p, BT.709, tv).

Everything is composed in these planes. A frame is converted once, when its parts are drawn, and never while
a scene is painted.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.uint8]
Pixels = NDArray[np.uint8]

# ITU-R BT.709 in limited range: luma 16-235, chroma 16-240 around 128; from full-range red, green, blue.
LUMA = (0.182586, 0.614231, 0.062007, 16.0)
BLUE_DIFFERENCE = (-0.100644, -0.338572, 0.439216, 128.0)
RED_DIFFERENCE = (0.439216, -0.398942, -0.040274, 128.0)

LIGHT = 255 / 219
TO_RGB = np.array(
    [
        (LIGHT, 0, 1.792741, -16 * LIGHT - 128 * 1.792741),
        (LIGHT, -0.213249, -0.532909, -16 * LIGHT + 128 * (0.213249 + 0.532909)),
        (LIGHT, 2.112402, 0, -16 * LIGHT - 128 * 2.112402),
    ]
)
"""The way back: red, green and blue, each from the three planes and an offset."""

BLACK = (16, 128, 128)

cv2.setNumThreads(1)  # an encoder keeps the other cores busy, and two scenes are painted at once


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Planes:
    """A picture of even size; `buffer` holds the three planes behind each other, ready to be written."""

    width: int
    height: int
    buffer: Plane
    y: Plane
    u: Plane
    v: Plane

    @property
    def all(self) -> tuple[Plane, Plane, Plane]:
        return self.y, self.u, self.v

    def take(self, other: "Planes") -> None:
        """Become an equal picture."""
        np.copyto(self.buffer, other.buffer)

    def copy(self) -> "Planes":
        return planes_over(self.buffer.copy(), self.width, self.height)

    def take_part(self, other: "Planes", x: int, y: int, width: int, height: int) -> None:
        """Copy a part of `other`, which lies at the same place there; it may reach over the edges."""
        left, top = max(0, x) & ~1, max(0, y) & ~1
        right, bottom = min(self.width, x + width + 1 & ~1), min(self.height, y + height + 1 & ~1)
        if right <= left or bottom <= top:
            return
        self.y[top:bottom, left:right] = other.y[top:bottom, left:right]
        half = np.s_[top // 2 : bottom // 2, left // 2 : right // 2]
        self.u[half] = other.u[half]
        self.v[half] = other.v[half]


def planes_over(buffer: Plane, width: int, height: int) -> Planes:
    """The three planes within one buffer of ``width * height * 3 / 2`` bytes."""
    if width % 2 or height % 2:
        raise ValueError(f"4:2:0 chroma wants even sizes, not {width}x{height}")
    luma, chroma = width * height, width * height // 4
    half = (height // 2, width // 2)
    return Planes(
        width=width,
        height=height,
        buffer=buffer,
        y=buffer[:luma].reshape(height, width),
        u=buffer[luma : luma + chroma].reshape(half),
        v=buffer[luma + chroma :].reshape(half),
    )


def blank(width: int, height: int, colour: tuple[int, int, int] = BLACK) -> Planes:
    """A picture of one colour in luma and chroma."""
    planes = planes_over(np.empty(width * height * 3 // 2, np.uint8), width, height)
    for plane, value in zip(planes.all, colour, strict=True):
        plane[:] = value
    return planes


def from_rgb(pixels: Pixels) -> Planes:
    """Convert height x width x 3 (or 4, the last one ignored) of full-range RGB; the size must be even."""
    height, width = pixels.shape[:2]
    planes = planes_over(np.empty(width * height * 3 // 2, np.uint8), width, height)
    colours = np.ascontiguousarray(pixels[..., :3])
    planes.y[:] = _mixed(colours, LUMA)
    for plane, weights in ((planes.u, BLUE_DIFFERENCE), (planes.v, RED_DIFFERENCE)):
        plane[:] = halved(_mixed(colours, weights))
    return planes


def to_rgb(planes: Planes) -> Pixels:
    """Back to full-range RGB, for stills and tests."""
    size = (planes.width, planes.height)
    chroma = [cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR) for plane in (planes.u, planes.v)]
    return np.asarray(cv2.transform(cv2.merge([planes.y, *chroma]), TO_RGB), np.uint8)


def halved(plane: Plane) -> Plane:
    """Half the size, each pixel the mean of four, rounded to the nearest."""
    height, width = plane.shape
    return np.asarray(cv2.resize(plane, (width // 2, height // 2), interpolation=cv2.INTER_AREA), np.uint8)


def _mixed(colours: Pixels, weights: tuple[float, float, float, float]) -> Plane:
    mixed = cv2.transform(colours, np.array([weights], np.float64))
    return np.asarray(mixed, np.uint8).reshape(colours.shape[:2])
