"""How a scene takes over from the last picture of the one before it."""

import cv2
import numpy as np

from reelhouse.media.composition import TransitionKind
from reelhouse.render.painting.easing import arriving, between, eased
from reelhouse.render.painting.painter import Painter
from reelhouse.render.painting.planes import Plane, Planes, blank

FEATHER = 96
"""Pixels over which a wipe mixes both pictures; even, and a power of two times three for round halves."""

LEAVING_ZOOM, COMING_ZOOM = 1.35, 1.14
"""How far the leaving picture grows in a zoom, and from what size the coming one settles."""


class Transitioned:
    """A painter whose first `frames` frames are mixed with the picture that leaves."""

    def __init__(self, coming: Painter, leaving: Planes, kind: TransitionKind, frames: int) -> None:
        self._coming = coming
        self._leaving = leaving
        self._mix = MIXES[kind]
        self._frames = frames
        self._inner = blank(leaving.width, leaving.height)
        self._handed_over = False

    def paint(self, frame: int, canvas: Planes) -> None:
        if frame < self._frames:
            self._coming.paint(frame, self._inner)
            self._mix(self._leaving, self._inner, canvas, (frame + 1) / (self._frames + 1))
            return
        if not self._handed_over:
            canvas.take(self._inner)
            self._handed_over = True
        self._coming.paint(frame, canvas)


def _dissolve(leaving: Planes, coming: Planes, canvas: Planes, share: float) -> None:
    share = eased(share)
    cv2.addWeighted(leaving.buffer, 1 - share, coming.buffer, share, 0, dst=canvas.buffer)


def _slide(leaving: Planes, coming: Planes, canvas: Planes, share: float) -> None:
    """The coming picture pushes the leaving one out to the left."""
    edge = canvas.width - 2 * round(canvas.width * arriving(share) / 2)
    for number, (old, new, shown) in enumerate(zip(leaving.all, coming.all, canvas.all, strict=True)):
        at = edge if number == 0 else edge // 2
        shown[:, :at] = old[:, shown.shape[1] - at :]
        shown[:, at:] = new[:, : shown.shape[1] - at]


def _wipe(leaving: Planes, coming: Planes, canvas: Planes, share: float) -> None:
    """A soft edge runs from left to right."""
    edge = 2 * round(between(-FEATHER, canvas.width, eased(share)) / 2)
    for number, (old, new, shown) in enumerate(zip(leaving.all, coming.all, canvas.all, strict=True)):
        at, soft = (edge, FEATHER) if number == 0 else (edge // 2, FEATHER // 2)
        left, right = max(0, at), min(shown.shape[1], at + soft)
        shown[:, :left] = new[:, :left]
        shown[:, right:] = old[:, right:]
        ramp = (1 - (np.arange(left, right) - at + 0.5) / soft).astype(np.float32)
        shown[:, left:right] = np.rint(old[:, left:right] * (1 - ramp) + new[:, left:right] * ramp)


def _zoom(leaving: Planes, coming: Planes, canvas: Planes, share: float) -> None:
    """The leaving picture flies past the camera, and the coming one settles behind it."""
    flown = between(1, LEAVING_ZOOM, eased(share))
    settled = between(COMING_ZOOM, 1, arriving(share))
    for old, new, shown in zip(leaving.all, coming.all, canvas.all, strict=True):
        cv2.addWeighted(
            _grown(old, flown), 1 - eased(share), _grown(new, settled), eased(share), 0, dst=shown
        )


def _grown(plane: Plane, factor: float) -> Plane:
    height, width = plane.shape
    size = round(width / factor), round(height / factor)
    window = cv2.getRectSubPix(plane, size, ((width - 1) / 2, (height - 1) / 2))
    return np.asarray(cv2.resize(window, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


MIXES = {
    TransitionKind.DISSOLVE: _dissolve,
    TransitionKind.SLIDE: _slide,
    TransitionKind.WIPE: _wipe,
    TransitionKind.ZOOM: _zoom,
}
