"""Routes that only a caller may use: the key is checked before a byte of the body is read."""

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar, cast

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from reelhouse.http.bodies import MAX_BODY, parse_json, read_body
from reelhouse.http.callers import Caller
from reelhouse.http.edge import Edge
from reelhouse.http.facts import facts_of
from reelhouse.http.idempotency import answer_once, fingerprint_of
from reelhouse.http.scopes import PLAN, RENDER, require

READING = frozenset({"GET", "HEAD"})

Handle = Callable[[Request], Coroutine[Any, Any, Response]]


class GuardedRoute(APIRoute):
    """Refuses strangers, and reads the body as JSON whatever its Content-Type says, as the vendors do.

    `needs` is the scope that its callers need; without one, what only reads needs to plan, and all else to
    render.
    """

    most_body = MAX_BODY
    needs: ClassVar[str | None] = None

    def admit(self, request: Request) -> Caller:
        """Who calls, and may. Raises `MissingKey`, `InvalidKey` or `ScopeMissing`."""
        caller = caller_of(request)
        require(caller, self.needs or (PLAN if request.method in READING else RENDER))
        return caller

    def get_route_handler(self) -> Handle:
        handle = super().get_route_handler()
        if self.body_field is None:

            async def guarded(request: Request) -> Response:
                self.admit(request)
                return await handle(request)

            return guarded

        async def guarded_with_body(request: Request) -> Response:
            self.admit(request)
            if not isinstance(request, ParsedBody):
                request = ParsedBody(request, await read_body(request, self.most_body))
            return await handle(JsonRequest(request))

        return guarded_with_body


class RepeatableRoute(GuardedRoute):
    """Also answers a POST that comes twice with one Idempotency-Key only once."""

    def get_route_handler(self) -> Handle:
        handle = super().get_route_handler()
        if "POST" not in (self.methods or ()):
            return handle

        async def once(request: Request) -> Response:
            key = request.headers.get("idempotency-key")
            if key is None:
                return await handle(request)
            caller = self.admit(request)
            body = await read_body(request, self.most_body)
            return await answer_once(
                edge_of(request).house,
                caller.workspace_id,
                key,
                fingerprint_of(request.method, request.url.path, body),
                lambda: handle(KnownBody(request, body)),
            )

        return once


class PolledRoute(GuardedRoute):
    """For the one route that callers ask again and again: nothing is injected, and nothing validated.

    The endpoint is an ``async def`` that takes the path's own strings and `request`; a third of the time
    of a request would otherwise go into finding that out anew.
    """

    def get_route_handler(self) -> Handle:
        async def guarded(request: Request) -> Response:
            self.admit(request)
            answer: Response = await self.endpoint(request=request, **request.path_params)
            return answer

        return guarded


class KnownBody(Request):
    """A request whose body has been read already."""

    def __init__(self, request: Request, body: bytes) -> None:
        super().__init__(request.scope, request.receive)
        self.known = body

    async def stream(self) -> Any:  # noqa: ANN401 - an async generator, as starlette has it
        yield self.known

    async def body(self) -> bytes:
        return self.known


class ParsedBody(KnownBody):
    """A body that has been read, and parsed strictly. An empty body is no body. Raises `InvalidJson`."""

    def __init__(self, request: Request, body: bytes) -> None:
        super().__init__(request, body)
        self.parsed = parse_json(body) if body else None


class JsonRequest(KnownBody):
    """A body that is JSON, whatever its Content-Type says."""

    def __init__(self, request: ParsedBody) -> None:
        scope = dict(request.scope)
        others = [header for header in scope["headers"] if header[0] != b"content-type"]
        scope["headers"] = [*others, (b"content-type", b"application/json")]
        self.parsed = request.parsed
        super().__init__(Request(scope, request.receive), request.known)

    async def json(self) -> Any:  # noqa: ANN401 - any JSON value, as starlette has it
        return self.parsed


def caller_of(request: Request) -> Caller:
    """Who calls. Raises `MissingKey` or `InvalidKey`."""
    facts = facts_of(request.scope)
    if facts.refusal is not None:
        raise facts.refusal
    return cast("Caller", facts.caller)


def edge_of(request: Request) -> Edge:
    return cast("Edge", request.app.state.edge)


def methods_at(request: Request) -> list[str]:
    """Every method that the address of this request answers to; the router itself tells the first only."""
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    matching = (
        route.methods or ()
        for route in request.app.routes
        if isinstance(route, Route) and route.path_regex.match(path)
    )
    return sorted({method for methods in matching for method in methods})
