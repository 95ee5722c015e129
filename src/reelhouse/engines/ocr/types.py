"""What readers take and give."""

from dataclasses import dataclass, field

from reelhouse.engines.tools import Frame
from reelhouse.media.screens import Area


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """Read what is written in `picture`: rows, columns, and red, green, blue."""

    picture: Frame = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line as it stands: where, its words, and how sure its reader is (0-1)."""

    area: Area
    words: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a picture from its top, and the engine that read them."""

    lines: tuple[ReadLine, ...]
    engine: str
