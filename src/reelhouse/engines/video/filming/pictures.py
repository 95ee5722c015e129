"""Frames that came with an order: decoded, and fitted to the canvas."""

import io

import cv2
import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.tools import Frame

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_SOURCE_PIXELS = 64_000_000
GREY = (128, 128, 128)


def fitted(data: bytes, size: tuple[int, int], what: str) -> Frame:
    """The picture filling a canvas of `size` (width, height), cut at two sides where the shapes differ.

    What is transparent shows grey. `what` names it in errors. Raises `EngineRefused`.
    """
    picture = _decoded(data, what)
    if (picture.shape[1], picture.shape[0]) == size:
        return picture
    width, height = size
    scale = max(width / picture.shape[1], height / picture.shape[0])
    sides = max(round(picture.shape[1] * scale), width), max(round(picture.shape[0] * scale), height)
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    large = cv2.resize(picture, sides, interpolation=method)
    left, top = (sides[0] - width) // 2, (sides[1] - height) // 2
    return np.ascontiguousarray(large[top : top + height, left : left + width]).astype(np.uint8)


def _decoded(data: bytes, what: str) -> Frame:
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MOST_SOURCE_PIXELS:
                raise EngineRefused("builtin", f"the {what} has more than {MOST_SOURCE_PIXELS} pixels")
            upright = ImageOps.exif_transpose(image)
            if upright.has_transparency_data:
                glass = upright.convert("RGBA")
                ground = Image.new("RGBA", glass.size, (*GREY, 255))
                upright = Image.alpha_composite(ground, glass)
            return np.array(upright.convert("RGB"), dtype=np.uint8)
    except (
        OSError,
        SyntaxError,
        ValueError,
        UnidentifiedImageError,
        Image.DecompressionBombError,
    ) as failure:
        raise EngineRefused("builtin", f"the {what} cannot be decoded ({type(failure).__name__})") from None
