"""A job as a stream of events: what is core-level, in words that no vendor has."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

import httpx2
import pytest
from pydantic import BaseModel
from starlette.applications import Starlette
from starlette.routing import Route
from tests.serving import served, wait_until

from reelhouse.core.jobs.types import JobError, JobKind, NewJob
from reelhouse.http.sse import Pace, Told, Words, job_stream, resume_after
from reelhouse.kit.money import MicroDollars

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send
    from tests.dialects.conftest import Studio

    from reelhouse.core.events.types import Event
    from reelhouse.core.jobs.types import Job

PACE = Pace(poll=0.01, heartbeat=0.05)


class Line(BaseModel):
    """What this test says of a job."""

    said: str


@dataclass(frozen=True, slots=True)
class Message:
    name: str
    number: str | None
    data: dict[str, Any]


WORDS = Words(
    state=lambda job: Told("state", Line(said=job.state.value)),
    event=lambda event: None if event.kind.value == "submitted" else Told("event", _line(event)),
)


def _line(event: Event) -> Line:
    return Line(said=f"{event.kind.value} {event.data.get('stage', '')}".strip())


class Doorkeeper:
    """Counts the requests under way."""

    def __init__(self) -> None:
        self.inside = 0

    def let_in(self, app: ASGIApp) -> ASGIApp:
        async def counted(scope: Scope, receive: Receive, send: Send) -> None:
            self.inside += scope["type"] == "http"
            try:
                await app(scope, receive, send)
            finally:
                self.inside -= scope["type"] == "http"

        return counted


@pytest.fixture
def doorkeeper() -> Doorkeeper:
    return Doorkeeper()


@pytest.fixture
def stream_url(studio: Studio, doorkeeper: Doorkeeper) -> Iterator[str]:
    """The address of a server that streams any job."""

    async def stream(request: Request) -> Response:
        job = await studio.house.look_up(
            lambda services: services.jobs.load(UUID(request.path_params["job_id"]))
        )
        return job_stream(studio.house, job, WORDS, resume_after(request), PACE)

    with served(doorkeeper.let_in(Starlette(routes=[Route("/{job_id}", stream)]))) as address:
        yield address


@pytest.fixture
def job(studio: Studio, workspace_id: UUID) -> Job:
    with studio.house.transaction() as services:
        return services.jobs.submit(
            NewJob(workspace_id, JobKind.IMAGE, "test", {}, MicroDollars(0), "workflow", "queue")
        )


def report(studio: Studio, job: Job, *stages: str) -> None:
    for stage in stages:
        with studio.house.transaction() as services:
            services.jobs.report(job.job_id, 0.5, stage)


def messages(lines: Iterator[str]) -> Iterator[Message]:
    """As a browser reads them; comments are left out."""
    fields: dict[str, str] = {}
    for line in lines:
        if line.startswith(":"):
            continue
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
        elif fields:
            yield Message(fields["event"], fields.get("id"), json.loads(fields["data"]))
            fields = {}


def read(url: str, after: str | None = None, headers: Mapping[str, str] | None = None) -> list[Message]:
    resumed = {} if after is None else {"Last-Event-ID": after}
    with httpx2.stream("GET", url, headers={**(headers or {}), **resumed}, timeout=10) as answer:
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        return list(messages(answer.iter_lines()))


def test_a_stream_tells_the_state_then_each_event_under_its_number_and_ends_with_the_job(
    studio: Studio, stream_url: str, job: Job
) -> None:
    heard: list[Message] = []
    listener = threading.Thread(target=lambda: heard.extend(read(f"{stream_url}/{job.job_id}")))
    listener.start()
    studio.start(str(job.job_id))
    report(studio, job, "drawing", "checking")
    with studio.house.transaction() as services:
        services.jobs.succeed(job.job_id, {}, MicroDollars(0))
    listener.join(10)

    assert heard[0].name == "state"
    assert heard[0].number is None
    assert [(message.number, message.data["said"]) for message in heard[1:]] == [
        ("2", "queued"),
        ("3", "started"),
        ("4", "progressed drawing"),
        ("5", "progressed checking"),
        ("6", "succeeded"),
    ]


@pytest.mark.parametrize("after", range(7))
def test_a_reader_that_comes_back_gets_what_is_new_without_loss_or_repeat(
    studio: Studio, stream_url: str, job: Job, after: int
) -> None:
    """Promise 40."""
    studio.start(str(job.job_id))
    report(studio, job, "drawing")
    with studio.house.transaction() as services:
        services.jobs.fail(job.job_id, JobError("test", "It did not work."))

    heard = read(f"{stream_url}/{job.job_id}", str(after))

    assert [message.data["said"] for message in heard[:1]] == ["failed"]
    assert [message.number for message in heard[1:]] == [
        str(number) for number in range(max(2, after + 1), 6)
    ]


@pytest.mark.parametrize("after", ["", "-1", "none", "9" * 40, "²"])
def test_an_id_that_is_no_number_begins_at_the_beginning(
    studio: Studio, stream_url: str, job: Job, after: str
) -> None:
    studio.finish(str(job.job_id))

    request = httpx2.Request(
        "GET", f"{stream_url}/{job.job_id}", headers=[(b"Last-Event-ID", after.encode())]
    )
    with httpx2.Client() as client:
        heard = list(messages(iter(client.send(request).text.splitlines())))

    assert [message.number for message in heard] == [None, "2", "3", "4"]


def test_more_events_than_one_look_gives_are_all_told(studio: Studio, stream_url: str, job: Job) -> None:
    studio.start(str(job.job_id))
    report(studio, job, *(f"stage {number}" for number in range(230)))
    with studio.house.transaction() as services:
        services.jobs.fail(job.job_id, JobError("test", "It did not work."))

    heard = read(f"{stream_url}/{job.job_id}")

    assert [message.number for message in heard[1:]] == [str(number) for number in range(2, 235)]


def test_silence_is_broken_by_comments(stream_url: str, job: Job) -> None:
    with httpx2.stream("GET", f"{stream_url}/{job.job_id}", timeout=10) as answer:
        lines = answer.iter_lines()

        comments = (line for line in lines if line.startswith(":"))

        assert [next(comments), next(comments)] == [": still here", ": still here"]


def test_a_reader_that_leaves_is_not_served_any_more(
    doorkeeper: Doorkeeper, stream_url: str, job: Job
) -> None:
    with httpx2.stream("GET", f"{stream_url}/{job.job_id}", timeout=10) as answer:
        next(answer.iter_lines())
        assert doorkeeper.inside == 1

    wait_until(lambda: doorkeeper.inside == 0)
