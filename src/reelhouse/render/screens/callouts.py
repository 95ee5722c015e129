"""A frame that draws itself around a part of the screenshot, with a chip of words; the rest is dimmed."""

from dataclasses import dataclass
from math import ceil, floor, sqrt

import cv2
import numpy as np

from reelhouse.media.composition import Canvas
from reelhouse.media.screens import Callout
from reelhouse.render.painting.easing import arriving
from reelhouse.render.painting.planes import BLACK, Plane, Planes
from reelhouse.render.painting.sprites import OPAQUE, PER_STEP
from reelhouse.render.screens.entrances import Entrance
from reelhouse.render.screens.floating import Floating
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.screens.inks import WHITE, clear, ink_of
from reelhouse.render.screens.lettering import Type, lettered
from reelhouse.render.screens.sampling import Window
from reelhouse.render.screens.shapes import FRACTION_BITS, Outline, Shape, drawn, rounded
from reelhouse.render.screens.sights import Picture, Sight, gently
from reelhouse.render.screens.stage import Stage

DIMMED = 0.42
"""How much of its light the rest loses."""

DRAWS_SECONDS = 0.6
CHIP_AFTER = 0.35
LINE = 7
CORNER = 18
LETTERS = 40
AIR = 12
EDGE = 0.04


@dataclass(frozen=True, slots=True)
class Cut:
    """A box whose upper and lower corners are round."""

    rect: Rect
    above: float
    below: float

    def rows(self, factor: int, plane: Plane) -> list[tuple[slice, slice]]:
        """Parts of a plane smaller by `factor`: its middle, and one for each line of round corners."""
        left, right = round(self.rect.x / factor), round(self.rect.right / factor)
        top, bottom = round(self.rect.y / factor), round(self.rect.bottom / factor)
        above, below = (
            min(round(corner / factor), (bottom - top) // 2) for corner in (self.above, self.below)
        )
        lines = [(top + above, bottom - below, 0)]
        lines += [(top + line, top + line + 1, _inset(above, line)) for line in range(above)]
        lines += [(bottom - line - 1, bottom - line, _inset(below, line)) for line in range(below)]
        height, width = plane.shape
        return [
            (slice(max(0, first), min(height, end)), slice(max(0, left + inset), min(width, right - inset)))
            for first, end, inset in lines
            if first < height and end > 0 and left + inset < width and right - inset > 0
        ]


class CalledOut:
    """One callout of a scene, attached to its place on the screenshot while the camera moves."""

    def __init__(
        self,
        callout: Callout,
        picture: Picture,
        stage: Stage,
        canvas: Canvas,
        frames: int,
        accent: str,
        face: str,
    ) -> None:
        self._place = picture.size.part(callout.area)
        self._stage = stage
        self._canvas = canvas
        self._unit = min(canvas.width, canvas.height) / 1080
        self._entrance = Entrance.during(callout.span, canvas.fps, frames, 0)
        self._accent = accent
        self._chip = _chip(callout.text, accent, face, self._unit, canvas) if callout.text else None

    def state(self, frame: int, sight: Sight) -> object:
        if not self._entrance.shows(frame):
            return None
        frame_around = self._around(sight)
        place = tuple(round(value, 2) for value in (frame_around.x, frame_around.y, frame_around.width))
        return place, self._drawn(frame), self._entrance.share(frame), self._entrance.seen(frame)

    def lay(self, frame: int, sight: Sight, canvas: Planes) -> Window:
        around, seen = self._around(sight), self._entrance.seen(frame)
        by = DIMMED * min(self._entrance.share(frame), seen)
        lit = Cut(around, CORNER * self._unit, CORNER * self._unit)
        _dim(canvas, self._screen(sight), lit, by)
        self._lay_line(canvas, around, self._drawn(frame), seen)
        if self._chip is not None:
            came = arriving((self._drawn(frame) - CHIP_AFTER) / (1 - CHIP_AFTER))
            x, y = self._beside(around, self._chip)
            self._chip.lay(canvas, x, y, 0.8 + 0.2 * came, came * seen)
        return Window(0, 0, canvas.width, canvas.height)

    def _screen(self, sight: Sight) -> Cut:
        corner = self._stage.build.corner * self._stage.screen.width * sight.world.scale
        above = 0.0 if self._stage.build.square_above or self._stage.status else corner
        below = corner if self._stage.screen.width < self._canvas.width else 0.0
        return Cut(sight.world.of(self._stage.window), min(above, below), below)

    def _around(self, sight: Sight) -> Rect:
        """A little more than the area, as far as it is seen on the screen."""
        shown = sight.world.of(sight.content.of(self._place).meeting(self._stage.window))
        inside = Rect(0, 0, self._canvas.width, self._canvas.height).grown(-LINE * self._unit)
        return shown.grown(AIR * self._unit).meeting(inside)

    def _drawn(self, frame: int) -> float:
        return gently((frame + 1 - self._entrance.first) / (DRAWS_SECONDS * self._canvas.fps))

    def _lay_line(self, canvas: Planes, around: Rect, share: float, seen: float) -> None:
        outline = _begun(rounded(around, CORNER * self._unit), share)
        thick = LINE * self._unit
        region = around.grown(thick + 2)
        for plane, ink, factor in zip(canvas.all, ink_of(self._accent), (1, 2, 2), strict=True):
            window = _whole(region, factor, plane)
            if window.empty:
                continue
            mask = np.zeros((window.bottom - window.top, window.right - window.left), np.uint8)
            points = (outline / factor - (window.left + 0.5, window.top + 0.5)) * (1 << FRACTION_BITS)
            fixed = np.rint(points).astype(np.int32)
            cv2.polylines(
                mask, [fixed], isClosed=False, color=(OPAQUE,), thickness=max(1, round(thick / factor)),
                lineType=cv2.LINE_AA, shift=FRACTION_BITS,
            )  # fmt: skip
            if seen < 1:
                mask = np.asarray(cv2.convertScaleAbs(mask, alpha=seen), np.uint8)
            _stain(plane[window.part], mask, ink)

    def _beside(self, around: Rect, chip: Floating) -> tuple[float, float]:
        """Above the frame, below it where that has no room, else within; all of it on the canvas."""
        edge = EDGE * self._canvas.width
        half = chip.width / 2
        x = min(max(around.x + half, edge + half), self._canvas.width - edge - half)
        above, below = around.y - chip.height * 0.42, around.bottom + chip.height * 0.42
        if above - chip.height / 2 > self._canvas.height * EDGE:
            return x, above
        if below + chip.height / 2 < self._canvas.height * (1 - EDGE):
            return x, below
        return x, around.y + chip.height * 0.6


def _chip(text: str, accent: str, face: str, unit: float, canvas: Canvas) -> Floating:
    ink = clear(WHITE, accent)
    em = round(LETTERS * unit)
    room = Rect(0, 0, canvas.width * 0.6, em * 1.2)
    letters = lettered(text, Type(face, em, max(8, em // 2)), room, [ink])
    around = letters.box.grown(em * 0.42)
    plate = Rect(around.x - em * 0.2, around.y, around.width + em * 0.4, around.height)
    shadow = em * 0.22
    whole = plate.grown(3 * shadow)
    origin = 2 * floor(whole.x / 2), 2 * floor(whole.y / 2)
    size = 2 * ceil(whole.width / 2) + 2, 2 * ceil(whole.height / 2) + 2
    corner = plate.height * 0.32
    low = Rect(plate.x, plate.y + shadow * 0.7, plate.width, plate.height)
    sprite = drawn(
        [Shape(rounded(low, corner), "#000000", 0.4, shadow), Shape(rounded(plate, corner), accent)],
        origin,
        size,
        1,
    )
    for piece in letters.pieces:
        piece.drawing.onto(sprite, piece.x - origin[0], piece.y - origin[1])
    return Floating(sprite)


def _begun(outline: Outline, share: float) -> Outline:
    """The first part of a closed line, by its length."""
    closed = np.vstack([outline, outline[:1]])
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    reached = lengths[-1] * share
    kept = closed[lengths <= reached]
    end = [np.interp(reached, lengths, closed[:, axis]) for axis in (0, 1)]
    return np.vstack([kept, [end]])


def _inset(corner: int, line: int) -> int:
    """How far a round corner is away from the edge, in its line counted from the outermost one."""
    half = sqrt(corner**2 - (corner - line - 0.5) ** 2)
    return corner - floor(half)


def _dim(canvas: Planes, screen: Cut, lit: Cut, by: float) -> None:
    """Take light from a screen, except from what is `lit`."""
    for plane, dark, factor in zip(canvas.all, BLACK, (1, 2, 2), strict=True):
        kept = [(rows, plane[rows].copy()) for rows in lit.rows(factor, plane)]
        for rows in screen.rows(factor, plane):
            if plane[rows].size:
                plane[rows] = cv2.convertScaleAbs(plane[rows], alpha=1 - by, beta=dark * by)
        for rows, light in kept:
            plane[rows] = light


def _whole(region: Rect, factor: int, plane: Plane) -> Window:
    height, width = plane.shape
    return Window(
        max(0, floor(region.x / factor)),
        max(0, floor(region.y / factor)),
        min(width, ceil(region.right / factor)),
        min(height, ceil(region.bottom / factor)),
    )


def _stain(plane: Plane, mask: Plane, ink: int) -> None:
    remains = cv2.multiply(plane, OPAQUE - mask, scale=PER_STEP)
    plane[:] = cv2.add(remains, cv2.convertScaleAbs(mask, alpha=ink * PER_STEP))
