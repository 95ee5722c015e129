"""What stands or hangs beside the way: painted once, with how opaque every point of it is."""
# ruff: noqa: E501, PLR2004 - a drawing's measures are no constants

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.worlds.light import Light

Plane = NDArray[np.float32]
TALL = 320
"""Pixels of a sprite's height."""

Tone = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Sprite:
    """Colours and opacity (0 to 1) of equal size; its foot is in the middle of the lower edge.

    `smaller` is the same at a half, a quarter and so on, for far away.
    """

    colours: Frame
    opacity: Plane
    smaller: tuple[tuple[Frame, Plane], ...] = ()

    def sized(self, share: float) -> tuple[Frame, Plane]:
        """The size next above `share` of the whole one."""
        level = min(int(-np.log2(max(share, 1e-3))), len(self.smaller)) if share < 1 else 0
        return self.smaller[level - 1] if level else (self.colours, self.opacity)


def with_smaller(colours: Frame, opacity: Plane) -> Sprite:
    """A sprite and its smaller sizes."""
    smaller: list[tuple[Frame, Plane]] = []
    tone, cover = colours, opacity
    while min(cover.shape) > 16:
        size = cover.shape[1] // 2, cover.shape[0] // 2
        tone = np.asarray(cv2.resize(tone, size, interpolation=cv2.INTER_AREA), np.uint8)
        cover = np.asarray(cv2.resize(cover, size, interpolation=cv2.INTER_AREA), np.float32)
        smaller.append((tone, cover))
    return Sprite(colours, opacity, tuple(smaller))


def put(
    picture: Frame,
    sprite: Sprite,
    foot: tuple[float, float],
    high: float,
    fog: float,
    air: Tone,
    presence: float,
) -> None:
    """Blend `sprite`, `high` pixels tall, into the picture; of a large one only what is seen is reckoned."""
    height, width = picture.shape[:2]
    share = high / sprite.opacity.shape[0]
    wide = sprite.opacity.shape[1] * share
    x0, y0 = foot[0] - wide / 2, foot[1] - high
    left, right = max(int(x0), 0), min(int(np.ceil(x0 + wide)), width)
    top, bottom = max(int(y0), 0), min(int(np.ceil(y0 + high)), height)
    if right - left < 2 or bottom - top < 2 or presence <= 0.01:
        return
    colours, opacity = sprite.sized(share)
    scale = opacity.shape[1] / wide, opacity.shape[0] / high
    matrix = np.array(
        ((scale[0], 0, (left + 0.5 - x0) * scale[0] - 0.5), (0, scale[1], (top + 0.5 - y0) * scale[1] - 0.5))
    )
    size = right - left, bottom - top
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = cv2.warpAffine(colours, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    cover = cv2.warpAffine(opacity, matrix, size, flags=flags) * np.float32(presence)
    seen = cv2.convertScaleAbs(seen, alpha=1 - fog) if fog < 0.02 else cv2.addWeighted(seen, 1 - fog, _air(seen.shape, air), fog, 0)  # fmt: skip
    part = np.ascontiguousarray(picture[top:bottom, left:right])
    picture[top:bottom, left:right] = cv2.blendLinear(seen, part, cover, 1 - cover)


@lru_cache(maxsize=8)
def _whole_air(air: Tone) -> Frame:
    whole = np.empty((2304, 2304, 3), np.uint8)
    whole[:] = air
    return whole


def _air(shape: tuple[int, ...], air: Tone) -> Frame:
    """A piece of bare air; it is not painted anew for every thing that stands in it."""
    if max(shape) > 2304:
        return np.full(shape, air, np.uint8)
    return _whole_air(air)[: shape[0], : shape[1]]


def _canvas(wide: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    return np.zeros((TALL, wide, 3), np.uint8), np.zeros((TALL, wide), np.uint8)


def _done(colours: NDArray[np.uint8], mask: NDArray[np.uint8]) -> Sprite:
    solid = cv2.dilate(colours, np.ones((5, 5), np.uint8))
    filled = np.where(mask[..., None] > 0, colours, solid)
    return with_smaller(np.asarray(filled, np.uint8), np.asarray(mask / 255, np.float32))


def _both(
    colours: NDArray[np.uint8], mask: NDArray[np.uint8], points: list[tuple[float, float]], tone: Tone
) -> None:
    fixed = np.rint(np.array(points) * 16).astype(np.int32)
    cv2.fillPoly(colours, [fixed], tone, cv2.LINE_AA, 4)
    cv2.fillPoly(mask, [fixed], (255,), cv2.LINE_AA, 4)


def _disc(
    colours: NDArray[np.uint8], mask: NDArray[np.uint8], x: float, y: float, radius: float, tone: Tone
) -> None:
    for plane, paint in ((colours, tone), (mask, (255.0,))):
        cv2.circle(plane, (round(x * 16), round(y * 16)), round(radius * 16), paint, -1, cv2.LINE_AA, 4)


def _lit(tone: tuple[int, int, int], light: Light, share: float = 1.0) -> Tone:
    red, green, blue = (value * (0.3 + 0.7 * light.ambient) * share for value in tone)
    warm = 0.12 * (1 - light.ambient)
    return (
        min(red + warm * light.sun[0] * 0.4, 255),
        min(green + warm * light.sun[1] * 0.25, 255),
        min(blue + warm * light.sun[2] * 0.3, 255),
    )


def pine(rng: np.random.Generator, light: Light, *, snowy: bool = False) -> Sprite:
    colours, mask = _canvas(180)
    tone = (float(rng.uniform(28, 50)), float(rng.uniform(84, 112)), float(rng.uniform(58, 80)))
    _both(colours, mask, [(82, TALL), (86, 60), (94, 60), (98, TALL)], _lit((88, 62, 44), light))
    for step in range(7):
        low = TALL - 26 - step * 38
        half = 84 - step * 11.2
        jag = [(90.0, low - 74.0)]
        for tooth in range(9):
            share = tooth / 8
            x = 90 + half * (1 - 2 * share)
            jag.append(
                (
                    x,
                    low
                    + (10 if tooth % 2 else 0)
                    + float(rng.uniform(-4, 4))
                    - 10 * (1 - abs(2 * share - 1)),
                )
            )
        _both(colours, mask, jag, _lit((int(tone[0]), int(tone[1]), int(tone[2])), light, 0.72 + 0.07 * step))
        shade = [(90.0, low - 74.0), (90 - half, low + 2.0), (90.0, low - 4.0)]
        _both(
            colours, mask, shade, _lit((int(tone[0]), int(tone[1]), int(tone[2])), light, 0.56 + 0.06 * step)
        )
        if snowy:
            _both(colours, mask, [(90, low - 76), (90 + half * 0.6, low - 26), (90, low - 36), (90 - half * 0.6, low - 26)], _lit((240, 246, 255), light))  # fmt: skip
    return _done(colours, mask)


def snowy_pine(rng: np.random.Generator, light: Light) -> Sprite:
    return pine(rng, light, snowy=True)


def tree(rng: np.random.Generator, light: Light) -> Sprite:
    colours, mask = _canvas(260)
    green = (int(rng.uniform(66, 96)), int(rng.uniform(128, 154)), int(rng.uniform(60, 80)))
    _both(colours, mask, [(116, TALL), (122, 120), (138, 120), (146, TALL)], _lit((98, 70, 48), light))
    for share in (0.62, 0.8, 1.0):
        for turn in rng.uniform(0, 6.28, 16):
            away = rng.random() ** 0.5 * 78
            x, y = 130 + np.cos(turn) * away, 112 + np.sin(turn) * away * 0.86 - (share - 0.6) * 60
            _disc(colours, mask, float(x), float(y), float(rng.uniform(22, 40)), _lit(green, light, share * float(rng.uniform(0.92, 1.06))))  # fmt: skip
    return _done(colours, mask)


def bush(rng: np.random.Generator, light: Light) -> Sprite:
    colours, mask = _canvas(460)
    green = (int(rng.uniform(70, 104)), int(rng.uniform(126, 150)), 66)
    for share in (0.62, 0.82, 1.0):
        for x in rng.uniform(80, 380, 18):
            y = TALL - 40 - rng.random() * (190 - abs(x - 230) * 0.9) * share
            _disc(colours, mask, float(x), float(y), float(rng.uniform(30, 56)), _lit(green, light, share))
    return _done(colours, mask)


def rock(rng: np.random.Generator, light: Light) -> Sprite:
    colours, mask = _canvas(420)
    turns = np.sort(rng.uniform(np.pi, 2 * np.pi, 9))
    rim = [(210 + float(np.cos(turn) * rng.uniform(150, 200)), TALL + float(np.sin(turn) * rng.uniform(180, 290))) for turn in turns]  # fmt: skip
    _both(colours, mask, [(10, TALL), *rim, (410, TALL)], _lit((126, 118, 112), light))
    for one, two in pairwise(rim):
        _both(
            colours,
            mask,
            [one, two, (230, TALL)],
            _lit((126, 118, 112), light, float(rng.uniform(0.66, 1.16))),
        )
    return _done(colours, mask)


def cactus(rng: np.random.Generator, light: Light) -> Sprite:
    colours, mask = _canvas(220)
    tone, dark = _lit((82, 148, 92), light), _lit((82, 148, 92), light, 0.7)
    arms = [[(110, TALL), (110, 40)], [(110, 220), (46, 210), (46, float(rng.uniform(110, 150)))], [(110, 180), (176, 172), (176, float(rng.uniform(70, 120)))]]  # fmt: skip
    for arm in arms:
        points = np.array(arm, np.int32)
        cv2.polylines(colours, [points], isClosed=False, color=dark, thickness=40, lineType=cv2.LINE_AA)
        cv2.polylines(mask, [points], isClosed=False, color=(255,), thickness=40, lineType=cv2.LINE_AA)
    for arm in arms:
        cv2.polylines(colours, [np.array(arm, np.int32) - (6, 0)], isClosed=False, color=tone, thickness=22, lineType=cv2.LINE_AA)  # fmt: skip
    return _done(colours, mask)


def peak(rng: np.random.Generator, light: Light) -> Sprite:
    colours, mask = _canvas(560)
    left = [(0.0, float(TALL)), (120.0, 210.0), (200.0, 120.0), (280.0, 16.0)]
    ridge = [(float(280 + rng.uniform(-26, 26)), 16 + step * 50.0) for step in range(1, 7)]
    right = [(340.0, 96.0), (430.0, 180.0), (560.0, float(TALL))]
    _both(colours, mask, [*left, *right], _lit((134, 138, 152), light))
    _both(colours, mask, [*left, *ridge, (250.0, float(TALL))], _lit((134, 138, 152), light, 0.72))
    snow = [(200.0, 120.0), (280.0, 16.0), (340.0, 96.0), (318.0, 122.0), (296.0, 92.0), (270.0, 134.0), (240.0, 104.0), (222.0, 138.0)]  # fmt: skip
    _both(colours, mask, snow, _lit((244, 248, 255), light))
    return _done(colours, mask)


def cloud(rng: np.random.Generator, light: Light) -> Sprite:
    wide = 620
    opacity = np.zeros((TALL, wide), np.float32)
    tone = np.zeros((TALL, wide), np.float32)
    x, y = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(TALL, dtype=np.float32))
    for _ in range(26):
        cx, radius = float(rng.normal(wide / 2, 110)), float(rng.uniform(36, 84))
        cy = TALL * 0.66 - float(abs(rng.normal(0, 34))) + radius * 0.1
        ball = np.clip(1 - ((x - cx) ** 2 + (y - cy) ** 2) / radius**2, 0, 1)
        opacity = (1 - (1 - opacity) * (1 - ball * 0.75)).astype(np.float32)
        tone = np.maximum(tone, ball * np.clip(0.6 - (y - cy) / radius * 0.6, 0, 1.2)).astype(np.float32)
    grain = cv2.resize(
        rng.uniform(0.72, 1, (24, 48)).astype(np.float32), (wide, TALL), interpolation=cv2.INTER_CUBIC
    )
    share = np.clip(tone, 0, 1)[..., None]
    bright = (
        np.array(_lit((255, 255, 255), light, 1.0), np.float32) * 0.6 + np.array(light.sun, np.float32) * 0.4
    )
    dark = np.array(light.sky[1], np.float32) * 0.35 + np.array(light.fog, np.float32) * 0.55
    return with_smaller(np.clip(dark + (bright - dark) * share, 0, 255).astype(np.uint8), np.clip(opacity * grain, 0, 1).astype(np.float32))  # fmt: skip


SPRITES: dict[str, Callable[[np.random.Generator, Light], Sprite]] = {
    "pine": pine, "snowy pine": snowy_pine, "tree": tree, "bush": bush, "rock": rock, "cactus": cactus,
    "peak": peak, "cloud": cloud,
}  # fmt: skip
