"""The Killa Tamata API as one application: mount it under ``/killatamata/api/v1``."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from reelhouse.dialects.killatamata.account import routes as account
from reelhouse.dialects.killatamata.documentation import DESCRIPTION, completed
from reelhouse.dialects.killatamata.errors import explain
from reelhouse.dialects.killatamata.jobs import routes as jobs
from reelhouse.http.edge import Edge
from reelhouse.http.errors import MethodNotAllowed
from reelhouse.http.front_door import FrontDoor
from reelhouse.http.guarded_route import methods_at
from reelhouse.kit.errors import ReelhouseError

SYSTEM = "killatamata"
ROOT = "/api/v1"


def build(edge: Edge) -> FastAPI:
    """The API over a house. Everything it needs comes in `edge`."""
    app = describe(edge.public_url)
    app.state.edge = edge
    app.add_middleware(FrontDoor, edge=edge, explain=explain)
    return app


def describe(public_url: str) -> FastAPI:
    """The routes and their OpenAPI document, with nobody behind them yet."""
    app = KillaTamata(
        title="Killa Tamata API",
        version="1",
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        servers=[{"url": f"{public_url}/{SYSTEM}{ROOT}"}],
        root_path_in_servers=False,
        exception_handlers={
            ReelhouseError: _refuse,
            RequestValidationError: _refuse,
            HTTPException: _refuse,
        },
    )
    for area in (jobs, account):
        app.router.routes.extend(area.router.routes)  # flat: an included router is asked twice a request
    return app


class KillaTamata(FastAPI):
    def openapi(self) -> dict[str, Any]:
        if self.openapi_schema is None:
            self.openapi_schema = completed(super().openapi())
        return self.openapi_schema


async def _refuse(request: Request, failure: Exception) -> Response:
    if isinstance(failure, HTTPException) and failure.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        failure = MethodNotAllowed(methods_at(request))
    return explain(failure)
