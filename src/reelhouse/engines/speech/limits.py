"""What every voice engine refuses before it does anything."""

import io
import wave

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.speech.tokens import reading_of
from reelhouse.engines.speech.types import CloneRequest, DescribedRequest

BYTES = 2  # of a sample


def check(engine: str, request: DescribedRequest | CloneRequest) -> None:
    """Raises `EngineRefused` for a text in which nothing can be said, and a recording that is none."""
    if reading_of(request.text).is_silent:
        raise EngineRefused(engine, "there is nothing in the text that can be said")
    if isinstance(request, DescribedRequest):
        return
    if request.most_tokens < 1:
        raise EngineRefused(engine, f"with {request.most_tokens} tokens nothing can be said")
    if not _is_recording(request.reference):
        raise EngineRefused(engine, "the recording of the voice is no WAV file with one channel of 16 bits")


def said(text: str) -> str:
    """`text` as it survives JSON and its way through Unicode."""
    return text.replace("\0", " ").encode(errors="replace").decode()


def _is_recording(content: bytes) -> bool:
    try:
        with wave.open(io.BytesIO(content), "rb") as file:
            form = (file.getnchannels(), file.getsampwidth())
            return form == (1, BYTES) and file.getnframes() > 0
    except (wave.Error, EOFError):
        return False
