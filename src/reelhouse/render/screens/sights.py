"""What the camera sees of a screenshot in each frame: where the device lies, and where the picture on it.

The camera comes to rest at every glance, and moves between them on eased ways along which one point stands
still. Without glances it drifts a little all the time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reelhouse.media.composition import Canvas
from reelhouse.media.screens import Area, Glance
from reelhouse.render.painting.easing import between, gliding
from reelhouse.render.screens.geometry import Placing, Rect, towards
from reelhouse.render.screens.stage import Stage

MOVE_SECONDS = 0.95
"""How long the camera takes at most from one thing to the next."""

NEAREST = 2.3
NEAREST_PIXELS = 1.7
"""How much the camera enlarges at most: the whole scene, and the pixels of a screenshot."""

MARGIN = 0.8
"""The part of its place that something looked at fills."""

MOST_BESIDE = 0.08
"""How much ground is seen beside a device that the camera is near to, in parts of the canvas."""

DRIFT, DRIFT_WITHIN = 1.05, 1.07
SCROLLED = 0.75
"""How many heights of the screen a drift over a long page scrolls at most."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Where the device lies on the canvas, and where the screenshot lies on the unmoved device."""

    world: Placing
    content: Placing


@dataclass(frozen=True, slots=True)
class Picture:
    """A screenshot: its size on the screen when the camera looks at nothing, and in pixels of its own."""

    size: Rect
    pixels: int

    @staticmethod
    def on(stage: Stage, width: int, height: int) -> "Picture":
        """It fills its window, and reaches over it where it has another shape."""
        window = stage.window
        factor = max(window.width / width, window.height / height)
        return Picture(Rect(0, 0, width * factor, height * factor), width)

    @property
    def nearest(self) -> float:
        return max(1.0, NEAREST_PIXELS * self.pixels / self.size.width)


class Sights:
    """The sights of one scene; `frames` is how many it has."""

    def __init__(
        self, stage: Stage, picture: Picture, glances: Sequence[Glance], canvas: Canvas, frames: int
    ) -> None:
        self._stage = stage
        self._picture = picture
        self._canvas = Rect(0, 0, canvas.width, canvas.height)
        self._last = max(1, frames - 1)
        self._stops = list(self._stops_at(glances, canvas.fps))

    def at(self, frame: int) -> Sight:
        if not self._stops:
            return self._drift(gliding(frame / self._last))
        shown = self._stops[0].sight
        for before, stop in pairwise(self._stops):
            if frame >= stop.frame:
                shown = stop.sight
                continue
            share = gently((frame - stop.leaves) / max(1, stop.frame - stop.leaves))
            return _between(before.sight, stop.sight, share)
        return shown

    @property
    def widest(self) -> float:
        """The largest width of the screenshot on the canvas in any frame."""
        sights = [stop.sight for stop in self._stops] or [self._drift(0), self._drift(1)]
        return max(self._picture.size.width * one.content.over(one.world).scale for one in sights)

    def _stops_at(self, glances: Sequence[Glance], fps: int) -> Iterator["_Stop"]:
        if not glances:
            return
        ordered = sorted(glances, key=lambda glance: glance.at)
        arrived = 0
        if ordered[0].at > 0:
            yield _Stop(0, 0, self._rest(ordered[0].area.centre[0]))
        for glance in ordered:
            frame = round(glance.at * fps)
            leaves = max(arrived, frame - round(MOVE_SECONDS * fps))
            yield _Stop(frame, leaves, self._look(glance.area))
            arrived = frame

    def _rest(self, across: float = 0.5) -> Sight:
        """The whole of a screenshot, or as much of its upper part as the screen shows around `across`."""
        window, width = self._stage.window, self._picture.size.width
        left = _held(window.centre[0] - across * width, window.x, window.right - width)
        return Sight(Placing(), Placing(1.0, left, window.y))

    def _drift(self, share: float) -> Sight:
        rest = self._rest()
        window, size = self._stage.window, self._picture.size
        longer = max(0.0, size.height - window.height)
        if longer > window.height * 0.08:
            moved = min(longer, window.height * SCROLLED) * share
            return Sight(rest.world, Placing(1.0, rest.content.x, rest.content.y - moved))
        if self._stage.screen == self._canvas:
            return Sight(rest.world, _nearer(rest.content, between(1, DRIFT_WITHIN, share), window))
        return Sight(_nearer(rest.world, between(1, DRIFT, share), self._canvas), rest.content)

    def _look(self, area: Area) -> Sight:
        return self._look_within(area) if self._stage.within else self._look_around(area)

    def _look_within(self, area: Area) -> Sight:
        """The device stands; the picture on it comes nearer and moves."""
        window, size = self._stage.window, self._picture.size
        aim = self._stage.aim.meeting(window)
        scale = _scale_for(size.part(area), aim, min(NEAREST, self._picture.nearest))
        centre = size.part(area).centre
        x = _held(aim.centre[0] - centre[0] * scale, window.x, window.right - size.width * scale)
        y = _held(aim.centre[1] - centre[1] * scale, window.y, window.bottom - size.height * scale)
        return Sight(Placing(), Placing(scale, x, y))

    def _look_around(self, area: Area) -> Sight:
        """The picture scrolls to what is looked at, and the camera goes near to it."""
        window, size = self._stage.window, self._picture.size
        place = size.part(area)
        x = _held(window.centre[0] - place.centre[0], window.x, window.right - size.width)
        y = _held(window.centre[1] - place.centre[1], window.y, window.bottom - size.height)
        content = Placing(1.0, x, y)
        seen = content.of(place).meeting(window)
        scale = _scale_for(seen, self._stage.aim, min(NEAREST, self._picture.nearest))
        aim, (across, down) = self._stage.aim.centre, seen.centre
        world = Placing(
            scale,
            self._beside(aim[0] - across * scale, scale),
            _held(aim[1] - down * scale, 0.0, self._canvas.height * (1 - scale)),
        )
        return Sight(world, content)

    def _beside(self, wish: float, scale: float) -> float:
        """An offset at which little ground is seen beside the device, or as much on both sides."""
        body, width = self._stage.build.body(self._stage.screen), self._canvas.width
        gap = min(body.x, width * MOST_BESIDE)
        return _held(wish, gap - body.x * scale, width - gap - body.right * scale)


@dataclass(frozen=True, slots=True)
class _Stop:
    """The camera leaves for a sight at a frame, and stands there from another one on."""

    frame: int
    leaves: int
    sight: Sight


def gently(share: float) -> float:
    """From 0 to 1, with a start and an end that no eye can see (smootherstep)."""
    share = min(max(share, 0.0), 1.0)
    return share**3 * (share * (6 * share - 15) + 10)


def _between(start: Sight, end: Sight, share: float) -> Sight:
    return Sight(towards(start.world, end.world, share), towards(start.content, end.content, share))


def _scale_for(place: Rect, aim: Rect, nearest: float) -> float:
    if place.width <= 0 or place.height <= 0 or aim.width <= 0 or aim.height <= 0:
        return 1.0
    fits = MARGIN * min(aim.width / place.width, aim.height / place.height)
    return min(max(1.0, fits), nearest)


def _held(wish: float, low: float, high: float) -> float:
    """An offset at which no edge of the drawing comes into view: between `high` (negative) and `low`."""
    return min(max(wish, min(low, high)), max(low, high)) if high <= low else (low + high) / 2


def _nearer(placing: Placing, scale: float, window: Rect) -> Placing:
    """Enlarged around the middle of a window."""
    x, y = window.centre
    return placing.over(Placing(scale, x * (1 - scale), y * (1 - scale)))
