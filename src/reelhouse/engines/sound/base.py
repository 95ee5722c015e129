"""The port of the sound family."""

from typing import Protocol

from reelhouse.engines.sound.types import Sound, SoundRequest


class SoundEngine(Protocol):
    """Makes sound effects. Raises `EngineUnavailable` or `EngineRefused`."""

    async def make(self, request: SoundRequest) -> Sound: ...
