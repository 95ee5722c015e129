"""Flat shapes with smooth edges, laid over each other into one drawing with transparency."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.render.painting.planes import Plane, blank
from reelhouse.render.painting.sprites import OPAQUE, PER_STEP, Sprite
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.screens.inks import ink_of

FRACTION_BITS = 6
SHARPEST_SHADOW = 6.0
"""Pixels of blur from which on a shadow is drawn small."""

Outline = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shape:
    """An area inside of `outline` (N x 2) in one colour; without a colour it is a hole.

    A `blur` (a standard deviation in the units of the outline) makes it a shadow.
    """

    outline: Outline
    colour: str | None
    opacity: float = 1.0
    blur: float = 0.0


def rounded(rect: Rect, *corners: float) -> Outline:
    """A box with round corners: one radius for all, or one each from the upper left one clockwise."""
    radii = corners * 4 if len(corners) == 1 else corners
    most = min(rect.width, rect.height) / 2
    turns = (
        (rect.x, rect.y, 1, 1),
        (rect.right, rect.y, -1, 1),
        (rect.right, rect.bottom, -1, -1),
        (rect.x, rect.bottom, 1, -1),
    )
    points = []
    for number, ((x, y, right, down), radius) in enumerate(zip(turns, radii, strict=True)):
        round_ = min(radius, most)
        steps = max(1, round(round_**0.5 * 4))
        for step in range(steps + 1):
            angle = pi + (number + step / steps) * pi / 2
            points.append(
                (
                    x + right * round_ + cos(angle) * round_,
                    y + down * round_ + sin(angle) * round_,
                )
            )
    return np.array(points)


def disc(x: float, y: float, radius: float) -> Outline:
    return rounded(Rect(x - radius, y - radius, 2 * radius, 2 * radius), radius)


def drawn(
    shapes: Sequence[Shape], origin: tuple[float, float], size: tuple[int, int], scale: float
) -> Sprite:
    """A drawing of `size` pixels (even) whose upper left corner is at `origin`, `scale` pixels a unit."""
    width, height = size
    colours = blank(width, height, (0, 0, 0))
    through = np.full((height, width), OPAQUE, np.uint8)
    half = np.full((height // 2, width // 2), OPAQUE, np.uint8)
    for shape in shapes:
        points = (shape.outline - origin) * scale
        _lay(shape, points, (colours.y,), through, 0, shape.blur * scale)
        _lay(shape, points / 2, (colours.u, colours.v), half, 1, shape.blur * scale / 2)
    return Sprite(colours, through, half)


def filled(points: Outline, height: int, width: int, blur: float = 0.0) -> Plane:
    """The opacity of an area; points are counted from the corner of the first pixel."""
    mask = np.zeros((height, width), np.uint8)
    if blur > SHARPEST_SHADOW:
        factor = 3 / blur
        small = filled(points * factor, max(2, round(height * factor)), max(2, round(width * factor)))
        soft = cv2.GaussianBlur(small, (0, 0), blur * factor)
        return np.asarray(cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)
    fixed = np.rint((points - 0.5) * (1 << FRACTION_BITS)).astype(np.int32)
    cv2.fillPoly(mask, [fixed], (OPAQUE,), cv2.LINE_AA, FRACTION_BITS)
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), blur), np.uint8) if blur else mask


def _lay(
    shape: Shape, points: Outline, planes: tuple[Plane, ...], through: Plane, first: int, blur: float
) -> None:
    reach = 3 * blur + 2
    height, width = through.shape
    left, top = np.floor(points.min(axis=0) - reach).astype(int)
    right, bottom = np.ceil(points.max(axis=0) + reach).astype(int)
    left, top, right, bottom = max(0, left), max(0, top), min(width, right), min(height, bottom)
    if right <= left or bottom <= top:
        return
    part = np.s_[top:bottom, left:right]
    mask = filled(points - (left, top), bottom - top, right - left, blur)
    if shape.opacity < 1:
        mask = np.asarray(cv2.convertScaleAbs(mask, alpha=shape.opacity), np.uint8)
    remains = OPAQUE - mask
    through[part] = cv2.multiply(through[part], remains, scale=PER_STEP)
    inks = ink_of(shape.colour)[first : first + len(planes)] if shape.colour else (0,) * len(planes)
    for plane, ink in zip(planes, inks, strict=True):
        kept = cv2.multiply(plane[part], remains, scale=PER_STEP)
        plane[part] = cv2.add(kept, cv2.convertScaleAbs(mask, alpha=ink * PER_STEP)) if shape.colour else kept
    if shape.colour is None:
        through[part] = cv2.add(through[part], mask)
