"""Words heard by the models of fal and Replicate, which tell them in a few related forms."""

import asyncio
from collections.abc import Iterator

from pydantic import AliasChoices, BaseModel, Field, ValidationError

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.hosted.fal import Fal
from reelhouse.engines.hosted.model import HostedModel, Service
from reelhouse.engines.hosted.replicate import Replicate
from reelhouse.engines.hosted.wishes import File, Wishes
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

UNTOLD = 0.5  # confidence of a word that came without one
MOST_HINT = 800  # characters of a known text; Whisper reads the last 224 tokens


class Piece(BaseModel, allow_inf_nan=False):
    """A word, or a stretch of several. Its times stand in `timestamp`, or in `start` and `end`."""

    text: str = Field(default="", validation_alias=AliasChoices("text", "word"))
    start: float | None = None
    end: float | None = None
    timestamp: tuple[float | None, float | None] | None = None
    confidence: float | None = Field(
        default=None, validation_alias=AliasChoices("confidence", "probability", "score")
    )
    words: list["Piece"] | None = None

    @property
    def span(self) -> tuple[float | None, float | None]:
        return self.timestamp or (self.start, self.end)


class Transcription(BaseModel):
    text: str = Field(default="", validation_alias=AliasChoices("text", "transcription"))
    words: list[Piece] | None = None
    chunks: list[Piece] | None = None
    segments: list[Piece] | None = None


def fal(settings: EngineSettings, _tools: Tools) -> "HostedTranscript":
    return HostedTranscript(Fal("transcript", settings), settings)


def replicate(settings: EngineSettings, _tools: Tools) -> "HostedTranscript":
    return HostedTranscript(Replicate("transcript", settings), settings)


class HostedTranscript:
    """Hears by one model of `service`."""

    def __init__(self, service: Service, settings: EngineSettings) -> None:
        self.name = service.name
        self._model = HostedModel(service, "transcript", settings)

    async def hear(self, request: TranscriptRequest) -> Heard:
        """With a given text its words, anchored to those that were recognised.

        Raises `EngineRefused` for a model that tells no times.
        """
        check_text(self.name, request)
        duration = await asyncio.to_thread(duration_of, self.name, request.audio)
        made = await self._model.made(await asyncio.to_thread(_wishes, request))
        try:
            told = Transcription.model_validate(made.result)
        except ValidationError:
            raise EngineUnavailable(
                self.name, "it answered with something else than a transcription"
            ) from None
        pieces = told.words or told.chunks or told.segments or []
        if told.text.strip() and not pieces:
            raise EngineRefused(self.name, "the model tells no times of what it heard; choose another")
        words = [word for piece in pieces for word in _words(piece, float(duration))]
        return await asyncio.to_thread(heard_from, request, words, duration, made.notes)

    async def check(self) -> str:
        return await self._model.check()


def _wishes(request: TranscriptRequest) -> Wishes:
    recording = File(request.audio.read_bytes(), "audio/wav", "recording.wav")
    return Wishes(
        {
            "language": request.language.lower().partition("-")[0],
            "hint": " ".join((request.text or "").split())[-MOST_HINT:],
            "model": request.model,
        },
        {"audio": [recording]},
    )


def _words(piece: Piece, duration: float) -> Iterator[RoughWord]:
    """A stretch without times of its words is shared among them, by their letters."""
    if piece.words:
        for word in piece.words:
            yield from _words(word, duration)
        return
    start, end = piece.span
    if start is None or not piece.text.strip():
        return
    start = min(max(start, 0.0), duration)
    end = duration if end is None else min(max(end, start), duration)
    confidence = UNTOLD if piece.confidence is None else piece.confidence
    yield from shared_out(piece.text, start, end, confidence)
