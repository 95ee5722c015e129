"""What one slide shows and says."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PIL import Image

from reelhouse.media.composition import Canvas, Livery
from reelhouse.media.screens import Area, Device
from reelhouse.render.screens.geometry import Rect


class SlideKind(StrEnum):
    """A hook stops the thumb, a feature shows one thing, a call says what to do next."""

    HOOK = "hook"
    FEATURE = "feature"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class ShownScreen:
    """A screenshot on a device; `looked_at` is the part of it that the slide is about, framed if `marked`."""

    path: Path
    device: Device
    looked_at: Area | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Slide:
    """Slide `number` (from 1) `of` so many. `brand` is written where there is no `logo`.

    `button` is what a call asks for; without one it has an arrow.
    """

    kind: SlideKind
    canvas: Canvas
    livery: Livery
    number: int
    of: int
    headline: str
    kicker: str = ""
    body: str = ""
    button: str = ""
    brand: str = ""
    screen: ShownScreen | None = None
    logo: Path | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A slide as pixels (RGB), and where its words stand."""

    picture: Image.Image
    words: tuple[Rect, ...]
