"""``/videos``: create, list, read, delete and cancel."""

from typing import Annotated, Literal

from anyio.to_thread import run_sync
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from reelhouse.core.videos.types import RequestedVideo, VideoOrder, Wording
from reelhouse.dialects.agentmedia.documentation import answers
from reelhouse.dialects.agentmedia.units import ORIGIN
from reelhouse.dialects.agentmedia.validation import job_id_from_wire
from reelhouse.dialects.agentmedia.videos.translate import (
    brief_from_wire,
    canceled_to_wire,
    created_to_wire,
    deleted_to_wire,
    filter_from_wire,
    is_under_way,
    job_to_wire,
    page_to_wire,
)
from reelhouse.dialects.agentmedia.videos.wire import (
    Status,
    VideoBody,
    VideoCanceled,
    VideoCreated,
    VideoDeleted,
    VideoJob,
    VideoList,
)
from reelhouse.http.answers import json_answer
from reelhouse.http.guarded_route import PolledRoute, RepeatableRoute, caller_of, edge_of
from reelhouse.http.injected import CurrentCaller, CurrentEdge, CurrentHouse, IdempotencyKey

POLL_AGAIN = {"Retry-After": "5"}
LARGEST_OFFSET = 2**31 - 1

router = APIRouter(route_class=RepeatableRoute, tags=["videos"])


@router.post(
    "/videos",
    status_code=201,
    response_model=VideoCreated,
    responses=answers(400, 402, 403, 404, 409, 413, 429, 501, 502),
)
async def create_video(
    body: VideoBody, caller: CurrentCaller, edge: CurrentEdge, idempotency_key: IdempotencyKey = None
) -> Response:
    """Create a video generation job. Credits are deducted immediately, and refunded on failure or cancel."""
    brief = brief_from_wire(body)
    for address in brief.addresses:
        edge.fetch.check_url(address)

    def plan() -> VideoOrder:
        with edge.house.reading() as services:
            return services.videos.plan(
                caller.workspace_id, brief, origin=ORIGIN, idempotency_key=idempotency_key
            )

    def request(order: VideoOrder, wording: Wording) -> RequestedVideo:
        with edge.house.transaction() as services:
            return services.videos.request(order, wording)

    order = await run_sync(plan)
    # No thread waits for a page or an engine: there are few, and a stranger decides how long it takes.
    wording = await edge.house.scripts.write(order.brief, order.max_words)
    video = await run_sync(request, order, wording)
    return json_answer(created_to_wire(video, actor_was_given=brief.actor_slug is not None), 201)


@router.get("/videos", response_model=VideoList, responses=answers(400))
def list_videos(
    caller: CurrentCaller,
    edge: CurrentEdge,
    limit: Annotated[int, Query(ge=1, le=100, description="Results a page.")] = 20,
    offset: Annotated[int, Query(ge=0, le=LARGEST_OFFSET, description="Results to skip.")] = 0,
    status: Annotated[Status | None, Query(description="Only jobs in this status.")] = None,
    sort: Annotated[Literal["newest", "oldest"], Query(description="Which jobs come first.")] = "newest",
) -> Response:
    """List your video generation jobs; `total` counts all that match the filter."""
    wanted = filter_from_wire(status, sort, limit, offset)
    with edge.house.reading() as services:
        page = services.jobs.list_(caller.workspace_id, wanted)
    return json_answer(page_to_wire(page, edge.link_of))


async def get_video(id: str, request: Request) -> Response:  # noqa: A002 - the vendor's word
    """Get the status and details of a job; `Retry-After: 5` while it has not ended."""
    caller, edge = caller_of(request), edge_of(request)
    job_id = job_id_from_wire(id)
    job = await edge.house.look_up(lambda services: services.jobs.get(caller.workspace_id, job_id))
    return json_answer(job_to_wire(job, edge.link_of), headers=POLL_AGAIN if is_under_way(job) else None)


router.add_api_route(
    "/videos/{id}",
    get_video,
    methods=["GET"],
    response_model=VideoJob,
    responses=answers(404),
    route_class_override=PolledRoute,
)


@router.delete("/videos/{id}", response_model=VideoDeleted, responses=answers(403, 404))
def delete_video(id: str, caller: CurrentCaller, house: CurrentHouse) -> Response:  # noqa: A002 - the vendor's word
    """Soft-delete a job; one that has not ended is canceled and refunded first."""
    job_id = job_id_from_wire(id)
    with house.transaction() as services:
        job = services.jobs.delete(caller.workspace_id, job_id)
    return json_answer(deleted_to_wire(job))


@router.post("/videos/{id}/cancel", response_model=VideoCanceled, responses=answers(400, 403, 404, 409))
def cancel_video(
    id: str,  # noqa: A002 - the vendor's word
    caller: CurrentCaller,
    house: CurrentHouse,
    _idempotency_key: IdempotencyKey = None,
) -> Response:
    """Cancel a job that is submitted, queued or processing. Credits are refunded."""
    job_id = job_id_from_wire(id)
    with house.transaction() as services:
        job = services.jobs.cancel(caller.workspace_id, job_id)
    return json_answer(canceled_to_wire(job))
