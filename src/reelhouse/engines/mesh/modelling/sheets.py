"""From a soft silhouette to a closed solid: two sheets over it, joined by a wall along the outline.

The sheets are marching squares: whole cells inside, cut cells along the outline. Both sheets have points of
their own and only the wall joins them, so that the solid is a manifold with one tunnel a hole, whatever the
silhouette is.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

INSIDE = 0.5
LEAST_CUT = 0.12
"""How close to a corner an outline may cut the side of a cell; closer, it would make splinters."""

Grid = NDArray[np.float32]
Points = NDArray[np.float64]
Faces = NDArray[np.int64]
Inside = NDArray[np.bool_]

RING = ("nw", "w", "sw", "s", "se", "e", "ne", "n")
"""Corners and sides of a cell, counter-clockwise as one looks at it."""


@dataclass(frozen=True, slots=True)
class Solid:
    """`points` in pixels of the grid: x to the right, y up, z towards whoever looks; `faces` turn outward."""

    points: Points
    faces: Faces


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where the outline crosses the sides of cells, as shares of the way from the inner corner."""

    across: Grid
    down: Grid


def cuts(coverage: Grid) -> Cuts:
    """`across` for neighbours in a row, `down` for those in a column; only crossed sides mean anything."""
    return Cuts(
        across=_cut(coverage[:, :-1], coverage[:, 1:]),
        down=_cut(coverage[:-1], coverage[1:]),
    )


def _cut(one: Grid, other: Grid) -> Grid:
    inner, outer = np.maximum(one, other), np.minimum(one, other)
    share = (inner - INSIDE) / np.maximum(inner - outer, 1e-6)
    return np.asarray(np.clip(share, LEAST_CUT, 1 - LEAST_CUT), np.float32)


def closed(coverage: Grid, front_height: Grid, back_height: Grid, rim: float) -> Solid:
    """A solid over all that is covered by more than half. The border of `coverage` must be empty.

    It reaches `front_height` towards us at each pixel and `back_height` away from us; neither is less than
    `rim`, which is also where the sheets end along the outline.
    """
    inside = coverage > INSIDE
    names, flat = _numbered(inside, coverage)
    front, outline = _sheet(inside, names)
    count = len(flat)
    back = front[:, ::-1] + count
    a, b = outline.T
    wall = np.concatenate([np.stack([b, a, a + count], 1), np.stack([b, a + count, b + count], 1)])
    heights = [_heights(height[inside], count, rim) for height in (front_height, back_height)]
    points = np.concatenate([np.c_[flat, heights[0]], np.c_[flat, -heights[1]]])
    return Solid(points, np.concatenate([front, back, wall]))


@dataclass(frozen=True, slots=True)
class _Names:
    """The number of the point on each corner, and on each crossed side; -1 where none is."""

    corner: Faces
    across: Faces
    down: Faces


def _heights(inner: Grid, count: int, rim: float) -> Points:
    """Points on corners come first; those on the outline are as high as the rim."""
    heights = np.full(count, rim)
    heights[: len(inner)] = np.maximum(inner, rim)
    return heights


def _numbered(inside: Inside, coverage: Grid) -> tuple[_Names, Points]:
    """Numbers of the points, and where they are."""
    cut = cuts(coverage)
    crossed_across, crossed_down = inside[:, :-1] != inside[:, 1:], inside[:-1] != inside[1:]
    corner, count = _counted(inside, 0)
    across, count = _counted(crossed_across, count)
    down, count = _counted(crossed_down, count)
    rows, columns = np.nonzero(inside)
    flat = [np.c_[columns, -rows].astype(np.float64)]
    rows, columns = np.nonzero(crossed_across)
    share = cut.across[rows, columns]
    flat.append(np.c_[columns + np.where(inside[rows, columns], share, 1 - share), -rows])
    rows, columns = np.nonzero(crossed_down)
    share = cut.down[rows, columns]
    flat.append(np.c_[columns, -(rows + np.where(inside[rows, columns], share, 1 - share))])
    return _Names(corner, across, down), np.concatenate(flat)


def _counted(there: Inside, start: int) -> tuple[Faces, int]:
    names = np.full(there.shape, -1, np.int64)
    end = start + int(there.sum())
    names[there] = np.arange(start, end)
    return names, end


def _sheet(inside: Inside, names: _Names) -> tuple[Faces, Faces]:
    """Triangles, counter-clockwise as seen from the front, and the pieces of the outline along them."""
    corners = (inside[:-1, :-1], inside[1:, :-1], inside[1:, 1:], inside[:-1, 1:])
    kind = np.sum([corner.astype(np.int64) << place for place, corner in enumerate(corners)], axis=0)
    around = {
        "nw": names.corner[:-1, :-1], "w": names.down[:, :-1], "sw": names.corner[1:, :-1],
        "s": names.across[1:], "se": names.corner[1:, 1:], "e": names.down[:, 1:],
        "ne": names.corner[:-1, 1:], "n": names.across[:-1],
    }  # fmt: skip
    faces, outline = [np.empty((0, 3), np.int64)], [np.empty((0, 2), np.int64)]
    for number in range(1, 16):
        rows, columns = np.nonzero(kind == number)
        if not rows.size:
            continue
        names_here = {place: around[place][rows, columns] for place in RING}
        turned = (rows + columns) % 2 == 1
        for polygon in _polygons(number):
            faces += _fan(polygon, names_here, turned)
            outline += [
                np.stack([names_here[one], names_here[other]], 1)
                for one, other in zip(polygon, (*polygon[1:], polygon[0]), strict=True)
                if len(one) == len(other) == 1  # from side to side
            ]
    return np.concatenate(faces), np.concatenate(outline)


def _fan(polygon: tuple[str, ...], names: dict[str, Faces], turned: Inside) -> list[Faces]:
    """Triangles of a polygon; every other whole cell is divided along its other diagonal."""
    other = (*polygon[1:], polygon[0]) if polygon == ("nw", "sw", "se", "ne") else polygon
    return [
        np.where(
            turned[:, None],
            np.stack([names[other[0]], names[other[place]], names[other[place + 1]]], 1),
            np.stack([names[polygon[0]], names[polygon[place]], names[polygon[place + 1]]], 1),
        )
        for place in range(1, len(polygon) - 1)
    ]


@cache
def _polygons(kind: int) -> tuple[tuple[str, ...], ...]:
    """What of a cell is inside; two corners that are opposite each other stay apart."""
    corners = [place for place in range(4) if kind >> place & 1]
    if corners in ([0, 2], [1, 3]):
        return tuple(_polygon({place}) for place in corners)
    return (_polygon(set(corners)),)


def _polygon(corners: set[int]) -> tuple[str, ...]:
    walked = []
    for place in range(4):
        if place in corners:
            walked.append(RING[2 * place])
        if (place in corners) != ((place + 1) % 4 in corners):
            walked.append(RING[2 * place + 1])
    return tuple(walked)
