"""What transcript engines take and give."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from reelhouse.media.time import Span


@dataclass(frozen=True, slots=True)
class TranscriptRequest:
    """Find the words of `audio`, a mono WAV file of 16 kHz and 16 bits.

    With `text` they are known, and only their times are asked for; without it they are recognised. `language`
    is an ISO 639-1 code such as ``en``. `model` is a wish that a backend may not know.
    """

    audio: Path
    language: str = "en"
    text: str | None = None
    model: str = ""


@dataclass(frozen=True, slots=True)
class HeardWord:
    """One word as it is written. `confidence` is 0 to 1."""

    text: str
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Heard:
    """With a given text, exactly its tokens (``text.split()``) in order, with spans that do not overlap.

    `method` names how the times were found, such as ``forced-alignment``, ``synthesis-warping``,
    ``recognition`` or ``anchoring``; `scores` tell how well each method that was tried did, 0 to 1.
    """

    words: tuple[HeardWord, ...]
    language: str
    duration: Fraction
    method: str
    scores: dict[str, float]
    notes: tuple[str, ...] = ()
