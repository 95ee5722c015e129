"""A presenter in a small picture of their own: where it stands, how it is framed and how it comes in."""

from dataclasses import dataclass

import cv2
import numpy as np

from reelhouse.media.composition import Canvas, InsetAnimation, InsetFrame, InsetPosition, InsetSize
from reelhouse.render.painting.easing import arriving, between
from reelhouse.render.painting.painter import Painter
from reelhouse.render.painting.pictures import rounded_mask
from reelhouse.render.painting.planes import Pixels, Plane, Planes, blank, halved, planes_over
from reelhouse.render.painting.sprites import Sprite, sprite_from_rgba
from reelhouse.render.presenter.types import Box

SIZES = {InsetSize.SMALL: 0.3, InsetSize.MEDIUM: 0.4, InsetSize.LARGE: 0.52}
"""Widths as parts of the canvas's shorter side."""

SHAPE = 1.16
"""Height to width."""

SIDE = 0.045
FLOOR_UPRIGHT, FLOOR = 0.2, 0.05
"""Parts of the canvas that stay free beside and below: networks write over the foot of upright videos."""

ENTRANCE_SECONDS = 0.5
CORNER = 0.12
RING = 0.014
SHADOW_REACH, SHADOW_DARK = 0.045, 0.5
SMALLEST = 0.25
"""The part of its size from which an inset grows."""


def inset_box(canvas: Canvas, position: InsetPosition, size: InsetSize) -> Box:
    """Where the small picture stands; even pixels."""
    short = min(canvas.width, canvas.height)
    width = 2 * round(short * SIZES[size] / 2)
    height = 2 * round(width * SHAPE / 2)
    floor = FLOOR_UPRIGHT if canvas.height > canvas.width else FLOOR
    y = 2 * round((canvas.height * (1 - floor) - height) / 2)
    side = 2 * round(short * SIDE / 2)
    x = {
        InsetPosition.BOTTOM_LEFT: side,
        InsetPosition.BOTTOM_CENTER: 2 * ((canvas.width - width) // 4),
        InsetPosition.BOTTOM_RIGHT: canvas.width - width - side,
    }[position]
    return Box(x, y, width, height)


class InsetLayer:
    """Paints `presenter` on a canvas as large as `box`, frames it and lays it over the scene."""

    def __init__(
        self, presenter: Painter, box: Box, frame: InsetFrame, animation: InsetAnimation, canvas: Canvas
    ) -> None:
        self._presenter = presenter
        self._picture = blank(box.width, box.height)
        self._box = box
        self._mount = _mount(box, frame)
        self._animation = animation
        self._entrance = round(ENTRANCE_SECONDS * canvas.fps)
        self._canvas = canvas

    def lay(self, frame: int, canvas: Planes) -> None:
        self._presenter.paint(frame, self._picture)
        sprite = self._mount.around(self._picture)
        x, y = self._box.x - self._mount.margin, self._box.y - self._mount.margin
        if frame < self._entrance and self._animation is not InsetAnimation.NONE:
            sprite, x, y = self._arriving(sprite, x, y, arriving((frame + 1) / self._entrance))
        sprite.lay(canvas, x, y)

    def _arriving(self, sprite: Sprite, x: int, y: int, share: float) -> tuple[Sprite, int, int]:
        away = 1 - share
        match self._animation:
            case InsetAnimation.SLIDE_UP:
                return sprite, x, y + round(away * (self._canvas.height - y))
            case InsetAnimation.SLIDE_LEFT:  # towards the left, so in from the right
                return sprite, x + round(away * (self._canvas.width - x)), y
            case InsetAnimation.SLIDE_RIGHT:
                return sprite, x - round(away * (x + sprite.width)), y
            case InsetAnimation.FADE:
                return sprite.faded(share), x, y
            case _:
                small = _shrunk(sprite, between(SMALLEST, 1, share)).faded(min(1.0, 2 * share))
                return small, x + (sprite.width - small.width) // 2, y + (sprite.height - small.height) // 2


@dataclass(frozen=True, slots=True)
class _Mount:
    """Everything of a framed picture but the picture: shadow below, ring above, and the mask between.

    The picture stands `margin` pixels within. `seen` and `seen_half` are its opacity under the ring.
    """

    still: Planes
    through: Plane
    through_half: Plane
    seen: Plane
    seen_half: Plane
    margin: int

    def around(self, picture: Planes) -> Sprite:
        colours = planes_over(self.still.buffer.copy(), self.still.width, self.still.height)
        for number, (source, target) in enumerate(zip(picture.all, colours.all, strict=True)):
            seen, at = (self.seen, self.margin) if number == 0 else (self.seen_half, self.margin // 2)
            there = target[at : at + source.shape[0], at : at + source.shape[1]]
            cv2.add(cv2.multiply(source, seen, scale=1 / 255), there, there)
        return Sprite(colours, self.through, self.through_half)


def _mount(box: Box, frame: InsetFrame) -> _Mount:
    corner = 0 if frame is InsetFrame.NONE else round(box.width * CORNER)
    margin = 2 * round(box.width * SHADOW_REACH * 3 / 2) if frame is InsetFrame.SHADOW else 0
    size = box.height + 2 * margin, box.width + 2 * margin
    mask = np.zeros(size, np.uint8)
    inner = np.s_[margin : margin + box.height, margin : margin + box.width]
    mask[inner] = rounded_mask(box.width, box.height, corner)
    ring = np.zeros(size, np.uint8)
    if frame is InsetFrame.ROUNDED:
        ring[inner] = _ring(box, corner)
    shadow = np.zeros(size, np.uint8)
    if frame is InsetFrame.SHADOW:
        lower = np.roll(mask, round(box.width * SHADOW_REACH * 0.6), axis=0)
        soft = cv2.GaussianBlur(lower, (0, 0), box.width * SHADOW_REACH)
        shadow = np.asarray(cv2.convertScaleAbs(soft, alpha=SHADOW_DARK), np.uint8)
    seen = _times(mask, 255 - ring)
    shade = _times(_times(shadow, 255 - mask), 255 - ring)
    return _Mount(
        still=_premultiplied((shade, (0, 0, 0)), (ring, (255, 255, 255))),
        through=255 - _sum(seen, shade, ring),
        through_half=255 - _sum(halved(seen), halved(shade), halved(ring)),
        seen=np.ascontiguousarray(seen[inner]),
        seen_half=np.ascontiguousarray(
            halved(seen)[margin // 2 : (margin + box.height) // 2, margin // 2 : (margin + box.width) // 2]
        ),
        margin=margin,
    )


def _ring(box: Box, corner: int) -> Pixels:
    thick = max(2, round(box.width * RING))
    hole = np.zeros((box.height, box.width), np.uint8)
    inside = rounded_mask(box.width - 2 * thick, box.height - 2 * thick, max(0, corner - thick))
    hole[thick : box.height - thick, thick : box.width - thick] = inside
    return np.asarray(cv2.subtract(rounded_mask(box.width, box.height, corner), hole), np.uint8)


def _premultiplied(*parts: tuple[Plane, tuple[int, int, int]]) -> Planes:
    """The sum of colours of these opacities, as a sprite keeps them."""
    height, width = parts[0][0].shape
    total = planes_over(np.zeros(width * height * 3 // 2, np.uint8), width, height)
    for alpha, colour in parts:
        rgba = np.dstack([np.full((height, width, 3), colour, np.uint8), alpha])
        cv2.add(total.buffer, sprite_from_rgba(rgba).colours.buffer, total.buffer)
    return total


def _times(one: Plane, two: Plane) -> Plane:
    return np.asarray(cv2.multiply(one, two, scale=1 / 255), np.uint8)


def _sum(*planes: Plane) -> Plane:
    total = planes[0].astype(np.uint16)
    for plane in planes[1:]:
        total += plane
    return np.asarray(np.minimum(total, 255), np.uint8)


def _shrunk(sprite: Sprite, factor: float) -> Sprite:
    width, height = (max(4, 4 * round(length * factor / 4)) for length in (sprite.width, sprite.height))
    colours = blank(width, height)
    for source, target in zip(sprite.colours.all, colours.all, strict=True):
        cv2.resize(source, (target.shape[1], target.shape[0]), dst=target, interpolation=cv2.INTER_AREA)
    through, half = (
        np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.uint8)
        for plane, size in (
            (sprite.through, (width, height)),
            (sprite.through_half, (width // 2, height // 2)),
        )
    )
    return Sprite(colours, through, half)
