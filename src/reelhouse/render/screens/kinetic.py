"""Large words over a scene: they rise out of nothing one after the other."""

import numpy as np

from reelhouse.render.painting.planes import Planes, blank
from reelhouse.render.painting.sprites import Sprite, sprite_from_planes
from reelhouse.render.screens.entrances import Entrance
from reelhouse.render.screens.floating import NOTHING, together
from reelhouse.render.screens.lettering import Lettering
from reelhouse.render.screens.sampling import Window
from reelhouse.render.screens.sights import Sight

STAGGER_SECONDS = 0.11
RISE = 0.45
"""Em from which a word rises."""

VEIL = 0.95
VEIL_FULL, VEIL_END = 1.0, 1.6
"""The veil is whole down to the foot of the words, and gone at so many times that height."""


class Words:
    """Letters that come in with `entrance`; with a `veil` they are read over anything."""

    def __init__(self, lettering: Lettering, entrance: Entrance, veil: Sprite | None = None) -> None:
        self._lettering = lettering
        self._entrance = entrance
        self._veil = veil

    def state(self, frame: int, _sight: Sight) -> object:
        if not self._entrance.shows(frame):
            return None
        return frame if self._entrance.moves(frame, len(self._lettering.pieces)) else "stands"

    def lay(self, frame: int, _sight: Sight, canvas: Planes) -> Window:
        seen = self._entrance.seen(frame)
        touched = self._lay_veil(min(self._entrance.share(frame), seen), canvas)
        for place, piece in enumerate(self._lettering.pieces):
            share = self._entrance.share(frame, place)
            rise = (1 - share) * RISE * self._lettering.size
            touched = together(
                touched, piece.drawing.lay(canvas, piece.x, piece.y + rise, opacity=share * seen)
            )
        return touched

    def _lay_veil(self, share: float, canvas: Planes) -> Window:
        if self._veil is None:
            return NOTHING
        veil = self._veil if share >= 1 else self._veil.faded(share)
        veil.lay(canvas, 0, 0)
        return Window(0, 0, veil.width, veil.height)


def veil_for(ground: Planes, foot: float) -> Sprite:
    """The ground itself comes down from the upper edge, whole to `foot` pixels and then less and less."""
    height = min(ground.height, 2 * round(foot * VEIL_END / 2))
    down = np.arange(height, dtype=np.float64) / foot
    share = np.clip((VEIL_END - down) / (VEIL_END - VEIL_FULL), 0, 1)
    share = share * share * (3 - 2 * share) * VEIL
    column = np.rint(share * 255).astype(np.uint8)[:, None]
    part = blank(ground.width, height)
    for plane, whole in zip(part.all, ground.all, strict=True):
        plane[:] = whole[: plane.shape[0]]
    return sprite_from_planes(part, np.ascontiguousarray(np.broadcast_to(column, (height, ground.width))))
