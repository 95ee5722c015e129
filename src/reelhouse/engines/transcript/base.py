"""The port of the transcript family."""

from typing import Protocol

from reelhouse.engines.transcript.types import Heard, TranscriptRequest


class TranscriptEngine(Protocol):
    """Hears the words of a recording. Raises `EngineUnavailable` or `EngineRefused`."""

    async def hear(self, request: TranscriptRequest) -> Heard: ...
