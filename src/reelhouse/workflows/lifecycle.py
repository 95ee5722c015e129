"""The life of a job, whatever it makes: start, work, deliver; or fail, and refund; then tidy up."""

from collections.abc import Awaitable, Callable
from typing import Protocol
from uuid import UUID

from dbos import DBOS

from reelhouse.core.house import House, Services
from reelhouse.core.jobs.types import Job, JobState, JsonObject
from reelhouse.workflows.outputs import load_job
from reelhouse.workflows.steps import StepFailed, Steps

RECOVERIES = 10
"""A job that takes its worker down with it so often is given up."""


class JobWork(Protocol):
    """What jobs of one kind do between their start and their end."""

    async def make(self, job_id: UUID) -> JsonObject:
        """Run the steps that make the output, and tell what is to be delivered. Raises `StepFailed`."""
        ...

    def deliver(self, services: Services, job: Job, output: JsonObject) -> str:
        """Keep the output and settle the price, in one transaction; tells the state of the job."""
        ...


class Clearing(Protocol):
    """What is left of a job when it ends. Each call may come twice."""

    async def tidy(self, job: Job) -> None:
        """Remove what lay between the steps of a job that was delivered."""
        ...

    async def discard(self, job: Job) -> None:
        """Remove whatever was stored for a job that is not delivered."""
        ...


def register_job(name: str, house: House, work: JobWork, clearing: Clearing, steps: Steps) -> None:
    """Teach this process a workflow of that name, which takes the id of a job."""

    @DBOS.workflow(name=name, max_recovery_attempts=RECOVERIES)
    async def live(payload: dict[str, str]) -> str:
        job_id = UUID(payload["job_id"])
        try:
            state = await steps.in_database("start", lambda services: _start(services, job_id))
            if state == JobState.RUNNING:
                output = await work.make(job_id)
                state = await steps.in_database(
                    "deliver", lambda services: _deliver(services, work, job_id, output)
                )
        except StepFailed as failure:
            error = failure.error
            state = await steps.in_database(
                "fail", lambda services: services.jobs.fail(job_id, error).state.value
            )
        if state == JobState.SUCCEEDED:
            await steps.outside("tidy", lambda: _with_job(house, job_id, clearing.tidy))
        else:
            await steps.outside("discard", lambda: _with_job(house, job_id, clearing.discard))
        return state


def _start(services: Services, job_id: UUID) -> str:
    return services.jobs.start(job_id).state.value


def _deliver(services: Services, work: JobWork, job_id: UUID, output: JsonObject) -> str:
    """A job that was canceled meanwhile gets nothing."""
    job = services.jobs.lock(job_id)
    return work.deliver(services, job, output) if job.state is JobState.RUNNING else job.state.value


async def _with_job(house: House, job_id: UUID, clear: Callable[[Job], Awaitable[None]]) -> None:
    await clear(await load_job(house, job_id))
