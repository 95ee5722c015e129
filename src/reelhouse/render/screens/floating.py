"""Drawings that move over a picture by fractions of a pixel, grow, and fade."""

from math import ceil, floor

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.render.painting.planes import Plane, Planes, blank, halved
from reelhouse.render.painting.sprites import OPAQUE, PER_STEP, Sprite
from reelhouse.render.screens.inks import ink_of
from reelhouse.render.screens.sampling import Window

NOTHING = Window(0, 0, 0, 0)
UNSEEN = 0.004

Matrix = NDArray[np.float64]


def inked(mask: Plane, colour: str) -> Sprite:
    """One colour with an opacity for each pixel; the size is even."""
    height, width = mask.shape
    half = halved(mask)
    colours = blank(width, height, (0, 0, 0))
    for plane, ink, opacity in zip(colours.all, ink_of(colour), (mask, half, half), strict=True):
        cv2.convertScaleAbs(opacity, dst=plane, alpha=ink * PER_STEP)
    return Sprite(colours, OPAQUE - mask, OPAQUE - half)


class Floating:
    """A sprite that is laid anywhere. Places are those of its middle, in pixels of the canvas."""

    def __init__(self, sprite: Sprite) -> None:
        self._sprite = sprite
        self.width, self.height = sprite.width, sprite.height

    def lay(self, canvas: Planes, x: float, y: float, scale: float = 1.0, opacity: float = 1.0) -> Window:
        """Lay it with its middle at (`x`, `y`); the answer holds every pixel that it touched."""
        if opacity < UNSEEN or scale <= 0:
            return NOTHING
        left, top = x - self.width * scale / 2, y - self.height * scale / 2
        if scale == 1 and opacity >= 1 and left % 2 == 0 and top % 2 == 0:
            self._sprite.lay(canvas, int(left), int(top))
            return _inside(left, top, left + self.width, top + self.height, canvas)
        window = _inside(left, top, left + self.width * scale, top + self.height * scale, canvas)
        if window.empty:
            return NOTHING
        colours = self._sprite.colours
        half = window.halved
        layers = (
            (canvas.y, colours.y, self._sprite.through, window, 1),
            (canvas.u, colours.u, self._sprite.through_half, half, 2),
            (canvas.v, colours.v, self._sprite.through_half, half, 2),
        )
        for plane, ink, through, part, factor in layers:
            move = _matrix(left / factor - part.left, top / factor - part.top, scale)
            _mix(plane[part.part], ink, through, move, opacity)
        return window

    def onto(self, sprite: Sprite, x: float, y: float) -> None:
        """Become part of another drawing, with its middle at whole even pixels of it."""
        left, top = round(x - self.width / 2) & ~1, round(y - self.height / 2) & ~1
        self._sprite.lay(sprite.colours, left, top)
        for own, theirs, factor in (
            (self._sprite.through, sprite.through, 1),
            (self._sprite.through_half, sprite.through_half, 2),
        ):
            at = left // factor, top // factor
            there = theirs[max(0, at[1]) : at[1] + own.shape[0], max(0, at[0]) : at[0] + own.shape[1]]
            mine = own[max(0, -at[1]) :, max(0, -at[0]) :][: there.shape[0], : there.shape[1]]
            there[:] = cv2.multiply(there, mine, scale=PER_STEP)


def together(*windows: Window) -> Window:
    """The smallest window that holds all of them."""
    seen = [window for window in windows if not window.empty]
    if not seen:
        return NOTHING
    return Window(
        min(window.left for window in seen),
        min(window.top for window in seen),
        max(window.right for window in seen),
        max(window.bottom for window in seen),
    )


def _inside(left: float, top: float, right: float, bottom: float, canvas: Planes) -> Window:
    """Even pixels of the canvas around a place."""
    return Window(
        max(0, 2 * floor(left / 2)),
        max(0, 2 * floor(top / 2)),
        min(canvas.width, 2 * ceil(right / 2)),
        min(canvas.height, 2 * ceil(bottom / 2)),
    )


def _matrix(left: float, top: float, scale: float) -> Matrix:
    """Pixels have centres: half of one is taken off before, and put on after."""
    shift = (scale - 1) / 2
    return np.array([[scale, 0, left + shift], [0, scale, top + shift]])


def _mix(ground: Plane, ink: Plane, through: Plane, move: Matrix, opacity: float) -> None:
    size = ground.shape[1], ground.shape[0]
    colours = cv2.warpAffine(ink, move, size, borderMode=cv2.BORDER_CONSTANT, borderValue=(0,))
    remains = cv2.warpAffine(through, move, size, borderMode=cv2.BORDER_CONSTANT, borderValue=(OPAQUE,))
    if opacity < 1:
        colours = cv2.convertScaleAbs(colours, alpha=opacity)
        remains = cv2.convertScaleAbs(remains, alpha=opacity, beta=OPAQUE * (1 - opacity))
    ground[:] = cv2.add(cv2.multiply(ground, remains, scale=PER_STEP), colours)
