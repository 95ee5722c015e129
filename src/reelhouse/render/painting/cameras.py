"""A camera over a still picture: smooth to a fraction of a pixel, which `zoompan` is not.

A window is cut out with sub-pixel accuracy, then brought to the size of the canvas, plane by plane.
"""

import cv2

from reelhouse.media.composition import Camera, View
from reelhouse.render.painting.easing import between, gliding
from reelhouse.render.painting.planes import Plane, Planes


class PicturePainter:
    """Moves over `picture`, which has the shape of the canvas and is at least as large.

    A view that would look over the picture's edge is moved back inside.
    """

    def __init__(self, picture: Planes, camera: Camera, frames: int) -> None:
        self._picture = picture
        self._camera = camera
        self._last = max(1, frames - 1)
        self._shown: View | None = None

    def paint(self, frame: int, canvas: Planes) -> None:
        view = self._view(frame)
        if view == self._shown:
            return
        self._shown = view
        if view == View() and (canvas.width, canvas.height) == (self._picture.width, self._picture.height):
            canvas.take(self._picture)
            return
        for source, target in zip(self._picture.all, canvas.all, strict=True):
            _look(source, target, view)

    def _view(self, frame: int) -> View:
        share = gliding(frame / self._last)
        start, end = self._camera.start, self._camera.end
        zoom = start.zoom * (end.zoom / start.zoom) ** share
        margin = 0.5 / zoom
        x, y = between(start.x, end.x, share), between(start.y, end.y, share)
        return View(min(max(x, margin), 1 - margin), min(max(y, margin), 1 - margin), zoom)


def _look(source: Plane, target: Plane, view: View) -> None:
    """Show the part of `source` that `view` sees, as large as `target`."""
    height, width = source.shape
    size = round(width / view.zoom), round(height / view.zoom)
    # Pixels have centres: the middle of a picture four pixels wide lies at 1.5.
    centre = view.x * width - 0.5, view.y * height - 0.5
    window = cv2.getRectSubPix(source, size, centre)
    cv2.resize(window, (target.shape[1], target.shape[0]), dst=target, interpolation=cv2.INTER_LINEAR)


def most_zoom(camera: Camera) -> float:
    return max(camera.start.zoom, camera.end.zoom)
