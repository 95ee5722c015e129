"""``/media/jobs``: submit one of the nine tasks, and poll it."""

from typing import Annotated
from uuid import UUID

from anyio.to_thread import run_sync
from fastapi import APIRouter, Header
from starlette.requests import Request
from starlette.responses import Response

from reelhouse.core.jobs.errors import JobNotFound
from reelhouse.core.jobs.types import Job
from reelhouse.core.tasks.desk import Staged
from reelhouse.core.tasks.types import Given, RequestedTask, TaskOrder
from reelhouse.dialects.killatamata.documentation import answers
from reelhouse.dialects.killatamata.jobs.common import Read
from reelhouse.dialects.killatamata.jobs.files import Sent
from reelhouse.dialects.killatamata.jobs.reading import Body, read_body
from reelhouse.dialects.killatamata.jobs.translate import details_to_wire, job_to_wire, submitted_to_wire
from reelhouse.dialects.killatamata.jobs.wire import JobBody, JobDetails, JobSubmitted, JobView
from reelhouse.dialects.killatamata.repeating import RepeatableRoute
from reelhouse.dialects.killatamata.units import ORIGIN
from reelhouse.dialects.killatamata.validation import FileAddressRefused, InvalidInput, job_id_from_wire
from reelhouse.http.answers import json_answer
from reelhouse.http.edge import Edge
from reelhouse.http.guarded_route import PolledRoute, caller_of, edge_of
from reelhouse.http.injected import CurrentCaller, CurrentEdge
from reelhouse.kit.safe_fetch import AddressRefused

POLL_AGAIN = {"Retry-After": "2"}

RepeatKey = Annotated[
    str | None,
    Header(
        alias="X-Idempotency-Key",
        max_length=255,
        description="Makes a retry safe: the same key and body replay the first answer for 72 hours.",
    ),
]

router = APIRouter(route_class=RepeatableRoute, tags=["media jobs"])


@router.post(
    "/media/jobs",
    status_code=202,
    response_model=JobSubmitted,
    responses=answers(400, 402, 403, 409, 413, 501, 503),
)
async def submit_job(
    body: JobBody, caller: CurrentCaller, edge: CurrentEdge, _key: RepeatKey = None
) -> Response:
    """Submit one media task. The price is fixed now; a job that fails is refunded in full."""
    read = read_body(body)
    for sent in read.files:
        _check_address(edge, sent)
    queue = edge.house.tasks.queue_for(read.task_with(lambda sent: Given(sent.field, url=sent.url)))
    staged: dict[str, Staged] = {}
    try:
        for sent in read.files:
            if sent.inline is not None:
                staged[sent.field] = await edge.house.tasks.stage(
                    edge.house.transaction, caller.workspace_id, sent.inline
                )
        requested = await run_sync(_request, edge, caller.workspace_id, body, read, staged, queue)
    except BaseException:
        for one in staged.values():
            await edge.house.tasks.drop(edge.house.transaction, one)
        raise
    order, taken = requested
    return json_answer(submitted_to_wire(taken.job, order.task), 202)


def _check_address(edge: Edge, sent: Sent) -> None:
    if sent.url is None:
        return
    try:
        edge.fetch.check_url(sent.url)
    except AddressRefused as refusal:
        raise FileAddressRefused(sent.field, refusal) from refusal


def _request(
    edge: Edge,
    workspace_id: UUID,
    body: Body,
    read: Read,
    staged: dict[str, Staged],
    queue: str,
) -> tuple[TaskOrder, RequestedTask]:
    def give(sent: Sent) -> Given:
        return sent.given(staged.get(sent.field))

    order = TaskOrder(
        workspace_id=workspace_id,
        origin=ORIGIN,
        task=read.task_with(give),
        shown={
            "task": body.task,
            "effectiveInput": read.shown,
            "inputAdjustments": [adjustment.model_dump() for adjustment in read.adjustments],
        },
        uploads=tuple(one.upload_id for one in staged.values()),
    )
    with edge.house.transaction() as services:
        return order, services.tasks.request(order, queue)


async def get_job(request: Request) -> Response:
    """The state of a job and its downloads; ``includeDetails=1`` adds what was made of the input."""
    caller, edge = caller_of(request), edge_of(request)
    given = request.query_params.get("jobId")
    if not given:
        raise InvalidInput(("jobId", "jobId is required"))
    detailed = request.query_params.get("includeDetails", "0")
    if detailed not in {"0", "1", "false", "true"}:
        raise InvalidInput(("includeDetails", "includeDetails must be 1 or 0"))
    job_id = job_id_from_wire(given)
    job = await edge.house.look_up(lambda services: services.jobs.get(caller.workspace_id, job_id))
    if job.origin != ORIGIN:
        raise JobNotFound(job_id)
    headers = None if _has_ended(job) else POLL_AGAIN
    now = edge.house.clock.now()
    to_wire = details_to_wire if detailed in {"1", "true"} else job_to_wire
    return json_answer(to_wire(job, edge.link_of, now), headers=headers)


def _has_ended(job: Job) -> bool:
    return job.ended_at is not None


router.add_api_route(
    "/media/jobs",
    get_job,
    methods=["GET"],
    response_model=JobView | JobDetails,
    responses=answers(400, 404),
    route_class_override=PolledRoute,
    openapi_extra={
        "parameters": [
            {"name": "jobId", "in": "query", "required": True, "schema": {"type": "string"}},
            {
                "name": "includeDetails",
                "in": "query",
                "required": False,
                "schema": {"type": "integer", "enum": [0, 1]},
            },
        ]
    },
)
