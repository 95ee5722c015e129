"""A camera over a picture, in which what is near moves more than what is far."""

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.cameras import STILL, Pose
from reelhouse.engines.video.filming.layers import parted
from reelhouse.engines.video.filming.moments import Canvas, Moment
from reelhouse.engines.video.filming.speaking import Speaker
from reelhouse.engines.video.filming.stirring import Stirring

CELL = 8
"""The camera is reckoned for every eighth pixel; between them it is interpolated."""

PAD = 0.12
"""So much of the longer side is made up around the picture, for cameras that look beyond it."""

STANDS_OUT = 0.35
"""How much nearer the subject is than what stands beside it, of the whole depth."""

DEEP = ("x", "y", "dolly", "orbit", "swell", "bob")
"""Tracks of the camera that tell near from far."""

Field = NDArray[np.float32]


class StillPainter:
    """Frame zero is `picture` itself; `poses` has one a frame.

    A subject that stands out is a layer of its own, and what it hid goes on behind it. A `speaker` moves its
    mouth, and what `stirs` moves by itself.
    """

    def __init__(
        self,
        canvas: Canvas,
        picture: Frame,
        poses: list[Pose],
        *,
        stirs: frozenset[str] = frozenset(),
        speaker: Speaker | None = None,
    ) -> None:
        self._canvas, self._picture, self._poses = canvas, picture, poses
        self._speaker = speaker
        self._pad = round(PAD * max(canvas.size))
        self._around = self._padded(picture)
        columns, rows = -(-canvas.width // CELL) + 2, -(-canvas.height // CELL) + 2
        x, y = np.meshgrid(np.arange(columns), np.arange(rows))
        self._x = ((x - 0.5) * CELL - canvas.width / 2).astype(np.float32)
        self._y = ((y - 0.5) * CELL - canvas.height / 2).astype(np.float32)
        self._near = _nearness(picture, (columns, rows))
        away = (self._x / (0.3 * canvas.width)) ** 2 + (self._y / (0.36 * canvas.height)) ** 2
        self._subject = np.exp(-away / 2) * (0.6 + 0.4 * self._near)
        self._stirring = Stirring(picture, stirs, (self._x, self._y))
        self._part()

    def paint(self, moment: Moment) -> Frame:
        pose = self._poses[moment.number]
        if self._speaker is not None:
            rows, columns, part = self._speaker.paint(moment.number)
            self._around[self._pad :, self._pad :][rows, columns] = part
        stirred = (
            self._stirring.moved(moment.number / self._canvas.rate) if self._stirring.is_needed else None
        )
        if pose == STILL and stirred is None:
            inner = (
                slice(self._pad, self._pad + self._canvas.height),
                slice(self._pad, self._pad + self._canvas.width),
            )
            return self._around[inner].copy()
        if self._front is None or self._speaker is not None:
            picture = self._taken(self._around, self._seen(pose, self._near, stirred))
        else:
            picture = self._layered(self._front, pose, stirred)
        return _lifted(picture, pose.light) if pose.light else picture

    def _part(self) -> None:
        self._front: Field | None = None
        deep = any(getattr(pose, name) for pose in self._poses[-1:] for name in DEEP)
        layers = parted(self._picture) if deep and self._speaker is None else None
        if layers is None:
            return
        self._front = np.asarray(
            cv2.copyMakeBorder(layers.front, *(self._pad,) * 4, cv2.BORDER_CONSTANT), np.float32
        )
        self._behind = self._padded(layers.behind)
        rows, columns = self._near.shape
        mask = cv2.resize(layers.front, (columns, rows), interpolation=cv2.INTER_AREA)
        own = float((self._near * mask).sum() / max(float(mask.sum()), 1e-6))
        self._own_near = np.full_like(self._near, min(own + STANDS_OUT, 1.25))
        self._far = np.asarray(self._near * (1 - 0.3 * mask), np.float32)

    def _layered(self, mask: Field, pose: Pose, stirred: tuple[Field, Field] | None) -> Frame:
        behind = self._taken(self._behind, self._seen(pose, self._far, stirred))
        x, y = (self._enlarged(nodes) for nodes in self._seen(pose, self._own_near, None))
        cover = cv2.remap(mask, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
        rows, columns = (np.nonzero(cover.max(axis=axis) > 0)[0] for axis in (1, 0))
        if not len(rows) or not len(columns):
            return behind
        box = slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
        share = np.ascontiguousarray(cover[box])
        front = cv2.remap(
            self._around, np.ascontiguousarray(x[box]), np.ascontiguousarray(y[box]), self._method
        )
        part = np.ascontiguousarray(behind[box])
        behind[box] = cv2.blendLinear(np.asarray(front, np.uint8), part, share, 1 - share)
        return behind

    @property
    def _method(self) -> int:
        return cv2.INTER_CUBIC if self._canvas.fine else cv2.INTER_LINEAR

    def _taken(self, source: Frame, nodes: tuple[Field, Field]) -> Frame:
        x, y = (self._enlarged(one) for one in nodes)
        return np.asarray(cv2.remap(source, x, y, self._method, borderMode=cv2.BORDER_REFLECT_101), np.uint8)

    def _seen(self, pose: Pose, near: Field, stirred: tuple[Field, Field] | None) -> tuple[Field, Field]:
        """Which point of the picture is seen at each node."""
        width = self._canvas.width
        scale = np.exp(-pose.zoom - pose.dolly * (0.45 + 0.55 * near) - pose.swell * self._subject)
        cosine, sine = np.cos(pose.roll), np.sin(pose.roll)
        aside = width * (pose.pan_x + pose.x * (0.3 + 0.7 * near) + pose.orbit * (near - 0.5))
        up = width * (pose.pan_y + pose.y * (0.3 + 0.7 * near) + pose.bob * self._subject)
        x = (self._x * cosine - self._y * sine) * scale + aside
        y = (self._x * sine + self._y * cosine) * scale + up
        if stirred is not None:
            x, y = x + stirred[0], y + stirred[1]
        middle_x, middle_y = (side / 2 - 0.5 + self._pad for side in self._canvas.size)
        return (x + middle_x + 0.5).astype(np.float32), (y + middle_y + 0.5).astype(np.float32)

    def _enlarged(self, nodes: Field) -> Field:
        rows, columns = nodes.shape
        whole = cv2.resize(nodes, (columns * CELL, rows * CELL), interpolation=cv2.INTER_LINEAR)
        height, width = self._canvas.shape
        return np.ascontiguousarray(whole[CELL : CELL + height, CELL : CELL + width], dtype=np.float32)

    def _padded(self, picture: Frame) -> Frame:
        return np.asarray(cv2.copyMakeBorder(picture, *(self._pad,) * 4, cv2.BORDER_REFLECT_101), np.uint8)


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
