"""Reading and writing jobs."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from reelhouse.core.jobs.models import jobs
from reelhouse.core.jobs.types import (
    Job,
    JobError,
    JobFilter,
    JobKind,
    JobPage,
    JobState,
    JobSummary,
    NewJob,
)
from reelhouse.kit.inserts import inserted_new
from reelhouse.kit.money import MicroDollars

ONE_JOB = sa.select(jobs).where(jobs.c.job_id == sa.bindparam("job_id"))
"""Built once: jobs are polled, and putting the statement together costs more than running it."""


class JobsRepository:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, job_id: UUID, new: NewJob, hold_id: UUID | None, created_at: datetime) -> Job | None:
        """Keep a new job as queued; None when its idempotency key is taken, also by a race just lost."""
        row = {
            "job_id": job_id,
            "workspace_id": new.workspace_id,
            "kind": new.kind.value,
            "origin": new.origin,
            "state": JobState.QUEUED.value,
            "input": dict(new.input),
            "price": new.price,
            "charged": 0,
            "refund_pending": False,
            "progress": 0.0,
            "stage": "",
            "webhook_url": new.webhook_url,
            "idempotency_key": new.idempotency_key,
            "key_id": new.key_id,
            "hold_id": hold_id,
            "created_at": created_at,
        }
        added = inserted_new(self._connection, jobs, row)
        return _job(added) if added else None

    def find(self, job_id: UUID, *, lock: bool = False) -> Job | None:
        """A job; with `lock` nobody else changes it before the transaction ends."""
        query = ONE_JOB.with_for_update() if lock else ONE_JOB
        row = self._connection.execute(query, {"job_id": job_id}).first()
        return _job(row) if row else None

    def find_by_idempotency_key(self, workspace_id: UUID, key: str) -> Job | None:
        row = self._connection.execute(
            sa.select(jobs).where(jobs.c.workspace_id == workspace_id, jobs.c.idempotency_key == key)
        ).one_or_none()
        return _job(row) if row else None

    def hold_of(self, job_id: UUID) -> UUID | None:
        query = sa.select(jobs.c.hold_id).where(jobs.c.job_id == job_id)
        hold_id: UUID | None = self._connection.execute(query).scalar_one()
        return hold_id

    def change(self, job_id: UUID, **values: Any) -> Job:  # noqa: ANN401 - a column's value
        """Write columns of a job, and read it back."""
        row = self._connection.execute(
            jobs.update().where(jobs.c.job_id == job_id).values(**values).returning(jobs)
        ).one()
        return _job(row)

    def page(self, workspace_id: UUID, wanted: JobFilter) -> JobPage:
        """The jobs of a workspace that are not deleted, by age and id, so that pages never overlap."""
        matching = sa.select(jobs).where(jobs.c.workspace_id == workspace_id, jobs.c.deleted_at.is_(None))
        if wanted.kind is not None:
            matching = matching.where(jobs.c.kind == wanted.kind.value)
        if wanted.states is not None:
            matching = matching.where(jobs.c.state.in_(sorted(state.value for state in wanted.states)))
        order = (jobs.c.created_at, jobs.c.job_id)
        ordered = matching.order_by(*(column.desc() if wanted.newest_first else column for column in order))
        rows = self._connection.execute(ordered.limit(wanted.limit).offset(wanted.offset)).all()
        count = sa.select(sa.func.count()).select_from(matching.subquery())
        return JobPage(tuple(_job(row) for row in rows), self._connection.execute(count).scalar_one())

    def count_active(self, workspace_id: UUID, kind: JobKind) -> int:
        return self._connection.execute(
            sa.select(sa.func.count()).where(
                jobs.c.workspace_id == workspace_id, jobs.c.kind == kind.value, jobs.c.ended_at.is_(None)
            )
        ).scalar_one()

    def spent(self, workspace_id: UUID, kind: JobKind, since: datetime, key_id: UUID | None) -> MicroDollars:
        """What jobs cost, and what those under way may cost."""
        cost = sa.case((jobs.c.ended_at.is_(None), jobs.c.price), else_=jobs.c.charged)
        query = sa.select(sa.func.coalesce(sa.func.sum(cost), 0)).where(
            jobs.c.workspace_id == workspace_id, jobs.c.kind == kind.value, jobs.c.created_at >= since
        )
        if key_id is not None:
            query = query.where(jobs.c.key_id == key_id)
        return MicroDollars(int(self._connection.execute(query).scalar_one()))

    def active_among(self, job_ids: Collection[UUID]) -> frozenset[UUID]:
        query = sa.select(jobs.c.job_id).where(jobs.c.job_id.in_(job_ids), jobs.c.ended_at.is_(None))
        return frozenset(self._connection.execute(query).scalars())

    def ids_active(self, limit: int) -> tuple[UUID, ...]:
        query = sa.select(jobs.c.job_id).where(jobs.c.ended_at.is_(None))
        return tuple(self._connection.execute(query.order_by(jobs.c.created_at).limit(limit)).scalars())

    def summaries(self, workspace_id: UUID, since: datetime) -> tuple[JobSummary, ...]:
        columns = [jobs.c[name] for name in JobSummary.__dataclass_fields__]
        rows = self._connection.execute(
            sa.select(*columns)
            .where(jobs.c.workspace_id == workspace_id, jobs.c.created_at >= since)
            .order_by(jobs.c.created_at, jobs.c.job_id)
        )
        return tuple(
            JobSummary(
                row.job_id,
                JobKind(row.kind),
                row.origin,
                JobState(row.state),
                MicroDollars(row.charged),
                row.created_at,
                row.started_at,
                row.ended_at,
            )
            for row in rows
        )

    def ids_with_refund_pending(self, limit: int) -> tuple[UUID, ...]:
        return tuple(
            self._connection.execute(
                sa.select(jobs.c.job_id).where(jobs.c.refund_pending).order_by(jobs.c.ended_at).limit(limit)
            ).scalars()
        )


def _job(row: sa.Row[Any]) -> Job:
    return Job(
        job_id=row.job_id,
        workspace_id=row.workspace_id,
        kind=JobKind(row.kind),
        origin=row.origin,
        state=JobState(row.state),
        input=row.input,
        price=MicroDollars(row.price),
        charged=MicroDollars(row.charged),
        refund_pending=row.refund_pending,
        progress=row.progress,
        stage=row.stage,
        result=row.result,
        error=JobError(**row.error) if row.error else None,
        webhook_url=row.webhook_url,
        idempotency_key=row.idempotency_key,
        created_at=row.created_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        deleted_at=row.deleted_at,
    )
