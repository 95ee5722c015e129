"""What floats in the air of a film: soft dots at many depths."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.cameras import Pose
from reelhouse.engines.video.filming.moments import Canvas, Moment

Numbers = NDArray[np.float64]

MARGIN = 0.25
"""Dots leave and come back this share of the canvas outside, where nobody looks."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`size` and the drift are shares of the shorter side (a second); `twinkle` is how often a dot flares."""

    count: int
    size: tuple[float, float]
    drift: tuple[float, float]
    sway: float
    light: float
    colours: tuple[tuple[int, int, int], ...]
    twinkle: float = 0.0


KINDS = {
    "particles": Kind(90, (0.0016, 0.011), (0.012, -0.022), 0.02, 0.6, ((255, 226, 180), (255, 244, 224))),
    "dust": Kind(150, (0.001, 0.005), (0.016, -0.006), 0.016, 0.42, ((255, 238, 212), (236, 232, 226))),
    "snow": Kind(240, (0.0018, 0.009), (0.03, 0.2), 0.03, 0.8, ((244, 248, 255), (226, 236, 255))),
    "embers": Kind(
        80, (0.0014, 0.0055), (0.03, -0.17), 0.035, 0.95, ((255, 120, 30), (255, 170, 70), (255, 84, 20)), 1.4
    ),
    "sparkles": Kind(
        80, (0.0012, 0.0042), (0.004, -0.006), 0.006, 1.0, ((255, 250, 235), (255, 232, 170)), 0.7
    ),
}


class Particles:
    """Equal canvases have equal dots."""

    def __init__(self, canvas: Canvas, kind: str) -> None:
        self._canvas, self._kind = canvas, KINDS[kind]
        rng = np.random.default_rng([abs(canvas.seed), sum(kind.encode())])
        count = self._kind.count
        self._place = rng.uniform(-MARGIN, 1 + MARGIN, (count, 2))
        self._near = np.sort(rng.uniform(0, 1, count) ** 2.2)
        self._phase = rng.uniform(0, 2 * np.pi, (count, 3))
        self._pace = rng.uniform(0.6, 1.4, count)
        self._colour = np.array(self._kind.colours, np.float64)[
            rng.integers(len(self._kind.colours), size=count)
        ]

    def draw(self, picture: Frame, moment: Moment, pose: Pose) -> None:
        """Add every dot to `picture` in place; what is near is larger, fainter, and moves more."""
        short = min(self._canvas.size)
        seconds = moment.number / self._canvas.rate
        places = self._places(seconds, pose)
        sizes = short * (self._kind.size[0] + (self._kind.size[1] - self._kind.size[0]) * self._near)
        light = self._light(seconds) * moment.presence
        for place, size, colour, share in zip(places, sizes, self._colour, light, strict=True):
            _dot(picture, place, max(float(size), 0.7), colour * share)

    def _places(self, seconds: float, pose: Pose) -> Numbers:
        """In pixels, x and y."""
        kind, near = self._kind, self._near[:, None]
        sides = np.array(self._canvas.size, np.float64)
        short = sides.min() / sides
        way = np.array(kind.drift) * short * seconds * self._pace[:, None] * (0.5 + near)
        sway = kind.sway * short * np.sin(self._phase[:, :2] + seconds * self._pace[:, None])
        spread = 1 + 2 * MARGIN
        loose = (self._place + way + sway + MARGIN) % spread - MARGIN
        seen = np.exp(pose.zoom + pose.dolly * (0.6 + near))
        aside = np.array([pose.pan_x + pose.x, pose.pan_y + pose.y]) * sides[0] / sides
        return np.asarray((0.5 + (loose - 0.5) * seen - aside * (0.6 + near)) * sides)

    def _light(self, seconds: float) -> Numbers:
        breath = 0.75 + 0.25 * np.sin(self._phase[:, 2] + 1.3 * seconds * self._pace)
        if self._kind.twinkle:
            turn = self._phase[:, 2] + 2 * np.pi * self._kind.twinkle * seconds * self._pace
            breath = 0.12 + 0.88 * (0.5 + 0.5 * np.sin(turn)) ** 4
        return self._kind.light * breath * (1 - 0.72 * self._near)


def _dot(picture: Frame, place: Numbers, size: float, colour: Numbers) -> None:
    x, y = place
    reach = 3 * size
    height, width = picture.shape[:2]
    left, right = max(int(x - reach), 0), min(int(x + reach) + 2, width)
    top, bottom = max(int(y - reach), 0), min(int(y + reach) + 2, height)
    if left >= right or top >= bottom:
        return
    across = np.exp(-(((np.arange(left, right) - x) / size) ** 2) / 2)
    down = np.exp(-(((np.arange(top, bottom) - y) / size) ** 2) / 2)
    glow = (down[:, None, None] * across[None, :, None] * colour).round().astype(np.uint8)
    part = picture[top:bottom, left:right]
    part[...] = cv2.add(part, glow)
