"""What a webhook of Pitchstage tells; the document leaves its payload open."""

from collections.abc import Callable

from reelhouse.core.house import Services
from reelhouse.core.jobs.types import Job, JobState, JsonObject
from reelhouse.dialects.pitchstage.renders.translate import render_to_wire
from reelhouse.dialects.pitchstage.units import time_to_wire

EVENTS: dict[JobState, str] = {
    JobState.SUCCEEDED: "render.completed",
    JobState.FAILED: "render.failed",
    JobState.CANCELED: "render.failed",
}


def payloads_within(services: Services) -> Callable[[Job], JsonObject]:
    """The builder of payloads in the transaction that ends a render: ``{type, timestamp, data}``.

    `data` is what ``GET /v1/renders/:id`` answers from now on.
    """

    def payload_of(job: Job) -> JsonObject:
        assert job.ended_at is not None, "only an ended job is told"  # noqa: S101
        render = services.pitch_renders.get(job.workspace_id, job.job_id)
        return {
            "type": EVENTS[job.state],
            "timestamp": time_to_wire(job.ended_at),
            "data": render_to_wire(render, services.assets.link).model_dump(mode="json"),
        }

    return payload_of
