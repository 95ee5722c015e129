"""Outlines: a path in SVG's letters, ellipses and boxes, flattened to points."""

import re
from functools import lru_cache
from math import cos, pi, sin

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float32]
Outline = tuple[Points, ...]
"""Closed rings, or open lines, of points (n x 2)."""

TOKEN = re.compile(r"[MLHVCSQZmlhvcsqz]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
STEPS = 14
"""Pieces of one curve."""

NEEDS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4}
Point = tuple[float, float]


@lru_cache(maxsize=2048)
def outline(path: str) -> Outline:
    """The rings of `path`: M, L, H, V, C, S, Q and Z, absolute or relative."""
    return _Walk(path).rings()


class _Walk:
    def __init__(self, path: str) -> None:
        self._tokens = TOKEN.findall(path)
        self._rings: list[Points] = []
        self._ring: list[Point] = []
        self._here: Point = (0.0, 0.0)
        self._handle: Point | None = None

    def rings(self) -> Outline:
        place, letter = 0, "M"
        while place < len(self._tokens):
            if self._tokens[place].isalpha():
                letter = self._tokens[place]
                place += 1
                if letter in "Zz":
                    self._here = self._ring[0]
                    continue
            count = NEEDS[letter.upper()]
            numbers = [float(token) for token in self._tokens[place : place + count]]
            self._step(letter, numbers)
            place += count
            letter = {"M": "L", "m": "l"}.get(letter, letter)
        self._end_ring()
        return tuple(self._rings)

    def _end_ring(self) -> None:
        if len(self._ring) > 1:
            self._rings.append(np.array(self._ring, dtype=np.float32))
        self._ring = []

    def _step(self, letter: str, numbers: list[float]) -> None:
        x, y = self._here if letter.islower() else (0.0, 0.0)
        kind = letter.upper()
        handle, self._handle = self._handle, None
        if kind == "H":
            self._line((x + numbers[0], self._here[1]))
            return
        if kind == "V":
            self._line((self._here[0], y + numbers[0]))
            return
        points = [(x + numbers[at], y + numbers[at + 1]) for at in range(0, len(numbers), 2)]
        if kind == "M":
            self._end_ring()
            self._line(points[0])
        elif kind == "L":
            self._line(points[0])
        elif kind == "Q":
            here, (middle, end) = self._here, points
            self._curve(_between(here, middle), _between(end, middle), end)
        elif kind == "S":
            near = handle or self._here
            mirrored = (2 * self._here[0] - near[0], 2 * self._here[1] - near[1])
            self._curve(mirrored, points[0], points[1])
        else:
            self._curve(*points)

    def _line(self, to: Point) -> None:
        self._ring.append(to)
        self._here = to

    def _curve(self, first: Point, second: Point, end: Point) -> None:
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self._here, first, second, end
        for step in range(1, STEPS + 1):
            t = step / STEPS
            u = 1 - t
            a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            self._ring.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
        self._here, self._handle = end, second


def _between(end: Point, middle: Point) -> Point:
    """The cubic handle next to `end` of a quadratic curve through `middle`."""
    return end[0] + (middle[0] - end[0]) * 2 / 3, end[1] + (middle[1] - end[1]) * 2 / 3


@lru_cache(maxsize=512)
def ellipse(x: float, y: float, rx: float, ry: float) -> Outline:
    count = 48
    turn = np.arange(count) * (2 * pi / count)
    return (np.stack([x + rx * np.cos(turn), y + ry * np.sin(turn)], axis=1).astype(np.float32),)


@lru_cache(maxsize=512)
def box(x: float, y: float, width: float, height: float, radius: float = 0) -> Outline:
    """A rectangle whose upper left corner is (`x`, `y`), with round corners."""
    radius = max(0.0, min(radius, width / 2, height / 2))
    if radius == 0:
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        return (np.array(corners, dtype=np.float32),)
    steps = 8
    points: list[Point] = []
    for quarter, (cx, cy) in enumerate(
        (
            (x + width - radius, y + height - radius),
            (x + radius, y + height - radius),
            (x + radius, y + radius),
            (x + width - radius, y + radius),
        )
    ):
        for step in range(steps + 1):
            angle = (quarter + step / steps) * pi / 2
            points.append((cx + radius * cos(angle), cy + radius * sin(angle)))
    return (np.array(points, dtype=np.float32),)


def polygon(points: list[Point]) -> Outline:
    return (np.array(points, dtype=np.float32),)


def smooth(points: list[Point], *, pieces: int = 6) -> list[Point]:
    """A soft line through `points` (Catmull-Rom), for ridges and clouds."""
    ends = [points[0], *points, points[-1]]
    soft: list[Point] = [points[0]]
    for at in range(1, len(ends) - 2):
        p0, p1, p2, p3 = ends[at - 1 : at + 3]
        for step in range(1, pieces + 1):
            t = step / pieces
            soft.append((_spline(p0[0], p1[0], p2[0], p3[0], t), _spline(p0[1], p1[1], p2[1], p3[1], t)))
    return soft


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t
    )
