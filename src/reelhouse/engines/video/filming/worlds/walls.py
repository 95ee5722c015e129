"""Walls of a city: their windows and signs, and how they get onto the screen."""
# ruff: noqa: E501, PLR2004 - the measures of a city are no constants

from dataclasses import dataclass

import cv2
import numpy as np

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.worlds.light import Light

TILE = (96, 224)
NEONS = ((255, 60, 190), (60, 226, 255), (150, 90, 255), (255, 150, 60), (90, 255, 190))
PLAIN = ((255, 226, 170), (220, 236, 255), (255, 206, 140))


@dataclass(frozen=True, slots=True)
class Face:
    """A wall on the screen, in pixels: `roofs` and `lows` at its left and right edge.

    `along` is None for a front; else from which share of the wall on it is seen, and whether its near edge is
    the right one. Below `limit` something nearer hides it. A `roof` has corners.
    """

    left: float
    right: float
    roofs: tuple[float, float]
    lows: tuple[float, float]
    fog: int
    along: tuple[float, bool] | None = None
    roof: tuple[tuple[float, float], ...] = ()
    limit: float = 1e9


def wall_of(rng: np.random.Generator, light: Light, lit: float, *, neon: bool) -> Frame:
    """A wall of 16 by 74 metres: storeys, windows, and with `neon` edges and signs that glow."""
    wide, tall = TILE
    base = np.array(
        rng.choice(((58, 62, 84), (74, 68, 82), (50, 58, 70), (92, 84, 88), (66, 74, 92))), np.float32
    )
    base = base * (0.42 + 0.9 * light.ambient * (1.0 if not neon else 0.45))
    tile = np.tile(base, (tall, wide, 1))
    tile *= np.linspace(1.12, 0.8, tall, dtype=np.float32)[:, None, None]
    step, storey = int(rng.choice((8, 12, 16))), int(rng.choice((7, 8, 10)))
    tones = np.array(NEONS if neon else PLAIN, np.float32)
    mood = tones[rng.integers(len(tones))]
    for y in range(3, tall - storey, storey):
        for x in range(2, wide - 3, step):
            glass = base * 0.55 + np.array(light.sky[2], np.float32) * 0.3 * light.ambient
            if rng.random() < 0.2 + 0.42 * lit:
                lamp = mood if neon and rng.random() < 0.55 else np.array(PLAIN[rng.integers(3)], np.float32)
                glass = glass + (lamp - glass) * lit * rng.uniform(0.45, 1.0)
            tile[y : y + storey - 3, x : x + step - 3] = glass
    if neon:
        for x in (0, wide - 2):
            tile[:, x : x + 2] = tones[rng.integers(len(tones))]
        if rng.random() < 0.75:
            x, y = int(rng.integers(8, wide - 24)), int(rng.integers(tall // 2, tall - 80))
            _sign(tile, (x, y, 13, int(rng.integers(40, 72))), tones[rng.integers(len(tones))], rng)
        tile[tall - 9 : tall - 5] = tones[rng.integers(len(tones))]
    return np.clip(tile, 0, 255).astype(np.uint8)


def _sign(tile: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]", box: tuple[int, int, int, int], tone: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]", rng: np.random.Generator) -> None:  # fmt: skip
    """A frame with bright strokes in it, as signs look from afar."""
    x, y, wide, tall = box
    tile[y : y + tall, x : x + wide] = tone * 0.16
    tile[y : y + tall, [x, x + wide - 1]] = tone
    tile[[y, y + tall - 1], x : x + wide] = tone
    for row in range(y + 4, y + tall - 7, 9):
        for _ in range(3):
            at = x + 3 + int(rng.integers(wide - 7))
            tile[row : row + 6, at : at + 2] = np.minimum(tone * 1.1 + 40, 255)
        tile[row + int(rng.integers(5)), x + 3 : x + wide - 3] = np.minimum(tone * 1.1 + 40, 255)


def paste(picture: Frame, wall: Frame, box: tuple[float, float, float, float], limit: float) -> None:
    """Scale `wall` into a box, of which only what is seen is reckoned."""
    height, width = picture.shape[:2]
    x0, y0, x1, y1 = box
    left, right = max(int(x0), 0), min(int(np.ceil(x1)), width)
    top, bottom = max(int(y0), 0), min(int(np.ceil(min(y1, limit))), height)
    if right - left < 1 or bottom - top < 1:
        return
    whole = max(round(x1 - x0), 1), max(round(y1 - y0), 1)
    if whole[0] * whole[1] < 4 * (right - left) * (bottom - top):
        method = cv2.INTER_AREA if wall.shape[1] > 2 * whole[0] else cv2.INTER_LINEAR
        large = cv2.resize(wall, whole, interpolation=method)
        x, y = min(max(left - round(x0), 0), whole[0] - 1), min(max(top - round(y0), 0), whole[1] - 1)
        part = large[y : y + bottom - top, x : x + right - left]
        picture[top : top + part.shape[0], left : left + part.shape[1]] = part
        return
    across, down = wall.shape[1] / (x1 - x0), wall.shape[0] / (y1 - y0)
    if across > 1.6 or down > 1.6:
        share = min(1 / across, 1 / down, 1.0) * 1.3
        size = max(int(wall.shape[1] * share), 4), max(int(wall.shape[0] * share), 4)
        wall = np.asarray(cv2.resize(wall, size, interpolation=cv2.INTER_AREA), np.uint8)
        across, down = wall.shape[1] / (x1 - x0), wall.shape[0] / (y1 - y0)
    matrix = np.array(
        ((across, 0, (left + 0.5 - x0) * across - 0.5), (0, down, (top + 0.5 - y0) * down - 0.5))
    )
    picture[top:bottom, left:right] = cv2.warpAffine(
        wall, matrix, (right - left, bottom - top), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )  # fmt: skip


def stretch(picture: Frame, wall: Frame, face: Face) -> None:
    """A wall that runs into the distance: a trapezoid with upright sides."""
    height, width = picture.shape[:2]
    left, right = max(int(face.left), 0), min(int(np.ceil(face.right)), width)
    top = max(int(min(face.roofs)), 0)
    bottom = min(int(np.ceil(min(max(face.lows), face.limit))), height)
    if right - left < 1 or bottom - top < 1 or face.right - face.left < 0.6 or face.along is None:
        return
    tall, wide = wall.shape[0], wall.shape[1]
    begin, mirrored = face.along[0] * wide, face.along[1]
    near, far = (wide, begin) if mirrored else (begin, wide)
    source = np.array(((near, 0), (far, 0), (far, tall), (near, tall)), np.float32)
    x0, x1 = face.left - left, face.right - left
    target = np.array(
        ((x0, face.roofs[0] - top), (x1, face.roofs[1] - top), (x1, face.lows[1] - top), (x0, face.lows[0] - top)),
        np.float32,
    )  # fmt: skip
    part = np.ascontiguousarray(picture[top:bottom, left:right])
    cv2.warpPerspective(
        wall, cv2.getPerspectiveTransform(source, target), (right - left, bottom - top), dst=part,
        flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_TRANSPARENT,
    )  # fmt: skip
    picture[top:bottom, left:right] = part
