"""The last touch: colour grade, vignette, grain, and the file."""

from io import BytesIO
from math import ceil

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from reelhouse.engines.image.illustrating.colours import channels
from reelhouse.engines.image.illustrating.light import Grade
from reelhouse.engines.image.illustrating.sheet import Pixels

TILE = 512
FEET = 0.885
"""Above this part of the height stands everything that stands, with its shadow; below is floor."""

LUMA = (0.2126, 0.7152, 0.0722)


def finish(pixels: Pixels, grade: Grade) -> Pixels:
    """The graded picture; the grain is the same for all, so that equal pictures stay equal."""
    graded = np.asarray(cv2.LUT(cv2.transform(pixels, _matrix(grade)), _curve(grade)), dtype=np.uint8)
    if grade.vignette:
        graded = _darkened(graded, grade.vignette)
    height, width = graded.shape[:2]
    tile = np.random.default_rng(20).normal(0, grade.grain, (TILE, TILE)).round().astype(np.int16)
    grain = np.tile(tile, (ceil(height / TILE), ceil(width / TILE)))[:height, :width]
    return np.asarray(cv2.add(graded, cv2.merge([grain, grain, grain]), dtype=cv2.CV_8U), dtype=np.uint8)


def raised(pixels: Pixels, clear_below: float) -> Pixels:
    """The picture moved up until its lowest part is free: floor is drawn out, and some sky is lost."""
    height, width = pixels.shape[:2]
    feet = round(height * FEET)
    up = feet - round(height * (1 - clear_below))
    if up <= 0:
        return pixels
    floor = cv2.resize(pixels[feet:], (width, height - feet + up), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.vstack([pixels[up:feet], floor]), dtype=np.uint8)


def _matrix(grade: Grade) -> NDArray[np.float32]:
    """Saturation, then a share of the tint times the brightness."""
    keep, tint = grade.saturation, channels(grade.tint)
    rows = []
    for row in range(3):
        weights = [LUMA[column] * (1 - keep) + (keep if row == column else 0) for column in range(3)]
        toned = [LUMA[column] * (0.35 + tint[row] / 255 * 0.75) for column in range(3)]
        rows.append(
            [one * (1 - grade.tinted) + two * grade.tinted for one, two in zip(weights, toned, strict=True)]
        )
    return np.array(rows, dtype=np.float32)


def _curve(grade: Grade) -> NDArray[np.uint8]:
    level = np.arange(256, dtype=np.float32)
    bent = 128 + (level - 128) * grade.contrast
    return np.asarray(np.clip(bent + 0.5, 0, 255).astype(np.uint8))


def _darkened(pixels: Pixels, strength: float) -> Pixels:
    """Darker corners; the veil is drawn small, since it is smooth."""
    height, width = pixels.shape[:2]
    x = np.linspace(-1, 1, 64, dtype=np.float32)[None, :] ** 2
    y = np.linspace(-1, 1, 64, dtype=np.float32)[:, None] ** 2
    veil = 1 - strength * np.clip((x + y - 0.5) / 1.5, 0, 1)
    large = cv2.resize((veil * 255).astype(np.uint8), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.multiply(pixels, cv2.merge([large, large, large]), scale=1 / 255), dtype=np.uint8)


def as_png(pixels: Pixels) -> bytes:
    file = BytesIO()
    Image.fromarray(pixels).save(file, "PNG", compress_level=1)
    return file.getvalue()
