"""The parts of a puppet: sprites that know where they lie, and how they are turned and moved."""

from dataclasses import dataclass
from math import ceil, floor

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from reelhouse.render.painting.planes import Planes, planes_over
from reelhouse.render.painting.sprites import OPAQUE, Sprite, sprite_from_rgba
from reelhouse.render.presenter.types import Box

Matrix = NDArray[np.float64]
"""2 x 3: where a point of the picture goes."""

MARGIN = 4
"""Clear pixels around what a piece shows, so that it can be moved by parts of a pixel within its planes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sprite whose upper left corner lies at (`x`, `y`), even pixels, of the canvas or from its pivot."""

    sprite: Sprite
    x: int
    y: int

    @property
    def box(self) -> Box:
        return Box(self.x, self.y, self.sprite.width, self.sprite.height)

    def moved(self, dx: float, dy: float) -> "Piece":
        """Moved by any part of a pixel."""
        left, top = 2 * floor(dx / 2), 2 * floor(dy / 2)
        if (dx, dy) == (left, top):
            return Piece(self.sprite, self.x + left, self.y + top)
        return Piece(_slid(self.sprite, dx - left, dy - top), self.x + left, self.y + top)

    def warped(self, matrix: Matrix) -> "Piece":
        """Turned, enlarged or moved; `matrix` maps the canvas (or the pivot's plane) onto the canvas."""
        return Turnable(self).warped(matrix)


class Turnable:
    """A piece that is turned often: its planes lie in one picture, which is warped in a third of the time."""

    def __init__(self, piece: Piece) -> None:
        sprite = piece.sprite
        self._piece = piece
        size = (sprite.width, sprite.height)
        chroma = (
            cv2.resize(plane, size, interpolation=cv2.INTER_NEAREST)
            for plane in (sprite.colours.u, sprite.colours.v)
        )
        self._packed = cv2.merge([sprite.colours.y, *chroma, sprite.through])

    def warped(self, matrix: Matrix) -> Piece:
        """As `matrix` maps the canvas (or the pivot's plane) onto the canvas."""
        piece = self._piece
        width, height = piece.sprite.width, piece.sprite.height
        corners = np.array(
            [(piece.x + dx, piece.y + dy, 1.0) for dx in (0, width) for dy in (0, height)], np.float64
        )
        there = corners @ matrix.T
        left, top = (2 * floor((float(edge) - 1) / 2) for edge in there.min(axis=0))
        right, bottom = (2 * ceil((float(edge) + 1) / 2) for edge in there.max(axis=0))
        moved = matrix.copy()
        moved[:, 2] += matrix[:, :2] @ np.array((piece.x, piece.y)) - np.array((left, top))
        turned = cv2.warpAffine(
            self._packed,
            moved,
            (right - left, bottom - top),
            flags=cv2.INTER_LINEAR,
            borderValue=(0, 0, 0, OPAQUE),
        )
        return Piece(_unpacked(np.asarray(turned, np.uint8)), left, top)


def _unpacked(packed: NDArray[np.uint8]) -> Sprite:
    height, width = packed.shape[:2]
    sprite = _empty(width, height)
    luma, blue, red, through = cv2.split(packed)
    np.copyto(sprite.colours.y, luma)
    np.copyto(sprite.through, through)
    halves = (sprite.colours.u, sprite.colours.v, sprite.through_half)
    for source, half in zip((blue, red, through), halves, strict=True):
        cv2.resize(source, (width // 2, height // 2), half, interpolation=cv2.INTER_AREA)
    return sprite


def piece_of(picture: Image.Image, x: int, y: int) -> Piece | None:
    """An RGBA picture whose corner lies at (`x`, `y`), cut to what it shows; nothing when that is nothing."""
    box = picture.getbbox()
    if box is None:
        return None
    left, top = (2 * floor((at + edge - MARGIN) / 2) for at, edge in ((x, box[0]), (y, box[1])))
    right, bottom = (2 * ceil((at + edge + MARGIN) / 2) for at, edge in ((x, box[2]), (y, box[3])))
    pixels = np.asarray(picture.crop((left - x, top - y, right - x, bottom - y)))
    return Piece(sprite_from_rgba(pixels), left, top)


def to_bytes(sprite: Sprite) -> NDArray[np.uint8]:
    parts = (sprite.colours.buffer, sprite.through.reshape(-1), sprite.through_half.reshape(-1))
    return np.concatenate(parts)


def from_bytes(buffer: NDArray[np.uint8], width: int, height: int) -> Sprite:
    """A sprite over the bytes of `to_bytes`, which are not copied."""
    area = width * height
    through, half = buffer[area * 3 // 2 : area * 5 // 2], buffer[area * 5 // 2 :]
    return Sprite(
        planes_over(buffer[: area * 3 // 2], width, height),
        through.reshape(height, width),
        half.reshape(height // 2, width // 2),
    )


def _slid(sprite: Sprite, dx: float, dy: float) -> Sprite:
    target = _empty(sprite.width, sprite.height)
    for source, made in zip(_planes(sprite), _planes(target), strict=True):
        height, width = source.shape
        share = 1 if width == sprite.width else 2
        centre = ((width - 1) / 2 - dx / share, (height - 1) / 2 - dy / share)
        cv2.getRectSubPix(source, (width, height), centre, made)
    return target


def _planes(sprite: Sprite) -> tuple[NDArray[np.uint8], ...]:
    return (*sprite.colours.all, sprite.through, sprite.through_half)


def _empty(width: int, height: int) -> Sprite:
    return from_bytes(np.empty(width * height * 11 // 4, np.uint8), width, height)


def enlarged(planes: Planes, matrix: Matrix) -> Planes:
    """A part of an opaque picture, seen larger; `matrix` maps the picture onto itself."""
    half = matrix.copy()
    half[:, 2] = (matrix[:, 2] + matrix[:, :2] @ np.array((0.5, 0.5)) - 0.5) / 2
    target = planes_over(np.empty_like(planes.buffer), planes.width, planes.height)
    for source, made in zip(planes.all, target.all, strict=True):
        used = matrix if source.shape[1] == planes.width else half
        size = (source.shape[1], source.shape[0])
        cv2.warpAffine(source, used, size, made, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return target
