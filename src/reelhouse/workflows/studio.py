"""The studio as video jobs use it: a folder of its own for each job, and results in the object store."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import JsonValue

from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.core.videos.production import RECORDINGS, Produced, Recording, VideoStudio
from reelhouse.core.videos.service import PLANS_OF_VIDEOS
from reelhouse.core.videos.types import VideoPlan
from reelhouse.render.types import Progress
from reelhouse.storage.base import ObjectStore
from reelhouse.storage.errors import ObjectNotFound
from reelhouse.workflows.make_video import VideoOutput

MP4 = "video/mp4"
WAV = "audio/wav"


class StudioProduction:
    """Implements `make_video.VideoProduction` with the engines of this house.

    What lies between the steps goes through the object store, so that another machine may continue.
    """

    def __init__(self, studio: VideoStudio, store: ObjectStore, work: Path) -> None:
        self._studio = studio
        self._store = store
        self._work = work

    async def speak(self, job: Job) -> JsonObject:
        with self._folder(job) as folder:
            recording, _ = await self._record(job, folder)
        document: JsonObject = RECORDINGS.dump_python(recording, mode="json")
        return document

    async def render(self, job: Job, narration: JsonObject, progress: Progress) -> VideoOutput:
        with self._folder(job) as folder:
            recording = RECORDINGS.validate_python(narration)
            recording, audio = await self._fetch(job, recording, folder)
            out = folder / "video.mp4"
            produced = await self._studio.produce(_plan_of(job), recording, audio, out, folder, progress)
            name = _video_name(job)
            await asyncio.to_thread(self._store.put_file, name, out, MP4)
            await asyncio.to_thread(self._store.delete, _narration_name(job))
        examination = produced.rendered.examination
        return VideoOutput(
            object_name=name,
            media_type=MP4,
            size=examination.size,
            sha256=produced.rendered.sha256,
            facts=_facts(produced),
            result={
                "object_name": name,
                "engines": dict(produced.engines),
                "warnings": list(produced.rendered.warnings),
            },
            charge=job.price,
        )

    async def discard(self, job: Job) -> None:
        for name in (_video_name(job), _narration_name(job)):
            await asyncio.to_thread(self._store.delete, name)

    async def _record(self, job: Job, folder: Path) -> tuple[Recording, Path]:
        recording, audio = await self._studio.record(_plan_of(job), folder)
        await asyncio.to_thread(self._store.put_file, _narration_name(job), audio, WAV)
        return recording, audio

    async def _fetch(self, job: Job, recording: Recording, folder: Path) -> tuple[Recording, Path]:
        audio = folder / "narration.wav"
        try:
            await asyncio.to_thread(self._store.fetch, _narration_name(job), audio)
        except ObjectNotFound:
            # This step was done before, up to its last line, and then not recorded.
            return await self._record(job, folder)
        return recording, audio

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
    return f"videos/{job.job_id}.mp4"


def _narration_name(job: Job) -> str:
    return f"work/{job.job_id}/narration.wav"


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
