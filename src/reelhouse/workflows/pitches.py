"""Pitches as their jobs make them: demo videos with what lies beside them, and carousels."""

import asyncio
from pathlib import Path
from typing import Final

from pydantic import JsonValue

from reelhouse.core.assets.types import AssetKind
from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.core.pitches.carousel.carousel import draw_carousel
from reelhouse.core.pitches.composing.moments import preview_moments
from reelhouse.core.pitches.hero import hero_scene
from reelhouse.core.pitches.orders import ORDERS, PitchOrder
from reelhouse.core.pitches.plan import ArtifactType
from reelhouse.core.pitches.production import ProducedPitch
from reelhouse.core.pitches.results import RESULTS, PitchResult, told_scenes, told_words
from reelhouse.core.videos.beside import ENDINGS, MP4
from reelhouse.core.videos.materials import PNG, RECORDINGS, Recording
from reelhouse.media.composition import CANVASES
from reelhouse.media.time import frame_at
from reelhouse.render.posters import draw_frames
from reelhouse.render.types import Progress
from reelhouse.workflows.outputs import JobOutput, OutputFile
from reelhouse.workflows.pitch_files import PitchFiles, digest_of, size_of

PDF: Final = "application/pdf"
VIDEO_ENDING, DOCUMENT_ENDING = ".mp4", ".pdf"


class StudioPitches:
    """Implements `render_pitch.PitchProduction` with the engines of this house."""

    def __init__(self, files: PitchFiles) -> None:
        self._files = files

    async def gather(self, job: Job) -> JsonObject:
        return await self._files.gather(str(job.job_id), order_in(job))

    async def speak(self, job: Job) -> JsonObject | None:
        order = order_in(job)
        if order.plan.intent.artifact_type is ArtifactType.CAROUSEL:
            return None
        return await self._files.speak(str(job.job_id), order)

    async def render(
        self, job: Job, gathered: JsonObject, recording: JsonObject | None, progress: Progress
    ) -> JobOutput:
        order = order_in(job)
        spoken = None if recording is None else RECORDINGS.validate_python(recording)
        with self._files.folder(str(job.job_id)) as folder:
            if spoken is None:
                return await self._carousel(job, order, gathered, folder, progress)
            return await self._video(job, order, gathered, spoken, folder, progress)

    async def tidy(self, job: Job) -> None:
        await self._files.forget(str(job.job_id))

    async def discard(self, job: Job) -> None:
        scenes = range(len(order_in(job).plan.scenes))
        endings = [VIDEO_ENDING, DOCUMENT_ENDING, *(ending for ending, _ in ENDINGS.values())]
        endings += [_part(kind, scene) for kind in ("still", "slide") for scene in scenes]
        for ending in endings:
            await self._files.delete(_name(job, ending))
        await self.tidy(job)

    async def _video(
        self,
        job: Job,
        order: PitchOrder,
        gathered: JsonObject,
        recording: Recording,
        folder: Path,
        progress: Progress,
    ) -> JobOutput:
        materials = await self._files.materials(str(job.job_id), order, gathered, recording, folder)
        out = folder / "video.mp4"
        produced = await self._files.studio.produce(order, materials, out, folder, progress)
        video = await self._stored(job, AssetKind.VIDEO, out, VIDEO_ENDING, MP4, facts=_facts(produced))
        beside = await self._beside(job, order, produced)
        stills = await self._stills(job, order, produced, folder)
        result = PitchResult(
            engines=produced.engines,
            warnings=produced.warnings,
            seconds=float(produced.rendered.examination.duration),
            transcript=" ".join(word.text for word in recording.timing.words),
            words=told_words(recording.timing),
            scenes=told_scenes(order.plan),
        )
        return _output(job, (video, *beside, *stills), result)

    async def _beside(self, job: Job, order: PitchOrder, produced: ProducedPitch) -> tuple[OutputFile, ...]:
        """Poster, subtitles and the like, stored under the name of the video."""
        made_at = job.started_at or job.created_at
        name = Path(_name(job, VIDEO_ENDING)).name
        made = await self._files.studio.beside(order, produced, made_at, name)
        return tuple(
            [await self._stored(job, one.kind, one.path, one.ending, one.file.media_type) for one in made]
        )

    async def _stills(
        self, job: Job, order: PitchOrder, produced: ProducedPitch, folder: Path
    ) -> tuple[OutputFile, ...]:
        """A frame of each scene, from the file itself."""
        canvas = produced.composition.canvas
        fps, moments = canvas.fps, [at for _, at in preview_moments(order.plan)]
        targets = {frame_at(at, fps): folder / f"still-{part}.png" for part, at in enumerate(moments)}
        await draw_frames(produced.rendered.path, fps, targets)
        return tuple(
            [
                await self._stored(
                    job,
                    AssetKind.STILL,
                    path,
                    _part("still", part),
                    PNG,
                    part=part,
                    facts={"at": float(at), "width": canvas.width, "height": canvas.height},
                )
                for part, (at, path) in enumerate(zip(moments, targets.values(), strict=True))
            ]
        )

    async def _carousel(
        self, job: Job, order: PitchOrder, gathered: JsonObject, folder: Path, progress: Progress
    ) -> JobOutput:
        materials = await self._files.materials(str(job.job_id), order, gathered, None, folder)
        logo = materials.gathered.logo
        loop = asyncio.get_running_loop()

        def told(done: int) -> None:  # from the thread that draws
            loop.call_soon_threadsafe(progress, done / count, "drawing")

        count, canvas = len(order.plan.scenes), CANVASES[order.plan.intent.aspect]
        size: dict[str, JsonValue] = {"width": canvas.width, "height": canvas.height}
        slides = await asyncio.to_thread(
            draw_carousel,
            order.plan,
            materials.screens,
            materials.files[logo.sha256] if logo else None,
            folder,
            told,
        )
        document = await self._stored(job, AssetKind.DOCUMENT, slides.pdf, DOCUMENT_ENDING, PDF)
        pictures = [
            await self._stored(job, AssetKind.SLIDE, path, _part("slide", part), PNG, part=part, facts=size)
            for part, path in enumerate(slides.pngs)
        ]
        hero = order.plan.scenes.index(hero_scene(order.plan))
        poster = await self._stored(
            job, AssetKind.POSTER, slides.pngs[hero], ENDINGS[AssetKind.POSTER][0], PNG
        )
        result = PitchResult(
            engines={"text": order.plan.texts_by},
            warnings=(),
            seconds=0.0,
            transcript=" ".join(
                part
                for scene in order.plan.scenes
                if scene.slide
                for part in (scene.slide.kicker, scene.slide.headline, scene.slide.body)
                if part
            ),
            words=(),
            scenes=told_scenes(order.plan),
        )
        return _output(job, (document, poster, *pictures), result)

    async def _stored(
        self,
        job: Job,
        kind: AssetKind,
        path: Path,
        ending: str,
        media_type: str,
        *,
        part: int = 0,
        facts: dict[str, JsonValue] | None = None,
    ) -> OutputFile:
        name = _name(job, ending)
        await self._files.put(name, path, media_type)
        return OutputFile(
            kind=kind,
            object_name=name,
            media_type=media_type,
            size=await asyncio.to_thread(size_of, path),
            sha256=await asyncio.to_thread(digest_of, path),
            facts=facts or {},
            part=part,
        )


def order_in(job: Job) -> PitchOrder:
    return ORDERS.validate_python(job.input)


def _output(job: Job, files: tuple[OutputFile, ...], result: PitchResult) -> JobOutput:
    return JobOutput(files, RESULTS.dump_python(result, mode="json"), job.price)


def _name(job: Job, ending: str) -> str:
    return f"pitches/renders/{job.job_id}{ending}"


def _part(kind: str, number: int) -> str:
    return f".{kind}-{number}.png"


def _facts(produced: ProducedPitch) -> dict[str, JsonValue]:
    examination = produced.rendered.examination
    return {
        "seconds": float(examination.duration),
        "frames": examination.frames,
        "width": examination.width,
        "height": examination.height,
        "loudness_lufs": examination.loudness_lufs,
        "true_peak_dbtp": examination.true_peak_dbtp,
    }
