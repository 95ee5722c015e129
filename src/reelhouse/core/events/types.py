"""What happened to a job: an append-only list, numbered from 1 for each job."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import JsonValue


class EventKind(StrEnum):
    SUBMITTED = "submitted"
    QUEUED = "queued"
    STARTED = "started"
    PROGRESSED = "progressed"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELED = "canceled"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a job's history. `number` counts from 1 without gaps, so a reader can resume after it."""

    job_id: UUID
    number: int
    workspace_id: UUID
    kind: EventKind
    data: Mapping[str, JsonValue]
    created_at: datetime
