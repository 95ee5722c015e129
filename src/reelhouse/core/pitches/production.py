"""Making the files of a pitch: an order in, files out; no database and no job."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from reelhouse.core.actors.service import Actors
from reelhouse.core.pitches.composing.composer import Sources, compose
from reelhouse.core.pitches.hero import hero_moment
from reelhouse.core.pitches.materials import PitchMaterials
from reelhouse.core.pitches.music import bed_of
from reelhouse.core.pitches.orders import PitchOrder
from reelhouse.core.pitches.plan import PLANS, MusicSource, Plan
from reelhouse.core.pitches.voicing import Takes, voice
from reelhouse.core.videos.beside import Deliverable
from reelhouse.core.videos.delivery import DELIVERIES
from reelhouse.core.videos.materials import WAV, Recording
from reelhouse.core.videos.wav_files import write_wav
from reelhouse.engines.music.base import MusicEngine
from reelhouse.engines.music.types import MusicRequest
from reelhouse.engines.speech.base import SpeechEngine
from reelhouse.media.composition import Composition, MediaRef, Narration
from reelhouse.media.time import frame_at
from reelhouse.render.ffmpeg import find_ffmpeg
from reelhouse.render.render import render
from reelhouse.render.settings import RenderSettings
from reelhouse.render.stills import still
from reelhouse.render.types import Progress, Rendered


@dataclass(frozen=True, slots=True)
class PitchEngines:
    """Who speaks and plays. `speaks_here` tells that a voice costs nothing but this machine's time."""

    speech: SpeechEngine
    music: MusicEngine
    speaks_here: bool = True


@dataclass(frozen=True, slots=True)
class ProducedPitch:
    """A finished, examined video, the composition that it shows, and the engines that had a part in it."""

    rendered: Rendered
    composition: Composition
    engines: Mapping[str, str]
    warnings: tuple[str, ...]


class PitchStudio:
    """Turns orders into files with the engines of this house."""

    def __init__(self, actors: Actors, engines: PitchEngines, settings: RenderSettings, cache: Path) -> None:
        self._actors = actors
        self._engines = engines
        self._settings = settings
        self._cache = cache

    @property
    def previews_speak(self) -> bool:
        """Whether stills can have the captions of the render: where speaking is free, they do."""
        return self._engines.speaks_here

    async def record(
        self, plan: Plan, folder: Path, *, takes: Takes | None = None, silent: bool = False
    ) -> tuple[Recording, Path]:
        """Say the whole plan into a WAV file, or be silent for as long.

        Scenes come from `takes` where speaking them again would cost something. Raises what `voice` raises,
        and `NoSpaceLeft`.
        """
        known = None if self._engines.speaks_here else takes
        said = await voice(plan, self._engines.speech, self._actors, takes=known, silent=silent)
        path, sha256 = write_wav(folder, said.pcm, said.sample_rate, channels=1)
        return Recording(sha256, said.timing, said.engine), path

    async def produce(
        self,
        order: PitchOrder,
        materials: PitchMaterials,
        out: Path,
        folder: Path,
        progress: Progress | None = None,
    ) -> ProducedPitch:
        """Render a demo video into `out`; `folder` is for what lies between. Raises what `render` raises."""
        music = await self._music(order.plan, materials, folder)
        files = dict(materials.files)
        if music is not None:
            files[music[0].sha256] = music[1]
        composition = self._composed(order, materials, music[0] if music else None)
        rendered = await render(
            composition, files, out, settings=self._settings, cache=self._cache, progress=progress
        )
        engines = self._credited(order.plan, materials)
        return ProducedPitch(rendered, composition, engines, rendered.warnings)

    async def preview(self, order: PitchOrder, materials: PitchMaterials, at: Fraction, out: Path) -> None:
        """Paint the frame that the render shows at `at`. Raises what `still` raises."""
        composition = self._composed(order, materials, None)
        await still(composition, materials.files, at, out, settings=self._settings, cache=self._cache)

    async def beside(
        self, order: PitchOrder, produced: ProducedPitch, made_at: datetime, name: str
    ) -> tuple[Deliverable, ...]:
        """Write what comes beside a video into its folder; `name` is what its file is called elsewhere.

        The poster shows the beat that the plan calls its hero. Raises `RenderFailed` and `NoSpaceLeft`.
        """
        # Twenty megabytes that a worker without work does without.
        from reelhouse.core.videos.deliverables import write_deliverables  # noqa: PLC0415
        from reelhouse.core.videos.provenance import Making  # noqa: PLC0415

        ffmpeg = await find_ffmpeg(self._settings)
        making = Making(
            engines=produced.engines,
            settings=self._settings,
            ffmpeg=ffmpeg.version,
            seeds={"music": seed_of(order.plan)},
            warnings=produced.warnings,
            made_at=made_at,
        )
        document = PLANS.dump_python(order.plan, mode="json")
        return await write_deliverables(
            document,
            produced.composition,
            produced.rendered,
            making,
            name,
            poster_frame=frame_at(hero_moment(order.plan), produced.composition.canvas.fps),
        )

    def _composed(self, order: PitchOrder, materials: PitchMaterials, music: MediaRef | None) -> Composition:
        recording = materials.recording
        assert recording is not None, "a video is spoken before it is composed, if only silence"  # noqa: S101
        sources = Sources(
            screens={screenshot_id: screen.seen for screenshot_id, screen in order.screens.items()},
            narration=Narration(recording.ref, Fraction(0), recording.timing),
            style=order.style,
            music=music,
            logo=materials.gathered.logo,
        )
        return compose(order.plan, sources)

    async def _music(
        self, plan: Plan, materials: PitchMaterials, folder: Path
    ) -> tuple[MediaRef, Path] | None:
        choice, seconds = plan.direction.music, plan.estimate.seconds
        if choice.source is MusicSource.UPLOAD and materials.gathered.music is not None:
            own = materials.files[materials.gathered.music.sha256]
            path = bed_of(own, seconds, folder / "bed.wav")
        elif choice.source is MusicSource.LIBRARY and choice.mood is not None:
            feel = DELIVERIES[plan.intent.tone].music
            track = await self._engines.music.compose(MusicRequest(choice.mood, seconds, seed_of(plan), feel))
            path, _ = write_wav(folder, track.pcm, track.sample_rate, channels=2)
        else:
            return None
        return MediaRef(_digest(path), WAV), path

    def _credited(self, plan: Plan, materials: PitchMaterials) -> dict[str, str]:
        recording = materials.recording
        played = plan.direction.music.source is MusicSource.LIBRARY
        parts = {
            "text": plan.texts_by,
            "speech": recording.engine if recording else "",
            "music": self._engines.music.name if played else "",
        }
        return {part: engine for part, engine in parts.items() if engine}


def seed_of(plan: Plan) -> int:
    """Equal goals, equal music."""
    return int(hashlib.sha256(plan.intent.goal.encode()).hexdigest()[:8], 16)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
