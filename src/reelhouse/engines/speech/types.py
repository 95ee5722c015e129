"""What speech engines take and give."""

from dataclasses import dataclass, field
from enum import StrEnum

from pydantic.dataclasses import dataclass as checked

from reelhouse.media.speech import Timing


class VoiceGender(StrEnum):
    FEMALE = "female"
    MALE = "male"


@checked(frozen=True, slots=True)
class Voice:
    """A voice in terms that every backend can follow; `voice_id` is stable for ever.

    `timbre` names a variant of the builtin synthesiser (``f3``, ``m7`` …); `pitch` and `pitch_range`
    are 0–100 with 50 as the neutral middle; `pace` multiplies the natural speaking rate.
    """

    voice_id: str
    gender: VoiceGender
    timbre: str
    pitch: int = 50
    pitch_range: int = 50
    pace: float = 1.0


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """Say `text` with `voice`. `speed` multiplies the natural rate of 2.5 words a second (0.5–2.0)."""

    text: str
    voice: Voice
    language: str = "en-us"
    speed: float = 1.0
    pitch_shift: int = 0
    pitch_range_shift: int = 0


@dataclass(frozen=True, slots=True)
class Speech:
    """A recording as mono 16-bit PCM samples, with word and phoneme times."""

    pcm: bytes = field(repr=False)
    sample_rate: int
    timing: Timing
    engine: str


@dataclass(frozen=True, slots=True)
class DescribedRequest:
    """Say `text` in a voice that fits `description`; equal seeds, equal voice."""

    text: str
    description: str
    language: str = "en-us"
    seed: int = 0


@dataclass(frozen=True, slots=True)
class CloneRequest:
    """Say `text` in the voice of `reference`, a mono WAV file of at most ten seconds that says `transcript`.

    `most_tokens` bounds how long a sampling backend may go on.
    """

    text: str
    reference: bytes
    transcript: str
    language: str = "en-us"
    seed: int = 0
    most_tokens: int = 384


@dataclass(frozen=True, slots=True)
class Spoken:
    """A recording as mono 16-bit PCM samples; `understood` and `notes` tell what became of a description."""

    pcm: bytes = field(repr=False)
    sample_rate: int
    understood: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
