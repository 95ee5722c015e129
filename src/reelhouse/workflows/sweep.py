"""Looking after what was forgotten: holds, refunds, stopped work, old answers, old files, old records."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa
import structlog
from dbos import DBOSClient, WorkflowStatusString

from reelhouse.core.house import House
from reelhouse.core.jobs.types import JobError
from reelhouse.kit.errors import Unavailable

log = structlog.get_logger(__name__)

BATCH = 100
"""Rows that one transaction touches at most, so that no sweep holds up a request."""

ACTIVE_SEEN = 1000

LOCK = 7_215_021_431
"""Key of the advisory lock in PostgreSQL: one worker sweeps at a time."""

STOPPED = JobError("internal_error", "The work on this job stopped unexpectedly; nothing was charged.")

DEAD_ENDS = [
    WorkflowStatusString.ERROR.value,
    WorkflowStatusString.CANCELLED.value,
    WorkflowStatusString.MAX_RECOVERY_ATTEMPTS_EXCEEDED.value,
]
ENDS = [*DEAD_ENDS, WorkflowStatusString.SUCCESS.value]


class Sweeper:
    """Each task is a transaction of its own, safe to run twice, and none keeps the others from running."""

    def __init__(self, house: House, client: DBOSClient, keep: timedelta) -> None:
        self._house = house
        self._client = client
        self._keep = keep

    def sweep(self) -> dict[str, int]:
        """Do what is due, and tell how much of each was done; nothing when another worker is at it."""
        tasks: dict[str, Callable[[], int]] = {
            "holds_released": self._release_holds,
            "refunds_repaired": self._repair_refunds,
            "jobs_given_up": self._give_up_stopped_jobs,
            "answers_purged": self._purge_answers,
            "assets_removed": self._remove_assets,
            "uploads_removed": self._remove_uploads,
            "variants_pruned": self._prune_variants,
            "records_deleted": self._delete_records,
        }
        done = dict.fromkeys(tasks, 0)
        with self._alone() as alone:
            for name, task in tasks.items() if alone else ():
                done[name] = self._attempt(name, task)
        if any(done.values()):
            log.info("swept", **{name: count for name, count in done.items() if count})
        return done

    def _attempt(self, name: str, task: Callable[[], int]) -> int:
        try:
            return task()
        except Exception:  # the worker's boundary: the next sweep tries again
            log.exception("sweep_failed", task=name)
            return 0

    def _release_holds(self) -> int:
        with self._house.transaction() as services:
            return services.credits.release_forgotten(BATCH)

    def _repair_refunds(self) -> int:
        with self._house.transaction() as services:
            return services.jobs.repair_refunds(BATCH)

    def _give_up_stopped_jobs(self) -> int:
        """Fail the jobs whose work ended without ending them: a job must never be left hanging."""
        with self._house.reading() as services:
            active = services.jobs.list_active_ids(ACTIVE_SEEN)
        stopped = self._client.list_workflows(
            workflow_ids=[str(job_id) for job_id in active],
            status=DEAD_ENDS,
            load_input=False,
            load_output=False,
        )
        for work in stopped if active else ():
            with self._house.transaction() as services:
                services.jobs.fail(UUID(work.workflow_id), STOPPED)
        return len(stopped) if active else 0

    def _purge_answers(self) -> int:
        with self._house.transaction() as services:
            return services.idempotency.purge(self._house.clock.now())

    def _remove_assets(self) -> int:
        with self._house.reading() as services:
            expired = services.assets.expired(self._house.clock.now(), BATCH)
        removed = 0
        for asset in expired:
            try:
                with self._house.transaction() as services:
                    services.assets.remove(asset)
            except Unavailable as trouble:
                log.warning("asset_not_removed", asset_id=str(asset.asset_id), reason=trouble.message)
                return removed
            removed += 1
        return removed

    def _remove_uploads(self) -> int:
        with self._house.reading() as services:
            expired = services.uploads.expired(self._house.clock.now(), BATCH)
        for upload in expired:
            with self._house.transaction() as services:
                services.uploads.remove(upload)
        return len(expired)

    def _prune_variants(self) -> int:
        return self._house.pitches.prune(BATCH)

    def _delete_records(self) -> int:
        before = self._house.clock.now() - self._keep
        old = self._client.list_workflows(
            status=ENDS,
            completed_before=before.isoformat(),
            limit=BATCH,
            load_input=False,
            load_output=False,
        )
        if old:
            self._client.delete_workflows([work.workflow_id for work in old])
        return len(old)

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        """Whether this worker may sweep now. On SQLite there is one worker only."""
        database = self._house.database
        if database.is_sqlite:
            yield True
            return
        with database.engine.connect() as connection:
            query = sa.select(sa.func.pg_try_advisory_xact_lock(LOCK))
            yield bool(connection.execute(query).scalar_one())
