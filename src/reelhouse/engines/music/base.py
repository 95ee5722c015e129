"""The ports of music: beds below a voice, and pieces of their own."""

from typing import Protocol

from reelhouse.engines.music.types import MusicRequest, Song, SongRequest, Track


class MusicEngine(Protocol):
    """Composes instrumental beds. Raises `EngineUnavailable` or `EngineRefused`."""

    name: str

    async def compose(self, request: MusicRequest) -> Track: ...


class SongEngine(Protocol):
    """Composes whole pieces. Raises `EngineUnavailable` or `EngineRefused`."""

    async def create(self, request: SongRequest) -> Song: ...
