"""A job as a stream of server-sent events, as the WHATWG's HTML standard (9.2) has them.

On connect the state is told as it is, without a number. Then comes every event of the job's history under
its number, so that a reader who lost the connection goes on after ``Last-Event-ID`` without loss or repeat.
The stream ends with the job.
"""

import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import anyio
from fastapi.sse import EventSourceResponse, format_sse_event
from pydantic import BaseModel
from starlette.requests import Request

from reelhouse.core.events.types import Event
from reelhouse.core.house import House, Services
from reelhouse.core.jobs.types import ACTIVE, Job

PAGE: Final = 100
LONGEST_NUMBER: Final = 9
HEADERS = {
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",  # a proxy passes each event on at once
}
HEARTBEAT = format_sse_event(comment="still here")


@dataclass(frozen=True, slots=True)
class Pace:
    """How often the database is asked, and after how much silence a comment keeps the line open; seconds."""

    poll: float = 0.5
    heartbeat: float = 15.0


USUAL_PACE: Final = Pace()


@dataclass(frozen=True, slots=True)
class Told:
    """One message in a dialect's own words: the name of the event, and what it says."""

    name: str
    data: BaseModel


@dataclass(frozen=True, slots=True)
class Words:
    """How a dialect tells of a job: what it is like now, and what happened to it; None is left out."""

    state: Callable[[Job], Told]
    event: Callable[[Event], Told | None]


def resume_after(request: Request) -> int:
    """The number of the last event that the reader has seen; what is no number begins at the beginning."""
    given = request.headers.get("last-event-id", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) <= LONGEST_NUMBER else 0


def job_stream(house: House, job: Job, words: Words, after: int, pace: Pace) -> EventSourceResponse:
    """The stream of a job that the caller may see, from event `after` on."""
    return EventSourceResponse(_messages(house, job, words, after, pace), headers=HEADERS)


async def _messages(house: House, job: Job, words: Words, after: int, pace: Pace) -> AsyncIterator[bytes]:
    """Holds nothing while it waits, so a reader who leaves has nothing to give back."""
    yield _written(words.state(job))
    told_at = time.monotonic()
    while True:
        seen = await house.look_up(_look(job.job_id, after))
        for event in seen.events:
            after = event.number
            told = words.event(event)
            if told is not None:
                yield _written(told, event.number)
                told_at = time.monotonic()
        if seen.is_last:
            return
        if time.monotonic() - told_at >= pace.heartbeat:
            yield HEARTBEAT
            told_at = time.monotonic()
        if not seen.events:
            await anyio.sleep(pace.poll)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The job is read before its events, so that of one that has ended no event is missing."""

    job: Job
    events: Sequence[Event]

    @property
    def is_last(self) -> bool:
        return self.job.state not in ACTIVE and len(self.events) < PAGE


def _look(job_id: UUID, after: int) -> Callable[[Services], _Seen]:
    def look(services: Services) -> _Seen:
        return _Seen(services.jobs.load(job_id), services.events.list_after(job_id, after, PAGE))

    return look


def _written(told: Told, number: int | None = None) -> bytes:
    return format_sse_event(
        event=told.name,
        data_str=told.data.model_dump_json(),
        id=None if number is None else str(number),
    )
