"""A piece on paper: sections with their chords, and parts with their notes."""

from dataclasses import dataclass
from enum import StrEnum

from reelhouse.engines.music.composing.harmony import Chord
from reelhouse.engines.music.songs.reading.lyrics import Kind

STEPS = 4  # sixteenths to a beat; every time on paper is a number of them


class Role(StrEnum):
    DRUMS = "drums"
    BASS = "bass"
    CHORDS = "chords"
    LEAD = "lead"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Note:
    """`start` and `length` in sixteenths from the beginning, `pitch` as MIDI number, `velocity` up to 1."""

    start: float
    length: float
    pitch: int
    velocity: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A stroke on a drum, by the name of its piece."""

    start: float
    piece: str
    velocity: float


@dataclass(frozen=True, slots=True)
class Part:
    """What one instrument plays from beginning to end."""

    role: Role
    instrument: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    chord: Chord
    voices: tuple[int, ...]
    """The chord as pitches in the middle of the keyboard."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A section with its bars; `energy` from 0 to 1 decides who plays, and how hard.

    `lines` are numbers of lyric lines that are sung in it. `turn` counts sections of its kind.
    """

    name: str
    kind: Kind
    first: int
    bars: tuple[Bar, ...]
    energy: float
    lines: tuple[int, ...] = ()
    turn: int = 0
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class SungNote:
    """A syllable of a lyric line on its note."""

    line: int
    syllable: int
    note: Note


@dataclass(frozen=True, slots=True)
class Score:
    """`pulse` are the starts of the beats on which the kick makes room, in sixteenths."""

    passages: tuple[Passage, ...]
    parts: tuple[Part, ...]
    hits: tuple[Hit, ...]
    sung: tuple[SungNote, ...]
    steps: int
    """Of one bar."""

    ending: int
    """The sixteenth on which the last chord falls."""
