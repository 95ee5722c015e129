"""Shapes laid on a slide: in full colour, where a video keeps a quarter of it."""

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.render.presenter.ink import channels
from reelhouse.render.screens.shapes import Outline, Shape, filled
from reelhouse.render.slides.ground import Pixels

Share = NDArray[np.float32]

REACH = 3
"""Standard deviations of a shadow that are drawn."""


def lay(pixels: Pixels, shapes: Iterable[Shape]) -> None:
    """Lay shapes over `pixels` (height x width x RGB), the first one lowest. A hole leaves what is there."""
    for shape in shapes:
        if shape.colour is not None:
            _lay(pixels, shape.outline, shape.colour, shape.opacity, shape.blur)


def lay_picture(pixels: Pixels, picture: Pixels, left: int, top: int, mask: Outline) -> None:
    """Lay a picture with its corner at (`left`, `top`), where it is inside of `mask`."""
    height, width = picture.shape[:2]
    x, y = max(0, left), max(0, top)
    right, bottom = min(pixels.shape[1], left + width), min(pixels.shape[0], top + height)
    if right <= x or bottom <= y:
        return
    part = np.s_[y:bottom, x:right]
    opacity = filled(mask - (x, y), bottom - y, right - x) * np.float32(1 / 255)
    _mix(
        pixels,
        part,
        picture[y - top : bottom - top, x - left : right - left],
        np.asarray(opacity, np.float32),
    )


def _lay(pixels: Pixels, outline: Outline, colour: str, opacity: float, blur: float) -> None:
    reach = REACH * blur + 2
    height, width = pixels.shape[:2]
    left, top = np.maximum(np.floor(outline.min(axis=0) - reach).astype(int), 0)
    right, bottom = np.minimum(np.ceil(outline.max(axis=0) + reach).astype(int), (width, height))
    if right <= left or bottom <= top:
        return
    mask = filled(outline - (left, top), int(bottom - top), int(right - left), blur)
    share = mask.astype(np.float32) * np.float32(opacity / 255)
    paint = np.empty((*share.shape, 3), np.uint8)
    cv2.rectangle(paint, (0, 0), (width, height), channels(colour), cv2.FILLED)
    _mix(pixels, np.s_[top:bottom, left:right], paint, share)


def _mix(pixels: Pixels, part: tuple[slice, slice], over: Pixels, share: Share) -> None:
    pixels[part] = cv2.blendLinear(
        np.ascontiguousarray(over), np.ascontiguousarray(pixels[part]), share, 1 - share
    )
