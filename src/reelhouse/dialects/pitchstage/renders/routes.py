"""``/v1/projects/{id}/render`` and ``/v1/renders/{id}``: commit a plan, and see what becomes of it."""

from anyio.to_thread import run_sync
from fastapi import APIRouter
from fastapi.sse import EventSourceResponse
from starlette.requests import Request
from starlette.responses import Response

from reelhouse.core.jobs.types import ACTIVE
from reelhouse.core.pitches.records import Payer
from reelhouse.dialects.pitchstage.documentation import answers
from reelhouse.dialects.pitchstage.plans.translate import asked_from_wire
from reelhouse.dialects.pitchstage.plans.wire import PlanRequest
from reelhouse.dialects.pitchstage.renders.events import WORDS
from reelhouse.dialects.pitchstage.renders.translate import accepted_to_wire, render_to_wire
from reelhouse.dialects.pitchstage.renders.wire import RenderAccepted, RenderResult
from reelhouse.dialects.pitchstage.scoped import PlanRoute, RenderRoute, WatchRoute
from reelhouse.dialects.pitchstage.units import ORIGIN
from reelhouse.dialects.pitchstage.validation import id_from_wire
from reelhouse.http.answers import json_answer
from reelhouse.http.guarded_route import caller_of, edge_of
from reelhouse.http.injected import CurrentCaller, CurrentHouse, IdempotencyKey
from reelhouse.http.sse import job_stream, resume_after

POLL_AGAIN = {"Retry-After": "2"}

router = APIRouter(tags=["renders"])


async def render_project(
    id: str,  # noqa: A002 - the vendor's word
    caller: CurrentCaller,
    house: CurrentHouse,
    body: PlanRequest | None = None,
    _key: IdempotencyKey = None,
) -> Response:
    """Commit a plan, the last one unless another is sent: fork a variant, and queue its render.

    This is the step that costs: what the plan estimates is held now, and given back when the render fails.
    """
    project_id = id_from_wire(id, "project")
    asked = None if body is None else asked_from_wire(body)
    payer = Payer(caller.key_id)
    render = await house.pitches.render(caller.workspace_id, project_id, asked, payer, origin=ORIGIN)
    return json_answer(accepted_to_wire(render), 202)


def get_render(
    id: str,  # noqa: A002 - the vendor's word
    caller: CurrentCaller,
    house: CurrentHouse,
) -> Response:
    """The machine-readable result of a render; `Retry-After` comes while it has not ended."""
    render = house.pitches.get_render(caller.workspace_id, id_from_wire(id, "render"))
    with house.reading() as services:
        result = render_to_wire(render, services.assets.link)
    return json_answer(result, headers=POLL_AGAIN if render.job.state in ACTIVE else None)


async def render_events(id: str, request: Request) -> Response:  # noqa: A002 - the vendor's word
    """The state of a render, then each of its events as it happens, until the render has ended.

    Events are numbered; whoever lost the connection goes on after `Last-Event-ID`.
    """
    caller, edge = caller_of(request), edge_of(request)
    render_id = id_from_wire(id, "render")
    render = await run_sync(edge.house.pitches.get_render, caller.workspace_id, render_id)
    return job_stream(edge.house, render.job, WORDS, resume_after(request), edge.pace)


router.add_api_route(
    "/v1/projects/{id}/render",
    render_project,
    methods=["POST"],
    status_code=202,
    response_model=RenderAccepted,
    responses=answers(402, 404, 409, 413, 422, 501),
    route_class_override=RenderRoute,
)
router.add_api_route(
    "/v1/renders/{id}",
    get_render,
    methods=["GET"],
    response_model=RenderResult,
    responses=answers(404),
    route_class_override=PlanRoute,
)
router.add_api_route(
    "/v1/renders/{id}/events",
    render_events,
    methods=["GET"],
    response_class=EventSourceResponse,
    responses=answers(404),
    route_class_override=WatchRoute,
)
