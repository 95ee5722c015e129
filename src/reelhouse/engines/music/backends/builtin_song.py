"""The builtin composer of songs: a band, a singer and a studio made of rules. No samples, no model."""

import asyncio

from reelhouse.engines.music.songs.limits import check
from reelhouse.engines.music.types import Song, SongRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools


def build(_settings: EngineSettings, tools: Tools) -> "BuiltinSong":
    return BuiltinSong(tools)


class BuiltinSong:
    """Composes at 44.1 kHz and -14 LUFS; equal requests give equal songs.

    Lyrics are sung by the voice that is borrowed from the speech room; without one an instrument plays the
    tune, and a note says so.
    """

    name = "builtin"

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    async def create(self, request: SongRequest) -> Song:
        """Exactly ``round(duration * 44100)`` frames.

        Raises `EngineRefused` below 15 s, above 240 s and for endless texts, and `EngineUnavailable` when the
        voice does not answer.
        """
        check(self.name, request)
        from reelhouse.engines.music.songs.rehearsing import rehearsed  # noqa: PLC0415 - only when it composes

        rehearsal = await rehearsed(request, self._tools)
        return await asyncio.to_thread(rehearsal.performed)
