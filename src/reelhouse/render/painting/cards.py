"""A closing card comes in: it settles from slightly too large, over its own blurred colours."""

import cv2
import numpy as np

from reelhouse.render.painting.easing import arriving, between, eased
from reelhouse.render.painting.planes import Plane, Planes, blank

ENTRANCE_ZOOM = 1.07
SOFTENING = 24
"""The card fades in over a picture of itself that is blurred by this much, so that no frame is ever black."""


class CardPainter:
    """Paints `card`, a picture of the whole canvas, which comes in within `entrance` frames."""

    def __init__(self, card: Planes, entrance: int) -> None:
        self._card = card
        self._entrance = entrance
        self._ground = _blurred(card)
        self._settled = False

    def paint(self, frame: int, canvas: Planes) -> None:
        if frame >= self._entrance:
            if not self._settled:
                canvas.take(self._card)
                self._settled = True
            return
        share = (frame + 1) / (self._entrance + 1)
        zoom = between(ENTRANCE_ZOOM, 1, arriving(share))
        seen = eased(share)
        for card, ground, shown in zip(self._card.all, self._ground.all, canvas.all, strict=True):
            cv2.addWeighted(_nearer(card, zoom), seen, ground, 1 - seen, 0, dst=shown)


def _blurred(card: Planes) -> Planes:
    ground = blank(card.width, card.height)
    for source, target in zip(card.all, ground.all, strict=True):
        height, width = source.shape
        small = cv2.resize(
            source, (max(2, width // SOFTENING), max(2, height // SOFTENING)), interpolation=cv2.INTER_AREA
        )
        soft = cv2.GaussianBlur(small, (0, 0), 2)
        cv2.resize(soft, (width, height), dst=target, interpolation=cv2.INTER_CUBIC)
    return ground


def _nearer(plane: Plane, zoom: float) -> Plane:
    """The same picture, seen from so much nearer."""
    height, width = plane.shape
    move = np.array([[zoom, 0, (1 - zoom) * (width - 1) / 2], [0, zoom, (1 - zoom) * (height - 1) / 2]])
    return np.asarray(cv2.warpAffine(plane, move, (width, height), flags=cv2.INTER_LINEAR), np.uint8)
