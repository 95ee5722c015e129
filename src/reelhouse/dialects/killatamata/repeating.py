"""Writes that may be sent twice: the key stands in a header, in the body, or in both."""

from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from reelhouse.dialects.killatamata.validation import InvalidInput
from reelhouse.http.bodies import read_body
from reelhouse.http.guarded_route import GuardedRoute, Handle, ParsedBody, edge_of
from reelhouse.http.idempotency import answer_once, fingerprint_of

HEADER, FIELD = "x-idempotency-key", "idempotencyKey"
KEPT_FOR = timedelta(hours=72)
MOST_BODY = 32 * 1024 * 1024
"""Several files may lie in one request."""


class RepeatableRoute(GuardedRoute):
    """Answers a POST that comes twice with one key only once; reads larger bodies than other routes."""

    most_body = MOST_BODY

    def get_route_handler(self) -> Handle:
        handle = super().get_route_handler()
        if "POST" not in (self.methods or ()):
            return handle

        async def once(request: Request) -> Response:
            caller = self.admit(request)
            body = await read_body(request, self.most_body)
            known = ParsedBody(request, body)
            key = _key_of(request, known.parsed)
            if key is None:
                return await handle(known)
            return await answer_once(
                edge_of(request).house,
                caller.workspace_id,
                key,
                fingerprint_of(request.method, request.url.path, body),
                lambda: handle(known),
                KEPT_FOR,
            )

        return once


def _key_of(request: Request, body: Any) -> str | None:  # noqa: ANN401 - any JSON value
    """Raises `InvalidInput` when header and field differ."""
    header = request.headers.get(HEADER)
    field = body.get(FIELD) if isinstance(body, dict) else None
    if not isinstance(field, str) or not field:
        return header or None
    if header is not None and header != field:
        raise InvalidInput((FIELD, f"{FIELD} and the header X-Idempotency-Key differ"))
    return field
