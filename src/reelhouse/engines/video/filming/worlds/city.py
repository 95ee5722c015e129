"""A city that is flown through: boxes in perspective, with windows, signs, traffic and a wet street."""
# ruff: noqa: PLR2004 - the measures of a city are no constants

from collections.abc import Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.moments import Canvas
from reelhouse.engines.video.filming.worlds.light import LIGHTS, bloomed, sky
from reelhouse.engines.video.filming.worlds.walls import TILE, Face, paste, stretch, wall_of

BLOCK = 20.0
"""Metres from one building's front to the next one's."""

FAR, NEAR = 330.0, 2.0
TILE_METRES = (16.0, 74.0)
SPEED = 21.0
HEIGHT = 34.0
FOGS = 24
"""Steps of air between near and far."""

MOST_WALLS = 1200
ROWS = ((14.0, 15.0), (35.0, 18.0), (62.0, 26.0), (104.0, 40.0))
"""Where a row of buildings begins beside the middle of the street, and how deep it is."""


@dataclass(frozen=True, slots=True)
class Building:
    """`z` of its front from the beginning of the street, `x` of its inner wall, all in metres."""

    side: int
    x: float
    z: float
    width: float
    length: float
    height: float
    tile: int


class City:
    """One frame a number; equal canvases have equal cities."""

    def __init__(self, canvas: Canvas, time: str, speed: float, *, neon: bool) -> None:
        self._canvas, self._speed = canvas, SPEED * speed
        self._light = LIGHTS[time]
        self._rng = np.random.default_rng([abs(canvas.seed), 11])
        self._horizon = canvas.height * 0.5
        self._focus = 0.78 * max(canvas.width, canvas.height * 1.1)
        self._sky = sky(canvas.size, self._horizon, self._light, 0.5, self._rng)
        self._ground()
        lit = max(self._light.lit, 0.85 if neon else 0.0)
        self._tiles = [wall_of(self._rng, self._light, lit, neon=neon) for _ in range(14)]
        self._town = self._built(self._speed * canvas.seconds + FAR)
        self._fronts = np.array([one.z for one in self._town])
        self._walls: dict[tuple[Building, bool, int], Frame] = {}
        self._phase = self._rng.uniform(0, 6, 4)
        self._cars = self._traffic()
        self._bloom = 0.9 if neon else 0.55 * self._light.lit

    def paint(self, number: int) -> Frame:
        """The city from where the camera is at that frame."""
        seconds = number / self._canvas.rate
        eye = self._eye(seconds)
        picture = self._sky.copy()
        for place, face in reversed(self._seen(eye)):
            self._draw(picture, self._town[place], face)
        self._drive(picture, eye, seconds)
        if self._bloom:
            picture = bloomed(picture, self._bloom, 120)
        return self._banked(picture, seconds)

    def _seen(self, eye: tuple[float, float, float]) -> list[tuple[int, Face]]:
        """What is not hidden, the nearest first: a wall hides what is behind it below its upper edge."""
        roofs = np.full(self._canvas.width, self._canvas.height, np.float32)
        faces = []
        first = int(np.searchsorted(self._fronts, eye[2] - 2 * BLOCK))
        last = int(np.searchsorted(self._fronts, eye[2] + FAR))
        for place in range(first, last):
            for face in self._faces(self._town[place], eye):
                left, right = max(int(face.left), 0), min(int(np.ceil(face.right)), self._canvas.width)
                if right <= left:
                    continue
                share = (np.arange(left, right) + 0.5 - face.left) / max(face.right - face.left, 1e-6)
                edge = face.roofs[0] + (face.roofs[1] - face.roofs[0]) * share
                shown = roofs[left:right]
                if (edge < shown).any():
                    faces.append((place, replace(face, limit=float(shown.max()))))
                    roofs[left:right] = np.minimum(shown, edge)
        return faces

    def _faces(self, one: Building, eye: tuple[float, float, float]) -> Iterator[Face]:
        """The wall along the street and the front, where they can be seen at all."""
        near, far = one.z - eye[2], one.z + one.length - eye[2]
        if far < NEAR:
            return
        fog = round(float(np.clip((near - 30) / (FAR - 70), 0, 1)) ** 0.8 * FOGS)
        inner = one.side * one.x - eye[0]
        middle, base = self._canvas.width / 2, self._horizon
        if near > NEAR:
            scale = self._focus / near
            edges = sorted((middle + inner * scale, middle + (inner + one.side * one.width) * scale))
            roof, low = base - (one.height - eye[1]) * scale, base + (one.height + eye[1]) * scale
            yield Face(edges[0], edges[1], (roof, roof), (low, low), fog)
        if inner * one.side > 0:
            begin = max(near, NEAR)
            spots = []
            for depth in (begin, far):
                scale = self._focus / depth
                spots.append(
                    (
                        middle + inner * scale,
                        base - (one.height - eye[1]) * scale,
                        base + (one.height + eye[1]) * scale,
                    )
                )
            start = (begin - near) / one.length
            (x0, top0, low0), (x1, top1, low1) = spots
            if x0 > x1:
                yield Face(x1, x0, (top1, top0), (low1, low0), fog, (start, True))
            else:
                yield Face(x0, x1, (top0, top1), (low0, low1), fog, (start, False))
        if one.height < eye[1]:
            depths = max(near, NEAR), far
            (a, b), (c, d) = (
                (middle + x * self._focus / depth for x in (inner, inner + one.side * one.width))
                for depth in depths
            )
            y0, y1 = (base - (one.height - eye[1]) * self._focus / depth for depth in depths)
            points = ((a, y0), (b, y0), (d, y1), (c, y1))
            yield Face(min(a, b, c, d), max(a, b, c, d), (y1, y1), (y0, y0), fog, None, points)

    def _eye(self, seconds: float) -> tuple[float, float, float]:
        swing = np.sin(0.42 * seconds + self._phase[0]) - np.sin(self._phase[0])
        rise = np.sin(0.31 * seconds + self._phase[1]) - np.sin(self._phase[1])
        return float(2.6 * swing), float(HEIGHT + 6.5 * rise + 0.5 * seconds), self._speed * seconds

    def _banked(self, picture: Frame, seconds: float) -> Frame:
        """The horizon tilts into the turn, a little."""
        turn = 1.5 * np.cos(0.42 * seconds + self._phase[0])
        middle = self._canvas.width / 2, self._canvas.height / 2
        matrix = cv2.getRotationMatrix2D(middle, float(turn), 1.055)
        return np.asarray(
            cv2.warpAffine(picture, matrix, self._canvas.size, flags=cv2.INTER_LINEAR),
            np.uint8,
        )  # fmt: skip

    def _ground(self) -> None:
        top = int(self._horizon)
        depth = np.linspace(0, 1, self._canvas.height - top, dtype=np.float32)[:, None] ** 0.6
        near = (
            np.array(self._light.fog, np.float32) * 0.12
            + np.array((12, 13, 22), np.float32) * self._light.ambient
        )
        fog = np.array(self._light.fog, np.float32)
        rows = fog + (near - fog) * np.clip(depth * 1.35, 0, 1)
        mirror = self._sky[top - 1 :: -1][: self._canvas.height - top].astype(np.float32)
        mirror = np.asarray(cv2.resize(mirror, (self._canvas.width, self._canvas.height - top)), np.float32)
        self._sky[top:] = (rows[:, None] * 0.72 + mirror * 0.28).astype(np.uint8)

    def _built(self, length: float) -> list[Building]:
        town = []
        for row, (x, deep) in enumerate(ROWS):
            for side in (-1, 1):
                z = float(self._rng.uniform(-6, 6)) - BLOCK
                while z < length:
                    tall = float(
                        self._rng.choice((1, 1, 1, 1.6, 2.3)) * self._rng.uniform(16, 38) * (1 + row * 0.3)
                    )
                    long = float(self._rng.uniform(0.62, 0.94)) * BLOCK
                    shift = float(self._rng.uniform(0, 3.2))
                    town.append(Building(side, x + shift, z, deep, long, tall, int(self._rng.integers(14))))
                    z += BLOCK * (1.0 if row < 2 else 1.5)
        return sorted(town, key=lambda one: (one.z, one.x))

    def _draw(self, picture: Frame, one: Building, face: Face) -> None:
        if face.roof:
            share = face.fog / FOGS
            tone = [
                one.tile % 5 * 4 + 26 * self._light.ambient + 8 + (fog - 26) * share
                for fog in self._light.fog
            ]
            corners = np.rint(np.array(face.roof) * 16).astype(np.int32)
            cv2.fillConvexPoly(picture, corners, tone, cv2.LINE_AA, 4)
            return
        wall = self._wall(one, face)
        if face.along is None:
            paste(picture, wall, (face.left, face.roofs[0], face.right, face.lows[0]), face.limit)
        else:
            stretch(picture, wall, face)

    def _wall(self, one: Building, face: Face) -> Frame:
        """The wall as pixels, its mirror image on the wet ground below it, in the air between."""
        key = one, face.along is None, face.fog
        known = self._walls.get(key)
        if known is not None:
            return known
        tile = self._tiles[one.tile]
        rows = max(int(TILE[1] * min(one.height / TILE_METRES[1], 1)), 8)
        wide = one.width if face.along is None else one.length
        columns = max(int(TILE[0] * min(wide / TILE_METRES[0], 1)), 8)
        wall = tile[TILE[1] - rows :, :columns]
        shade = 0.8 if face.along is None else 1.0
        both = np.concatenate(
            [cv2.convertScaleAbs(wall, alpha=shade), cv2.convertScaleAbs(wall[::-1], alpha=0.3)]
        )
        share = face.fog / FOGS
        haze = np.empty_like(both)
        haze[:] = self._light.fog
        made = np.asarray(cv2.addWeighted(both, 1 - share, haze, share, 0), np.uint8)
        if len(self._walls) > MOST_WALLS:
            self._walls.clear()
        self._walls[key] = made
        return made

    def _traffic(self) -> list[tuple[float, float, float, float, tuple[int, int, int]]]:
        cars = []
        for number in range(130):
            lane = float(self._rng.choice((-6.4, -3.2, 3.2, 6.4)))
            flying = number % 3 == 0
            height = float(self._rng.uniform(8, 40)) if flying else 0.9
            tone = (255, 60, 50) if lane > 0 else (255, 244, 220)
            pace = float(self._rng.uniform(4, 11)) * (1 if lane > 0 else -1)
            begin = float(self._rng.uniform(0, self._speed * self._canvas.seconds + FAR))
            cars.append(
                (lane * (1.0 if not flying else self._rng.uniform(0.4, 1.3)), height, begin, pace, tone)
            )
        return cars

    def _drive(self, picture: Frame, eye: tuple[float, float, float], seconds: float) -> None:
        for x, y, begin, pace, tone in self._cars:
            depth = begin + pace * seconds - eye[2]
            if not 6 < depth < FAR * 0.7:
                continue
            scale = self._focus / depth
            size = max(0.32 * scale, 0.8)
            for lamp in (-0.75, 0.75):
                at = (
                    self._canvas.width / 2 + (x - eye[0] + lamp) * scale,
                    self._horizon + (eye[1] - y) * scale,
                )
                cv2.circle(
                    picture, (round(at[0] * 8), round(at[1] * 8)), round(size * 8), tone, -1, cv2.LINE_AA, 3
                )
