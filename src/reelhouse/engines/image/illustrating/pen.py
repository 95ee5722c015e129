"""What draws: in units of its own place, through the air and the light of the scene."""

from dataclasses import dataclass, replace
from math import cos, hypot, radians, sin
from typing import Self

import numpy as np

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import RGB, channels
from reelhouse.engines.image.illustrating.paths import Outline, Point
from reelhouse.engines.image.illustrating.sheet import Gradient, Sheet

Shape = str | Outline


@dataclass(frozen=True, slots=True)
class Air:
    """What light and distance do to a colour: times `ambient` (0-1 a channel), then towards `haze`."""

    ambient: RGB = (1.0, 1.0, 1.0)
    haze: RGB = (255.0, 255.0, 255.0)
    thickness: float = 0.0

    def through(self, colour: str, depth: float) -> RGB:
        red, green, blue = channels(colour)
        share = min(0.97, self.thickness * depth)
        return (
            min(255.0, red * self.ambient[0]) * (1 - share) + self.haze[0] * share,
            min(255.0, green * self.ambient[1]) * (1 - share) + self.haze[1] * share,
            min(255.0, blue * self.ambient[2]) * (1 - share) + self.haze[2] * share,
        )


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on `sheet` at a place: x grows to the right, y downwards, one unit is `scale` pixels.

    `depth` (0 near, 1 at the horizon) is how much air lies between; `shines` is for what gives light itself.
    """

    sheet: Sheet
    air: Air
    matrix: tuple[float, float, float, float, float, float]
    depth: float = 0.0
    shines: bool = False

    @property
    def scale(self) -> float:
        a, b = self.matrix[0], self.matrix[1]
        return hypot(a, b)

    def at(self, x: float, y: float, scale: float = 1, *, turn: float = 0, flip: bool = False) -> Self:
        """A pen whose origin is (`x`, `y`) of this one's; `turn` in degrees clockwise."""
        a, b, c, d, e, f = self.matrix
        wide = -scale if flip else scale
        ca, sa = cos(radians(turn)), sin(radians(turn))
        p, q, r, s = ca * wide, sa * wide, -sa * scale, ca * scale
        return replace(
            self,
            matrix=(
                a * p + c * q,
                b * p + d * q,
                a * r + c * s,
                b * r + d * s,
                a * x + c * y + e,
                b * x + d * y + f,
            ),
        )

    def far(self, depth: float) -> Self:
        return replace(self, depth=depth)

    def shining(self) -> Self:
        """A pen for what gives light: neither air nor darkness changes its colours."""
        return replace(self, shines=True)

    def colour(self, colour: str) -> RGB:
        return channels(colour) if self.shines else self.air.through(colour, self.depth)

    def fill(
        self, shape: Shape, paint: str, to: str | None = None, *, opacity: float = 1, along: str = "down"
    ) -> None:
        """Fill `shape`; with `to` as a gradient over its own extent, ``down``, ``right`` or ``slant``."""
        rings = self._placed(shape)
        if to is None:
            self.sheet.fill(rings, self.colour(paint), opacity)
            return
        self.sheet.fill(rings, self._gradient(shape, paint, to, along), opacity)

    def light(self, shape: Shape, paint: str, opacity: float = 1) -> None:
        """Brighten `shape`, as a beam does."""
        self.sheet.fill(self._placed(shape), channels(paint), opacity, lights=True)

    def line(
        self, shape: Shape, paint: str, width: float, *, opacity: float = 1, closed: bool = False
    ) -> None:
        self.sheet.line(self._placed(shape), self.colour(paint), width * self.scale, opacity, closed=closed)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        paint: str,
        to: str | None = None,
        *,
        radius: float = 0,
        opacity: float = 1,
        along: str = "down",
    ) -> None:
        self.fill(paths.box(x, y, width, height, radius), paint, to, opacity=opacity, along=along)

    def ellipse(
        self,
        x: float,
        y: float,
        rx: float,
        ry: float,
        paint: str,
        to: str | None = None,
        *,
        opacity: float = 1,
        along: str = "down",
    ) -> None:
        self.fill(paths.ellipse(x, y, rx, ry), paint, to, opacity=opacity, along=along)

    def disc(
        self, x: float, y: float, radius: float, paint: str, to: str | None = None, *, opacity: float = 1
    ) -> None:
        self.ellipse(x, y, radius, radius, paint, to, opacity=opacity, along="slant")

    def ring(
        self, x: float, y: float, radius: float, paint: str, width: float, *, opacity: float = 1
    ) -> None:
        self.line(paths.ellipse(x, y, radius, radius), paint, width, opacity=opacity, closed=True)

    def glow(
        self, x: float, y: float, radius: float, paint: str, strength: float = 1, *, flat: float = 1
    ) -> None:
        """Light around a point; `flat` squeezes it in height."""
        centre = self._point(x, y)
        reach = radius * self.scale
        self.sheet.glow(centre[0], centre[1], reach, reach * flat, channels(paint), strength)

    def shadow(self, shape: Shape, blur: float, opacity: float = 0.4, paint: str = "#0d0a1c") -> None:
        self.sheet.shadow(self._placed(shape), self.colour(paint), blur * self.scale, opacity)

    def _point(self, x: float, y: float) -> Point:
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f

    def _placed(self, shape: Shape) -> Outline:
        rings = paths.outline(shape) if isinstance(shape, str) else shape
        a, b, c, d, e, f = self.matrix
        turn = np.array(((a, b), (c, d)), dtype=np.float32)
        move = np.array((e, f), dtype=np.float32)
        return tuple(_moved(ring, turn, move) for ring in rings)

    def _gradient(self, shape: Shape, paint: str, to: str, along: str) -> Gradient:
        rings = paths.outline(shape) if isinstance(shape, str) else shape
        left, top = np.min([ring.min(axis=0) for ring in rings], axis=0)
        right, bottom = np.max([ring.max(axis=0) for ring in rings], axis=0)
        start = (float(left), float(top))
        end = {
            "down": (start[0], float(bottom)),
            "right": (float(right), start[1]),
            "slant": (float(right), float(bottom)),
        }[along]
        return Gradient(self.colour(paint), self.colour(to), self._point(*start), self._point(*end))


def _moved(ring: paths.Points, turn: paths.Points, move: paths.Points) -> paths.Points:
    """Plain multiplications: a matrix product may round differently from one machine to the next."""
    x, y = ring[:, :1], ring[:, 1:]
    return np.asarray(x * turn[0] + y * turn[1] + move, dtype=np.float32)
