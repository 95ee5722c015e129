"""What lies behind everything: the colours of a brand that flow into each other, soft light, some grain."""

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.media.composition import Canvas, Livery
from reelhouse.render.painting.planes import BLUE_DIFFERENCE, LUMA, RED_DIFFERENCE, Plane, Planes, blank
from reelhouse.render.presenter.ink import brightness, channels

STEP = 8
"""Light is reckoned at an eighth of its size, with fractions, so that it has no bands."""

GRAIN = 1.1
TILE = 256
PALE = 0.6

Light = NDArray[np.float32]


def ground_for(livery: Livery, canvas: Canvas) -> Planes:
    """A ground as large as the canvas; equal liveries, equal bytes."""
    width, height = canvas.width, canvas.height
    light = light_of(livery, -(-width // STEP), -(-height // STEP))
    ground = blank(width, height)
    for plane, weights in zip(ground.all, (LUMA, BLUE_DIFFERENCE, RED_DIFFERENCE), strict=True):
        mixed = light @ np.asarray(weights[:3], np.float32) + np.float32(weights[3])
        _spread(mixed, plane, GRAIN if weights is LUMA else GRAIN / 3)
    return ground


class Grounds:
    """The grounds of one video: each is drawn once for each size. Nobody draws on them."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[Livery, Canvas], Planes] = {}

    def of(self, livery: Livery, canvas: Canvas) -> Planes:
        asked = (livery, canvas)
        if asked not in self._drawn:
            self._drawn[asked] = ground_for(livery, canvas)
        return self._drawn[asked]


def light_of(livery: Livery, width: int, height: int) -> Light:
    """Red, green and blue (0-255) of each of so many points; slides stand on the same light."""
    across, down = np.meshgrid(
        np.linspace(0, 1, width, dtype=np.float32), np.linspace(0, 1, height, dtype=np.float32)
    )
    start, end = (np.array(channels(colour), np.float32) for colour in (livery.ground, livery.ground_end))
    flow = np.clip(0.3 * across + 0.7 * down, 0, 1)
    flow = flow * flow * (3 - 2 * flow)
    light = start + (end - start) * flow[..., None]
    aspect = height / width
    pale = brightness(livery.ground) > PALE
    accent = np.array(channels(livery.accent), np.float32)
    for x, y, radius, share in ((0.82, 0.1, 0.75, 0.2), (0.1, 0.88, 0.8, 0.14)):
        light += (accent - light) * (
            _glow(across, down, x, y, radius, aspect) * (share * (0.7 if pale else 1))
        )
    white = np.float32(255)
    light += (white - light) * (_glow(across, down, 0.3, 0.02, 0.9, aspect) * (0.3 if pale else 0.08))
    return np.asarray(light, np.float32)


def _glow(across: Light, down: Light, x: float, y: float, radius: float, aspect: float) -> Light:
    """1 at a point and nothing from `radius` (in widths, or heights of an upright canvas) on."""
    unit = max(1.0, aspect) ** 0.5
    far = np.sqrt((across - x) ** 2 + ((down - y) * aspect) ** 2) / (radius * unit)
    near = np.clip(1 - far, 0, 1)
    return np.asarray((near * near * (3 - 2 * near))[..., None], np.float32)


def _spread(mixed: Light, plane: Plane, strength: float) -> None:
    height, width = plane.shape
    smooth = cv2.resize(np.ascontiguousarray(mixed), (width, height), interpolation=cv2.INTER_CUBIC)
    grain = _grain() * np.float32(strength)
    for top in range(0, height, TILE):
        for left in range(0, width, TILE):
            part = np.s_[top : top + TILE, left : left + TILE]
            tall, wide = smooth[part].shape
            plane[part] = np.rint(smooth[part] + grain[:tall, :wide])


@lru_cache(maxsize=1)
def _grain() -> Light:
    return np.random.default_rng(20).normal(0, 1, (TILE, TILE)).astype(np.float32).clip(-2.5, 2.5)
