"""The paper: pixels, and how a filled outline, a line, a glow or a shadow gets onto them.

OpenCV fills polygons in microseconds and lets go of Python's lock while it does; a whole-picture gradient in
an SVG renderer alone takes longer than a scene here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.image.illustrating.colours import RGB
from reelhouse.engines.image.illustrating.paths import Outline

Pixels = NDArray[np.uint8]
Mask = NDArray[np.uint8]
SHIFT = 4
"""Bits of a pixel's fraction that OpenCV takes."""

OPAQUE = 0.999
MOST_SHADOW_BLUR = 6
"""Softer shadows are drawn smaller, then enlarged."""


@dataclass(frozen=True, slots=True)
class Gradient:
    """From `first` to `last` along a line in pixels."""

    first: RGB
    last: RGB
    start: tuple[float, float]
    end: tuple[float, float]


Paint = RGB | Gradient


class Sheet:
    """An RGB picture that is painted from back to front."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.pixels: Pixels = np.zeros((height, width, 3), dtype=np.uint8)

    def fill(self, rings: Outline, paint: Paint, opacity: float = 1, *, lights: bool = False) -> None:
        """Fill rings (even-odd). `lights` adds the paint like light does instead of covering."""
        if isinstance(paint, tuple) and opacity >= OPAQUE and not lights:
            cv2.fillPoly(self.pixels, _fixed(rings, 0, 0), paint, cv2.LINE_AA, SHIFT)
            return
        area = self._area(rings, 1)
        if area is None:
            return
        x, y, width, height = area
        mask = np.zeros((height, width), dtype=np.uint8)
        cv2.fillPoly(mask, _fixed(rings, x, y), (255,), cv2.LINE_AA, SHIFT)
        self._blend(area, mask, paint, opacity, lights=lights)

    def line(
        self, lines: Outline, rgb: RGB, width: float, opacity: float = 1, *, closed: bool = False
    ) -> None:
        thickness = max(1, round(width))
        if width < 1:
            opacity *= max(width, 0.25)
        if opacity >= OPAQUE:
            cv2.polylines(self.pixels, _fixed(lines, 0, 0), closed, rgb, thickness, cv2.LINE_AA, SHIFT)
            return
        area = self._area(lines, thickness + 1)
        if area is None:
            return
        mask = np.zeros((area[3], area[2]), dtype=np.uint8)
        cv2.polylines(mask, _fixed(lines, area[0], area[1]), closed, (255,), thickness, cv2.LINE_AA, SHIFT)
        self._blend(area, mask, rgb, opacity)

    def glow(self, x: float, y: float, rx: float, ry: float, rgb: RGB, strength: float) -> None:
        """Light that is full at (`x`, `y`) and gone at the rim."""
        area = self._clip(x - rx, y - ry, x + rx, y + ry)
        if area is None:
            return
        left, top, width, height = area
        across = ((np.arange(left, left + width, dtype=np.float32) + 0.5 - x) / rx) ** 2
        down = ((np.arange(top, top + height, dtype=np.float32) + 0.5 - y) / ry) ** 2
        near = np.maximum(1 - (down[:, None] + across[None, :]), 0)
        near *= near
        roi = self.pixels[top : top + height, left : left + width]
        light = near[:, :, None] * (np.array(rgb, dtype=np.float32) * strength)
        roi[:] = (roi + light * (255 - roi.astype(np.float32)) * (1 / 255)).astype(np.uint8)

    def shadow(self, rings: Outline, rgb: RGB, blur: float, opacity: float) -> None:
        """A soft-edged patch of darkness; `blur` in pixels."""
        step = max(1, int(blur / MOST_SHADOW_BLUR))
        area = self._area(rings, int(blur * 3) + 2)
        if area is None:
            return
        x, y, width, height = area
        small = np.zeros((height // step + 1, width // step + 1), dtype=np.uint8)
        corner = np.array((x, y), dtype=np.float32)
        shrunk = tuple(((ring - corner) / step).astype(np.float32) for ring in rings)
        cv2.fillPoly(small, _fixed(shrunk, 0, 0), (255,), cv2.LINE_AA, SHIFT)
        soft = cv2.GaussianBlur(small, (0, 0), max(blur / step, 0.4))
        mask = cv2.resize(soft, None, fx=step, fy=step, interpolation=cv2.INTER_LINEAR)[:height, :width]
        self._blend(area, np.ascontiguousarray(mask, dtype=np.uint8), rgb, opacity)

    def rows(self, top: int, colours: NDArray[np.float32], opacity: float = 1) -> None:
        """Paint whole rows from `top` down, one colour each."""
        end = min(self.height, top + len(colours))
        if end <= max(top, 0):
            return
        wanted = colours[max(0, -top) : end - top, None, :]
        roi = self.pixels[max(top, 0) : end]
        if opacity >= OPAQUE:
            roi[:] = np.clip(wanted + 0.5, 0, 255).astype(np.uint8)
        else:
            roi[:] = (roi + (wanted - roi) * opacity + 0.5).astype(np.uint8)

    def reframe(self, zoom: float, x: float, y: float, *, mirrored: bool) -> None:
        """Step nearer, or look into the mirror; what is at (`x`, `y`) stays, as shares of the sides."""
        if mirrored:
            self.pixels = np.ascontiguousarray(self.pixels[:, ::-1])
        width, height = max(1, int(self.width / zoom)), max(1, int(self.height / zoom))
        left, top = int((self.width - width) * x), int((self.height - height) * y)
        part = self.pixels[top : top + height, left : left + width]
        if part.shape != self.pixels.shape:
            larger = cv2.resize(part, (self.width, self.height), interpolation=cv2.INTER_CUBIC)
            self.pixels = np.asarray(larger, dtype=np.uint8)

    def defocus(self, radius: float) -> None:
        """Blur everything so far, as if it were far behind what comes next."""
        step = max(1, int(radius / 1.6))
        small = cv2.resize(
            self.pixels,
            (max(1, self.width // step), max(1, self.height // step)),
            interpolation=cv2.INTER_AREA,
        )
        soft = cv2.GaussianBlur(small, (0, 0), max(radius / step, 0.5), borderType=cv2.BORDER_REPLICATE)
        self.pixels = np.asarray(
            cv2.resize(soft, (self.width, self.height), interpolation=cv2.INTER_CUBIC), dtype=np.uint8
        )

    def _area(self, rings: Sequence[NDArray[np.float32]], margin: int) -> tuple[int, int, int, int] | None:
        if not rings:
            return None
        least = np.min([ring.min(axis=0) for ring in rings], axis=0)
        most = np.max([ring.max(axis=0) for ring in rings], axis=0)
        return self._clip(least[0] - margin, least[1] - margin, most[0] + margin, most[1] + margin)

    def _clip(self, left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int] | None:
        x, y = max(0, int(left)), max(0, int(top))
        width, height = min(self.width, int(right) + 1) - x, min(self.height, int(bottom) + 1) - y
        return (x, y, width, height) if width > 0 and height > 0 else None

    def _blend(
        self,
        area: tuple[int, int, int, int],
        mask: Mask,
        paint: Paint,
        opacity: float,
        *,
        lights: bool = False,
    ) -> None:
        x, y, width, height = area
        roi = self.pixels[y : y + height, x : x + width]
        share = (mask.astype(np.float32) * (opacity / 255))[:, :, None]
        wanted = _gradient(paint, area) if isinstance(paint, Gradient) else np.array(paint, dtype=np.float32)
        under = roi.astype(np.float32)
        wish = wanted * (255 - under) * (1 / 255) if lights else wanted - under
        roi[:] = (under + wish * share + 0.5).astype(np.uint8)


def _gradient(paint: Gradient, area: tuple[int, int, int, int]) -> NDArray[np.float32]:
    """The colours of an area, as an array that broadcasts to it."""
    x, y, width, height = area
    dx, dy = paint.end[0] - paint.start[0], paint.end[1] - paint.start[1]
    length = max(dx * dx + dy * dy, 1e-6)
    across = (np.arange(x, x + width, dtype=np.float32) - paint.start[0]) * (dx / length)
    down = (np.arange(y, y + height, dtype=np.float32) - paint.start[1]) * (dy / length)
    if abs(dx) < abs(dy) * 1e-3:
        place = np.clip(down[:, None, None], 0, 1)
    elif abs(dy) < abs(dx) * 1e-3:
        place = np.clip(across[None, :, None], 0, 1)
    else:
        place = np.clip(down[:, None, None] + across[None, :, None], 0, 1)
    first = np.array(paint.first, dtype=np.float32)
    return np.asarray(first + (np.array(paint.last, dtype=np.float32) - first) * place, dtype=np.float32)


def _fixed(rings: Sequence[NDArray[np.float32]], x: int, y: int) -> list[NDArray[np.int32]]:
    """Points as OpenCV wants them: whole numbers of 1/16 pixel, where 0 is the middle of a pixel."""
    offset = np.array((x + 0.5, y + 0.5), dtype=np.float32)
    return [np.rint((ring - offset) * (1 << SHIFT)).astype(np.int32) for ring in rings]
