"""The history of jobs, as streams and pages read it."""

from collections.abc import Mapping
from uuid import UUID

from pydantic import JsonValue

from reelhouse.core.events.repository import EventsRepository
from reelhouse.core.events.types import Event, EventKind
from reelhouse.kit.clock import Clock


class Events:
    def __init__(self, repository: EventsRepository, clock: Clock) -> None:
        self._repository = repository
        self._clock = clock

    def append(
        self, job_id: UUID, workspace_id: UUID, kind: EventKind, data: Mapping[str, JsonValue] | None = None
    ) -> Event:
        """Add to a job's history, in the transaction that changes the job and holds its row."""
        return self._repository.add(job_id, workspace_id, kind, data or {}, self._clock.now())

    def list_after(self, job_id: UUID, number: int = 0, limit: int = 100) -> tuple[Event, ...]:
        """What happened after event `number`, oldest first; 0 begins at the beginning."""
        return self._repository.list_after(job_id, number, limit)
