"""Soft edges and round corners for what is laid on whole pixels, to fractions of a pixel."""

from collections.abc import Iterator, Sequence
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from reelhouse.render.painting.planes import Plane, Planes
from reelhouse.render.screens.geometry import Rect

WHOLE = 0.996
"""From this coverage on an edge lies on pixels."""

Part = tuple[slice, slice]
Mask = NDArray[np.float32]


class Edges:
    """Keeps what is below the edges of `place`, before something is laid there that fills whole pixels.

    `corners` are the radii of its round corners, from the upper left one clockwise.
    """

    def __init__(self, canvas: Planes, place: Rect, corners: Sequence[float]) -> None:
        self._kept = [
            (plane, part, mask, plane[part].copy())
            for number, plane in enumerate(canvas.all)
            for part, mask in _masks(place, corners, 2 if number else 1, plane)
        ]

    def soften(self) -> None:
        """Mix what was laid with what was below, as much as each pixel is covered."""
        for plane, part, mask, below in self._kept:
            mixed = below + (plane[part] - below.astype(np.float32)) * mask
            plane[part] = np.rint(mixed)


def _masks(place: Rect, corners: Sequence[float], factor: int, plane: Plane) -> Iterator[tuple[Part, Mask]]:
    left, top, right, bottom = (value / factor for value in (place.x, place.y, place.right, place.bottom))
    radii = [radius / factor for radius in corners]
    height, width = plane.shape
    for corner in (
        _corner(left, top, 1, 1, radii[0]),
        _corner(right, top, -1, 1, radii[1]),
        _corner(right, bottom, -1, -1, radii[2]),
        _corner(left, bottom, 1, -1, radii[3]),
    ):
        yield from _within(*corner, height, width)
    across = slice(_after(left, radii[0], 1), _after(right, radii[1], -1))
    for row, covered in ((floor(top), floor(top) + 1 - top), (ceil(bottom) - 1, bottom - ceil(bottom) + 1)):
        yield from _line(slice(row, row + 1), across, covered, height, width)
    down = slice(_after(top, radii[0], 1), _after(bottom, radii[3], -1))
    for column, covered in (
        (floor(left), floor(left) + 1 - left),
        (ceil(right) - 1, right - ceil(right) + 1),
    ):
        yield from _line(down, slice(column, column + 1), covered, height, width)


def _after(edge: float, radius: float, way: int) -> int:
    """Where a straight edge begins behind a round corner, in whole pixels."""
    inner = edge + way * max(radius, 1.0)
    return ceil(inner) if way > 0 else floor(inner)


def _tip(edge: float, way: int) -> int:
    return floor(edge) if way > 0 else ceil(edge)


def _corner(x: float, y: float, across: int, down: int, radius: float) -> tuple[Part, tuple[float, ...]]:
    """The pixels of a corner whose tip is at (`x`, `y`), and its circle with the way to the inside."""
    columns = sorted((_tip(x, across), _after(x, radius, across)))
    rows = sorted((_tip(y, down), _after(y, radius, down)))
    return (slice(*rows), slice(*columns)), (x + across * radius, y + down * radius, across, down, radius)


def _within(part: Part, circle: tuple[float, ...], height: int, width: int) -> Iterator[tuple[Part, Mask]]:
    rows, columns = _clipped(part[0], height), _clipped(part[1], width)
    if rows.stop <= rows.start or columns.stop <= columns.start:
        return
    x, y, across, down, radius = circle
    far_x = np.maximum(0, (x - np.arange(columns.start, columns.stop) - 0.5) * across)
    far_y = np.maximum(0, (y - np.arange(rows.start, rows.stop) - 0.5) * down)
    far = np.hypot(far_x[None, :], far_y[:, None])
    yield (rows, columns), np.clip(radius + 0.5 - far, 0, 1).astype(np.float32)


def _line(
    rows: slice, columns: slice, covered: float, height: int, width: int
) -> Iterator[tuple[Part, Mask]]:
    rows, columns = _clipped(rows, height), _clipped(columns, width)
    if covered < WHOLE and rows.stop > rows.start and columns.stop > columns.start:
        yield (rows, columns), np.full((1, 1), covered, np.float32)


def _clipped(part: slice, length: int) -> slice:
    return slice(min(max(part.start, 0), length), min(max(part.stop, 0), length))
