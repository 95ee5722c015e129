"""Songs by workflows on a ComfyUI server: ACE-Step, or one of the operator's own."""

import asyncio

from reelhouse.engines.comfyui.client import ComfyUI
from reelhouse.engines.comfyui.outputs import SOUND
from reelhouse.engines.comfyui.wishes import Wishes, more_steps, seed_of, words
from reelhouse.engines.comfyui.workflow import Fields, read, shipped
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.music.songs.limits import check
from reelhouse.engines.music.stated import INSTRUMENTAL, Stated
from reelhouse.engines.music.types import Song, SongRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.sounds import decoded, exactly
from reelhouse.engines.tools import Tools

FIELDS = Fields(
    frozenset({"tags", "lyrics", "seconds", "language", "seed", "steps", "bpm", "key", "meter", "model"})
)
MORE_SECONDS = 900.0  # a file may be longer than what is kept of it


def build(settings: EngineSettings, _tools: Tools) -> "ComfyUISong":
    return ComfyUISong(settings)


class ComfyUISong:
    """Composes by the workflow of the settings, which must take ``tags``."""

    name = "comfyui"

    def __init__(self, settings: EngineSettings) -> None:
        """Raises `EngineRefused` for a workflow that cannot be used."""
        self._settings = settings
        self._workflow = read(settings.workflow, FIELDS) if settings.workflow else shipped("ace_step", FIELDS)
        self._comfyui = ComfyUI("song", settings)

    async def create(self, request: SongRequest) -> Song:
        """Raises `EngineRefused` also for lyrics that the workflow has no place for, and a file too short."""
        check(self.name, request)
        if not request.tags.strip():
            raise EngineRefused(self.name, "there are no tags that say what the piece is like")
        stated = Stated.of(request.tags)
        content, notes = await self._comfyui.made(self._workflow, self._wishes(request, stated), SOUND)
        song = await asyncio.to_thread(self._cut, content, request)
        return Song(song.pcm, song.sample_rate, understood=stated.understood, notes=(*notes, *song.notes))

    async def check(self) -> str:
        return await self._comfyui.check(self._workflow)

    def _wishes(self, request: SongRequest, stated: Stated) -> Wishes:
        sung = bool(request.lyrics.strip())
        return Wishes(
            {
                "tags": words(request.tags),
                "lyrics": words(request.lyrics) if sung else self._wordless(),
                "seconds": float(request.duration),
                "language": request.language if sung else None,
                "seed": seed_of(request.seed),
                "steps": more_steps(self._workflow) if request.polish else None,
                "bpm": stated.bpm,
                "key": stated.key,
                "meter": stated.meter,
                "model": self._settings.model or None,
            },
            needed=frozenset({"tags", "lyrics"}),
            quiet=frozenset({"language", "bpm", "key", "meter", "seconds"}),  # tags tell them too
        )

    def _wordless(self) -> str | None:
        return INSTRUMENTAL if self._workflow.takes("lyrics") else None

    def _cut(self, content: bytes, request: SongRequest) -> Song:
        pcm, rate = decoded(self.name, content, channels=2, most_seconds=MORE_SECONDS)
        exact, notes = exactly(self.name, pcm, channels=2, sample_rate=rate, duration=request.duration)
        return Song(exact, rate, notes=notes)
