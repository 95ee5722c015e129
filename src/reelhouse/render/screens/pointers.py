"""A pointer on its way over a screenshot: an arrow, or a finger's touch; where it taps, a ring spreads."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from reelhouse.media.composition import Canvas
from reelhouse.media.screens import Device, Press
from reelhouse.render.painting.easing import arriving
from reelhouse.render.painting.planes import Planes
from reelhouse.render.screens.floating import NOTHING, Floating, together
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.screens.sampling import Window
from reelhouse.render.screens.shapes import Outline, Shape, disc, drawn
from reelhouse.render.screens.sights import Picture, Sight, gently

ARROW = np.array([(0, 0), (0, 17.2), (4.1, 13.4), (6.9, 19.6), (9.9, 18.3), (7.2, 12.2), (12.7, 12.2)])
ARROW_SIZE, FINGER_SIZE = 3.1, 44.0
"""Pixels of a canvas whose shorter side is 1080: for each unit of the arrow, and the radius of a touch."""

WAY_SECONDS = 0.85
STAYS_SECONDS = 1.3
FADES_SECONDS = 0.3
TAP_SECONDS = 0.22
RIPPLE_SECONDS = 0.6
PRESSED = 0.8
BEND = 0.13
"""How far a way bends to the side, in parts of its length."""

COMES_FROM = (0.16, 0.3)
"""Where a pointer comes from: to the right and below, in parts of the screen."""


@dataclass(frozen=True, slots=True)
class _Stop:
    leaves: int
    arrives: int
    x: float
    y: float
    taps: bool


class Pointer:
    """The way of a pointer over `picture`, which lies on the screen of a scene."""

    def __init__(
        self,
        presses: Sequence[Press],
        picture: Picture,
        window: Rect,
        device: Device,
        canvas: Canvas,
        accent: str,
    ) -> None:
        self._fps = canvas.fps
        self._picture = picture
        self._stops = self._ways(sorted(presses, key=lambda press: press.at), window)
        unit = min(canvas.width, canvas.height) / 1080
        touches = device in {Device.PHONE, Device.TABLET}
        self._pointer = _finger(unit) if touches else _arrow(unit)
        self._hot = (0.0, 0.0) if touches else _hot_spot(unit)
        self._ring = _ring(unit, accent)

    def state(self, frame: int, sight: Sight) -> object:
        seen = self._seen(frame)
        if not seen:
            return None
        x, y = self._place(frame, sight)
        return round(x, 2), round(y, 2), seen, self._pressed(frame), self._ripple(frame)

    def lay(self, frame: int, sight: Sight, canvas: Planes) -> Window:
        seen, (x, y) = self._seen(frame), self._place(frame, sight)
        touched, ripple = NOTHING, self._ripple(frame)
        if ripple is not None:
            share, stop = ripple
            at = self._on_canvas(stop.x, stop.y, sight)
            touched = self._ring.lay(canvas, *at, 0.25 + 0.75 * arriving(share), (1 - share) * 0.9)
        size = self._pressed(frame)
        place = x + self._hot[0] * size, y + self._hot[1] * size
        return together(touched, self._pointer.lay(canvas, *place, size, seen))

    def _ways(self, presses: Sequence[Press], window: Rect) -> list[_Stop]:
        first = presses[0]
        across, down = (
            share * length / whole
            for share, length, whole in zip(
                COMES_FROM,
                (window.width, window.height),
                (self._picture.size.width, self._picture.size.height),
                strict=True,
            )
        )
        arrived = max(0, round((float(first.at) - WAY_SECONDS) * self._fps))
        stops = [_Stop(arrived, arrived, first.x + across, first.y + down, taps=False)]
        for press in presses:
            frame = round(press.at * self._fps)
            leaves = max(arrived, frame - round(WAY_SECONDS * self._fps))
            stops.append(_Stop(leaves, frame, press.x, press.y, press.taps))
            arrived = frame
        return stops

    def _seen(self, frame: int) -> float:
        comes = (frame + 1 - self._stops[0].arrives) / (FADES_SECONDS * self._fps)
        goes = self._stops[-1].arrives + (STAYS_SECONDS + FADES_SECONDS) * self._fps - frame
        return max(0.0, min(1.0, comes, goes / (FADES_SECONDS * self._fps)))

    def _place(self, frame: int, sight: Sight) -> tuple[float, float]:
        x, y = self._stops[0].x, self._stops[0].y
        for start, stop in pairwise(self._stops):
            if frame >= stop.leaves:
                share = gently((frame - stop.leaves) / max(1, stop.arrives - stop.leaves))
                x, y = _bent(start, stop, share)
        return self._on_canvas(x, y, sight)

    def _on_canvas(self, x: float, y: float, sight: Sight) -> tuple[float, float]:
        size, lies = self._picture.size, sight.content.over(sight.world)
        return x * size.width * lies.scale + lies.x, y * size.height * lies.scale + lies.y

    def _pressed(self, frame: int) -> float:
        """The size of the pointer: it dips when it taps."""
        half = TAP_SECONDS * self._fps / 2
        near = min((abs(frame - stop.arrives - half) for stop in self._stops if stop.taps), default=half)
        return 1 - (1 - PRESSED) * gently(1 - near / half)

    def _ripple(self, frame: int) -> "tuple[float, _Stop] | None":
        for stop in reversed(self._stops):
            share = (frame - stop.arrives) / (RIPPLE_SECONDS * self._fps)
            if stop.taps and 0 <= share < 1:
                return share, stop
        return None


def _bent(start: _Stop, stop: _Stop, share: float) -> tuple[float, float]:
    """On a curve that leaves the straight way to the side, and comes back to it."""
    away = BEND * 4 * share * (1 - share)
    across, down = stop.x - start.x, stop.y - start.y
    return start.x + across * share - down * away, start.y + down * share + across * away * 0.5


def _arrow(unit: float) -> Floating:
    scale = ARROW_SIZE * unit
    outline = ARROW * scale
    middle = outline.mean(axis=0)
    white = middle + (outline - middle) * 1.0
    size = _even(scale * 26), _even(scale * 32)
    origin = (-6 * scale, -6 * scale)
    grown = _offset(outline, 1.25 * scale)
    shadow = Shape(grown + np.array((0.8, 1.8)) * scale, "#000000", 0.4, 1.2 * scale)
    return Floating(drawn([shadow, Shape(grown, "#ffffff"), Shape(white, "#111318")], origin, size, 1))


def _offset(outline: Outline, by: float) -> Outline:
    """The outline moved outwards on all sides, with its corners kept."""
    before, after = np.roll(outline, 1, axis=0), np.roll(outline, -1, axis=0)
    one, other = _outward(before, outline), _outward(outline, after)
    spread = np.clip(1 + (one * other).sum(axis=1, keepdims=True), 0.5, 2)
    return np.asarray(outline + (one + other) / spread * by)


def _outward(start: Outline, end: Outline) -> Outline:
    along = (end - start) / np.linalg.norm(end - start, axis=1, keepdims=True)
    return np.stack([-along[:, 1], along[:, 0]], axis=1)


def _hot_spot(unit: float) -> tuple[float, float]:
    """From the tip of the arrow to the middle of its drawing."""
    scale = ARROW_SIZE * unit
    return _even(scale * 26) / 2 - 6 * scale, _even(scale * 32) / 2 - 6 * scale


def _finger(unit: float) -> Floating:
    radius = FINGER_SIZE * unit
    size = _even(radius * 3.2)
    middle = size / 2
    shapes = [
        Shape(disc(middle, middle + radius * 0.08, radius), "#000000", 0.35, radius * 0.16),
        Shape(disc(middle, middle, radius), "#ffffff", 0.5),
        Shape(disc(middle, middle, radius * 0.86), "#20242e", 0.28),
        Shape(disc(middle, middle, radius * 0.62), "#ffffff", 0.55),
    ]
    return Floating(drawn(shapes, (0, 0), (size, size), 1))


def _ring(unit: float, accent: str) -> Floating:
    radius = 92 * unit
    size = _even(radius * 2.2)
    middle = size / 2
    shapes = [
        Shape(disc(middle, middle, radius), accent, 0.28),
        Shape(disc(middle, middle, radius), "#ffffff", 0.85),
        Shape(disc(middle, middle, radius - 6 * unit), accent, 0.9),
        Shape(disc(middle, middle, radius - 16 * unit), None),
        Shape(disc(middle, middle, radius - 16 * unit), accent, 0.25),
    ]
    return Floating(drawn(shapes, (0, 0), (size, size), 1))


def _even(length: float) -> int:
    return 2 * round(length / 2)
