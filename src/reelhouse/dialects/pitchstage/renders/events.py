"""The events of a render in Pitchstage's words; the document leaves their names and payloads open."""

from collections.abc import Mapping

from pydantic import JsonValue

from reelhouse.core.events.types import Event, EventKind
from reelhouse.core.jobs.types import Job
from reelhouse.dialects.pitchstage.renders.translate import failure_of
from reelhouse.dialects.pitchstage.renders.wire import Failure, RenderEvent, RenderState
from reelhouse.dialects.pitchstage.units import STATUS, Status, time_to_wire
from reelhouse.http.sse import Told, Words

NAMES: Mapping[EventKind, tuple[str, Status]] = {
    EventKind.QUEUED: ("queued", "queued"),
    EventKind.STARTED: ("started", "rendering"),
    EventKind.PROGRESSED: ("progress", "rendering"),
    EventKind.SUCCEEDED: ("completed", "completed"),
    EventKind.FAILED: ("failed", "failed"),
    EventKind.CANCELED: ("failed", "failed"),
}
"""The name of each event, and the status that it leads to; others are not told."""


def state_to_wire(job: Job) -> Told:
    state = RenderState(
        renderId=str(job.job_id),
        status=STATUS[job.state],
        progress=job.progress,
        stage=job.stage,
        error=failure_of(job),
    )
    return Told("state", state)


def event_to_wire(event: Event) -> Told | None:
    if event.kind not in NAMES:
        return None
    name, status = NAMES[event.kind]
    happened = RenderEvent(
        renderId=str(event.job_id),
        status=status,
        at=time_to_wire(event.created_at),
        progress=_progress(event),
        stage=_text(event.data.get("stage")),
        error=_error(event) if status == "failed" else None,
    )
    return Told(name, happened)


WORDS = Words(state_to_wire, event_to_wire)


def _progress(event: Event) -> float | None:
    if event.kind is EventKind.SUCCEEDED:
        return 1.0
    given = event.data.get("progress")
    return float(given) if isinstance(given, int | float) else None


def _error(event: Event) -> Failure:
    code, message = _text(event.data.get("code")), _text(event.data.get("message"))
    return Failure(code=code or event.kind.value, message=message or "This render was stopped.")


def _text(value: JsonValue) -> str | None:
    return value if isinstance(value, str) else None
