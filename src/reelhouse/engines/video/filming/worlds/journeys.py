"""Open country, sea, sky and space, flown through: a ground that passes beneath, and things that pass by."""
# ruff: noqa: E501, PLR2004 - the measures of a landscape are no constants

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.moments import Canvas
from reelhouse.engines.video.filming.worlds.light import LIGHTS, Light, bloomed, sky
from reelhouse.engines.video.filming.worlds.sprites import SPRITES, Sprite, put

Plane = NDArray[np.float32]
TILE = 512
PASSED = 1.35
"""A thing that is so many times as high as the picture has passed the camera."""


@dataclass(frozen=True, slots=True)
class Country:
    """`ground` is its tone, `rough` how uneven; `things` are kinds, how many in 100 m, and how high (m).

    `clear` is how far beside the camera's way nothing stands; `lift` how high things hang, `water` mirrors.
    """

    ground: tuple[int, int, int]
    rough: float
    things: tuple[tuple[str, float, float], ...]
    clear: float = 3.2
    wide: float = 46.0
    high: float = 3.4
    speed: float = 9.0
    lift: tuple[float, float] = (0.0, 0.0)
    water: bool = False
    horizon: float = 0.46
    reach: float = 150.0


COUNTRIES = {
    "forest": Country((62, 88, 50), 0.5, (("pine", 30, 15.0), ("tree", 9, 11.0), ("bush", 12, 2.2)), 3.4, 40, 3.0, 8.0),
    "field": Country((112, 158, 70), 0.35, (("tree", 5, 11.0), ("bush", 26, 1.6)), 5.0, 90, 4.0, 12.0),
    "mountains": Country((108, 118, 96), 0.6, (("peak", 5, 60.0), ("pine", 16, 13.0)), 12.0, 190, 15.0, 24.0, reach=420),
    "desert": Country((222, 178, 116), 0.3, (("cactus", 9, 5.0), ("rock", 10, 2.4)), 5.0, 80, 3.6, 14.0),
    "ocean": Country((28, 96, 138), 0.8, (("rock", 1.2, 6.0),), 16.0, 130, 4.6, 16.0, water=True),
    "clouds": Country((224, 232, 244), 0.3, (("cloud", 18, 15.0),), 4.0, 90, 17.0, 26.0, lift=(-6.0, 24.0), horizon=0.56, reach=260),
    "snow": Country((232, 240, 250), 0.3, (("snowy pine", 26, 14.0), ("rock", 3, 2.0)), 4.2, 50, 3.2, 9.0),
}  # fmt: skip


class Journey:
    """One frame a number; equal canvases have equal journeys."""

    def __init__(self, canvas: Canvas, kind: str, time: str, speed: float) -> None:
        self._canvas, self._country = canvas, COUNTRIES[kind]
        self._light = LIGHTS[time]
        self._rng = np.random.default_rng([abs(canvas.seed), sum(kind.encode())])
        self._speed = self._country.speed * speed
        self._focus = 0.8 * max(canvas.width, canvas.height)
        self._horizon = canvas.height * self._country.horizon
        self._sky = sky(
            canvas.size, self._horizon, self._light, float(self._rng.uniform(0.32, 0.68)), self._rng
        )
        self._ground_maps()
        self._things = self._placed(self._speed * canvas.seconds + self._country.reach)
        self._phase = self._rng.uniform(0, 6, 3)

    def paint(self, number: int) -> Frame:
        """The country from where the camera is at that frame."""
        seconds = number / self._canvas.rate
        x = float(1.4 * (np.sin(0.5 * seconds + self._phase[0]) - np.sin(self._phase[0])))
        y = self._country.high * float(
            1 + 0.1 * (np.sin(0.7 * seconds + self._phase[1]) - np.sin(self._phase[1]))
        )
        z = self._speed * seconds
        picture = self._sky.copy()
        self._lay(picture, x, z, seconds)
        for thing in self._things:
            self._pass(picture, thing, (x, y, z), seconds)
        return bloomed(picture, 0.35, 190)

    def _ground_maps(self) -> None:
        top = int(self._horizon) + 1
        rows = np.arange(top, self._canvas.height, dtype=np.float32) + 0.5 - self._horizon
        depth = self._country.high * self._focus / rows
        self._top = top
        x = (np.arange(self._canvas.width, dtype=np.float32) + 0.5 - self._canvas.width / 2) / self._focus
        scale = TILE / (26.0 if not self._country.water else 40.0)
        self._scale = scale
        self._across = np.ascontiguousarray(depth[:, None] * x[None] * scale)
        self._away = np.ascontiguousarray(np.repeat((-depth * scale)[:, None], self._canvas.width, axis=1))
        self._haze = np.clip((depth / (self._country.reach * 0.62)) ** 0.9, 0, 1)[:, None].repeat(
            self._canvas.width, 1
        )
        self._tile = _tile(self._country, self._light, self._rng)
        self._mists = [
            np.clip(np.array(self._light.fog, np.float32) + self._rng.normal(0, 0.5, 3), 0, 255).astype(
                np.uint8
            )
        ]
        self._fog = np.empty((self._canvas.height - top, self._canvas.width, 3), np.uint8)
        self._fog[:] = self._mists[0]
        if self._country.water:
            mirror = self._sky[top - 1 :: -1][: self._canvas.height - top]
            self._fog = np.asarray(
                cv2.resize(cv2.blur(mirror, (9, 25)), (self._canvas.width, self._canvas.height - top)),
                np.uint8,
            )
            self._haze = np.clip(0.3 + 0.7 * self._haze**0.5, 0, 1)
        self._clear = np.ascontiguousarray(1 - self._haze, np.float32)
        self._haze = np.ascontiguousarray(self._haze, np.float32)

    def _lay(self, picture: Frame, x: float, z: float, seconds: float) -> None:
        """The ground, moved under the camera; far away it becomes haze, or mirrors the sky."""
        across = self._across + np.float32(x * self._scale)
        away = self._away - np.float32(z * self._scale)
        if self._country.water:
            away += np.float32(18) * np.sin(across * np.float32(0.05) + np.float32(seconds * 2.2))
            across += np.float32(seconds * 26)
        ground = cv2.remap(self._tile, across, away, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
        picture[self._top :] = cv2.blendLinear(ground, self._fog, self._clear, self._haze)

    def _placed(self, length: float) -> list[tuple[float, float, float, float, int]]:
        """Everything along the way: x, y, z, height, and which sprite; the farthest first."""
        country = self._country
        self._sprites: list[Sprite] = []
        things: list[tuple[float, float, float, float, int]] = []
        for kind, many, tall in country.things:
            first = len(self._sprites)
            self._sprites += [SPRITES[kind](self._rng, self._light) for _ in range(5)]
            for _ in range(int(many * length / 100)):
                side = float(self._rng.choice((-1, 1)))
                x = side * (
                    country.clear * (1 if tall < 40 else 6) + float(self._rng.random()) ** 1.4 * country.wide
                )
                y = float(self._rng.uniform(*country.lift))
                z = float(self._rng.uniform(2, length))
                things.append(
                    (x, y, z, tall * float(self._rng.uniform(0.7, 1.3)), first + int(self._rng.integers(5)))
                )
        return sorted(things, key=lambda thing: -thing[2])

    def _pass(
        self,
        picture: Frame,
        thing: tuple[float, float, float, float, int],
        eye: tuple[float, float, float],
        seconds: float,
    ) -> None:
        x, y, z, tall, number = thing
        depth = z - eye[2]
        if not 1.2 < depth < self._country.reach:
            return
        scale = self._focus / depth
        high = tall * scale
        presence = min((self._country.reach - depth) / (self._country.reach * 0.2), 1.0)
        presence *= float(np.clip((depth - 1.2) / 2.5, 0, 1))
        presence *= float(np.clip(PASSED - high / self._canvas.height, 0, 0.4)) / 0.4
        if presence <= 0:
            return
        left = self._canvas.width / 2 + (x - eye[0]) * scale
        if not -high < left < self._canvas.width + high:
            return
        low = self._horizon + (eye[1] - y) * scale
        fog = float(np.clip(depth / self._country.reach, 0, 1)) ** 0.8
        sway = (
            0.012 * float(np.sin(seconds * 1.6 + number * 1.7 + x))
            if self._country.lift == (0.0, 0.0)
            else 0.0
        )
        put(picture, self._sprites[number], (left + sway * high, low), high, fog, self._light.fog, presence)


def _tile(country: Country, light: Light, rng: np.random.Generator) -> Frame:
    """A square of ground that repeats without a seam."""
    tile = np.zeros((TILE, TILE), np.float32)
    for cells, weight in ((4, 0.5), (16, 0.7), (64, 0.7), (256, 0.4)):
        grid = rng.uniform(-1, 1, (cells, cells)).astype(np.float32)
        wide = cv2.resize(np.pad(grid, 2, mode="wrap"), None, fx=TILE / cells, fy=TILE / cells, interpolation=cv2.INTER_CUBIC)  # fmt: skip
        edge = 2 * TILE // cells
        tile += wide[edge : edge + TILE, edge : edge + TILE] * weight
    tone = np.array(country.ground, np.float32) * (0.3 + 0.7 * light.ambient)
    shade = tile / np.abs(tile).max()
    if country.water:
        crest = np.clip(shade * 1.6 - 0.25, 0, 1)[..., None] ** 2
        lit = tone * (1 + 0.35 * shade[..., None]) + crest * np.array(light.sun, np.float32) * 0.55
    else:
        lit = tone * (1 + 0.42 * country.rough * shade[..., None])
    return np.asarray(np.clip(lit, 0, 255), np.uint8)
