"""What a webhook of Pitchstage tells; the document leaves its payload open."""

from reelhouse.core.house import PayloadWithin, Services
from reelhouse.core.jobs.types import Job, JobState, JsonObject
from reelhouse.dialects.pitchstage.renders.translate import render_to_wire
from reelhouse.dialects.pitchstage.units import time_to_wire
from reelhouse.http.edge import LinkOf

EVENTS: dict[JobState, str] = {
    JobState.SUCCEEDED: "render.completed",
    JobState.FAILED: "render.failed",
    JobState.CANCELED: "render.failed",
}


def payloads_with(_link_of: LinkOf) -> PayloadWithin:
    """``{type, timestamp, data}`` of an ended render; `data` is what ``GET /v1/renders/:id`` answers."""

    def payload_of(services: Services, job: Job) -> JsonObject:
        assert job.ended_at is not None, "only an ended job is told"  # noqa: S101
        render = services.pitch_renders.get(job.workspace_id, job.job_id)
        return {
            "type": EVENTS[job.state],
            "timestamp": time_to_wire(job.ended_at),
            "data": render_to_wire(render, services.assets.link).model_dump(mode="json"),
        }

    return payload_of
