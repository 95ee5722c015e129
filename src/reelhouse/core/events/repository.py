"""Reading and writing events."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from pydantic import JsonValue

from reelhouse.core.events.models import job_events
from reelhouse.core.events.types import Event, EventKind

_JOB_ID = sa.bindparam("job_id", type_=job_events.c.job_id.type)

NEXT = (
    sa.insert(job_events)
    .from_select(
        ["job_id", "number", "workspace_id", "kind", "data", "created_at"],
        sa.select(
            _JOB_ID,
            sa.func.coalesce(sa.func.max(job_events.c.number), 0) + 1,
            *(
                sa.bindparam(name, type_=job_events.c[name].type)
                for name in ("workspace_id", "kind", "data", "created_at")
            ),
        ).where(job_events.c.job_id == _JOB_ID),
    )
    .returning(job_events.c.number)
)
"""Built once, as every change of a job writes an event."""


class EventsRepository:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(
        self,
        job_id: UUID,
        workspace_id: UUID,
        kind: EventKind,
        data: Mapping[str, JsonValue],
        created_at: datetime,
    ) -> Event:
        """Number an event and keep it. The caller holds the job's row, so no two take one number."""
        row = {
            "job_id": job_id,
            "workspace_id": workspace_id,
            "kind": kind.value,
            "data": dict(data),
            "created_at": created_at,
        }
        number = self._connection.execute(NEXT, row).scalar_one()
        return Event(job_id, number, workspace_id, kind, data, created_at)

    def list_after(self, job_id: UUID, number: int, limit: int) -> tuple[Event, ...]:
        rows = self._connection.execute(
            sa.select(job_events)
            .where(job_events.c.job_id == job_id, job_events.c.number > number)
            .order_by(job_events.c.number)
            .limit(limit)
        )
        return tuple(
            Event(row.job_id, row.number, row.workspace_id, EventKind(row.kind), row.data, row.created_at)
            for row in rows
        )
