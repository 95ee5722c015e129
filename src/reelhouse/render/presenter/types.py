"""What the presenter's drawing and acting hand to the renderer."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Mouth(StrEnum):
    """Ten mouth shapes; the order is that of a sheet's columns."""

    REST = "rest"
    CLOSED = "closed"  # m b p
    WIDE = "wide"  # ɑ
    OPEN = "open"  # æ ʌ ə
    SMILE = "smile"  # i e
    ROUND = "round"  # o ɔ
    PUCKER = "pucker"  # u w
    BITE = "bite"  # f v
    TONGUE = "tongue"  # l θ ð
    TEETH = "teeth"  # s t d n k


class Eyes(StrEnum):
    """Five eye states; the order is that of a sheet's rows."""

    OPEN = "open"
    HALF = "half"
    CLOSED = "closed"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Box:
    """Pixels; x and y are of the upper left corner."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Stage:
    """A presenter drawn for one canvas, as files that ffmpeg composes.

    `scene` is an opaque RGB picture of the whole canvas: backdrop and body without the head. `heads` is
    an RGBA sheet of ``len(Mouth)`` columns and ``len(Eyes)`` rows of cells as large as `head`, which says
    where a cell lies on the canvas at rest. Captions keep clear of `face`.
    """

    scene: Path
    heads: Path
    head: Box
    face: Box


@dataclass(frozen=True, slots=True)
class Pose:
    """What one frame shows; `dx` and `dy` move the head in whole pixels from its rest."""

    mouth: Mouth
    eyes: Eyes
    dx: int = 0
    dy: int = 0
