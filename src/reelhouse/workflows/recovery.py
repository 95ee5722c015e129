"""Saying that this worker is alive, and taking up the work of those that are not."""

import time
from collections.abc import Callable, Sequence

import structlog
from dbos import DBOS, DBOSClient, WorkflowStatusString
from sqlalchemy.exc import SQLAlchemyError

from reelhouse.core.jobs.heartbeats import Heartbeats
from reelhouse.kit.db import Database

log = structlog.get_logger(__name__)

BEATS_IN_A_LIFE = 4
"""A worker beats so often before its last beat expires: three may be missed."""


class Heart:
    """Beats for one worker. `lasts` are the seconds after which a silent worker is dead."""

    def __init__(
        self,
        database: Database,
        executor_id: str,
        queues: Sequence[str],
        *,
        lasts: float,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._executor_id = executor_id
        self._queues = queues
        self._lasts = lasts
        self._monotonic = monotonic
        self._last_beat: float | None = None
        self._judges_from = monotonic()

    @property
    def every(self) -> float:
        return self._lasts / BEATS_IN_A_LIFE

    def beat(self) -> None:
        """Say that this worker is alive.

        After a gap in which it could not, such as a restart of the database, the others could not either:
        it judges nobody for as long as they need to speak up.
        """
        with self._database.transaction() as transaction:
            Heartbeats(transaction.connection).beat(self._executor_id, self._queues, self._lasts)
        now = self._monotonic()
        if self._last_beat is not None and now - self._last_beat > self._lasts:
            self._judges_from = now + self._lasts
        self._last_beat = now

    def dead(self) -> tuple[str, ...]:
        """The workers that have been silent for too long."""
        if self._monotonic() < self._judges_from:
            return ()
        with self._database.reading() as connection:
            workers = Heartbeats(connection).workers()
        return tuple(worker.executor_id for worker in workers if not worker.alive)

    def others(self) -> tuple[str, ...]:
        """Every other worker that left a row, dead or alive."""
        with self._database.reading() as connection:
            workers = Heartbeats(connection).workers()
        return tuple(worker.executor_id for worker in workers if worker.executor_id != self._executor_id)

    def bury(self, executor_id: str) -> None:
        """Forget a worker whose work was taken up, or that has stopped in good order."""
        with self._database.transaction() as transaction:
            Heartbeats(transaction.connection).forget(executor_id)

    def stop(self) -> None:
        """Say goodbye; what this worker leaves undone is taken up at once."""
        try:
            with self._database.transaction() as transaction:
                Heartbeats(transaction.connection).beat(self._executor_id, self._queues, 0.0)
        except SQLAlchemyError as trouble:
            log.warning("goodbye_not_said", reason=type(trouble).__name__)


def take_up(executor_ids: Sequence[str]) -> None:
    """Queue the unfinished work of dead workers again; doing so twice starts nothing twice."""
    if executor_ids:
        log.info("taking_up_work", executors=list(executor_ids))
        DBOS._recover_pending_workflows(list(executor_ids))  # noqa: SLF001 - 3.x has no public call


def executors_with_work(client: DBOSClient) -> tuple[str, ...]:
    """Whoever is recorded as working on something, alive or not."""
    running = client.list_workflows(
        status=WorkflowStatusString.PENDING.value, load_input=False, load_output=False
    )
    return tuple(sorted({work.executor_id for work in running if work.executor_id}))
