"""What lies over a picture and moves on its own: only what changes is painted again."""

from collections.abc import Sequence
from typing import Protocol

from reelhouse.render.painting.planes import Planes
from reelhouse.render.screens.sampling import Window
from reelhouse.render.screens.sights import Sight


class Overlay(Protocol):
    """Something over the picture that changes with time, or with what the camera sees."""

    def state(self, frame: int, sight: Sight) -> object:
        """Equal for frames in which it looks the same; None where it is not seen."""

    def lay(self, frame: int, sight: Sight, canvas: Planes) -> Window:
        """Lay itself over the picture; the answer holds every pixel that it touched."""


class Overlays:
    """Overlays in their order, the lowest first."""

    def __init__(self, overlays: Sequence[Overlay]) -> None:
        self._overlays = overlays
        self._states: tuple[object, ...] | None = None
        self._touched: list[Window] = []

    def paint(self, frame: int, sight: Sight, below: Planes, canvas: Planes, *, changed: bool) -> None:
        """Bring a canvas to `frame`; `changed` says that what is below is not what it was last time."""
        states = tuple(overlay.state(frame, sight) for overlay in self._overlays)
        if changed or self._states is None:
            canvas.take(below)
        elif states == self._states:
            return
        else:
            for window in self._touched:
                width, height = window.right - window.left, window.bottom - window.top
                canvas.take_part(below, window.left, window.top, width, height)
        self._states = states
        self._touched = [
            overlay.lay(frame, sight, canvas)
            for overlay, state in zip(self._overlays, states, strict=True)
            if state is not None
        ]
