"""Pictures with transparency that are laid over others: a head, a hand, a label, a small picture."""

from dataclasses import dataclass

import cv2
import numpy as np

from reelhouse.render.painting.planes import Pixels, Plane, Planes, from_rgb, halved, planes_over

OPAQUE = 255
PER_STEP = 1 / OPAQUE


@dataclass(frozen=True, slots=True)
class Sprite:
    """Colours that are multiplied by their opacity already, and what remains of the ground below them.

    `through` is 255 where the ground is seen in full and 0 where nothing of it is; `through_half` is the
    same at the size of the chroma planes. The size is even.
    """

    colours: Planes
    through: Plane
    through_half: Plane

    @property
    def width(self) -> int:
        return self.colours.width

    @property
    def height(self) -> int:
        return self.colours.height

    def lay(self, ground: Planes, x: int, y: int) -> None:
        """Lay it over `ground` with its upper left corner at even pixels; what lies outside is cut off."""
        x, y = x & ~1, y & ~1
        left, top = max(0, -x), max(0, -y)
        right, bottom = min(self.width, ground.width - x), min(self.height, ground.height - y)
        if right <= left or bottom <= top:
            return
        own, there = np.s_[top:bottom, left:right], np.s_[y + top : y + bottom, x + left : x + right]
        _blend(ground.y[there], self.through[own], self.colours.y[own])
        own = np.s_[top // 2 : bottom // 2, left // 2 : right // 2]
        there = np.s_[(y + top) // 2 : (y + bottom) // 2, (x + left) // 2 : (x + right) // 2]
        _blend(ground.u[there], self.through_half[own], self.colours.u[own])
        _blend(ground.v[there], self.through_half[own], self.colours.v[own])

    def faded(self, opacity: float) -> "Sprite":
        """The same, seen only in part (0 to 1)."""
        buffer = _scaled(self.colours.buffer, opacity).reshape(-1)
        colours = planes_over(buffer, self.width, self.height)
        return Sprite(colours, _thinned(self.through, opacity), _thinned(self.through_half, opacity))


def sprite_from_rgba(pixels: Pixels) -> Sprite:
    """Convert height x width x 4 of RGB with straight opacity; the size must be even."""
    alpha = np.ascontiguousarray(pixels[..., 3])
    return _masked(from_rgb(pixels), alpha)


def sprite_from_planes(planes: Planes, alpha: Plane) -> Sprite:
    """A picture with an opacity for each of its pixels."""
    return _masked(planes, alpha)


def _masked(planes: Planes, alpha: Plane) -> Sprite:
    half = halved(alpha)
    colours = planes_over(np.empty_like(planes.buffer), planes.width, planes.height)
    for plane, given, opacity in zip(colours.all, planes.all, (alpha, half, half), strict=True):
        cv2.multiply(given, opacity, plane, PER_STEP)
    return Sprite(colours, OPAQUE - alpha, OPAQUE - half)


def _thinned(through: Plane, opacity: float) -> Plane:
    return OPAQUE - _scaled(OPAQUE - through, opacity)


def _scaled(plane: Plane, factor: float) -> Plane:
    return np.asarray(cv2.convertScaleAbs(plane, alpha=factor), np.uint8)


def _blend(ground: Plane, through: Plane, colours: Plane) -> None:
    dimmed = cv2.multiply(ground, through, scale=PER_STEP)
    cv2.add(dimmed, colours, ground)
