"""Things that lie over a scene: each draws itself anew onto every frame of what is below."""

from collections.abc import Sequence
from typing import Protocol

from reelhouse.render.painting.painter import Painter
from reelhouse.render.painting.planes import Planes, blank


class Layer(Protocol):
    """Lays itself over a canvas that shows the same frame without it."""

    def lay(self, frame: int, canvas: Planes) -> None: ...


class Layered:
    """A painter with layers over it; what is below keeps a canvas of its own, as it repaints only parts."""

    def __init__(self, below: Painter, layers: Sequence[Layer], width: int, height: int) -> None:
        self._below = below
        self._layers = tuple(layers)
        self._canvas = blank(width, height)

    def paint(self, frame: int, canvas: Planes) -> None:
        self._below.paint(frame, self._canvas)
        canvas.take(self._canvas)
        for layer in self._layers:
            layer.lay(frame, canvas)
