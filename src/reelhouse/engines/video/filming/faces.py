"""Finds a face that looks at the camera: two dark spots side by side, with one even tone around and below them.

No trained model comes with the house. Eyes are sought as small dark spots that lie level; what lies between and
below them has to be of one colour, such as skin may have (or a drawing of it), end at the sides, and have a
mouth where a mouth would be. Faces in profile, very small ones and most of those of animals are not found.
"""
# ruff: noqa: E501, PLR2004 - the measures of a face are no constants

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame

Plane = NDArray[np.float32]
LOOKED_AT = (320, 150)
"""Pixels of the longer side of the picture in which faces are sought: large ones are easier seen in a small one."""

KERNELS = (7, 13, 23, 37)
"""Eyes are sought in about these sizes, in those pixels."""

MOST_SPOTS = 70
SURE = 0.6
"""So much a face must be worth, of 1."""


@dataclass(frozen=True, slots=True)
class Face:
    """In pixels: where the mouth's middle is, how wide it is, where the eyes' middle is, and how wide the face."""

    mouth: tuple[float, float]
    mouth_width: float
    eyes: tuple[float, float]
    width: float
    score: float

    @property
    def height(self) -> float:
        return 1.35 * self.width


@dataclass(frozen=True, slots=True)
class _Spot:
    x: float
    y: float
    area: float
    depth: float


def find_face(picture: Frame) -> Face | None:
    """The surest face; None when there is none to be sure of."""
    faces = [face for side in LOOKED_AT if (face := _found(picture, side)) is not None]
    return max(faces, key=lambda face: face.score, default=None)


def _found(picture: Frame, side: int) -> Face | None:
    share = min(1.0, side / max(picture.shape[:2]))
    size = max(round(picture.shape[1] * share), 32), max(round(picture.shape[0] * share), 32)
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    lab = cv2.cvtColor(small.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    soft = cv2.GaussianBlur(lab, (0, 0), 1.0)
    best: Face | None = None
    for kernel in KERNELS:
        for one, two in _pairs(_spots(np.asarray(lab[..., 0], np.float32), kernel), kernel):
            face = _judged(np.asarray(soft, np.float32), one, two)
            if face is not None and (best is None or face.score > best.score):
                best = face
    if best is None or best.score < SURE:
        return None
    back = 1 / share
    return Face(
        (best.mouth[0] * back, best.mouth[1] * back), best.mouth_width * back, (best.eyes[0] * back, best.eyes[1] * back),
        best.width * back, best.score,
    )  # fmt: skip


def _spots(light: Plane, kernel: int) -> list[_Spot]:
    """Small dark spots on something lighter, the darkest first."""
    shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (kernel, kernel))
    dark = cv2.morphologyEx(light, cv2.MORPH_CLOSE, shape) - light
    mask = (dark > 11).astype(np.uint8)
    count, _, stats, middles = cv2.connectedComponentsWithStats(mask, connectivity=4)
    spots = []
    for number in range(1, count):
        left, top, wide, high, area = (int(value) for value in stats[number])
        if (
            not 0.04 * kernel**2 <= area <= 1.3 * kernel**2
            or max(wide, high) > 2.3 * kernel
            or high > 2.6 * wide
        ):
            continue
        depth = float(dark[top : top + high, left : left + wide].max())
        spots.append(_Spot(float(middles[number][0]), float(middles[number][1]), area, depth))
    return sorted(spots, key=lambda spot: -spot.depth * spot.area**0.25)[:MOST_SPOTS]


def _pairs(spots: list[_Spot], kernel: int) -> Iterator[tuple[_Spot, _Spot]]:
    for number, one in enumerate(spots):
        for other in spots[number + 1 :]:
            apart = abs(one.x - other.x)
            if not 0.85 * kernel < apart < 4.2 * kernel or abs(one.y - other.y) > 0.2 * apart:
                continue
            if min(one.area, other.area) > 0.36 * max(one.area, other.area):
                yield (one, other) if one.x < other.x else (other, one)


def _judged(lab: Plane, left: _Spot, right: _Spot) -> Face | None:
    """What two spots are worth as eyes, and the face around them."""
    apart = right.x - left.x
    x, y = (left.x + right.x) / 2, (left.y + right.y) / 2
    points = [(-0.42, 0.5), (0.42, 0.5), (0.0, 0.28), (-0.5, 0.72), (0.5, 0.72)]
    patches = [_patch(lab, x + dx * apart, y + dy * apart, 0.11 * apart) for dx, dy in points]
    if any(patch is None for patch in patches):
        return None
    tones = np.stack([patch for patch in patches if patch is not None])
    tone = np.median(tones, axis=0)
    skin = _skin_like(tone)
    if not skin:
        return None
    even = float(np.clip(1.35 - np.linalg.norm((tones - tone) * (0.45, 1, 1), axis=1).mean() / 9, 0, 1))
    inside, outside = _extent(lab, tone, x, y, apart)
    mouth = _mouth(lab, tone, x, y, apart)
    if mouth is None:
        return None
    mouth_x, mouth_y, wide, strength = mouth
    level = 1 - 2.2 * abs(left.y - right.y) / apart
    alike = (min(left.depth, right.depth) / max(left.depth, right.depth)) ** 0.7
    parts = (even, float(np.clip((inside - 0.45) / 0.4, 0, 1)), float(np.clip(1.25 - outside, 0, 1)), strength, level, alike, skin)  # fmt: skip
    score = float(np.prod([max(part, 0) for part in parts])) ** 0.5
    return Face((mouth_x, mouth_y), wide, (x, y), 2.05 * apart, score)


def _patch(lab: Plane, x: float, y: float, radius: float) -> Plane | None:
    reach = max(round(radius), 1)
    column, row = round(x), round(y)
    if not reach <= column < lab.shape[1] - reach or not reach <= row < lab.shape[0] - reach:
        return None
    part = lab[row - reach : row + reach + 1, column - reach : column + reach + 1]
    return np.asarray(np.median(part.reshape(-1, 3), axis=0), np.float32)


def _skin_like(tone: Plane) -> float:
    """From 0 to 1: whether a tone (Lab) may be skin's: neither grey nor green, blue or very dark."""
    light, red, yellow = (float(value) for value in tone)
    hue = np.degrees(np.arctan2(yellow, red))
    if light < 14 or np.hypot(red, yellow) < 7 or not 8 < hue < 82:
        return 0.0
    return float(np.clip(1.25 - abs(hue - 50) / 50, 0, 1))


def _extent(lab: Plane, tone: Plane, x: float, y: float, apart: float) -> tuple[float, float]:
    """How much of the face is of its tone, and how much of what lies beside it."""
    top, bottom = max(int(y - 0.2 * apart), 0), min(int(y + 1.3 * apart), lab.shape[0])
    like = (np.linalg.norm((lab[top:bottom] - tone) * (0.5, 1, 1), axis=2) < 13).astype(np.float32)
    columns = np.arange(lab.shape[1])
    middle = np.abs(columns - x) < 0.78 * apart
    beside = (np.abs(columns - x) > 1.35 * apart) & (np.abs(columns - x) < 2.2 * apart)
    inside = float(like[:, middle].mean()) if middle.any() else 0.0
    return inside, float(like[:, beside].mean()) if beside.any() else 0.0


def _mouth(
    lab: Plane, tone: Plane, x: float, y: float, apart: float
) -> tuple[float, float, float, float] | None:
    """Where the mouth is, how wide, and how clearly: a row that differs from the skin above and below it."""
    left, right = max(int(x - 0.6 * apart), 0), min(int(x + 0.6 * apart) + 1, lab.shape[1])
    top, bottom = max(int(y + 0.68 * apart), 0), min(int(y + 1.62 * apart) + 1, lab.shape[0])
    if right - left < 5 or bottom - top < 4:
        return None
    away = np.linalg.norm((lab[top:bottom, left:right] - tone) * (0.7, 1.3, 0.7), axis=2)
    core = away[:, (right - left) // 4 : -(right - left) // 4]
    rows = core.mean(axis=1)
    expected = np.exp(-((((np.arange(len(rows)) + top - y) / apart - 1.1) / 0.3) ** 2))
    row = int(np.argmax(rows * expected))
    calm = float(np.percentile(rows, 25))
    clear = float(np.clip((rows[row] - calm) / 9, 0, 1)) * float(expected[row]) ** 0.5
    line = away[max(row - 1, 0) : row + 2].mean(axis=0)
    strong = np.nonzero(line > calm + 0.4 * (line.max() - calm))[0]
    if not len(strong) or strong[0] == 0 or strong[-1] == len(line) - 1:
        return None
    chin = away[min(row + max(round(0.3 * apart), 2), len(away) - 1) :][: max(round(0.2 * apart), 1)]
    if len(chin) and np.median(chin[:, chin.shape[1] // 4 : -chin.shape[1] // 4]) > 15:
        return None
    middle = float(strong.mean()) + left
    wide = float(np.clip(strong[-1] - strong[0] + 1, 0.5 * apart, 1.05 * apart))
    centred = float(np.clip(1.2 - 2.4 * abs(middle - x) / apart, 0, 1))
    return 0.5 * (middle + x), float(top + row), wide, clear * centred
