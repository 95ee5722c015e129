"""Making the file of a video: a plan in, a file out; no database and no job."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from pydantic import TypeAdapter

from reelhouse.core.actors.service import Actors
from reelhouse.core.videos.beside import Deliverable
from reelhouse.core.videos.delivery import DELIVERIES
from reelhouse.core.videos.materials import (
    NOTHING_GATHERED,
    WAV,
    Gathered,
    Performance,
    Recording,
)
from reelhouse.core.videos.narration import narrate
from reelhouse.core.videos.performing import Filming
from reelhouse.core.videos.pictures.desk import Look, PictureDesk
from reelhouse.core.videos.pictures.orders import PictureOrder
from reelhouse.core.videos.storyboard.board import Storyboard, draw_storyboard
from reelhouse.core.videos.timeline import Sources, compose
from reelhouse.core.videos.types import VideoPlan
from reelhouse.core.videos.wav_files import write_wav
from reelhouse.engines.music.base import MusicEngine
from reelhouse.engines.music.types import MusicRequest
from reelhouse.engines.presenter.base import PresenterEngine
from reelhouse.engines.speech.base import SpeechEngine
from reelhouse.media.composition import CANVASES, Composition, MediaRef
from reelhouse.render.ffmpeg import find_ffmpeg
from reelhouse.render.render import render
from reelhouse.render.settings import RenderSettings
from reelhouse.render.types import Progress, Rendered


@dataclass(frozen=True, slots=True)
class Produced:
    """A finished, examined video, the composition it shows, the engines that had a part in it, and what
    should be told of it.
    """

    rendered: Rendered
    composition: Composition
    engines: dict[str, str]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Materials:
    """All that was made for a video before it is rendered; `files` has the place of each by its hash."""

    recording: Recording
    files: Mapping[str, Path]
    gathered: Gathered = NOTHING_GATHERED
    performance: Performance | None = None


@dataclass(frozen=True, slots=True)
class VideoEngines:
    """Who speaks, plays, draws and performs in this house; without a presenter one is drawn."""

    speech: SpeechEngine
    music: MusicEngine
    pictures: PictureDesk
    presenter: PresenterEngine | None = None


class VideoStudio:
    """Turns plans into files with the engines of this house."""

    def __init__(self, actors: Actors, engines: VideoEngines, settings: RenderSettings, cache: Path) -> None:
        self._actors = actors
        self._engines = engines
        self._settings = settings
        self._cache = cache

    async def make(
        self, plan: VideoPlan, out: Path, folder: Path, progress: Progress | None = None
    ) -> Produced:
        """All of it at once. Raises what its parts raise."""
        gathered, pictures = await self.gather(plan, folder)
        recording, audio = await self.record(plan, folder)
        files = {gathered.pictures[key].sha256: path for key, path in pictures.items()}
        files[recording.sha256] = audio
        filmed = await self.perform(plan, recording, audio, folder)
        performance = None
        if filmed is not None:
            performance, path = filmed
            files[performance.film.sha256] = path
        materials = Materials(recording, files, gathered, performance)
        return await self.produce(plan, materials, out, folder, progress)

    def orders(self, plan: VideoPlan) -> tuple[PictureOrder, ...]:
        """The pictures that a plan needs."""
        return draw_storyboard(plan).orders

    async def gather(self, plan: VideoPlan, folder: Path) -> tuple[Gathered, dict[str, Path]]:
        """Fetch and draw the pictures into `folder`; their files by the keys of their orders.

        Raises `ImageUnreadable`, `EngineUnavailable` or `EngineRefused`.
        """
        board = draw_storyboard(plan)
        actor = self._actors.get(plan.actor_slug)
        look = Look(CANVASES[plan.aspect], actor.appearance.accent, seed_of(plan), plan.broll_model)
        gathered, files = await self._engines.pictures.gather(board.orders, look, folder)
        return _with_warnings(gathered, board), files

    async def record(self, plan: VideoPlan, folder: Path) -> tuple[Recording, Path]:
        """Speak the script into a WAV file in `folder`. Raises `NoSpaceLeft`, and what `narrate` raises."""
        actor = self._actors.get(plan.actor_slug)
        speech = await narrate(plan, actor.voice, self._engines.speech)
        path, sha256 = write_wav(folder, speech.pcm, speech.sample_rate, channels=1)
        return Recording(sha256, speech.timing, speech.engine), path

    async def perform(
        self, plan: VideoPlan, recording: Recording, audio: Path, folder: Path
    ) -> tuple[Performance, Path] | None:
        """Film the presenter into `folder`, where this house has an engine for that.

        Raises `EngineUnavailable` or `EngineRefused`.
        """
        if self._engines.presenter is None:
            return None
        filming = Filming(plan, self._actors.get(plan.actor_slug), recording)
        return await filming.film(self._engines.presenter, audio, folder)

    async def produce(
        self,
        plan: VideoPlan,
        materials: Materials,
        out: Path,
        folder: Path,
        progress: Progress | None = None,
    ) -> Produced:
        """Render `plan` with its materials into `out`, with `folder` for what lies between.

        Raises what `render` raises.
        """
        music = await self._music(plan, folder)
        media = dict(materials.files)
        if music is not None:
            ref, path = music
            media[ref.sha256] = path
        composition = compose(
            plan,
            self._actors.get(plan.actor_slug),
            Sources(
                recording=materials.recording,
                pictures=materials.gathered.pictures,
                music=music[0] if music else None,
                film=materials.performance.film if materials.performance else None,
            ),
        )
        rendered = await render(
            composition, media, out, settings=self._settings, cache=self._cache, progress=progress
        )
        warnings = (*materials.gathered.warnings, *rendered.warnings)
        return Produced(
            rendered, composition, self._credited(plan, materials), tuple(dict.fromkeys(warnings))
        )

    async def beside(
        self, plan: VideoPlan, produced: Produced, made_at: datetime, name: str | None = None
    ) -> tuple[Deliverable, ...]:
        """Write what comes beside a video into its folder.

        `name` is what its file is called where people get it. Raises `RenderFailed` and `NoSpaceLeft`.
        """
        # Twenty megabytes that a worker without work does without.
        from reelhouse.core.videos.deliverables import write_deliverables  # noqa: PLC0415
        from reelhouse.core.videos.provenance import Making  # noqa: PLC0415

        ffmpeg = await find_ffmpeg(self._settings)
        making = Making(
            engines=produced.engines,
            settings=self._settings,
            ffmpeg=ffmpeg.version,
            seeds={"music and pictures": seed_of(plan)},
            warnings=produced.warnings,
            made_at=made_at,
        )
        document = PLANS.dump_python(plan, mode="json")
        return await write_deliverables(document, produced.composition, produced.rendered, making, name)

    async def _music(self, plan: VideoPlan, folder: Path) -> tuple[MediaRef, Path] | None:
        if plan.music is None:
            return None
        feel = DELIVERIES[plan.tone].music
        request = MusicRequest(plan.music, Fraction(plan.seconds), seed_of(plan), feel)
        track = await self._engines.music.compose(request)
        path, sha256 = write_wav(folder, track.pcm, track.sample_rate, channels=2)
        return MediaRef(sha256, WAV), path

    def _credited(self, plan: VideoPlan, materials: Materials) -> dict[str, str]:
        """Who had a part in it, by the kind of work."""
        performance, music = materials.performance, self._engines.music.name
        parts = {
            "speech": materials.recording.engine,
            "presenter": performance.engine if performance else "builtin",
            "music": music if plan.music else None,
            "image": materials.gathered.engine,
            "text": plan.script_engine,
            "translation": plan.translation_engine,
        }
        return {part: engine for part, engine in parts.items() if engine}


PLANS: TypeAdapter[VideoPlan] = TypeAdapter(VideoPlan)


def seed_of(plan: VideoPlan) -> int:
    """Equal words, equal chance."""
    return int(hashlib.sha256(plan.script.encode()).hexdigest()[:8], 16)


def _with_warnings(gathered: Gathered, board: Storyboard) -> Gathered:
    warnings = (*board.warnings, *gathered.warnings)
    return Gathered(gathered.pictures, gathered.engine, tuple(dict.fromkeys(warnings)))
