"""A scene before it is made: what decides its pixels, who paints it, and the pieces that it is kept in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reelhouse.media.composition import Canvas
from reelhouse.render.captions.stickers import Sticker
from reelhouse.render.checks import SceneExpectation
from reelhouse.render.painting.painter import Painter


@dataclass(frozen=True, slots=True)
class CaptionTrack:
    """A subtitle file whose time starts with its scene, the fonts that it needs, and emoji to lay over it."""

    text: str
    fonts: tuple[Path, ...]
    stickers: tuple[Sticker, ...] = ()


@dataclass(frozen=True, slots=True)
class PiecePlan:
    """The part of a scene that is encoded, examined and kept by itself, from its frame `first` on.

    `recipe` decides its pixels, captions aside; `promised` is what an examiner of its file is told to look
    for, with frames counted from the start of the piece.
    """

    first: int
    frames: int
    recipe: str
    promised: SceneExpectation

    @property
    def end(self) -> int:
        return self.first + self.frames


@dataclass(frozen=True, slots=True)
class ScenePlan:
    """All that makes one scene. `painter` builds who paints it from some frame on, where a piece begins.

    The frames in which it takes over from the scene before it are a piece of their own, so that what
    follows them is known again whatever came before.
    """

    name: str
    canvas: Canvas
    painter: Callable[[int], Painter]
    pieces: tuple[PiecePlan, ...]
    captions: CaptionTrack | None = None
    warnings: tuple[str, ...] = ()

    @property
    def frames(self) -> int:
        return sum(piece.frames for piece in self.pieces)
