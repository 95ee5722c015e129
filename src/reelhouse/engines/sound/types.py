"""What sound engines take and give."""

from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class SoundRequest:
    """Make the sound that `prompt` describes, exactly `duration` seconds (1 to 30) of it.

    `variety` is how far a sampling backend may stray (its top-k); equal seeds give equal sounds.
    """

    prompt: str
    duration: Fraction
    seed: int = 0
    variety: int | None = None
    most_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class Sound:
    """Stereo interleaved 16-bit PCM samples, ``round(duration * sample_rate)`` frames.

    `understood` are the recipes or words that are heard in it, `notes` honest sentences about the rest.
    """

    pcm: bytes = field(repr=False)
    sample_rate: int
    understood: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
