"""What presenter engines take and give."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class PresenterRequest:
    """Make the person of `portrait` (PNG) say `audio` (WAV), as moving pictures that last `seconds`.

    `width`, `height` (pixels) and `fps` are wished for; an engine may answer with its own. `prompt` describes
    manner and mood. Requests with an equal `key` are the same piece of work, and may be answered once.
    """

    portrait: bytes
    audio: bytes
    seconds: Fraction
    width: int
    height: int
    fps: int
    prompt: str | None
    key: str


@dataclass(frozen=True, slots=True)
class Performance:
    """An MP4 or WebM file whose pictures last as long as the request's `seconds`; its sound is not used."""

    video: bytes
    engine: str
