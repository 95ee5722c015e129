"""What moves in a picture by itself: rain, fog, rays, water that shimmers, leaves that sway, a flame's light."""
# ruff: noqa: E501, PLR2004 - the measures of weather are no constants

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.cameras import Pose
from reelhouse.engines.video.filming.moments import Canvas, Moment

Plane = NDArray[np.float32]
Effect = Callable[[Frame, Moment], Frame]
LOOP = 1024


class Air:
    """Everything of a kind in one film; equal canvases have equal air."""

    def __init__(self, canvas: Canvas, kind: str) -> None:
        self._canvas = canvas
        self._rng = np.random.default_rng([abs(canvas.seed), sum(kind.encode()), 5])
        self._effect: Effect = getattr(self, f"_{kind}")
        getattr(self, f"_{kind}_made", lambda: None)()

    def draw(self, picture: Frame, moment: Moment, _pose: Pose) -> None:
        """Change `picture` in place."""
        picture[...] = self._effect(picture, moment)

    def _seconds(self, moment: Moment) -> float:
        return moment.number / self._canvas.rate

    def _fallen(self, picture: Frame, moment: Moment, tone: tuple[int, int, int]) -> Frame:
        seconds = self._seconds(moment)
        width, height = self._canvas.size
        for place, (x, y, near, pace, turn) in enumerate(self._flakes):
            fall = (y + seconds * pace * (0.5 + near)) % 1.2 - 0.1
            side = (x + 0.03 * np.sin(seconds * 1.7 + turn) + seconds * 0.03) % 1.1 - 0.05
            size = (0.006 + 0.012 * near) * min(width, height)
            angle = np.degrees(seconds * 2.2 + turn)
            flat = abs(np.cos(seconds * 2.6 + turn * 2)) * 0.8 + 0.2
            shade = tone if place % 3 else (255, 236, 240)
            axes = (max(round(size), 1), max(round(size * 0.55 * flat), 1))
            if moment.presence > (place % 8) / 8:
                cv2.ellipse(picture, (round(side * width), round(fall * height)), axes, angle, 0, 360, shade, -1, cv2.LINE_AA)  # fmt: skip
        return picture

    def _petals_made(self) -> None:
        rng = self._rng
        self._flakes = np.stack([rng.uniform(0, 1.1, 60), rng.uniform(0, 1.2, 60), rng.random(60) ** 2, rng.uniform(0.08, 0.16, 60), rng.uniform(0, 6, 60)], axis=1)  # fmt: skip

    def _petals(self, picture: Frame, moment: Moment) -> Frame:
        return self._fallen(picture, moment, (250, 176, 196))

    def _bubbles_made(self) -> None:
        rng = self._rng
        self._flakes = np.stack([rng.random(46), rng.random(46), rng.random(46) ** 2, rng.uniform(0.08, 0.2, 46), rng.uniform(0, 6, 46)], axis=1)  # fmt: skip

    def _bubbles(self, picture: Frame, moment: Moment) -> Frame:
        seconds = self._seconds(moment)
        width, height = self._canvas.size
        over = picture.copy()
        for x, y, near, pace, turn in self._flakes:
            rise = 1.1 - (y * 1.2 + seconds * pace * (0.5 + near)) % 1.2
            at = round((x + 0.012 * np.sin(seconds * 2.4 + turn)) * width), round(rise * height)
            size = max(round((0.004 + 0.014 * near) * min(width, height)), 2)
            cv2.circle(over, at, size, (232, 250, 255), max(size // 6, 1), cv2.LINE_AA)
            cv2.circle(
                over,
                (at[0] - size // 3, at[1] - size // 3),
                max(size // 4, 1),
                (255, 255, 255),
                -1,
                cv2.LINE_AA,
            )
        share = 0.75 * moment.presence
        return np.asarray(cv2.addWeighted(over, share, picture, 1 - share, 0), np.uint8)

    def _rain_made(self) -> None:
        width, height = self._canvas.size
        self._sheets = []
        for near, count in ((0.5, 420), (0.9, 220)):
            sheet = np.zeros((height, width, 3), np.uint8)
            for x, y in zip(
                self._rng.uniform(-20, width, count), self._rng.uniform(0, height, count), strict=True
            ):
                long = 0.05 * height * near * float(self._rng.uniform(0.7, 1.3))
                tone = (round(60 + 50 * near),) * 3
                for shift in (0, -height):
                    end = round(x - long * 0.14), round(y + shift + long)
                    cv2.line(
                        sheet, (round(x), round(y + shift)), end, tone, 1 if near < 0.8 else 2, cv2.LINE_AA
                    )
            self._sheets.append((cv2.GaussianBlur(sheet, (0, 0), 0.7), near))

    def _rain(self, picture: Frame, moment: Moment) -> Frame:
        seconds, height = self._seconds(moment), self._canvas.height
        fallen = picture
        for sheet, near in self._sheets:
            down = int(seconds * height * 1.9 * (0.5 + near)) % height
            streaks = np.concatenate([sheet[height - down :], sheet[: height - down]])
            streaks = np.roll(streaks, -int(down * 0.14), axis=1)
            fallen = np.asarray(cv2.addWeighted(fallen, 1.0, streaks, moment.presence, 0), np.uint8)
        return fallen

    def _fog_made(self) -> None:
        height, width = self._canvas.shape
        wide = np.zeros((height // 4 + 1, width), np.float32)
        for octave, cells in enumerate((4, 8, 16, 32)):
            grid = self._rng.random((cells // 2 + 1, cells)).astype(np.float32)
            grid[:, -1] = grid[:, 0]
            wide += (
                cv2.resize(grid, (wide.shape[1], wide.shape[0]), interpolation=cv2.INTER_CUBIC) * 0.6**octave
            )
        wide = (wide - wide.min()) / np.ptp(wide)
        low = np.linspace(0.35, 1, wide.shape[0], dtype=np.float32)[:, None]
        self._veil = np.ascontiguousarray(wide * low, np.float32)
        self._mist = np.full((height, width, 3), (226, 230, 236), np.uint8)

    def _fog(self, picture: Frame, moment: Moment) -> Frame:
        seconds, (height, width) = self._seconds(moment), self._canvas.shape
        shift = int(seconds * width * 0.035) % width
        veil = (
            np.roll(self._veil, -shift, axis=1)[:, ::4] * 0.5
            + np.roll(self._veil, 2 * shift, axis=1)[:, ::4] * 0.3
        )
        cover = cv2.resize(
            veil * np.float32(moment.presence), (width, height), interpolation=cv2.INTER_LINEAR
        )
        return np.asarray(cv2.blendLinear(self._mist, picture, cover, 1 - cover), np.uint8)

    def _rays(self, picture: Frame, moment: Moment) -> Frame:
        seconds, (height, width) = self._seconds(moment), self._canvas.shape
        small = np.zeros((height // 8 + 1, width // 8 + 1), np.uint8)
        for number in range(7):
            x = (0.05 + number * 0.16 + 0.02 * np.sin(seconds * 0.5 + number)) * small.shape[1]
            strong = 26 + 20 * np.sin(seconds * 0.8 + number * 1.9)
            lean = 0.3 * small.shape[0]
            points = np.array([(x, -4), (x + 0.05 * small.shape[1], -4), (x + lean + 0.13 * small.shape[1], small.shape[0]), (x + lean - 6, small.shape[0])], np.int32)  # fmt: skip
            layer = np.zeros_like(small)
            cv2.fillConvexPoly(layer, points, (max(float(strong), 4),), cv2.LINE_AA)
            small = np.asarray(cv2.add(small, layer), np.uint8)
        fade = np.linspace(1, 0.2, small.shape[0], dtype=np.float32)[:, None]
        light = (cv2.GaussianBlur(small, (0, 0), 1.5) * fade * moment.presence).astype(np.uint8)
        warm = cv2.resize(cv2.merge([light, (light * 0.93).astype(np.uint8), (light * 0.78).astype(np.uint8)]), (width, height))  # fmt: skip
        return np.asarray(cv2.add(picture, warm), np.uint8)

    def _flicker_made(self) -> None:
        steps = int(self._canvas.seconds * 9) + 4
        self._flames = np.convolve(self._rng.normal(0, 1, steps), (0.25, 0.5, 0.25), mode="same")

    def _flicker(self, picture: Frame, moment: Moment) -> Frame:
        at = self._seconds(moment) * 9
        light = float(np.interp(at, np.arange(len(self._flames)), self._flames)) * 0.09 * moment.presence
        return np.asarray(cv2.convertScaleAbs(picture, alpha=1 + light), np.uint8)

    def _leaks(self, picture: Frame, moment: Moment) -> Frame:
        seconds, (height, width) = self._seconds(moment), self._canvas.shape
        x = np.linspace(0, 1, width // 8 + 1, dtype=np.float32)[None, :]
        y = np.linspace(0, 1, height // 8 + 1, dtype=np.float32)[:, None]
        side = 1.02 - 0.16 * np.sin(seconds * 0.55) ** 2
        light = (
            np.exp(-((x - side) ** 2) / 0.05 - (y - 0.4 - 0.2 * np.sin(seconds * 0.3)) ** 2 / 0.3)
            * moment.presence
            * 0.55
        )
        tone = np.stack([light * 255, light * 130, light * 70], axis=2).astype(np.uint8)
        return np.asarray(cv2.add(picture, cv2.resize(tone, (width, height))), np.uint8)

    def _flare(self, picture: Frame, moment: Moment) -> Frame:
        seconds, (height, width) = self._seconds(moment), self._canvas.shape
        small = np.zeros((height // 4 + 1, width // 4 + 1, 3), np.uint8)
        rows, columns = small.shape[:2]
        sun = np.array((columns * (0.2 + 0.04 * seconds), rows * 0.22))
        middle = np.array((columns / 2, rows / 2))
        for share, size, tone in ((0, 0.10, (120, 110, 80)), (0.6, 0.03, (40, 60, 90)), (1.3, 0.06, (60, 40, 70)), (1.8, 0.04, (30, 70, 60))):  # fmt: skip
            x, y = sun + (middle - sun) * share
            cv2.circle(small, (round(float(x)), round(float(y))), round(size * rows), tone, -1, cv2.LINE_AA)
        streak = round(float(sun[1]))
        small[max(streak - 1, 0) : streak + 1] = np.maximum(
            small[max(streak - 1, 0) : streak + 1], (40, 60, 90)
        )
        soft = cv2.GaussianBlur(small, (0, 0), rows / 26)
        light = cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR)
        return np.asarray(cv2.addWeighted(picture, 1, light, moment.presence, 0), np.uint8)

    def _grain_made(self) -> None:
        self._specks = self._rng.normal(0, 7, (LOOP, LOOP)).round().astype(np.int8)

    def _grain(self, picture: Frame, moment: Moment) -> Frame:
        height, width = self._canvas.shape
        rng = np.random.default_rng([moment.number, abs(self._canvas.seed)])
        rows, columns = (np.arange(side) + int(rng.integers(LOOP)) for side in (height, width))
        specks = (self._specks.take(rows, axis=0, mode="wrap").take(columns, axis=1, mode="wrap") * moment.presence).astype(np.int16)  # fmt: skip
        return np.asarray(cv2.add(picture, cv2.merge([specks, specks, specks]), dtype=cv2.CV_8U), np.uint8)


AIRS = frozenset({"petals", "bubbles", "rain", "fog", "rays", "flicker", "leaks", "flare", "grain"})
"""What this module draws, by the vocabulary's names of elements."""
