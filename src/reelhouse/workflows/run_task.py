"""The work of a media task's job: gather, make."""

from asyncio import to_thread
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol
from uuid import UUID

from pydantic import JsonValue, TypeAdapter

from reelhouse.core.house import House, Services
from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.core.tasks.service import WORKFLOW
from reelhouse.core.tasks.types import DOCUMENTS
from reelhouse.render.types import Progress
from reelhouse.workflows.lifecycle import register_job
from reelhouse.workflows.outputs import OutputFile, asset_of, load_job, staged
from reelhouse.workflows.progress import with_progress
from reelhouse.workflows.steps import Steps

KEPT_FOR = timedelta(hours=72)
"""How long the output of a task is kept; for the first 48 hours that is a promise."""


@dataclass(frozen=True, slots=True)
class TaskOutput:
    """The file that a task delivers; `result` is kept with the job."""

    file: OutputFile
    result: dict[str, JsonValue]


OUTPUTS: TypeAdapter[TaskOutput] = TypeAdapter(TaskOutput)


class TaskProduction(Protocol):
    """What does the work of a task. Each call may come twice for one job, and must not mind.

    Raises `Unavailable` for what may succeed later, and another `ReelhouseError` for what will not.
    """

    async def gather(self, job: Job) -> JsonObject:
        """Bring what the caller gave, and keep it where any machine finds it."""
        ...

    async def make(self, job: Job, gathered: JsonObject, progress: Progress) -> TaskOutput:
        """Do the work, examine it, and store it."""
        ...

    async def tidy(self, job: Job) -> None:
        """Remove what lay between the steps."""
        ...

    async def discard(self, job: Job) -> None:
        """Remove whatever was stored for a job that is not delivered."""
        ...


def register_run_task(house: House, production: TaskProduction, steps: Steps) -> None:
    """Teach this process to do media tasks."""
    work = _TaskWork(house, production, steps)
    register_job(WORKFLOW, house, work, work, steps)


@dataclass(frozen=True, slots=True)
class _TaskWork:
    house: House
    production: TaskProduction
    steps: Steps

    async def make(self, job_id: UUID) -> JsonObject:
        gathered = await self.steps.outside("gather", lambda: self._gather(job_id))
        return await self.steps.outside("make", lambda: self._make(job_id, gathered))

    def deliver(self, services: Services, job: Job, output: JsonObject) -> str:
        """With the time until which the file is kept."""
        made = OUTPUTS.validate_python(output)
        expires_at = self.house.clock.now() + KEPT_FOR
        asset = services.assets.add(asset_of(job, made.file, expires_at))
        result = {
            **made.result,
            "asset_id": str(asset.asset_id),
            "object_name": asset.object_name,
            "media_type": asset.media_type,
            "size": asset.size,
            "sha256": asset.sha256,
            "expires_at": expires_at.isoformat(),
        }
        return services.jobs.succeed(job.job_id, result, job.price).state.value

    async def tidy(self, job: Job) -> None:
        await self.production.tidy(job)
        await _forget_uploads(self.house, job)

    async def discard(self, job: Job) -> None:
        await self.production.discard(job)
        await _forget_uploads(self.house, job)

    async def _gather(self, job_id: UUID) -> dict[str, JsonValue]:
        return dict(await staged(self.house, job_id, "gathering", self.production.gather))

    async def _make(self, job_id: UUID, gathered: JsonObject) -> dict[str, JsonValue]:
        job = await load_job(self.house, job_id)
        output = await with_progress(
            self.house, job_id, lambda tell: self.production.make(job, gathered, tell)
        )
        kept: dict[str, JsonValue] = OUTPUTS.dump_python(output, mode="json")
        return kept


async def _forget_uploads(house: House, job: Job) -> None:
    """What a caller sent along is of no use after the job."""
    wanted = DOCUMENTS.validate_python(job.input).uploads
    if wanted:
        await to_thread(_remove_uploads, house, wanted)


def _remove_uploads(house: House, wanted: tuple[UUID, ...]) -> None:
    with house.transaction() as services:
        for upload in services.uploads.find(wanted):
            services.uploads.remove(upload)
