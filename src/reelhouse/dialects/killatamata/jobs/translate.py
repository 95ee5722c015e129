"""Jobs as Killa Tamata shows them; nothing here asks anybody."""

from datetime import datetime, timedelta
from typing import Any, Literal

from reelhouse.core.jobs.types import Job, JobState
from reelhouse.core.tasks.estimates import output_seconds
from reelhouse.core.tasks.types import Task
from reelhouse.dialects.killatamata.jobs.wire import (
    Adjustment,
    Billing,
    DurationEstimate,
    JobDetails,
    JobFailure,
    JobSubmitted,
    JobView,
    Output,
)
from reelhouse.dialects.killatamata.units import STATUS, dollars_of, optional_time, time_to_wire
from reelhouse.http.edge import LinkOf

PROMISED = timedelta(hours=48)
REFUNDED = frozenset({JobState.FAILED, JobState.CANCELED})

OutputsState = Literal["none", "available", "best_effort", "purged"]


def submitted_to_wire(job: Job, task: Task) -> JobSubmitted:
    shown = _shown(job)
    seconds = output_seconds(task)
    return JobSubmitted(
        jobId=str(job.job_id),
        externalJobId=str(job.job_id),
        task=str(shown["task"]),
        status=STATUS[job.state],
        billing=_billing(job),
        durationEstimate=DurationEstimate(
            outputSeconds=None if seconds is None else round(float(seconds), 3)
        ),
        effectiveInput=_mapping(shown["effectiveInput"]),
        inputAdjustments=_adjustments(shown),
    )


def job_to_wire(job: Job, link_of: LinkOf, now: datetime) -> JobView:
    return JobView(**_facts(job, link_of, now))


def details_to_wire(job: Job, link_of: LinkOf, now: datetime) -> JobDetails:
    """With the result of whoever did the work, in our words: no address, key or path of a backend."""
    shown = _shown(job)
    result = job.result
    return JobDetails(
        **_facts(job, link_of, now),
        upstreamResult=None
        if result is None
        else {
            "engine": result.get("engine"),
            "passedOver": result.get("passed_over", []),
            "understood": result.get("understood", []),
            "notes": result.get("notes", []),
            "facts": result.get("facts", {}),
        },
        effectiveInput=_mapping(shown["effectiveInput"]),
        inputAdjustments=_adjustments(shown),
    )


def _facts(job: Job, link_of: LinkOf, now: datetime) -> dict[str, Any]:
    link = link_of(job)
    result = job.result or {}
    outputs = []
    if link is not None:
        outputs = [
            Output(
                url=link,
                mimeType=str(result.get("media_type")),
                sizeBytes=int(str(result.get("size"))),
                sha256=str(result.get("sha256")),
            )
        ]
    error = job.error
    return {
        "jobId": str(job.job_id),
        "externalJobId": str(job.job_id),
        "task": str(_shown(job)["task"]),
        "status": STATUS[job.state],
        "progress": round(job.progress, 4),
        "stage": job.stage,
        "billing": _billing(job),
        "downloadableOutputUrls": [output.url for output in outputs],
        "outputs": outputs,
        "outputsState": _outputs_state(job, link, now),
        "outputsExpireAt": _expires(job),
        "createdAt": time_to_wire(job.created_at),
        "completedAt": optional_time(job.ended_at),
        "failure": None
        if error is None
        else JobFailure(code=error.code, message=error.message, check=error.check),
    }


def _billing(job: Job) -> Billing:
    if job.state in REFUNDED:
        status: Literal["charged", "refunded", "refund_pending"] = (
            "refund_pending" if job.refund_pending else "refunded"
        )
        charged = job.price if job.refund_pending else 0
    else:
        status, charged = "charged", job.charged if job.state is JobState.SUCCEEDED else job.price
    return Billing(status=status, priceUsd=dollars_of(job.price), chargedUsd=dollars_of(charged))


def _outputs_state(job: Job, link: str | None, now: datetime) -> OutputsState:
    if job.state is not JobState.SUCCEEDED or job.ended_at is None:
        return "none"
    if link is None:
        return "purged"
    return "available" if now - job.ended_at <= PROMISED else "best_effort"


def _expires(job: Job) -> str | None:
    ends = (job.result or {}).get("expires_at")
    return time_to_wire(datetime.fromisoformat(ends)) if isinstance(ends, str) else None


def _shown(job: Job) -> dict[str, Any]:
    """The part of the stored input that is the dialect's own; a poll need not understand the rest."""
    return _mapping(job.input["shown"])


def _adjustments(shown: dict[str, Any]) -> list[Adjustment]:
    return [Adjustment.model_validate(one) for one in shown["inputAdjustments"]]


def _mapping(value: object) -> dict[str, Any]:
    assert isinstance(value, dict), "it was stored as an object"  # noqa: S101
    return value
