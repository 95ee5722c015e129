"""The port of everything that paints a scene."""

from typing import Protocol

from reelhouse.render.painting.planes import Planes


class Painter(Protocol):
    """Paints a scene frame by frame onto one canvas, touching only what changes.

    `paint` brings the canvas to `frame`, counted from the start of the scene. It may rely on the canvas
    showing what it painted last, and paints everything when it has painted nothing yet. Frames come in
    rising order, but some may be left out. Equal scenes give equal bytes.
    """

    def paint(self, frame: int, canvas: Planes) -> None: ...
