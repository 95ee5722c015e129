"""Times of day as light over a world that is flown through."""

# ruff: noqa: E501 - tables read in rows
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame

Tone = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Light:
    """`sky` from the zenith down to the horizon; `fog` is what distance tends to; `lit` how much glows."""

    sky: tuple[Tone, Tone, Tone, Tone]
    fog: Tone
    sun: Tone
    ambient: float
    lit: float
    stars: float = 0.0


LIGHTS = {
    "dawn": Light(((44, 42, 104), (118, 78, 150), (238, 138, 140), (255, 214, 160)), (226, 152, 158), (255, 232, 190), 0.62, 0.75, 0.15),
    "day": Light(((52, 128, 214), (112, 176, 236), (182, 216, 244), (228, 240, 246)), (206, 226, 240), (255, 252, 236), 1.0, 0.1),
    "sunset": Light(((46, 44, 112), (140, 68, 132), (240, 108, 92), (255, 194, 108)), (232, 132, 110), (255, 228, 160), 0.7, 0.6, 0.1),
    "dusk": Light(((24, 28, 76), (68, 60, 128), (160, 96, 150), (244, 162, 138)), (150, 100, 146), (255, 208, 170), 0.5, 0.9, 0.3),
    "night": Light(((5, 7, 24), (12, 18, 52), (26, 34, 84), (52, 62, 120)), (34, 40, 88), (230, 234, 255), 0.34, 1.0, 1.0),
}  # fmt: skip
"""By the names that the vocabulary gives to times."""


def sky(size: tuple[int, int], horizon: float, light: Light, sun_x: float, rng: np.random.Generator) -> Frame:
    """The sky down to `horizon` (pixels from above), with the sun low over it, and fog below."""
    width, height = size
    stops = np.array(light.sky, np.float32)
    at = np.array((0.0, 0.45, 0.8, 1.0), np.float32)
    place = np.clip(np.arange(height, dtype=np.float32) / max(horizon, 1), 0, 1)
    rows = np.stack([np.interp(place, at, stops[:, channel]) for channel in range(3)], axis=1)
    picture = np.repeat(rows[:, None].astype(np.float32), width, axis=1)
    x = np.arange(width, dtype=np.float32)[None, :] / width - sun_x
    y = (np.arange(height, dtype=np.float32)[:, None] - horizon * 0.93) / width
    away = np.sqrt(x * x + y * y)
    glow = 0.75 * np.exp(-away / 0.16) + 0.5 * np.exp(-((away / 0.045) ** 2))
    picture += glow[..., None] * (np.array(light.sun, np.float32) - picture) * 0.9
    if light.stars:
        _stars(picture, horizon, light.stars, rng)
    return np.clip(picture + rng.normal(0, 0.8, picture.shape), 0, 255).astype(np.uint8)


def _stars(picture: NDArray[np.float32], horizon: float, many: float, rng: np.random.Generator) -> None:
    width, count = picture.shape[1], int(320 * many)
    for x, y, bright in zip(rng.uniform(0, width, count), horizon * rng.random(count) ** 1.4, rng.uniform(60, 200, count), strict=True):  # fmt: skip
        picture[int(y), int(x)] += bright * (1 - y / horizon)


def bloomed(picture: Frame, strength: float, above: int = 150) -> Frame:
    """What is brighter than `above` shines over its edges."""
    height, width = picture.shape[:2]
    small = cv2.resize(picture, (width // 8, height // 8), interpolation=cv2.INTER_AREA)
    bright = cv2.GaussianBlur(cv2.subtract(small, np.full_like(small, above)), (0, 0), width / 8 / 46)
    glow = cv2.resize(bright, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.addWeighted(picture, 1.0, glow, strength, 0), np.uint8)
