"""Which workers are alive: each writes a row again and again, judged by the clock of the database."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from reelhouse.core.jobs.models import executors
from reelhouse.kit.inserts import insert_new


@dataclass(frozen=True, slots=True)
class Worker:
    """A worker process; `silent_for` are seconds since it last said that it is alive."""

    executor_id: str
    queues: tuple[str, ...]
    silent_for: float
    alive: bool


class Heartbeats:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def beat(self, executor_id: str, queues: Sequence[str], lasts: float) -> None:
        """Say that a worker is alive and will say so again within `lasts` seconds."""
        now = self._now()
        row = {"queues": list(queues), "beat_at": now, "expires_at": now + lasts}
        if not insert_new(self._connection, executors, {"executor_id": executor_id, **row}):
            self._connection.execute(
                executors.update().where(executors.c.executor_id == executor_id).values(**row)
            )

    def workers(self) -> tuple[Worker, ...]:
        """Every worker that is known, the dead ones that nobody has buried yet included."""
        now = self._now()
        rows = self._connection.execute(sa.select(executors).order_by(executors.c.executor_id))
        return tuple(
            Worker(row.executor_id, tuple(row.queues), now - row.beat_at, now < row.expires_at)
            for row in rows
        )

    def forget(self, executor_id: str) -> None:
        self._connection.execute(executors.delete().where(executors.c.executor_id == executor_id))

    def _now(self) -> float:
        if self._connection.dialect.name == "sqlite":
            query = "SELECT (julianday('now') - 2440587.5) * 86400.0"
        else:
            query = "SELECT extract(epoch FROM clock_timestamp())"
        return float(self._connection.exec_driver_sql(query).scalar_one())
