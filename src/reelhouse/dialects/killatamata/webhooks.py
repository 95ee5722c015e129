"""What is told when a job of Killa Tamata ends. The document has no webhooks, so no job of it has one."""

from reelhouse.core.house import PayloadWithin, Services
from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.dialects.killatamata.jobs.translate import job_to_wire
from reelhouse.http.edge import LinkOf


def payloads_with(link_of: LinkOf) -> PayloadWithin:
    """What polling would answer at the end of a job."""

    def payload_of(_services: Services, job: Job) -> JsonObject:
        assert job.ended_at is not None, "only an ended job is told"  # noqa: S101
        payload: JsonObject = job_to_wire(job, link_of, job.ended_at).model_dump(mode="json")
        return payload

    return payload_of
