"""A logo that introduces itself, and a stroke that draws itself under words."""

from dataclasses import dataclass

import cv2
import numpy as np

from reelhouse.media.composition import Canvas
from reelhouse.render.painting.planes import Pixels, Planes
from reelhouse.render.painting.sprites import sprite_from_rgba
from reelhouse.render.screens.entrances import Entrance
from reelhouse.render.screens.floating import NOTHING, Floating
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.screens.sampling import Window
from reelhouse.render.screens.shapes import Shape, drawn, rounded
from reelhouse.render.screens.sights import Sight

WORDMARK = 2.2
"""A logo that is so many times as wide as high has the name in it."""

SMALLEST = 0.82
"""The size from which a logo grows while it comes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A logo's drawing. It is drawn larger than it is shown, so that it grows sharply."""

    drawing: Floating
    scale: float
    height: float
    says_name: bool


def logo_drawing(logo: Pixels, canvas: Canvas, name: str) -> Mark:
    """Cut to what is seen of it, in a size for the middle of a canvas."""
    cut = _trimmed(logo)
    tall, wide = cut.shape[:2]
    unit = min(canvas.width, canvas.height) / 1080
    wordmark = wide / tall >= WORDMARK
    room = (canvas.width * 0.62, 230 * unit) if wordmark else (300 * unit, 270 * unit)
    factor = min(room[0] / wide, room[1] / tall)
    size = _even(wide * factor), _even(tall * factor)
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    resized = _resized(cut, size, way)
    rim = 2
    framed = np.pad(resized, ((rim, rim), (rim, rim), (0, 0)))
    return Mark(Floating(sprite_from_rgba(framed)), 1.0, float(size[1]), says_name=wordmark or not name)


def _resized(pixels: Pixels, size: tuple[int, int], way: int) -> Pixels:
    """With the colours of what is not seen left out of those of its neighbours."""
    alpha = pixels[..., 3:].astype(np.float32) / 255
    weighted = np.concatenate([pixels[..., :3] * alpha, alpha * 255], axis=2).astype(np.float32)
    small = cv2.resize(weighted, size, interpolation=way)
    seen = np.clip(small[..., 3:], 1e-3, 255)
    colours = small[..., :3] * 255 / seen
    whole = np.concatenate([colours, small[..., 3:]], axis=2)
    return np.asarray(np.rint(np.clip(whole, 0, 255)), np.uint8)


def _trimmed(logo: Pixels) -> Pixels:
    seen = logo[..., 3] > 8  # noqa: PLR2004 - out of 255
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if not len(rows):
        return logo
    return logo[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


class Emerging:
    """A drawing that grows out of nothing and stands."""

    def __init__(self, drawing: Floating, x: float, y: float, entrance: Entrance, scale: float = 1.0) -> None:
        self._drawing = drawing
        self._x, self._y = 2 * round(x / 2), 2 * round(y / 2)
        if (self._x - drawing.width / 2) % 2:
            self._x += 1
        if (self._y - drawing.height / 2) % 2:
            self._y += 1
        self._entrance = entrance
        self._scale = scale

    def state(self, frame: int, _sight: Sight) -> object:
        if not self._entrance.shows(frame):
            return None
        return frame if self._entrance.moves(frame, 1) else "stands"

    def lay(self, frame: int, _sight: Sight, canvas: Planes) -> Window:
        share = self._entrance.share(frame)
        size = self._scale * (SMALLEST + (1 - SMALLEST) * share)
        return self._drawing.lay(canvas, self._x, self._y, size, share * self._entrance.seen(frame))


class Underline:
    """A stroke in one colour that runs from left to right under `place`."""

    def __init__(self, place: Rect, colour: str, entrance: Entrance) -> None:
        self._place = place
        self._colour = colour
        self._entrance = entrance

    def state(self, frame: int, _sight: Sight) -> object:
        if not self._entrance.shows(frame):
            return None
        return self._entrance.share(frame)

    def lay(self, frame: int, _sight: Sight, canvas: Planes) -> Window:
        width = self._place.width * self._entrance.share(frame)
        if width < self._place.height:
            return NOTHING
        left, top = _even(self._place.x) - 2, _even(self._place.y) - 2
        size = _even(width) + 6, _even(self._place.height) + 6
        line = Rect(self._place.x, self._place.y, width, self._place.height)
        shape = Shape(rounded(line, line.height / 2), self._colour)
        drawn([shape], (left, top), size, 1).lay(canvas, left, top)
        return Window(max(0, left), max(0, top), left + size[0], top + size[1])


def _even(length: float) -> int:
    return 2 * round(length / 2)
