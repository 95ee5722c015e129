"""Canvases of a few pixels, and painters of one colour."""

import numpy as np
import pytest

from reelhouse.media.composition import Canvas
from reelhouse.render.painting.planes import Pixels, Planes, from_rgb

CANVAS = Canvas(216, 384)


class Plain:
    """Paints every frame in one colour, and remembers which frames it was asked for."""

    def __init__(self, colour: tuple[int, int, int], canvas: Canvas = CANVAS) -> None:
        self.picture = from_rgb(field(colour, canvas))
        self.painted: list[int] = []

    def paint(self, frame: int, canvas: Planes) -> None:
        self.painted.append(frame)
        canvas.take(self.picture)


def field(colour: tuple[int, int, int], canvas: Canvas = CANVAS) -> Pixels:
    return np.full((canvas.height, canvas.width, 3), colour, np.uint8)


@pytest.fixture
def canvas() -> Canvas:
    return CANVAS
