"""``/v1/health`` and ``/v1/openapi.json``."""

from typing import Any

from fastapi import APIRouter
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from reelhouse.dialects.pitchstage.documentation import MEANINGS, ErrorBody, answers
from reelhouse.dialects.pitchstage.scoped import WatchRoute
from reelhouse.dialects.pitchstage.units import VERSION
from reelhouse.http.answers import json_answer
from reelhouse.http.guarded_route import caller_of, edge_of


class Health(BaseModel):
    version: str
    ok: bool


router = APIRouter(tags=["service"])


async def health(request: Request) -> Response:
    """Tell the version, and whether the service is well."""
    caller, edge = caller_of(request), edge_of(request)
    await edge.house.look_up(lambda services: services.workspaces.get(caller.workspace_id))
    return json_answer(Health(version=VERSION, ok=True))


async def openapi_json(request: Request) -> Response:
    """The machine-readable description, OpenAPI 3.1; it needs no key."""
    return JSONResponse(request.app.openapi())


router.add_api_route(
    "/v1/health",
    health,
    methods=["GET"],
    response_model=Health,
    responses=answers(),
    route_class_override=WatchRoute,
)
router.add_api_route(
    "/v1/openapi.json",
    openapi_json,
    methods=["GET"],
    response_model=dict[str, Any],
    responses={429: {"model": ErrorBody, "description": MEANINGS[429]}},
    route_class_override=APIRoute,
)
