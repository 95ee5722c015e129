"""The public pictures of the library actors, each drawn once."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from reelhouse.core.actors.errors import ActorNotFound
from reelhouse.core.actors.types import Actor
from reelhouse.media.appearance import Appearance

Draw = Callable[[Appearance], bytes]


class Portraits:
    """`folder` is a cache: a portrait is found again by what it shows, and may be deleted at any time."""

    def __init__(self, find: Callable[[str], Actor], draw: Draw, folder: Path) -> None:
        self._find = find
        self._draw = draw
        self._folder = folder
        self._one_at_a_time = Lock()

    def path_of(self, slug: str) -> Path:
        """The PNG of an actor, drawn now if need be. Raises `ActorNotFound`."""
        actor = self._find(slug)
        seen = hashlib.sha256(repr(actor.appearance).encode()).hexdigest()[:16]
        path = self._folder / f"{actor.slug}-{seen}.png"
        with self._one_at_a_time:
            if not path.exists():
                self._keep(path, self._draw(actor.appearance))
        return path

    def _keep(self, path: Path, png: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._folder, suffix=".part", delete=False) as part:
            part.write(png)
        Path(part.name).replace(path)


def portrait_routes(portraits: Portraits) -> list[Route]:
    async def portrait(request: Request) -> Response:
        try:
            path = await run_sync(portraits.path_of, request.path_params["slug"])
        except ActorNotFound as missing:
            error = {"code": missing.code, "message": missing.message, "similar": list(missing.similar)}
            return JSONResponse({"error": error}, 404)
        headers = {"Cache-Control": "public, max-age=86400", "X-Content-Type-Options": "nosniff"}
        return FileResponse(path, media_type="image/png", headers=headers)

    return [Route("/portraits/{slug}.png", portrait, methods=["GET", "HEAD"])]
