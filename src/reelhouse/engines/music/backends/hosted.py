"""Pieces of music by the models of fal and Replicate, cut to the sample."""

import asyncio

from reelhouse.engines.hosted.fal import Fal
from reelhouse.engines.hosted.kinds import SOUND
from reelhouse.engines.hosted.model import HostedModel, Service
from reelhouse.engines.hosted.replicate import Replicate
from reelhouse.engines.hosted.wishes import Wishes
from reelhouse.engines.music.songs.limits import check
from reelhouse.engines.music.types import Song, SongRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools


def fal(settings: EngineSettings, _tools: Tools) -> "HostedSong":
    return HostedSong(Fal("song", settings), settings)


def replicate(settings: EngineSettings, _tools: Tools) -> "HostedSong":
    return HostedSong(Replicate("song", settings), settings)


class HostedSong:
    """Composes by one model of `service`; no model tells where its sections are."""

    def __init__(self, service: Service, settings: EngineSettings) -> None:
        self.name = service.name
        self._model = HostedModel(service, "song", settings)

    async def create(self, request: SongRequest) -> Song:
        """Raises `EngineRefused` also when more than a tenth of the duration is missing."""
        check(self.name, request)
        content, notes = await self._model.file(_wishes(request), SOUND)
        return await asyncio.to_thread(self._cut, content, request, notes)

    async def check(self) -> str:
        return await self._model.check()

    def _cut(self, content: bytes, request: SongRequest, notes: tuple[str, ...]) -> Song:
        from reelhouse.engines.sounds import decoded, exactly  # noqa: PLC0415 - only when it sounds

        with self._model.reading():
            pcm, rate = decoded(self.name, content, channels=2)
        cut, more = exactly(self.name, pcm, channels=2, sample_rate=rate, duration=request.duration)
        return Song(cut, rate, notes=(*notes, *more))


def _wishes(request: SongRequest) -> Wishes:
    return Wishes(
        {
            "tags": request.tags,
            "lyrics": request.lyrics.strip(),
            "seconds": float(request.duration),
            "language": request.language,
            "seed": request.seed,
            "polish": request.polish,
        }
    )
