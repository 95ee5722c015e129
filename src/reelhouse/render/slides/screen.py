"""A screenshot on its device, near enough to be read, with a marker around what the slide is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageOps

from reelhouse.media.screens import Area, Device
from reelhouse.render.errors import MediaUnreadable
from reelhouse.render.presenter.ink import brightness
from reelhouse.render.screens.builds import BUILDS
from reelhouse.render.screens.devices import corners_of, shapes_of
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.screens.shapes import Shape, rounded
from reelhouse.render.screens.stage import Stage
from reelhouse.render.slides.brush import lay, lay_picture
from reelhouse.render.slides.ground import Pixels
from reelhouse.render.slides.types import ShownScreen

NEAREST = 2.2
"""How much nearer than the whole screenshot a slide comes."""

SHARPEST = 1.6
"""How much the pixels of a screenshot are enlarged at most."""

FILLED = 0.74
"""The part of its window that something looked at fills."""

WIDEST, LEAST = 0.9, 0.05
"""The part of a width that something looked at takes at most, and counts for at least."""

TALLEST = 0.9
"""The part of the room's height that a screen takes at most, in its shape."""

WHOLE = 0.8
"""What fills more than this part of the window needs no marker."""

AROUND = 0.012
"""Room between a marker and what it marks, in widths of the window."""

DIMMED = 0.25
DEEP = 0.4
PHONE_STATUS = 0.125
MOST_PIXELS = 64_000_000


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a screenshot, in its own pixels, that a window shows, and the scale at which it does."""

    x: float
    y: float
    scale: float

    def placed(self, area: Area, size: tuple[int, int], window: Rect) -> Rect:
        """Where an area of the screenshot lies on the slide."""
        width, height = size
        return Rect(
            window.x + (area.x * width - self.x) * self.scale,
            window.y + (area.y * height - self.y) * self.scale,
            area.width * width * self.scale,
            area.height * height * self.scale,
        )


def draw_screen(pixels: Pixels, shown: ShownScreen, room: Rect, accent: str, align: float = 0.5) -> None:
    """Draw it as large as `room` allows, at `align` (0-1) of what is left of its height.

    A phone keeps the width of the room and is cut off by the foot of the slide. Raises `MediaUnreadable`.
    """
    picture = _load(shown.path)
    height, width = picture.shape[:2]
    stage = _stage(shown, height / width, room, align)
    window = _on_pixels(stage.window)
    crop = crop_of((width, height), window, shown.looked_at)
    top = "#" + "".join(f"{int(value):02x}" for value in np.median(picture[0], axis=0))
    shapes = list(shapes_of(stage, top))
    hole = next((number for number, shape in enumerate(shapes) if shape.colour is None), len(shapes))
    lay(pixels, shapes[:hole])
    seen = _seen(picture, crop, window)
    if shown.looked_at is not None and shown.marked:
        _mark(
            seen,
            crop.placed(shown.looked_at, (width, height), Rect(0, 0, window.width, window.height)),
            accent,
        )
    lay_picture(pixels, seen, round(window.x), round(window.y), rounded(stage.window, *corners_of(stage)))
    lay(pixels, shapes[hole:])


def crop_of(size: tuple[int, int], window: Rect, looked_at: Area | None) -> Crop:
    """A screenshot fills its window from its upper edge; what is looked at is brought near, to the middle."""
    width, height = size
    whole = max(window.width / width, window.height / height)
    if looked_at is None:
        return Crop(max(0.0, (width - window.width / whole) / 2), 0.0, whole)
    fits = FILLED * min(
        window.width / max(looked_at.width * width, 1), window.height / max(looked_at.height * height, 1)
    )
    scale = min(max(fits, whole), max(whole, min(whole * NEAREST, SHARPEST)))
    x, y = looked_at.centre
    across, down = window.width / scale, window.height / scale
    return Crop(
        min(max(0.0, x * width - across / 2), width - across),
        min(max(0.0, y * height - down / 2), height - down),
        scale,
    )


def _stage(shown: ShownScreen, content: float, room: Rect, align: float) -> Stage:
    device, build = shown.device, BUILDS[shown.device]
    status = PHONE_STATUS if device is Device.PHONE and content < build.tallest else 0.0
    if device is Device.PHONE:
        width = min(room.width, room.height / 1.15) / (1 + 2 * build.aside)
        height = min(max(content + status, build.flattest), build.tallest) * width
        left = room.x + (room.width - width) / 2
        screen = Rect(left, room.y + build.above * width, width, height)
    else:
        screen = build.fitted(build.shape(_shape(shown, content, room), room), room, align)
    screen = _on_pixels(screen)
    return Stage(device, build, screen, status * screen.width, aim=room, within=True)


def _shape(shown: ShownScreen, content: float, room: Rect) -> float:
    """The height of a screen in widths: as the room, while all of what is looked at fits in its width."""
    if shown.looked_at is None:
        return content
    tallest = content * WIDEST / max(shown.looked_at.width, LEAST)
    return max(content, min(tallest, TALLEST * room.height / room.width))


def _seen(picture: Pixels, crop: Crop, window: Rect) -> Pixels:
    """The pixels of a window."""
    width, height = round(window.width), round(window.height)
    right, bottom = crop.x + window.width / crop.scale, crop.y + window.height / crop.scale
    x, y = int(max(0, np.floor(crop.x))), int(max(0, np.floor(crop.y)))
    part = picture[y : int(np.ceil(bottom)), x : int(np.ceil(right))]
    way = cv2.INTER_AREA if crop.scale < 1 else cv2.INTER_CUBIC
    return np.ascontiguousarray(cv2.resize(np.ascontiguousarray(part), (width, height), interpolation=way))


def _mark(seen: Pixels, place: Rect, accent: str) -> None:
    """A frame around a place, and the rest a little darker."""
    window = Rect(0, 0, seen.shape[1], seen.shape[0])
    around = place.grown(AROUND * window.width).meeting(window.grown(-0.006 * window.width))
    if (
        around.width * around.height > WHOLE * window.width * window.height
        or not around.width * around.height
    ):
        return
    bright = seen.copy()
    corner = 0.014 * window.width
    thick = max(3.0, 0.0055 * window.width)
    seen[:] = np.rint(seen * np.float32(1 - DIMMED)).astype(np.uint8)
    lay(seen, _frame(around, corner, thick, accent))
    lay_picture(seen, bright, 0, 0, rounded(around, corner))


def _frame(around: Rect, corner: float, thick: float, accent: str) -> Iterator[Shape]:
    edge = "#ffffff" if brightness(accent) < DEEP else "#000000"
    yield Shape(rounded(around.grown(thick), corner + thick), "#000000", 0.5, thick * 2.5)
    yield Shape(rounded(around.grown(thick * 1.25), corner + thick * 1.25), edge, 0.35)
    yield Shape(rounded(around.grown(thick), corner + thick), accent)


def _load(path: Path) -> Pixels:
    try:
        with Image.open(path) as file:
            if file.width * file.height > MOST_PIXELS:
                raise MediaUnreadable(path.name, f"it has more than {MOST_PIXELS} pixels")
            ImageOps.exif_transpose(file, in_place=True)
            upright: Image.Image = file
            if upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info:
                clear = upright.convert("RGBA")
                white = Image.new("RGBA", clear.size, "#ffffff")
                white.alpha_composite(clear)
                upright = white
            return np.asarray(upright.convert("RGB"))
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise MediaUnreadable(path.name, "it is no picture that can be read") from error


def _on_pixels(rect: Rect) -> Rect:
    x, y = round(rect.x), round(rect.y)
    return Rect(x, y, round(rect.right) - x, round(rect.bottom) - y)
