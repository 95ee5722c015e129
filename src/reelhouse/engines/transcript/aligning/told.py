"""What the listening process is asked, and what it tells, as JSON."""

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from reelhouse.engines.forcing.types import Forced, WordAsked


@dataclass(frozen=True, slots=True)
class Voice:
    """Mono 16-bit samples in a file without a head, and the seconds of each word."""

    path: str
    sample_rate: int
    words: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Job:
    """`audio` is a mono WAV file of 16 kHz and 16 bits."""

    audio: str
    voices: tuple[Voice, ...] = ()
    words: tuple[WordAsked, ...] = ()


@dataclass(frozen=True, slots=True)
class Warped:
    """Seconds in the recording. `rank` is how many of all synthetic frames are nearer to what is heard than
    those of the word, 0 to 1; by chance alone about 0.3.
    """

    start: float
    end: float
    rank: float


@dataclass(frozen=True, slots=True)
class Recognised:
    """Seconds of a word, and the share of what it might have been that it is, 0 to 1."""

    text: str
    start: float
    end: float
    share: float


JOB: TypeAdapter[Job] = TypeAdapter(Job)
WARPED: TypeAdapter[tuple[Warped, ...]] = TypeAdapter(tuple[Warped, ...])
FORCED: TypeAdapter[tuple[Forced | None, ...]] = TypeAdapter(tuple[Forced | None, ...])
RECOGNISED: TypeAdapter[tuple[Recognised, ...]] = TypeAdapter(tuple[Recognised, ...])
