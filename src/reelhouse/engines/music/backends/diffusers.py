"""Songs by ACE-Step on this machine, by way of diffusers."""

import asyncio
import re
from fractions import Fraction
from pathlib import Path

from reelhouse.engines.diffusion.client import Diffusion, scratch
from reelhouse.engines.diffusion.host import Host
from reelhouse.engines.diffusion.models import ENGINE
from reelhouse.engines.diffusion.wire import SOUND, SongWork
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.music.types import Song, SongRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

TEMPO = re.compile(r"\b(\d{2,3})\s*bpm\b", re.IGNORECASE)
KEY = re.compile(r"\b([A-G][#b]?)[ -]?(major|minor)\b", re.IGNORECASE)
METERS = {"2/4": "2", "3/4": "3", "waltz": "3", "4/4": "4", "6/8": "6"}
INSTRUMENTAL = "[Instrumental]"
SECONDS = (Fraction(1), Fraction(600))


def build(settings: EngineSettings, _tools: Tools) -> "DiffusersSong":
    return DiffusersSong(settings)


class DiffusersSong:
    """Composes by the model of the settings; it does not tell where its sections are."""

    name = ENGINE

    def __init__(self, settings: EngineSettings, host: Host | None = None) -> None:
        """Raises `EngineRefused` for a recipe that cannot be used."""
        self._diffusion = Diffusion("song", settings, host)

    async def create(self, request: SongRequest) -> Song:
        if not SECONDS[0] <= request.duration <= SECONDS[1]:
            raise EngineRefused(self.name, f"a piece of {float(request.duration):g} s is out of bounds")
        if not request.tags.strip():
            raise EngineRefused(self.name, "there are no tags that say what the piece is like")
        model = await self._diffusion.model()
        work = _work(request)
        async with scratch() as folder:
            report = await self._diffusion.made(model, work, folder)
            song = await asyncio.to_thread(self._cut, folder / SOUND, report.rate, request)
        return Song(
            song.pcm, song.sample_rate, understood=_understood(work), notes=(*report.notes, *song.notes)
        )

    async def check(self) -> str:
        return await self._diffusion.check()

    def _cut(self, path: Path, rate: int, request: SongRequest) -> Song:
        from reelhouse.engines.sounds import exactly  # noqa: PLC0415 - only when it sounds

        pcm, notes = exactly(
            self.name, path.read_bytes(), channels=2, sample_rate=rate, duration=request.duration
        )
        return Song(pcm, rate, notes=notes)


def _work(request: SongRequest) -> SongWork:
    tempo, key = TEMPO.search(request.tags), KEY.search(request.tags)
    return SongWork(
        tags=request.tags,
        lyrics=request.lyrics.strip() or INSTRUMENTAL,
        language=request.language,
        seconds=float(request.duration),
        seed=request.seed,
        more=request.polish,
        bpm=int(tempo[1]) if tempo else None,
        key=f"{key[1].capitalize()} {key[2].lower()}" if key else None,
        meter=next((beats for sign, beats in METERS.items() if sign in request.tags.lower()), None),
    )


def _understood(work: SongWork) -> tuple[str, ...]:
    told = (
        f"{work.bpm} bpm" if work.bpm else None,
        work.key,
        f"{work.meter} beats" if work.meter else None,
    )
    return tuple(one for one in told if one)
