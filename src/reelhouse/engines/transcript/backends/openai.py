"""Words heard by OpenAI, or any server that speaks its ``/audio/transcriptions`` (speaches, LocalAI, vLLM …).

Source: https://platform.openai.com/docs/api-reference/audio/createTranscription
"""

import asyncio
import math
from collections.abc import Iterator

from pydantic import BaseModel, ValidationError

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.transcript.recognised import (
    RoughWord,
    check_text,
    duration_of,
    heard_from,
    shared_out,
)
from reelhouse.engines.transcript.types import Heard, TranscriptRequest
from reelhouse.engines.vendor import Answer, Attachment, Vendor

DEFAULT_URL = "https://api.openai.com/v1"
DEFAULT_MODEL = "whisper-1"  # the one model of OpenAI that tells the times of words
MOST_PROMPT = 800  # characters; the model reads the last 224 tokens of it
UNTOLD = 0.5  # confidence of a word that came without one
LONGEST_SECONDS = 100_000.0
NO_WORD_TIMES = "The server tells the times of sentences only; words share them by their letters."


class TimedWord(BaseModel, allow_inf_nan=False):
    """OpenAI tells no probability of a word; servers with faster-whisper do."""

    word: str
    start: float
    end: float
    probability: float | None = None


class Segment(BaseModel, allow_inf_nan=False):
    text: str = ""
    start: float
    end: float
    avg_logprob: float | None = None

    @property
    def confidence(self) -> float:
        return math.exp(min(self.avg_logprob, 0.0)) if self.avg_logprob is not None else UNTOLD


class Transcription(BaseModel):
    """The format ``verbose_json``."""

    text: str
    words: list[TimedWord] | None = None
    segments: list[Segment] | None = None


def build(settings: EngineSettings, _tools: Tools) -> "OpenAITranscript":
    return OpenAITranscript(settings)


class OpenAITranscript:
    """Hears by ``POST {url}/audio/transcriptions``."""

    name = "openai"

    def __init__(self, settings: EngineSettings) -> None:
        key = settings.key.get_secret_value() if settings.key else ""
        self._settings = settings
        self._url = (settings.url or DEFAULT_URL).rstrip("/")
        self._vendor = Vendor(
            self.name, "transcript", settings, {"Authorization": f"Bearer {key}"} if key else {}
        )

    async def hear(self, request: TranscriptRequest) -> Heard:
        """With a given text its words, anchored to those that were recognised.

        Raises `EngineRefused` also when the answer is no transcription.
        """
        check_text(self.name, request)
        duration = await asyncio.to_thread(duration_of, self.name, request.audio)
        recording = await asyncio.to_thread(request.audio.read_bytes)
        answer = await self._vendor.post_form(
            f"{self._url}/audio/transcriptions",
            self._fields(request),
            [Attachment("file", "recording.wav", recording, "audio/wav")],
        )
        told = self._transcription(answer)
        if told.words is not None:
            return await asyncio.to_thread(heard_from, request, _words(told), duration)
        if told.segments or not told.text.strip():
            shared = [word for part in told.segments or () for word in _of(part)]
            return await asyncio.to_thread(heard_from, request, shared, duration, (NO_WORD_TIMES,))
        raise EngineRefused(self.name, "its answer has no times; choose a model that knows verbose_json")

    async def check(self) -> str:
        await self._vendor.get(f"{self._url}/models")
        return f"{self._url} lists its models"

    def _fields(self, request: TranscriptRequest) -> dict[str, str | list[str]]:
        fields: dict[str, str | list[str]] = {
            "model": request.model or self._settings.model or DEFAULT_MODEL,
            "response_format": "verbose_json",
            "timestamp_granularities[]": ["word", "segment"],
            "temperature": "0",
        }
        if request.language:
            fields["language"] = request.language.partition("-")[0]
        if request.text:
            told = " ".join(request.text.replace("\0", " ").split())[-MOST_PROMPT:]
            fields["prompt"] = told.encode(errors="replace").decode()
        return fields

    def _transcription(self, answer: Answer) -> Transcription:
        try:
            return Transcription.model_validate_json(answer.content)
        except ValidationError:
            raise EngineRefused(self.name, "it answered with something else than a transcription") from None


def _words(told: Transcription) -> Iterator[RoughWord]:
    """Each with its own probability, or that of the segment in which it starts."""
    segments = told.segments or []
    for word in told.words or ():
        confidence = word.probability
        if confidence is None:
            around = [part.confidence for part in segments if part.start <= word.start < part.end]
            confidence = around[0] if around else UNTOLD
        yield RoughWord(word.word, _bounded(word.start), _bounded(word.end), confidence)


def _of(part: Segment) -> Iterator[RoughWord]:
    return shared_out(part.text, _bounded(part.start), _bounded(part.end), part.confidence / 2)


def _bounded(seconds: float) -> float:
    return min(max(seconds, 0.0), LONGEST_SECONDS)
