"""Writing down how far a job is while it is worked on, and stopping the work when the job has ended."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar
from uuid import UUID

import structlog
from sqlalchemy.exc import SQLAlchemyError

from reelhouse.core.house import House
from reelhouse.core.jobs.types import ACTIVE
from reelhouse.kit.errors import ReelhouseError
from reelhouse.render.types import Progress

log = structlog.get_logger(__name__)

T = TypeVar("T")

REPORT_SECONDS = 0.5


class JobEnded(ReelhouseError):
    """The job was canceled while it was worked on; the work is of no use any more."""

    code = "job_ended"

    def __init__(self, job_id: UUID) -> None:
        super().__init__(f"The job {job_id} ended while it was worked on.")
        self.job_id = job_id


class _Latest:
    """The newest word of a renderer, which speaks more often than anybody wants to write."""

    def __init__(self) -> None:
        self.progress = 0.0
        self.stage = ""

    def tell(self, progress: float, stage: str) -> None:
        self.progress, self.stage = progress, stage


async def with_progress(
    house: House, job_id: UUID, work: Callable[[Progress], Awaitable[T]], every: float = REPORT_SECONDS
) -> T:
    """Run `work`, writing its progress down every so many seconds. Raises `JobEnded` once the job has."""
    latest = _Latest()
    task = asyncio.ensure_future(work(latest.tell))
    try:
        while True:
            done, _ = await asyncio.wait({task}, timeout=every)
            if done:
                return task.result()
            if not await asyncio.to_thread(_report, house, job_id, latest):
                raise JobEnded(job_id)
    finally:
        await _stop(task)


def _report(house: House, job_id: UUID, latest: _Latest) -> bool:
    """Write progress down; False when the job has ended. A database that is away costs no more than that."""
    try:
        with house.transaction() as services:
            return services.jobs.report(job_id, latest.progress, latest.stage).state in ACTIVE
    except SQLAlchemyError as trouble:
        log.warning("progress_not_written", job_id=str(job_id), reason=type(trouble).__name__)
        return True


async def _stop(task: "asyncio.Future[T]") -> None:
    """Cancel what still runs, and wait until it has cleaned up: its programs are gone then."""
    if not task.done():
        task.cancel()
        await asyncio.wait({task})
