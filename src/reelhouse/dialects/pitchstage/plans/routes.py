"""``/v1/projects/{id}/plan``: resolve a plan, and read the last one."""

from fastapi import APIRouter
from starlette.responses import Response

from reelhouse.dialects.pitchstage.documentation import answers
from reelhouse.dialects.pitchstage.plans.telling import kept_to_wire
from reelhouse.dialects.pitchstage.plans.translate import asked_from_wire
from reelhouse.dialects.pitchstage.plans.wire import PlanRequest, ResolvedPlan
from reelhouse.dialects.pitchstage.scoped import PlanRoute
from reelhouse.dialects.pitchstage.validation import id_from_wire
from reelhouse.http.answers import json_answer
from reelhouse.http.injected import CurrentCaller, CurrentHouse, IdempotencyKey

router = APIRouter(route_class=PlanRoute, tags=["plan"])


@router.post(
    "/v1/projects/{id}/plan", response_model=ResolvedPlan, responses=answers(404, 409, 413, 422, 501)
)
async def plan_project(
    id: str,  # noqa: A002 - the vendor's word
    caller: CurrentCaller,
    house: CurrentHouse,
    body: PlanRequest | None = None,
    _key: IdempotencyKey = None,
) -> Response:
    """Resolve a plan: config, outline, narration and fit score at once, a still of each scene a little later.

    It costs nothing. What does not go together is put right, and each time there is a warning.
    """
    project_id = id_from_wire(id, "project")
    kept = await house.pitches.plan(caller.workspace_id, project_id, asked_from_wire(body))
    return json_answer(kept_to_wire(kept, house.pitches.link))


@router.get("/v1/projects/{id}/plan", response_model=ResolvedPlan, responses=answers(404))
def get_plan(
    id: str,  # noqa: A002 - the vendor's word
    caller: CurrentCaller,
    house: CurrentHouse,
) -> Response:
    """The last plan, with the stills that are painted by now."""
    kept = house.pitches.latest(caller.workspace_id, id_from_wire(id, "project"))
    return json_answer(kept_to_wire(kept, house.pitches.link))
