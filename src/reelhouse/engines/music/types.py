"""What music engines take and give."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Mood(StrEnum):
    CHILL = "chill"
    ENERGETIC = "energetic"
    CORPORATE = "corporate"
    DRAMATIC = "dramatic"
    UPBEAT = "upbeat"


@dataclass(frozen=True, slots=True)
class MusicRequest:
    """A bed of `mood` that lasts exactly `duration` seconds and ends on purpose. Equal seeds, equal music."""

    mood: Mood
    duration: Fraction
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Track:
    """Stereo interleaved 16-bit PCM samples."""

    pcm: bytes
    sample_rate: int
    engine: str
