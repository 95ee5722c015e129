"""Songs by ACE-Step on this machine, by way of diffusers."""

import asyncio
from pathlib import Path

from reelhouse.engines.diffusion.client import Diffusion, scratch
from reelhouse.engines.diffusion.host import Host
from reelhouse.engines.diffusion.models import ENGINE
from reelhouse.engines.diffusion.wire import SOUND, SongWork
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.music.songs.limits import check
from reelhouse.engines.music.stated import INSTRUMENTAL, Stated
from reelhouse.engines.music.types import Song, SongRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools


def build(settings: EngineSettings, _tools: Tools) -> "DiffusersSong":
    return DiffusersSong(settings)


class DiffusersSong:
    """Composes by the model of the settings; it does not tell where its sections are."""

    name = ENGINE

    def __init__(self, settings: EngineSettings, host: Host | None = None) -> None:
        """Raises `EngineRefused` for a recipe that cannot be used."""
        self._diffusion = Diffusion("song", settings, host)

    async def create(self, request: SongRequest) -> Song:
        check(self.name, request)
        if not request.tags.strip():
            raise EngineRefused(self.name, "there are no tags that say what the piece is like")
        model = await self._diffusion.model()
        stated = Stated.of(request.tags)
        work = _work(request, stated)
        async with scratch() as folder:
            report = await self._diffusion.made(model, work, folder)
            song = await asyncio.to_thread(self._cut, folder / SOUND, report.rate, request)
        return Song(
            song.pcm, song.sample_rate, understood=stated.understood, notes=(*report.notes, *song.notes)
        )

    async def check(self) -> str:
        return await self._diffusion.check()

    def _cut(self, path: Path, rate: int, request: SongRequest) -> Song:
        from reelhouse.engines.sounds import exactly  # noqa: PLC0415 - only when it sounds

        pcm, notes = exactly(
            self.name, path.read_bytes(), channels=2, sample_rate=rate, duration=request.duration
        )
        return Song(pcm, rate, notes=notes)


def _work(request: SongRequest, stated: Stated) -> SongWork:
    return SongWork(
        tags=request.tags,
        lyrics=request.lyrics.strip() or INSTRUMENTAL,
        language=request.language,
        seconds=float(request.duration),
        seed=request.seed,
        more=request.polish,
        bpm=stated.bpm,
        key=stated.key,
        meter=stated.meter,
    )
