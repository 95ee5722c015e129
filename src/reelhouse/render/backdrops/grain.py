"""Film grain: without it, smooth gradients show bands after encoding."""

from math import ceil

import numpy as np
from PIL import Image

STRENGTH = 2.2
"""How far (of 255) it moves a pixel, as a standard deviation."""

TILE = 256


def with_grain(picture: Image.Image) -> Image.Image:
    """The same grain for every RGB picture, so that equal pictures stay equal."""
    tile = np.random.default_rng(20).normal(0, STRENGTH, (TILE, TILE)).round().astype(np.int16)
    pixels = np.asarray(picture, dtype=np.int16)
    height, width, _ = pixels.shape
    grain = np.tile(tile, (ceil(height / TILE), ceil(width / TILE)))[:height, :width, None]
    return Image.fromarray(np.clip(pixels + grain, 0, 255).astype(np.uint8))
