"""A drawn presenter, painted only where something changes."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from PIL import Image

from reelhouse.render.painting.planes import Planes, from_rgb
from reelhouse.render.painting.sprites import Sprite, sprite_from_rgba
from reelhouse.render.presenter.types import Eyes, Mouth, Pose, Stage

COLUMNS = {mouth: index for index, mouth in enumerate(Mouth)}
ROWS = {eyes: index for index, eyes in enumerate(Eyes)}


class PresenterPainter:
    def __init__(self, stage: Stage, poses: Sequence[Pose]) -> None:
        self._stage = stage
        self._poses = poses
        self._ground = from_rgb(np.asarray(Image.open(stage.scene).convert("RGB")))
        self._sheet = np.asarray(Image.open(stage.heads).convert("RGBA"))
        self._shown: Pose | None = None
        self._cell = lru_cache(maxsize=None)(self._cut)

    def paint(self, frame: int, canvas: Planes) -> None:
        pose = self._poses[frame]
        head = self._stage.head
        if self._shown is None:
            canvas.take(self._ground)
        elif pose == self._shown:
            return
        else:
            canvas.take_part(self._ground, head.x - 8, head.y - 8, head.width + 16, head.height + 16)
        self._shown = pose
        self._cell(pose.mouth, pose.eyes).lay(canvas, head.x + pose.dx, head.y + pose.dy)

    def _cut(self, mouth: Mouth, eyes: Eyes) -> Sprite:
        head = self._stage.head
        x, y = COLUMNS[mouth] * head.width, ROWS[eyes] * head.height
        return sprite_from_rgba(self._sheet[y : y + head.height, x : x + head.width])
