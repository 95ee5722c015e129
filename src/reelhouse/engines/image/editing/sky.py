"""Another sky over a picture: where the old one is, and what the new one looks like."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.image.editing.changes import Chance, Pixels, bytes_of

Mask = NDArray[np.floating]

SEEN_SIDE = 480
"""The sky is looked for in a picture so wide or high."""

LIKENESS = 26
"""In Lab, from one pixel to the next; a sky changes slowly."""

LEAST_SKY, MOST_SKY = 0.02, 0.97
A_ROW_OF_SKY = 0.05
DARKNESS = 0.9993
"""Of so many points of a night sky no star shines."""


@dataclass(frozen=True, slots=True)
class Sky:
    """Colours at the top, in the middle and at the horizon; how much of it clouds cover, and their colour."""

    top: tuple[int, int, int]
    middle: tuple[int, int, int]
    low: tuple[int, int, int]
    clouds: float
    cloud: tuple[int, int, int]
    stars: bool = False


BLUE = Sky((38, 98, 190), (104, 160, 226), (196, 222, 244), 0.45, (255, 255, 255))
SUNSET = Sky((58, 40, 110), (226, 96, 92), (255, 196, 112), 0.5, (255, 150, 120))
NIGHT = Sky((6, 8, 26), (14, 20, 54), (40, 48, 92), 0.15, (60, 66, 110), stars=True)
STORM = Sky((46, 52, 62), (84, 92, 104), (150, 156, 164), 0.95, (58, 62, 72))


def replaced(sky: Sky) -> Callable[[Pixels, float, Chance], Pixels]:
    """A change that lays `sky` over the old one. A picture without a sky at its top stays as it is."""

    def change(picture: Pixels, strength: float, chance: Chance) -> Pixels:
        mask = sky_of(picture)
        if mask is None:
            return picture
        share = mask[..., None] * min(strength, 1.0)
        return bytes_of(picture * (1 - share) + _painted(sky, mask, chance) * share)

    return change


def sky_of(picture: Pixels) -> Mask | None:
    """How much of each pixel is sky, 0 to 1; None when nothing at the upper edge goes on like one."""
    height, width = picture.shape[:2]
    scale = min(1.0, SEEN_SIDE / max(height, width))
    size = max(round(width * scale), 8), max(round(height * scale), 8)
    small = cv2.GaussianBlur(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), (0, 0), 1.2)
    lab = cv2.cvtColor(np.asarray(small, np.uint8), cv2.COLOR_RGB2LAB)
    found = np.zeros((size[1] + 2, size[0] + 2), np.uint8)
    step = (LIKENESS // 6,) * 3
    for column in range(2, size[0] - 2, max(size[0] // 24, 1)):
        if not found[2, column + 1]:
            cv2.floodFill(lab, found, (column, 1), 0, step, step, cv2.FLOODFILL_MASK_ONLY | (255 << 8))
    inside = found[1:-1, 1:-1]
    if not LEAST_SKY < float(np.mean(inside > 0)) < MOST_SKY:
        return None
    closed = _with_clouds(np.asarray(cv2.morphologyEx(inside, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))))
    wide = cv2.resize(closed, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.GaussianBlur(wide, (0, 0), max(1.0, width / 700)), np.float64) / 255


def _with_clouds(sky: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """What hangs in the sky belongs to it: all that does not stand on the lower edge, however far up."""
    _, pieces = cv2.connectedComponents(np.asarray(sky == 0, np.uint8))
    standing = np.unique(pieces[-1])
    return np.where((sky > 0) | ~np.isin(pieces, standing), np.uint8(255), np.uint8(0))


def _painted(sky: Sky, mask: Mask, chance: Chance) -> NDArray[np.floating]:
    """The whole canvas in the new sky, whose horizon is where the old one ends."""
    height, width = mask.shape
    rows = np.flatnonzero(mask.mean(axis=1) > A_ROW_OF_SKY)
    horizon = max(int(rows[-1]) if len(rows) else height, 8)
    down = np.clip(np.arange(height) / horizon, 0, 1)
    stops = np.array([sky.top, sky.middle, sky.low], float)
    column = np.stack([np.interp(down, (0, 0.6, 1), stops[:, channel]) for channel in range(3)], axis=1)
    canvas = np.repeat(column[:, None, :], width, axis=1)
    if sky.stars:
        shine = (chance.random((height, width)) > DARKNESS) * chance.uniform(90, 255, (height, width))
        canvas += np.asarray(cv2.GaussianBlur(shine, (0, 0), 0.8), float)[..., None] * 2.2
    cover = np.clip((_clouds(height, width, chance) - (1 - sky.clouds)) * 2.4, 0, 0.9)[..., None]
    clouded: NDArray[np.floating] = canvas * (1 - cover) + np.array(sky.cloud, float) * cover
    return clouded


def _clouds(height: int, width: int, chance: Chance) -> NDArray[np.floating]:
    """Smooth noise of several sizes, wider than high, 0 to 1."""
    field = np.zeros((height, width))
    for octave, weight in ((3, 1.0), (6, 0.5), (12, 0.28), (24, 0.16)):
        rough = chance.random((octave * 2, octave))
        field += weight * np.asarray(cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC))
    low, high = float(field.min()), float(field.max())
    return (field - low) / max(high - low, 1e-6)
