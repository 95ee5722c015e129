"""A job: everything that takes time. REST, events, webhooks and the CLI are views of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

import sqlalchemy as sa
from pydantic import JsonValue

from reelhouse.kit.money import MicroDollars

JsonObject = Mapping[str, JsonValue]


class JobKind(StrEnum):
    """`VIDEO` is a talking actor, `PITCH` a demo video or a carousel; the others are the nine media tasks."""

    VIDEO = "video"
    IMAGE = "image"
    IMAGE_EDIT = "image_edit"
    FILM = "film"
    JOIN = "join"
    SPEECH = "speech"
    ANNOTATION = "annotation"
    SONG = "song"
    SOUND = "sound"
    MESH = "mesh"
    PITCH = "pitch"


class JobState(StrEnum):
    SUBMITTED = "submitted"
    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELED = "canceled"


ACTIVE = frozenset({JobState.SUBMITTED, JobState.QUEUED, JobState.RUNNING})

TRANSITIONS: dict[JobState, frozenset[JobState]] = {
    JobState.SUBMITTED: frozenset({JobState.QUEUED, JobState.FAILED, JobState.CANCELED}),
    JobState.QUEUED: frozenset({JobState.RUNNING, JobState.FAILED, JobState.CANCELED}),
    JobState.RUNNING: frozenset({JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELED}),
    JobState.SUCCEEDED: frozenset(),
    JobState.FAILED: frozenset(),
    JobState.CANCELED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class JobError:
    """Why a job failed: a stable code, a sentence for a person, and the check that refused the file."""

    code: str
    message: str
    check: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One row. `origin` is the edge that took it (a dialect's name); `price` was held at submit,
    `charged` is what was settled in the end, `refund_pending` that the hold of an ended job is still open.
    """

    job_id: UUID
    workspace_id: UUID
    kind: JobKind
    origin: str
    state: JobState
    input: JsonObject
    price: MicroDollars
    charged: MicroDollars
    refund_pending: bool
    progress: float
    stage: str
    result: JsonObject | None
    error: JobError | None
    webhook_url: str | None
    idempotency_key: str | None
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewJob:
    """A request for work. Submitting the same `idempotency_key` twice gives the first job again.

    `key_id` is the API key that pays, where what it spends is counted.
    """

    workspace_id: UUID
    kind: JobKind
    origin: str
    input: JsonObject
    price: MicroDollars
    workflow: str
    queue: str
    webhook_url: str | None = None
    idempotency_key: str | None = None
    key_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class JobFilter:
    kind: JobKind | None = None
    states: frozenset[JobState] | None = None
    newest_first: bool = True
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class JobPage:
    """One page, and how many jobs match the filter in all."""

    jobs: tuple[Job, ...]
    total: int


@dataclass(frozen=True, slots=True)
class JobSummary:
    """What the usage of a workspace is counted from; deleted jobs are among them."""

    job_id: UUID
    kind: JobKind
    origin: str
    state: JobState
    charged: MicroDollars
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Work:
    """A durable workflow to start. Enqueueing the same `work_id` twice starts it once.

    It waits for `delay` before it enters its queue, and takes nobody's place meanwhile.
    """

    work_id: str
    workflow: str
    queue: str
    payload: JsonObject
    delay: timedelta = timedelta(0)


class Dispatcher(Protocol):
    """The durable engine, as the core sees it."""

    def enqueue(self, connection: sa.Connection, work: Work) -> None:
        """Put work into its queue within the caller's transaction: all or nothing."""
        ...

    def cancel(self, work_id: str) -> None:
        """Stop work that waits or runs, outside of any transaction; unknown or ended work is left alone."""
        ...
