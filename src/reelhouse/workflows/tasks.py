"""The task studio as jobs use it: a folder of its own for each job, and results in the object store."""

import asyncio
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import JsonValue

from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.core.tasks.inputs import GATHERINGS, Gathered, form_of
from reelhouse.core.tasks.making.types import Made
from reelhouse.core.tasks.studio import TaskStudio
from reelhouse.core.tasks.types import DOCUMENTS, Task, given_files
from reelhouse.render.types import Progress
from reelhouse.storage.base import ObjectStore
from reelhouse.workflows.outputs import OutputFile
from reelhouse.workflows.run_task import TaskOutput

ENDINGS = (".webp", ".png", ".jpg", ".mp4", ".mp3", ".json", ".glb")
RAW = "application/octet-stream"


class StudioTasks:
    """Implements `run_task.TaskProduction` with the engines of this house."""

    def __init__(self, studio: TaskStudio, store: ObjectStore, work: Path) -> None:
        self._studio = studio
        self._store = store
        self._work = work

    async def gather(self, job: Job) -> JsonObject:
        task = _task_of(job)
        names = {}
        with self._folder(job) as folder:
            for field, path in (await self._studio.gather(task, folder)).items():
                names[field] = _names(task)[field]
                await asyncio.to_thread(self._store.put_file, _work_name(job, names[field]), path, RAW)
        document: JsonObject = GATHERINGS.dump_python(Gathered(names), mode="json")
        return document

    async def make(self, job: Job, gathered: JsonObject, progress: Progress) -> TaskOutput:
        names = GATHERINGS.validate_python(gathered).names
        with self._folder(job) as folder:
            files = {}
            for field, name in names.items():
                files[field] = folder / name
                await asyncio.to_thread(self._store.fetch, _work_name(job, name), files[field])
            made = await self._studio.make(_task_of(job), files, folder, progress)
            file = await asyncio.to_thread(_described, job, made)
            await asyncio.to_thread(self._store.put_file, file.object_name, made.path, made.media_type)
        return TaskOutput(file, _result(made))

    async def tidy(self, job: Job) -> None:
        for name in _names(_task_of(job)).values():
            await asyncio.to_thread(self._store.delete, _work_name(job, name))

    async def discard(self, job: Job) -> None:
        for ending in ENDINGS:
            await asyncio.to_thread(self._store.delete, _output_name(job, ending))
        await self.tidy(job)

    @contextmanager
    def _folder(self, job: Job) -> Iterator[Path]:
        folder = self._work / str(job.job_id)
        shutil.rmtree(folder, ignore_errors=True)  # left by a worker that was killed
        folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _task_of(job: Job) -> Task:
    return DOCUMENTS.validate_python(job.input).task


def _names(task: Task) -> dict[str, str]:
    """Where each given file waits between the steps, by the caller's field."""
    return {
        given.field: f"{number}{form_of(task, given).value}" for number, given in enumerate(given_files(task))
    }


def _described(job: Job, made: Made) -> OutputFile:
    with made.path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return OutputFile(
        kind=made.kind,
        object_name=_output_name(job, made.ending),
        media_type=made.media_type,
        size=made.path.stat().st_size,
        sha256=sha256,
        facts=made.facts,
    )


def _result(made: Made) -> dict[str, JsonValue]:
    return {
        "engine": made.engine,
        "passed_over": list(made.passed_over),
        "understood": list(made.understood),
        "notes": list(made.notes),
        "facts": dict(made.facts),
    }


def _output_name(job: Job, ending: str) -> str:
    return f"tasks/{job.job_id}{ending}"


def _work_name(job: Job, name: str) -> str:
    return f"work/{job.job_id}/{name}"
