"""Jobs, from submit to their end. Each change tells its event, each end its webhook, in one transaction."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from reelhouse.core.credits.service import Credits
from reelhouse.core.events.service import Events
from reelhouse.core.events.types import EventKind
from reelhouse.core.jobs.errors import JobAlreadyEnded, JobNotFound, TransitionRefused
from reelhouse.core.jobs.payment import Payment
from reelhouse.core.jobs.repository import JobsRepository
from reelhouse.core.jobs.types import (
    ACTIVE,
    TRANSITIONS,
    Dispatcher,
    Job,
    JobError,
    JobFilter,
    JobKind,
    JobPage,
    JobState,
    JobSummary,
    JsonObject,
    NewJob,
    Work,
)
from reelhouse.core.webhooks.service import Webhooks
from reelhouse.kit.clock import Clock
from reelhouse.kit.db import Transaction
from reelhouse.kit.ids import new_id
from reelhouse.kit.money import MicroDollars

LEAST_PROGRESS = 0.01
"""A smaller step within one stage is not worth a row of history."""


class Jobs:
    def __init__(
        self,
        *,
        repository: JobsRepository,
        credits: Credits,  # noqa: A002 - the domain's word
        events: Events,
        webhooks: Webhooks,
        dispatcher: Dispatcher,
        clock: Clock,
        transaction: Transaction,
    ) -> None:
        self._repository = repository
        self._payment = Payment(credits, repository, transaction)
        self._events = events
        self._webhooks = webhooks
        self._dispatcher = dispatcher
        self._clock = clock
        self._transaction = transaction

    def submit(self, new: NewJob) -> Job:
        """Take a job: its row, its hold, its first events and its place in the queue, all or nothing.

        A known idempotency key gives the first job as it is now. Raises `OutOfCredits`.
        """
        job_id, hold_id = new_id(), new_id() if new.price else None
        job = self._repository.add(job_id, new, hold_id, self._clock.now())
        if job is None:
            return self._submitted_before(new)
        self._payment.hold(new, hold_id)
        submitted: JsonObject = {"kind": new.kind.value, "price": new.price}
        self._events.append(job_id, new.workspace_id, EventKind.SUBMITTED, submitted)
        self._events.append(job_id, new.workspace_id, EventKind.QUEUED, {"queue": new.queue})
        work = Work(str(job_id), new.workflow, new.queue, {"job_id": str(job_id)})
        self._dispatcher.enqueue(self._transaction.connection, work)
        return _as_submitted(job)

    def get(self, workspace_id: UUID, job_id: UUID) -> Job:
        """A job of this workspace. Raises `JobNotFound`, also for a deleted one."""
        return _owned(self._repository.find(job_id), workspace_id, job_id)

    def load(self, job_id: UUID) -> Job:
        """Any job, deleted or not, for those who work on it. Raises `JobNotFound`."""
        return _known(self._repository.find(job_id), job_id)

    def lock(self, job_id: UUID) -> Job:
        """As `load`, and nobody else changes the job before the transaction ends."""
        return _known(self._repository.find(job_id, lock=True), job_id)

    def find_by_idempotency_key(self, workspace_id: UUID, key: str) -> Job | None:
        return self._repository.find_by_idempotency_key(workspace_id, key)

    def list_(self, workspace_id: UUID, wanted: JobFilter) -> JobPage:
        return self._repository.page(workspace_id, wanted)

    def list_active_ids(self, limit: int) -> tuple[UUID, ...]:
        """The oldest jobs under way, of every workspace."""
        return self._repository.ids_active(limit)

    def active_among(self, job_ids: Collection[UUID]) -> frozenset[UUID]:
        """Those of some jobs that are under way."""
        return self._repository.active_among(job_ids)

    def count_active(self, workspace_id: UUID, kind: JobKind) -> int:
        return self._repository.count_active(workspace_id, kind)

    def spent(
        self, workspace_id: UUID, kind: JobKind, since: datetime, key_id: UUID | None = None
    ) -> MicroDollars:
        """What the jobs since then cost, those under way at their price; of one key where it is named."""
        return self._repository.spent(workspace_id, kind, since, key_id)

    def usage(self, workspace_id: UUID, since: datetime) -> tuple[JobSummary, ...]:
        """Every job submitted since then, oldest first; deleted ones count."""
        return self._repository.summaries(workspace_id, since)

    def start(self, job_id: UUID) -> Job:
        """Mark a queued job as running; one that runs or has ended is given back as it is."""
        job = self.lock(job_id)
        if job.state not in {JobState.SUBMITTED, JobState.QUEUED}:
            return job
        return self._changed(
            job_id, EventKind.STARTED, state=JobState.RUNNING.value, started_at=self._clock.now()
        )

    def report(self, job_id: UUID, progress: float, stage: str) -> Job:
        """Tell how far a running job is (0 to 1, never backwards) and what it does; else nothing changes."""
        job = self.lock(job_id)
        done = max(job.progress, min(1.0, progress))
        if job.state is not JobState.RUNNING or (stage == job.stage and done - job.progress < LEAST_PROGRESS):
            return job
        facts: JsonObject = {"progress": done, "stage": stage}
        return self._changed(job_id, EventKind.PROGRESSED, facts, progress=done, stage=stage)

    def succeed(self, job_id: UUID, result: JsonObject, charge: MicroDollars) -> Job:
        """End a running job well and settle `charge` of its hold; one that has ended stays as it is."""
        job = self.lock(job_id)
        if not _may_become(job, JobState.SUCCEEDED):
            return job
        charged = self._payment.settle(job, charge)
        facts: JsonObject = {"charged": charged}
        return self._ended(
            job, JobState.SUCCEEDED, facts, result=dict(result), charged=charged, progress=1.0, stage=""
        )

    def fail(self, job_id: UUID, error: JobError) -> Job:
        """End a job badly and give its money back; one that has ended stays as it is."""
        job = self.lock(job_id)
        if not _may_become(job, JobState.FAILED):
            return job
        facts: JsonObject = {
            "code": error.code,
            "message": error.message,
            "check": error.check,
        }
        return self._ended(
            job, JobState.FAILED, facts, error=dict(facts), refund_pending=not self._payment.refund(job)
        )

    def cancel(self, workspace_id: UUID, job_id: UUID) -> Job:
        """Stop a job and give its money back. Raises `JobNotFound` or `JobAlreadyEnded`."""
        job = _owned(self._repository.find(job_id, lock=True), workspace_id, job_id)
        if job.state not in ACTIVE:
            raise JobAlreadyEnded(job_id, job.state)
        refunded = self._payment.refund(job)
        if job.state is not JobState.RUNNING:
            # Work under way finds out by itself and tidies up; work that waits gives up its place at once.
            self._transaction.after_commit(lambda: self._dispatcher.cancel(str(job_id)))
        return self._ended(job, JobState.CANCELED, {}, refund_pending=not refunded)

    def delete(self, workspace_id: UUID, job_id: UUID) -> Job:
        """Hide a job for ever; one under way is canceled first. Raises `JobNotFound`, also when repeated."""
        job = _owned(self._repository.find(job_id, lock=True), workspace_id, job_id)
        if job.state in ACTIVE:
            self.cancel(workspace_id, job_id)
        return self._changed(job_id, EventKind.DELETED, deleted_at=self._clock.now())

    def repair_refunds(self, limit: int = 100) -> int:
        """Try again to give back what ended jobs still hold; returns how many were."""
        repaired = 0
        for job_id in self._repository.ids_with_refund_pending(limit):
            job = self.lock(job_id)
            if job.refund_pending and self._payment.refund(job):
                self._repository.change(job_id, refund_pending=False)
                repaired += 1
        return repaired

    def _submitted_before(self, new: NewJob) -> Job:
        assert new.idempotency_key is not None, "only an idempotency key can collide"  # noqa: S101
        job = self._repository.find_by_idempotency_key(new.workspace_id, new.idempotency_key)
        assert job is not None, "the row that collided is there"  # noqa: S101
        return job

    def _ended(self, job: Job, state: JobState, facts: JsonObject, **values: Any) -> Job:  # noqa: ANN401
        ended = self._changed(
            job.job_id, EventKind(state.value), facts, state=state.value, ended_at=self._clock.now(), **values
        )
        if ended.webhook_url is not None:
            self._webhooks.announce(ended)
        return ended

    def _changed(
        self,
        job_id: UUID,
        kind: EventKind,
        facts: JsonObject | None = None,
        **values: Any,  # noqa: ANN401 - a column's value
    ) -> Job:
        job = self._repository.change(job_id, **values)
        self._events.append(job_id, job.workspace_id, kind, facts)
        return job


def _may_become(job: Job, wanted: JobState) -> bool:
    if job.state not in ACTIVE:
        return False
    if wanted not in TRANSITIONS[job.state]:
        raise TransitionRefused(job.job_id, job.state, wanted)
    return True


def _owned(job: Job | None, workspace_id: UUID, job_id: UUID) -> Job:
    if job is None or job.workspace_id != workspace_id or job.deleted_at is not None:
        raise JobNotFound(job_id)
    return job


def _known(job: Job | None, job_id: UUID) -> Job:
    if job is None:
        raise JobNotFound(job_id)
    return job


def _as_submitted(job: Job) -> Job:
    """The first answer to a caller: the row is queued already, but nothing could be said between."""
    return replace(job, state=JobState.SUBMITTED)
