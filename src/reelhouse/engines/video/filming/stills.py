"""A camera over a picture, in which what is near moves more than what is far."""

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.cameras import STILL, Pose
from reelhouse.engines.video.filming.moments import Canvas, Moment

CELL = 8
"""The camera is reckoned for every eighth pixel; between them it is interpolated."""

PAD = 0.12
"""So much of the longer side is made up around the picture, for cameras that look beyond it."""

Field = NDArray[np.float32]


class StillPainter:
    """Frame zero is `picture` itself; `poses` has one a frame."""

    def __init__(self, canvas: Canvas, picture: Frame, poses: list[Pose]) -> None:
        self._canvas, self._picture, self._poses = canvas, picture, poses
        self._pad = round(PAD * max(canvas.size))
        self._around = cv2.copyMakeBorder(picture, *(self._pad,) * 4, cv2.BORDER_REFLECT_101)
        columns, rows = -(-canvas.width // CELL) + 2, -(-canvas.height // CELL) + 2
        x, y = np.meshgrid(np.arange(columns), np.arange(rows))
        self._x = ((x - 0.5) * CELL - canvas.width / 2).astype(np.float32)
        self._y = ((y - 0.5) * CELL - canvas.height / 2).astype(np.float32)
        self._near = _nearness(picture, (columns, rows))
        away = (self._x / (0.3 * canvas.width)) ** 2 + (self._y / (0.36 * canvas.height)) ** 2
        self._subject = np.exp(-away / 2) * (0.6 + 0.4 * self._near)

    def paint(self, moment: Moment) -> Frame:
        pose = self._poses[moment.number]
        if pose == STILL:
            return self._picture.copy()
        x, y = self._seen(pose)
        method = cv2.INTER_CUBIC if self._canvas.fine else cv2.INTER_LINEAR
        picture = cv2.remap(
            self._around, self._enlarged(x), self._enlarged(y), method, borderMode=cv2.BORDER_REFLECT_101
        ).astype(np.uint8, copy=False)
        return _lifted(picture, pose.light) if pose.light else picture

    def _seen(self, pose: Pose) -> tuple[Field, Field]:
        """Which point of the picture is seen at each node."""
        width, near = self._canvas.width, self._near
        scale = np.exp(-pose.zoom - pose.dolly * (0.45 + 0.55 * near) - pose.swell * self._subject)
        cosine, sine = np.cos(pose.roll), np.sin(pose.roll)
        aside = width * (pose.pan_x + pose.x * (0.3 + 0.7 * near) + pose.orbit * (near - 0.5))
        up = width * (pose.pan_y + pose.y * (0.3 + 0.7 * near) + pose.bob * self._subject)
        x = (self._x * cosine - self._y * sine) * scale + aside
        y = (self._x * sine + self._y * cosine) * scale + up
        middle_x, middle_y = (side / 2 - 0.5 + self._pad for side in self._canvas.size)
        return (x + middle_x + 0.5).astype(np.float32), (y + middle_y + 0.5).astype(np.float32)

    def _enlarged(self, nodes: Field) -> Field:
        rows, columns = nodes.shape
        whole = cv2.resize(nodes, (columns * CELL, rows * CELL), interpolation=cv2.INTER_LINEAR)
        height, width = self._canvas.shape
        return np.ascontiguousarray(whole[CELL : CELL + height, CELL : CELL + width], dtype=np.float32)


def _lifted(picture: Frame, light: float) -> Frame:
    """Brighter in the middle tones; black and white stay what they are."""
    tones = np.linspace(0, 1, 256)
    curve = np.clip(tones + light * 4 * tones * (1 - tones) ** 1.5, 0, 1)
    return cv2.LUT(picture, (curve * 255).round().astype(np.uint8)).astype(np.uint8, copy=False)


def _nearness(picture: Frame, size: tuple[int, int]) -> Field:
    """From 0 far to 1 near, without edges: what is low, sharp and colourful is taken to be nearer."""
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    light = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32)
    detail = cv2.GaussianBlur(np.abs(cv2.Laplacian(light, cv2.CV_32F)), (0, 0), size[0] / 24)
    colour = np.float32(small.max(axis=2)) - np.float32(small.min(axis=2))
    low = np.linspace(0, 1, size[1], dtype=np.float32)[:, None]
    guess = 0.55 * low + 0.3 * detail / (detail.max() + 1) + 0.15 * colour / 255
    guess = cv2.GaussianBlur(guess, (0, 0), max(size[0] / 20, 1))
    least, most = float(guess.min()), float(guess.max())
    near: Field = ((guess - least) / max(most - least, 1e-6)).astype(np.float32)
    return near
