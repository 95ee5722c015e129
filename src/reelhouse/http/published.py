"""Plain files for anybody who has no key yet, made once and told apart by their digest."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

HEADERS = {
    "Cache-Control": "public, max-age=300",
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Allow-Origin": "*",
}


@dataclass(frozen=True, slots=True)
class Publication:
    """`write` is asked when the file is first read, in a thread."""

    path: str
    media_type: str
    write: Callable[[], str]


@dataclass(frozen=True, slots=True)
class _Copy:
    data: bytes
    etag: str


def publication_routes(prefix: str, publications: Sequence[Publication]) -> list[Route]:
    """One route a file, under `prefix`; it answers GET, HEAD and ``If-None-Match``."""
    return [_route(prefix, publication) for publication in publications]


def _route(prefix: str, publication: Publication) -> Route:
    @cache
    def copy() -> _Copy:
        data = publication.write().encode()
        return _Copy(data, f'"{hashlib.sha256(data).hexdigest()[:32]}"')

    async def read(request: Request) -> Response:
        kept = await run_sync(copy)
        headers = {**HEADERS, "ETag": kept.etag}
        if _has(request.headers.get("if-none-match", ""), kept.etag):
            return Response(status_code=304, headers=headers)
        return Response(kept.data, headers=headers, media_type=publication.media_type)

    return Route(f"{prefix}{publication.path}", read, methods=["GET", "HEAD"])


def _has(sent: str, etag: str) -> bool:
    """RFC 9110, 13.1.2: weak comparison with any of a list."""
    tags = [tag.strip().removeprefix("W/") for tag in sent.split(",")]
    return etag in tags or tags == ["*"]
