"""What a webhook of agent-media tells; the document leaves its payload open."""

from typing import Any

from reelhouse.core.house import PayloadWithin
from reelhouse.core.jobs.types import Job, JobState
from reelhouse.dialects.agentmedia.units import time_to_wire
from reelhouse.dialects.agentmedia.videos.translate import job_to_wire
from reelhouse.http.edge import LinkOf

EVENTS: dict[JobState, str] = {
    JobState.SUCCEEDED: "video.completed",
    JobState.FAILED: "video.failed",
    JobState.CANCELED: "video.canceled",
}


def payload_of(job: Job, link: str | None) -> dict[str, Any]:
    """``{type, timestamp, data}`` of an ended job; `data` is what GET /videos/:id answers."""
    assert job.ended_at is not None, "only an ended job is told"  # noqa: S101
    return {
        "type": EVENTS[job.state],
        "timestamp": time_to_wire(job.ended_at),
        "data": job_to_wire(job, lambda _job: link).model_dump(mode="json"),
    }


def payloads_with(link_of: LinkOf) -> PayloadWithin:
    """The builder of payloads for jobs that came in over agent-media."""
    return lambda _services, job: payload_of(job, link_of(job))
