"""A user's or an engine's picture, brought to the shape of the canvas."""

from pathlib import Path
from typing import Literal

import cv2
import numpy as np
from PIL import Image

from reelhouse.media.composition import Canvas, Fit
from reelhouse.render.errors import MediaUnreadable
from reelhouse.render.painting.planes import Pixels, Planes, from_rgb

MOST_PIXELS = 50_000_000
RESERVE = 1.3
"""How much larger than the canvas a picture is kept at most, so that a nearing camera finds detail."""

GROUND_BLUR = 0.045
GROUND_LIGHT = 0.55
ROOM_UPRIGHT, ROOM_WIDE = (0.88, 0.62), (0.8, 0.82)
"""Parts of an upright and of a wide canvas that a picture shown as a whole may take."""

CORNER = 0.035
SHADOW = 0.03


def load_picture(path: Path, channels: Literal["RGB", "RGBA"] = "RGB") -> Pixels:
    """The channels of a file. Raises `MediaUnreadable` for what is no picture, or one too large."""
    try:
        with Image.open(path, formats=("PNG", "JPEG", "WEBP")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise MediaUnreadable(path.name, f"it has more than {MOST_PIXELS} pixels")
            return np.asarray(picture.convert(channels))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise MediaUnreadable(path.name, str(error)) from error


def fitted(pixels: Pixels, canvas: Canvas, fit: Fit, zoom: float) -> Planes:
    """A picture of the canvas's shape, up to `RESERVE` times as large where `zoom` goes near."""
    factor = min(max(zoom, 1.0), RESERVE)
    width, height = _even(canvas.width * factor), _even(canvas.height * factor)
    shown = _covering(pixels, width, height) if fit is Fit.COVER else _contained(pixels, width, height)
    return from_rgb(shown)


def _even(length: float) -> int:
    return 2 * round(length / 2)


def _covering(pixels: Pixels, width: int, height: int) -> Pixels:
    """Fill the size, and cut off evenly what reaches over it."""
    tall, wide = pixels.shape[:2]
    factor = max(width / wide, height / tall)
    part_wide, part_tall = min(wide, round(width / factor)), min(tall, round(height / factor))
    left, top = (wide - part_wide) // 2, (tall - part_tall) // 2
    return _resized(pixels[top : top + part_tall, left : left + part_wide], width, height)


def _contained(pixels: Pixels, width: int, height: int) -> Pixels:
    """The whole picture with round corners and a shadow, before its own colours far out of focus."""
    ground = _blurred_ground(pixels, width, height)
    room = ROOM_UPRIGHT if height >= width else ROOM_WIDE
    tall, wide = pixels.shape[:2]
    factor = min(width * room[0] / wide, height * room[1] / tall)
    size = max(2, round(wide * factor)), max(2, round(tall * factor))
    card = _resized(pixels, *size)
    left, top = (width - size[0]) // 2, (height - size[1]) // 2
    unit = min(width, height)
    alpha = rounded_mask(*size, round(unit * CORNER))
    _drop_shadow(ground, alpha, left, top + round(unit * SHADOW / 2), unit * SHADOW)
    there = ground[top : top + size[1], left : left + size[0]]
    share = alpha[..., None].astype(np.uint16)
    there[:] = ((card * share + there * (255 - share) + 127) // 255).astype(np.uint8)
    return ground


def _blurred_ground(pixels: Pixels, width: int, height: int) -> Pixels:
    small = _covering(pixels, max(2, width // 8), max(2, height // 8))
    soft = cv2.GaussianBlur(small, (0, 0), max(width, height) / 8 * GROUND_BLUR)
    dimmed = cv2.convertScaleAbs(soft, alpha=GROUND_LIGHT, beta=12)
    return np.asarray(cv2.resize(dimmed, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)


def _drop_shadow(ground: Pixels, alpha: Pixels, left: int, top: int, reach: float) -> None:
    height, width = ground.shape[:2]
    shade = np.zeros((height, width), np.float32)
    below = max(0, min(alpha.shape[0], height - top))
    shade[top : top + below, left : left + alpha.shape[1]] = alpha[:below] / 255 * 0.55
    soft = cv2.GaussianBlur(shade, (0, 0), reach)
    ground[:] = np.rint(ground * (1 - soft[..., None])).astype(np.uint8)


def rounded_mask(width: int, height: int, corner: int) -> Pixels:
    """Opacity of a box with round corners, with smooth edges."""
    scale = 4
    mask = np.zeros((height * scale, width * scale), np.uint8)
    radius = min(corner * scale, mask.shape[0] // 2, mask.shape[1] // 2)
    if radius == 0:
        return np.full((height, width), 255, np.uint8)
    right, low = mask.shape[1] - 1, mask.shape[0] - 1
    mask[radius : low + 1 - radius, :] = 255
    mask[:, radius : right + 1 - radius] = 255
    for x in (radius, right - radius):
        for y in (radius, low - radius):
            cv2.circle(mask, (x, y), radius, 255, -1)
    return np.asarray(cv2.resize(mask, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def _resized(pixels: Pixels, width: int, height: int) -> Pixels:
    shrinks = width < pixels.shape[1]
    way = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(np.ascontiguousarray(pixels), (width, height), interpolation=way), np.uint8)
