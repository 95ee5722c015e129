"""The studio as video jobs use it: a folder of its own for each job, and results in the object store."""

import asyncio
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pydantic import JsonValue

from reelhouse.core.assets.types import AssetKind
from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.core.videos.beside import ENDINGS
from reelhouse.core.videos.materials import GATHERINGS, PERFORMANCES, PNG, RECORDINGS, WAV, Gathered
from reelhouse.core.videos.performing import FILM
from reelhouse.core.videos.production import Materials, Produced, VideoStudio
from reelhouse.core.videos.service import PLANS_OF_VIDEOS
from reelhouse.core.videos.types import VideoPlan
from reelhouse.render.types import Progress
from reelhouse.storage.base import ObjectStore
from reelhouse.workflows.make_video import Materials as Kept
from reelhouse.workflows.outputs import JobOutput, OutputFile

MP4 = "video/mp4"
VIDEO = ".mp4"
NARRATION = "narration.wav"


class StudioProduction:
    """Implements `make_video.VideoProduction` with the engines of this house.

    What lies between the steps goes through the object store, so that another machine may continue.
    """

    def __init__(self, studio: VideoStudio, store: ObjectStore, work: Path) -> None:
        self._studio = studio
        self._store = store
        self._work = work

    async def gather(self, job: Job) -> JsonObject:
        with self._folder(job) as folder:
            gathered, files = await self._studio.gather(_plan_of(job), folder)
            for key, path in files.items():
                await self._put(_work_name(job, f"{key}.png"), path, PNG)
        document: JsonObject = GATHERINGS.dump_python(gathered, mode="json")
        return document

    async def speak(self, job: Job) -> JsonObject:
        with self._folder(job) as folder:
            recording, audio = await self._studio.record(_plan_of(job), folder)
            await self._put(_work_name(job, NARRATION), audio, WAV)
        document: JsonObject = RECORDINGS.dump_python(recording, mode="json")
        return document

    async def perform(self, job: Job, narration: JsonObject) -> JsonObject | None:
        recording = RECORDINGS.validate_python(narration)
        with self._folder(job) as folder:
            files = await self._fetch_all(job, {recording.sha256: NARRATION}, folder)
            filmed = await self._studio.perform(_plan_of(job), recording, files[recording.sha256], folder)
            if filmed is None:
                return None
            performance, path = filmed
            await self._put(_work_name(job, FILM), path, performance.film.media_type)
        document: JsonObject = PERFORMANCES.dump_python(performance, mode="json")
        return document

    async def render(self, job: Job, materials: Kept, progress: Progress) -> JobOutput:
        with self._folder(job) as folder:
            fetched = await self._fetch(job, materials, folder)
            out = folder / "video.mp4"
            produced = await self._studio.produce(_plan_of(job), fetched, out, folder, progress)
            await self._put(_video_name(job), out, MP4)
            beside = await self._beside(job, produced)
        return JobOutput(
            files=(_video(job, produced), *beside),
            result={
                "engines": dict(produced.engines),
                "warnings": list(produced.warnings),
                "files": {file.kind.value: file.object_name for file in beside},
            },
            charge=job.price,
        )

    async def tidy(self, job: Job) -> None:
        pictures = [f"{order.key}.png" for order in self._studio.orders(_plan_of(job))]
        for name in (*pictures, NARRATION, FILM):
            await asyncio.to_thread(self._store.delete, _work_name(job, name))

    async def discard(self, job: Job) -> None:
        for ending in (VIDEO, *(ending for ending, _ in ENDINGS.values())):
            await asyncio.to_thread(self._store.delete, _name(job, ending))
        await self.tidy(job)

    async def _beside(self, job: Job, produced: Produced) -> tuple[OutputFile, ...]:
        """Stills, subtitles and the like, stored under the name of the video."""
        made_at = job.started_at or job.created_at
        name = Path(_video_name(job)).name
        made = await self._studio.beside(_plan_of(job), produced, made_at, name)
        for one in made:
            await self._put(_name(job, one.ending), one.path, one.file.media_type)
        return tuple(
            OutputFile(
                kind=one.kind,
                object_name=_name(job, one.ending),
                media_type=one.file.media_type,
                size=one.file.size,
                sha256=one.file.sha256,
            )
            for one in made
        )

    async def _put(self, name: str, path: Path, media_type: str) -> None:
        await asyncio.to_thread(self._store.put_file, name, path, media_type)

    async def _fetch(self, job: Job, kept: Kept, folder: Path) -> Materials:
        gathered = GATHERINGS.validate_python(kept.pictures)
        recording = RECORDINGS.validate_python(kept.narration)
        performance = PERFORMANCES.validate_python(kept.performance)
        names = {recording.sha256: NARRATION, **_picture_names(gathered)}
        if performance is not None:
            names[performance.film.sha256] = FILM
        return Materials(recording, await self._fetch_all(job, names, folder), gathered, performance)

    async def _fetch_all(self, job: Job, names: Mapping[str, str], folder: Path) -> dict[str, Path]:
        for name in names.values():
            await asyncio.to_thread(self._store.fetch, _work_name(job, name), folder / name)
        return {sha256: folder / name for sha256, name in names.items()}

    @contextmanager
    def _folder(self, job: Job) -> Iterator[Path]:
        folder = self._work / str(job.job_id)
        shutil.rmtree(folder, ignore_errors=True)  # left by a worker that was killed
        folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _plan_of(job: Job) -> VideoPlan:
    return PLANS_OF_VIDEOS.validate_python(job.input)


def _video_name(job: Job) -> str:
    return _name(job, VIDEO)


def _name(job: Job, ending: str) -> str:
    return f"videos/{job.job_id}{ending}"


def _work_name(job: Job, name: str) -> str:
    return f"work/{job.job_id}/{name}"


def _picture_names(gathered: Gathered) -> dict[str, str]:
    return {picture.sha256: f"{key}.png" for key, picture in gathered.pictures.items()}


def _video(job: Job, produced: Produced) -> OutputFile:
    examination = produced.rendered.examination
    return OutputFile(
        kind=AssetKind.VIDEO,
        object_name=_video_name(job),
        media_type=MP4,
        size=examination.size,
        sha256=produced.rendered.sha256,
        facts=_facts(produced),
    )


def _facts(produced: Produced) -> dict[str, JsonValue]:
    examination = produced.rendered.examination
    return {
        "seconds": float(examination.duration),
        "frames": examination.frames,
        "width": examination.width,
        "height": examination.height,
        "loudness_lufs": examination.loudness_lufs,
        "true_peak_dbtp": examination.true_peak_dbtp,
    }
