"""``/v1/artifacts/{id}/regenerate``: make a part of a finished artifact again."""

from fastapi import APIRouter
from starlette.responses import Response

from reelhouse.core.pitches.records import Payer
from reelhouse.dialects.pitchstage.artifacts.translate import artifact_to_wire, scope_from_wire
from reelhouse.dialects.pitchstage.artifacts.wire import ArtifactAnswer, RegenerateRequest
from reelhouse.dialects.pitchstage.documentation import answers
from reelhouse.dialects.pitchstage.plans.translate import asked_from_wire
from reelhouse.dialects.pitchstage.scoped import RenderRoute
from reelhouse.dialects.pitchstage.units import ORIGIN
from reelhouse.dialects.pitchstage.validation import id_from_wire
from reelhouse.http.answers import json_answer
from reelhouse.http.injected import CurrentCaller, CurrentHouse, IdempotencyKey

router = APIRouter(route_class=RenderRoute, tags=["artifacts"])


@router.post(
    "/v1/artifacts/{id}/regenerate",
    status_code=202,
    response_model=ArtifactAnswer,
    responses=answers(402, 404, 409, 413, 422, 501),
)
async def regenerate_artifact(
    id: str,  # noqa: A002 - the vendor's word
    body: RegenerateRequest,
    caller: CurrentCaller,
    house: CurrentHouse,
    _key: IdempotencyKey = None,
) -> Response:
    """Make an artifact again, wholly or in a part; follow it by its `renderId`.

    Until that is done the artifact stays as it is, and also when it fails.
    """
    artifact = await house.pitches.regenerate(
        caller.workspace_id,
        id_from_wire(id, "artifact"),
        scope_from_wire(body.scope),
        body.targetId,
        None if body.videoConfig is None else asked_from_wire(body.videoConfig),
        Payer(caller.key_id),
        origin=ORIGIN,
    )
    return json_answer(artifact_to_wire(artifact), 202)
