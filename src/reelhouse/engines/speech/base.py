"""The ports of speech: narration with times, and voices by description or example."""

from typing import Protocol

from reelhouse.engines.speech.types import CloneRequest, DescribedRequest, Speech, SpeechRequest, Spoken


class SpeechEngine(Protocol):
    """Turns text into speech with times.

    Every token of ``request.text.split()`` has exactly one word in the timing, in order, with spans
    that do not overlap. Raises `EngineUnavailable` or `EngineRefused`. Equal requests give equal
    recordings on deterministic backends.
    """

    name: str

    async def speak(self, request: SpeechRequest) -> Speech: ...


class VoiceEngine(Protocol):
    """Speaks in voices that nobody has cast. A backend has the methods that its abilities name.

    Raises `EngineUnavailable` or `EngineRefused`.
    """

    async def describe(self, request: DescribedRequest) -> Spoken:
        """Ability ``describe``: a voice that fits a description."""
        ...

    async def clone(self, request: CloneRequest) -> Spoken:
        """Ability ``clone``: the voice of a recording."""
        ...
