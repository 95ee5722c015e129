"""The job of a media task from its start to its end: gather, make, deliver; or fail, and refund."""

from asyncio import to_thread
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol
from uuid import UUID

from dbos import DBOS
from pydantic import JsonValue, TypeAdapter

from reelhouse.core.house import House, Services
from reelhouse.core.jobs.types import Job, JobState, JsonObject
from reelhouse.core.tasks.service import WORKFLOW
from reelhouse.core.tasks.types import DOCUMENTS
from reelhouse.render.types import Progress
from reelhouse.workflows.make_video import RECOVERIES
from reelhouse.workflows.outputs import OutputFile, asset_of, fail, load_job, staged, start
from reelhouse.workflows.progress import with_progress
from reelhouse.workflows.steps import StepFailed, Steps

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
    room = _Room(house, production)

    @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=RECOVERIES)
    async def run_task(payload: dict[str, str]) -> str:
        job_id = UUID(payload["job_id"])
        try:
            state = await steps.in_database("start", lambda services: start(services, job_id))
            if state == JobState.RUNNING:
                gathered = await steps.outside("gather", lambda: room.gather(job_id))
                output = await steps.outside("make", lambda: room.make(job_id, gathered))
                state = await steps.in_database(
                    "deliver", lambda services: _deliver(house, services, job_id, output)
                )
        except StepFailed as failure:
            error = failure.error
            state = await steps.in_database("fail", lambda services: fail(services, job_id, error))
        if state == JobState.SUCCEEDED:
            await steps.outside("tidy", lambda: room.tidy(job_id))
        else:
            await steps.outside("discard", lambda: room.discard(job_id))
        return state


class _Room:
    """What leaves the process, for one job at a time."""

    def __init__(self, house: House, production: TaskProduction) -> None:
        self._house = house
        self._production = production

    async def gather(self, job_id: UUID) -> dict[str, JsonValue]:
        return dict(await staged(self._house, job_id, "gathering", self._production.gather))

    async def make(self, job_id: UUID, gathered: JsonObject) -> dict[str, JsonValue]:
        job = await load_job(self._house, job_id)
        output = await with_progress(
            self._house, job_id, lambda tell: self._production.make(job, gathered, tell)
        )
        kept: dict[str, JsonValue] = OUTPUTS.dump_python(output, mode="json")
        return kept

    async def tidy(self, job_id: UUID) -> None:
        job = await load_job(self._house, job_id)
        await self._production.tidy(job)
        await _forget_uploads(self._house, job)

    async def discard(self, job_id: UUID) -> None:
        job = await load_job(self._house, job_id)
        await self._production.discard(job)
        await _forget_uploads(self._house, job)


async def _forget_uploads(house: House, job: Job) -> None:
    """What a caller sent along is of no use after the job."""
    wanted = DOCUMENTS.validate_python(job.input).uploads
    if wanted:
        await to_thread(_remove_uploads, house, wanted)


def _remove_uploads(house: House, wanted: tuple[UUID, ...]) -> None:
    with house.transaction() as services:
        for upload in services.uploads.find(wanted):
            services.uploads.remove(upload)


def _deliver(house: House, services: Services, job_id: UUID, kept: JsonObject) -> str:
    """The file and its price, at once: a job that was canceled meanwhile gets neither."""
    job = services.jobs.lock(job_id)
    if job.state is not JobState.RUNNING:
        return job.state.value
    output = OUTPUTS.validate_python(kept)
    expires_at = house.clock.now() + KEPT_FOR
    asset = services.assets.add(asset_of(job, output.file, expires_at))
    result = {
        **output.result,
        "asset_id": str(asset.asset_id),
        "object_name": asset.object_name,
        "media_type": asset.media_type,
        "size": asset.size,
        "sha256": asset.sha256,
        "expires_at": expires_at.isoformat(),
    }
    return services.jobs.succeed(job_id, result, job.price).state.value
