"""The outermost layer: a request id, one line of log, and the figures behind /metrics."""

import logging
import re
import time
from collections.abc import MutableMapping
from functools import lru_cache
from typing import Any

import structlog
from prometheus_client import Counter, Histogram
from starlette.types import ASGIApp, Receive, Scope, Send

from reelhouse.http.facts import RequestFacts, place_facts

Message = MutableMapping[str, Any]

GIVEN_ID = re.compile(rb"[A-Za-z0-9._-]{8,64}")
FAILED = 400

log = structlog.get_logger(__name__)

_answered = Counter("reelhouse_http_requests_total", "Requests answered.", ("method", "route", "status"))
_took = Histogram(
    "reelhouse_http_request_seconds",
    "Seconds until an answer was sent.",
    ("route",),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class RequestLog:
    """Neither query strings nor headers are told: they may hold signatures and keys.

    Reads that went well are told at the level debug, all else at info or above.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        facts = place_facts(scope, _request_id(scope))
        path = scope["path"]
        started = time.perf_counter()
        status = 500

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [
                    *message.get("headers", ()),
                    (b"x-request-id", facts.request_id.encode("ascii")),
                ]
            await send(message)

        # Each request is a task of its own, so its context ends with it.
        structlog.contextvars.bind_contextvars(request_id=facts.request_id)
        try:
            await self.app(scope, receive, send_with_id)
        finally:
            seconds = time.perf_counter() - started
            _count(scope, status, seconds)
            _tell(scope["method"], path, status, seconds, facts)


def _request_id(scope: Scope) -> str | None:
    """The caller's own id where it is harmless, so that both logs can be read together."""
    given = next((value for name, value in scope["headers"] if name == b"x-request-id"), b"")
    return given.decode("ascii") if GIVEN_ID.fullmatch(given) else None


def _count(scope: Scope, status: int, seconds: float) -> None:
    route = getattr(scope.get("route"), "path", "unknown")
    label = f"{scope.get('root_path', '')}{route}" if route != "unknown" else route
    method = scope["method"] if scope["method"] in _METHODS else "other"
    answered, took = _figures(method, label, status)
    answered.inc()
    took.observe(seconds)


@lru_cache(maxsize=1024)
def _figures(method: str, label: str, status: int) -> tuple[Counter, Histogram]:
    """Looking a labelled figure up costs more than counting."""
    return _answered.labels(method, label, str(status)), _took.labels(label)


def _tell(method: str, path: str, status: int, seconds: float, facts: RequestFacts) -> None:
    level = logging.DEBUG if method == "GET" and status < FAILED else logging.INFO
    if not log.is_enabled_for(level):
        return
    log.log(
        level,
        "request",
        method=method,
        path=path,
        status=status,
        ms=round(seconds * 1000, 1),
        workspace_id=str(facts.caller.workspace_id) if facts.caller else None,
        key_id=str(facts.caller.key_id) if facts.caller else None,
    )
