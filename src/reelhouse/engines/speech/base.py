"""The port of the speech family."""

from typing import Protocol

from reelhouse.engines.speech.types import Speech, SpeechRequest


class SpeechEngine(Protocol):
    """Turns text into speech with times.

    Every token of ``request.text.split()`` has exactly one word in the timing, in order, with spans
    that do not overlap. Raises `EngineUnavailable` or `EngineRefused`. Equal requests give equal
    recordings on deterministic backends.
    """

    name: str

    async def speak(self, request: SpeechRequest) -> Speech: ...
