"""Where there is no ground: a tunnel of light, and space between the stars."""
# ruff: noqa: E501, PLR2004 - measures are no constants

import cv2
import numpy as np

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.moments import Canvas
from reelhouse.engines.video.filming.worlds.light import bloomed

NEONS = ((255, 60, 190), (60, 226, 255), (150, 90, 255), (255, 150, 60), (90, 255, 190))


class Tunnel:
    """A tube with rings of light, whose far end glows."""

    def __init__(self, canvas: Canvas, speed: float, *, neon: bool) -> None:
        self._canvas, self._speed = canvas, 7.0 * speed
        rng = np.random.default_rng([abs(canvas.seed), 23])
        height, width = canvas.shape
        x = (np.arange(width, dtype=np.float32) + 0.5 - width / 2) / (height / 2)
        y = (np.arange(height, dtype=np.float32)[:, None] + 0.5 - height / 2) / (height / 2)
        away = np.sqrt(x * x + y * y) + np.float32(1e-3)
        self._depth = (1.6 / away).astype(np.float32)
        self._turn = (np.arctan2(y, np.broadcast_to(x, away.shape)) / (2 * np.pi) * 1024).astype(np.float32)
        self._shade = np.ascontiguousarray(np.clip(1.35 * np.exp(-self._depth / 5.2), 0, 1), np.float32)
        self._dark = np.ascontiguousarray(1 - self._shade)
        tone = np.array(NEONS[int(rng.integers(5))] if neon else (255, 236, 210), np.float32)
        glow = np.exp(-((away / 0.34) ** 2))[..., None] * tone
        self._end = np.clip(glow * 0.9 + np.array((6, 6, 14)), 0, 255).astype(np.uint8)
        self._wall = _tube(rng, neon=neon)

    def paint(self, number: int) -> Frame:
        seconds = number / self._canvas.rate
        away = self._depth * np.float32(96) + np.float32(seconds * self._speed * 96)
        turn = self._turn + np.float32(seconds * 16) + np.float32(46) * np.sin(self._depth * np.float32(0.35))
        wall = cv2.remap(self._wall, turn, away, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
        return bloomed(
            np.asarray(cv2.blendLinear(wall, self._end, self._shade, self._dark), np.uint8), 0.8, 120
        )


class Space:
    """Stars that stream by, a nebula that hardly moves, and worlds that come and pass."""

    def __init__(self, canvas: Canvas, speed: float) -> None:
        self._canvas, self._speed = canvas, 16.0 * speed
        self._rng = np.random.default_rng([abs(canvas.seed), 31])
        self._focus = 0.8 * max(canvas.size)
        self._back = self._nebula()
        count = 1500
        self._stars = np.stack(
            [self._rng.uniform(-90, 90, count), self._rng.uniform(-60, 60, count), self._rng.uniform(0, 160, count)], axis=1
        )  # fmt: skip
        self._tint = np.array(((255, 255, 255), (200, 220, 255), (255, 226, 196)))[
            self._rng.integers(0, 3, count)
        ]
        far = self._speed * canvas.seconds
        self._worlds = [
            (float(side * self._rng.uniform(14, 34)), float(self._rng.uniform(-12, 12)), far * share + 26, float(self._rng.uniform(5, 10)), _planet(self._rng))
            for side, share in ((1, 0.9), (-1, 0.5), (1, 0.25))
        ]  # fmt: skip

    def paint(self, number: int) -> Frame:
        seconds = number / self._canvas.rate
        z = self._speed * seconds
        height, width = self._canvas.shape
        grow = 1.0 + 0.012 * seconds
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), 0.9 * seconds, 1.08 * grow)
        picture = np.asarray(
            cv2.warpAffine(self._back, matrix, (width, height), flags=cv2.INTER_LINEAR), np.uint8
        )
        self._stream(picture, z)
        for x, y, deep, radius, face in self._worlds:
            self._world(picture, (x, y, deep - z), radius, face)
        return bloomed(picture, 0.7, 150)

    def _stream(self, picture: Frame, z: float) -> None:
        depth = (self._stars[:, 2] - z) % 160 + 0.5
        tail = depth + self._speed / self._canvas.rate * 1.2
        middle = np.array((self._canvas.width / 2, self._canvas.height / 2))
        near = self._stars[:, :2] / depth[:, None] * self._focus + middle
        far = self._stars[:, :2] / tail[:, None] * self._focus + middle
        inside = ((near >= 0) & (near < self._canvas.size)).all(axis=1)
        light = np.clip(1.25 - depth / 150, 0.1, 1) * np.clip((160 - depth) / 20, 0, 1)
        for place in np.nonzero(inside)[0]:
            tone = (self._tint[place] * light[place]).tolist()
            thick = 2 if depth[place] < 26 else 1
            one, two = (np.rint(point[place] * 8).astype(int).tolist() for point in (near, far))
            cv2.line(picture, one, two, tone, thick, cv2.LINE_AA, 3)

    def _world(self, picture: Frame, at: tuple[float, float, float], radius: float, face: Frame) -> None:
        if at[2] < radius * 1.2:
            return
        scale = self._focus / at[2]
        size = radius * scale
        x, y = self._canvas.width / 2 + at[0] * scale, self._canvas.height / 2 + at[1] * scale
        side = face.shape[0] / (2 * size)
        left, right = max(int(x - size), 0), min(int(x + size) + 1, self._canvas.width)
        top, bottom = max(int(y - size), 0), min(int(y + size) + 1, self._canvas.height)
        if right - left < 2 or bottom - top < 2:
            return
        matrix = np.array(((side, 0, (left - x + size) * side), (0, side, (top - y + size) * side)))
        seen = cv2.warpAffine(
            face, matrix, (right - left, bottom - top), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        )
        cover = np.zeros(seen.shape[:2], np.uint8)
        cv2.circle(
            cover, (round((x - left) * 8), round((y - top) * 8)), round(size * 8), (255,), -1, cv2.LINE_AA, 3
        )
        share = cover.astype(np.float32) / 255
        part = np.ascontiguousarray(picture[top:bottom, left:right])
        picture[top:bottom, left:right] = cv2.blendLinear(seen, part, share, 1 - share)

    def _nebula(self) -> Frame:
        height, width = self._canvas.shape
        picture = np.full((height, width, 3), (5, 6, 18), np.float32)
        for tone in ((120, 40, 170), (20, 90, 190), (200, 70, 120)):
            cloud = np.zeros((height, width), np.float32)
            for octave, cells in enumerate((3, 6, 12, 24, 48)):
                grid = self._rng.uniform(-1, 1, (cells, cells)).astype(np.float32)
                cloud += cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC) * 0.6**octave
            picture += (np.clip(cloud - 0.35, 0, 1) ** 1.5)[..., None] * np.array(tone, np.float32)
        return np.clip(picture + self._rng.normal(0, 1, picture.shape), 0, 255).astype(np.uint8)


def _tube(rng: np.random.Generator, *, neon: bool) -> Frame:
    wall = np.full((1024, 1024, 3), (26, 28, 40), np.float32)
    wall += rng.normal(0, 2.5, wall.shape)
    for column in range(0, 1024, 64):
        wall[:, column : column + 3] *= 0.4
    for row in range(0, 1024, 64):
        wall[row : row + 4] *= 0.5
    tones = NEONS if neon else ((255, 244, 222), (220, 236, 255))
    for row in range(0, 1024, 128):
        wall[row + 20 : row + 30] = tones[int(rng.integers(len(tones)))]
    for column in rng.integers(0, 1010, 7):
        wall[:, column : column + 7] = tones[int(rng.integers(len(tones)))]
    for _ in range(60):
        x, y = (int(value) for value in rng.integers(0, 980, 2))
        wall[y : y + 9, x : x + int(rng.integers(8, 40))] = (
            np.array(tones[int(rng.integers(len(tones)))]) * 0.8
        )
    return np.clip(wall, 0, 255).astype(np.uint8)


def _planet(rng: np.random.Generator) -> Frame:
    side = 320
    x, y = np.meshgrid(np.linspace(-1, 1, side, dtype=np.float32), np.linspace(-1, 1, side, dtype=np.float32))
    high = np.sqrt(np.clip(1 - x * x - y * y, 0, 1))
    grid = rng.uniform(-1, 1, (14, 4)).astype(np.float32)
    bands = cv2.resize(grid, (side, side), interpolation=cv2.INTER_CUBIC)
    one, two = (np.array(tone, np.float32) for tone in rng.permutation(np.array(((214, 150, 104), (96, 140, 214), (176, 112, 190), (120, 190, 160), (226, 190, 140))))[:2])  # fmt: skip
    tone = one + (two - one) * np.clip(bands * 0.5 + 0.5, 0, 1)[..., None]
    lit = np.clip(-0.62 * x - 0.42 * y + 0.66 * high, 0.04, 1)[..., None]
    return np.asarray(np.clip(tone * lit * 1.15, 0, 255), np.uint8)
