"""What a piece is to be like: the answer of reading its tags."""

from dataclasses import dataclass, field
from enum import StrEnum


class Singer(StrEnum):
    WOMAN = "woman"
    MAN = "man"
    DUET = "duet"
    CHOIR = "choir"


@dataclass(frozen=True, slots=True)
class Layer:
    """An instrument with the figure that it plays; it joins where a section's energy reaches `enters`."""

    instrument: str
    figure: str
    enters: float = 0.0


@dataclass(frozen=True, slots=True)
class Genre:
    """`tempo` is beats a minute (slowest, usual, fastest); `swing` delays every second eighth or sixteenth.

    `moods` are modes from which the seed chooses. `pump` is how far the kick pushes the rest down, `room` how
    much of it is heard, `drive` how loud the drums are in decibels beside what is usual.
    """

    name: str
    tempo: tuple[float, float, float]
    modes: tuple[str, ...]
    groove: str
    kit: str
    bass: Layer | None
    layers: tuple[Layer, ...]
    lead: str
    progressions: str = "pop"
    beats: int = 4
    swing: float = 0.0
    pump: float = 0.0
    room: float = 0.25
    drums: float = 0.0
    electronic: bool = False
    singer: Singer = Singer.WOMAN


@dataclass(frozen=True, slots=True)
class Sound:
    """How the whole is mixed. `width` is 1 for usual; `tape` and `vinyl` are shares; tilts are decibels."""

    width: float = 1.0
    pump: float | None = None
    punch: float = 0.0
    room: float = 1.0
    tape: float = 0.0
    vinyl: float = 0.0
    treble: float = 0.0
    low: float = 0.0
    drive: float = 0.0


@dataclass(frozen=True, slots=True)
class Style:
    """Everything that tags decide; what they leave open is None and chosen by genre and seed."""

    genre: Genre
    tempo: float | None = None
    pace: float = 1.0
    tonic: int | None = None
    mode: str | None = None
    beats: int = 4
    bass: Layer | None = None
    layers: tuple[Layer, ...] = ()
    lead: str = "piano"
    drums: bool = True
    energy: float = 0.0
    sound: Sound = field(default_factory=Sound)
    singer: Singer | None = None
    sings: bool = True
    speaks: bool = False
    alone: bool = False
    """Nobody plays but the singers."""

    understood: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_default: bool = False
    """No word told a genre or an instrument."""
