"""The application of one dialect: its routes, its errors in its own words, and its OpenAPI document."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from reelhouse.http.edge import Edge, Explain
from reelhouse.http.errors import MethodNotAllowed
from reelhouse.http.front_door import FrontDoor
from reelhouse.http.guarded_route import methods_at
from reelhouse.kit.errors import ReelhouseError


class DialectApplication(FastAPI):
    """`explain` answers to failures, and `completed` puts into the document what the framework cannot know.

    `address` is where callers find it; what is `described` goes to the framework as it is.
    """

    def __init__(
        self,
        routers: Iterable[APIRouter],
        *,
        explain: Explain,
        completed: Callable[[dict[str, Any]], dict[str, Any]],
        address: str,
        **described: Any,  # noqa: ANN401 - whatever FastAPI takes
    ) -> None:
        self._explain = explain
        self._completed = completed
        kinds = (ReelhouseError, RequestValidationError, HTTPException)
        super().__init__(
            docs_url=None,
            redoc_url=None,
            redirect_slashes=False,
            servers=[{"url": address}],
            root_path_in_servers=False,
            exception_handlers=dict.fromkeys(kinds, self._refuse),
            **described,
        )
        for router in routers:
            self.router.routes.extend(router.routes)  # flat: an included router is asked twice a request

    def open(self, edge: Edge, door: str = "") -> None:
        """Put it in front of a house; `door` as for `FrontDoor`."""
        self.state.edge = edge
        self.add_middleware(FrontDoor, edge=edge, explain=self._explain, door=door)

    def openapi(self) -> dict[str, Any]:
        if self.openapi_schema is None:
            self.openapi_schema = self._completed(super().openapi())
        return self.openapi_schema

    async def _refuse(self, request: Request, failure: Exception) -> Response:
        if isinstance(failure, HTTPException) and failure.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            failure = MethodNotAllowed(methods_at(request))
        return self._explain(failure)
