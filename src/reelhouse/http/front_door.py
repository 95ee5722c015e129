"""The first layer of a dialect: who calls, how often, and its own shape of answer whatever happens."""

import traceback
from collections.abc import MutableMapping
from typing import Any

import sqlalchemy.exc
import structlog
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send

from reelhouse.http.callers import secret_from
from reelhouse.http.edge import Edge, Explain
from reelhouse.http.errors import DatabaseUnavailable, InvalidKey, MissingKey, RateLimited
from reelhouse.http.facts import RequestFacts, place_facts
from reelhouse.http.rate_limits import Allowance, identity_of_address
from reelhouse.kit.errors import ReelhouseError

Message = MutableMapping[str, Any]

log = structlog.get_logger(__name__)


class FrontDoor:
    """Pure ASGI. Identifies without refusing (a route may be open), limits, and is the request boundary.

    `door` is the name under which the settings may give it a limit of its own.
    """

    def __init__(self, app: ASGIApp, edge: Edge, explain: Explain, door: str = "") -> None:
        self.app = app
        self.edge = edge
        self.explain = explain
        self.door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _Answer(send)
        try:
            facts = place_facts(scope)
            await self._identify(scope, facts)
            allowance = await self.edge.rate_limits.take(_identity(scope, facts), self.door)
            answer.headers = _headers_of(allowance)
            if not allowance.allowed:
                raise RateLimited(allowance.limit, allowance.retry_after)  # noqa: TRY301 - one way to refuse
            await self.app(scope, receive, answer.send)
        except ClientDisconnect:
            log.info("caller_left", path=scope["path"])
        except Exception as failure:
            if answer.started:
                raise
            if not answer.headers:  # it went wrong before anybody was counted
                counted = await self.edge.rate_limits.take(_address(scope), self.door)
                answer.headers = _headers_of(counted)
            await self.explain(_named(failure))(scope, receive, answer.send)

    async def _identify(self, scope: Scope, facts: RequestFacts) -> None:
        secret = secret_from(scope["headers"])
        if secret is None:
            facts.refusal = MissingKey()
            return
        facts.caller = await self.edge.callers.find(secret)
        if facts.caller is None:
            facts.refusal = InvalidKey()


class _Answer:
    """Sends on, with headers added, and remembers whether it began."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.headers: list[tuple[bytes, bytes]] = []
        self.started = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            message["headers"] = [*message.get("headers", ()), *self.headers]
        await self._send(message)


def _identity(scope: Scope, facts: RequestFacts) -> str:
    if facts.caller is not None:
        return f"key:{facts.caller.key_id}"
    return _address(scope)


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return identity_of_address(client[0] if client else None)


def _headers_of(allowance: Allowance) -> list[tuple[bytes, bytes]]:
    return [
        (b"x-ratelimit-limit", b"%d" % allowance.limit),
        (b"x-ratelimit-remaining", b"%d" % allowance.remaining),
        (b"x-ratelimit-reset", b"%d" % allowance.reset_at),
    ]


def _named(failure: Exception) -> Exception:
    """Our name for what the database's driver raises when the server is away; anything unknown is told.

    The traceback is written out here, since a renderer may add local variables to it, keys among them.
    """
    if isinstance(failure, sqlalchemy.exc.OperationalError | sqlalchemy.exc.TimeoutError):
        log.warning("database_unavailable", error=str(failure.__cause__ or failure))
        return DatabaseUnavailable()
    if not isinstance(failure, ReelhouseError):
        log.error("request_failed", traceback="".join(traceback.format_exception(failure)))
    return failure
