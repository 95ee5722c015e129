"""The web application: every dialect at its place, files, health and figures around them."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Host, Mount, Route, Router
from starlette.types import ASGIApp, Lifespan

from reelhouse.dialects.registry import DIALECTS
from reelhouse.http.edge import Edge
from reelhouse.http.health import Probe, health_routes
from reelhouse.http.metrics import metrics_routes
from reelhouse.http.published import publication_routes
from reelhouse.http.request_log import RequestLog


def build_app(
    edge: Edge,
    *,
    files: Sequence[BaseRoute],
    probes: Sequence[Probe],
    hosts: Mapping[str, str] | None = None,
    lifespan: Lifespan[Starlette] | None = None,
) -> Starlette:
    """Put the house on the web.

    `files` are the routes of downloads and portraits; `hosts` maps a host name to the dialect that it
    serves at the root its vendor documents. Raises `KeyError` for a dialect that does not exist.
    """
    dialects = {system: dialect.build(edge) for system, dialect in DIALECTS.items()}
    shared = [*files, *health_routes(probes), *metrics_routes()]
    return Starlette(
        routes=[
            *_hosts(hosts or {}, dialects, shared, edge),
            *(route for system in DIALECTS for route in _files_beside(system, edge)),
            *(_mounted(DIALECTS[system].mount, app) for system, app in dialects.items()),
            *shared,
        ],
        middleware=[Middleware(RequestLog)],
        exception_handlers={404: _nothing_here, 405: _nothing_here},
        lifespan=lifespan,
    )


def _hosts(
    hosts: Mapping[str, str], dialects: Mapping[str, ASGIApp], shared: Sequence[BaseRoute], edge: Edge
) -> list[BaseRoute]:
    found: list[BaseRoute] = []
    for host, system in hosts.items():
        files = DIALECTS[system].published(edge, _address_of(host, edge.public_url))
        mount = _mounted(DIALECTS[system].root, dialects[system])
        found.append(Host(host, Router([*publication_routes("", files), mount, *shared])))
    return found


def _mounted(path: str, app: ASGIApp) -> Mount:
    """A path with a line break in it is the dialect's to refuse, too; the framework's dot stops there."""
    mount = Mount(path, app)
    mount.path_regex = re.compile(mount.path_regex.pattern, re.DOTALL)
    return mount


def _files_beside(system: str, edge: Edge) -> list[Route]:
    """A dialect's files at its path; their addresses never come from a request."""
    return publication_routes(f"/{system}", DIALECTS[system].published(edge, f"{edge.public_url}/{system}"))


def _address_of(host: str, public_url: str) -> str:
    """The house under another of its names: scheme and port stay."""
    house = urlsplit(public_url)
    port = f":{house.port}" if house.port else ""
    return f"{house.scheme}://{host}{port}"


async def _nothing_here(request: Request, failure: Exception) -> Response:
    status = getattr(failure, "status_code", 404)
    headers = getattr(failure, "headers", None)
    error = {"code": "not_found", "message": f"There is nothing at {request.url.path}."}
    return JSONResponse({"error": error}, status, headers)
