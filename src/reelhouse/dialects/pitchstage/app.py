"""The Pitchstage API as one application: mount it under ``/pitchstage/api``."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from reelhouse.dialects.pitchstage import routes as service
from reelhouse.dialects.pitchstage.artifacts import routes as artifacts
from reelhouse.dialects.pitchstage.documentation import DESCRIPTION, completed
from reelhouse.dialects.pitchstage.errors import explain
from reelhouse.dialects.pitchstage.plans import routes as plans
from reelhouse.dialects.pitchstage.projects import routes as projects
from reelhouse.dialects.pitchstage.renders import routes as renders
from reelhouse.http.edge import Edge
from reelhouse.http.errors import MethodNotAllowed
from reelhouse.http.front_door import FrontDoor
from reelhouse.http.guarded_route import methods_at
from reelhouse.kit.errors import ReelhouseError

SYSTEM = "pitchstage"
ROOT = "/api"
"""The document's OpenAPI lists its paths as ``/v1/*`` under this."""


def build(edge: Edge) -> FastAPI:
    """The API over a house. Everything it needs comes in `edge`."""
    app = describe(edge.public_url)
    app.state.edge = edge
    app.add_middleware(FrontDoor, edge=edge, explain=explain, door=SYSTEM)
    return app


def describe(public_url: str) -> FastAPI:
    """The routes and their OpenAPI document, with nobody behind them yet."""
    app = Pitchstage(
        title="Pitchstage Headless API",
        version="v1",
        description=DESCRIPTION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        servers=[{"url": f"{public_url}/{SYSTEM}{ROOT}"}],
        root_path_in_servers=False,
        separate_input_output_schemas=False,
        exception_handlers={
            ReelhouseError: _refuse,
            RequestValidationError: _refuse,
            HTTPException: _refuse,
        },
    )
    for area in (service, projects, plans, renders, artifacts):
        app.router.routes.extend(area.router.routes)  # flat: an included router is asked twice a request
    return app


class Pitchstage(FastAPI):
    def openapi(self) -> dict[str, Any]:
        if self.openapi_schema is None:
            self.openapi_schema = completed(super().openapi())
        return self.openapi_schema


async def _refuse(request: Request, failure: Exception) -> Response:
    if isinstance(failure, HTTPException) and failure.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        failure = MethodNotAllowed(methods_at(request))
    return explain(failure)
