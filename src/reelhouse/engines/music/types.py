"""What music engines take and give."""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction


class Mood(StrEnum):
    CHILL = "chill"
    ENERGETIC = "energetic"
    CORPORATE = "corporate"
    DRAMATIC = "dramatic"
    UPBEAT = "upbeat"


class Feel(StrEnum):
    """How a mood is played: an engine keeps the mood, and changes tempo, density or colour."""

    PLAIN = "plain"
    DRIVING = "driving"
    GENTLE = "gentle"
    STEADY = "steady"
    TENSE = "tense"


@dataclass(frozen=True, slots=True)
class MusicRequest:
    """A bed of `mood` that lasts exactly `duration` seconds and ends on purpose. Equal seeds, equal music."""

    mood: Mood
    duration: Fraction
    seed: int = 0
    feel: Feel = Feel.PLAIN


@dataclass(frozen=True, slots=True)
class SongRequest:
    """A piece of music in the manner of `tags` (words with commas), exactly `duration` seconds (15 to 240).

    `lyrics` have one line each, and marks such as ``[Chorus]`` before their sections; without them the piece
    is instrumental. `polish` asks for as much work as the engine knows to put in. Equal seeds, equal music.
    """

    tags: str
    duration: Fraction
    lyrics: str = ""
    language: str = "en"
    seed: int = 0
    polish: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a piece, from `start` to `end` seconds, such as ``Chorus``."""

    name: str
    start: Fraction
    end: Fraction


@dataclass(frozen=True, slots=True)
class Song:
    """Stereo interleaved 16-bit PCM samples, ``round(duration * sample_rate)`` frames.

    `understood` are the tags that shaped it (genre, tempo, key, instruments), `notes` honest sentences about
    the rest.
    """

    pcm: bytes = field(repr=False)
    sample_rate: int
    sections: tuple[Section, ...] = ()
    understood: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Track:
    """Stereo interleaved 16-bit PCM samples."""

    pcm: bytes = field(repr=False)  # whoever prints a track, or a task that made one, has no use for it
    sample_rate: int
    engine: str
