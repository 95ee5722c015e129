"""The port of the music family."""

from typing import Protocol

from reelhouse.engines.music.types import MusicRequest, Track


class MusicEngine(Protocol):
    """Composes instrumental beds. Raises `EngineUnavailable` or `EngineRefused`."""

    name: str

    async def compose(self, request: MusicRequest) -> Track: ...
