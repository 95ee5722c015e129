"""Downloads of finished files from the local disk, by signed links only."""

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

import anyio
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from reelhouse.kit.clock import Clock
from reelhouse.storage.errors import ObjectNameRefused
from reelhouse.storage.links import LinkSigner

MEDIA_TYPES: Mapping[str, str] = {
    ".mp4": "video/mp4",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".json": "application/json",
    ".vtt": "text/vtt; charset=utf-8",
    ".srt": "application/x-subrip; charset=utf-8",
    ".wav": "audio/wav",
    ".mp3": "audio/mpeg",
    ".glb": "model/gltf-binary",
}
LONGEST_NUMBER = 12

LocateFile = Callable[[str], Path]
"""Where an object of this name lies on this machine. Raises `ObjectNameRefused`."""


def file_routes(locate: LocateFile, links: LinkSigner, clock: Clock) -> list[Route]:
    """``/files/<name>?expires=…&signature=…`` with ranges. A bad link is 403, a file that is gone 404."""

    async def download(request: Request) -> Response:
        name = request.path_params["name"]
        if not _is_signed(request, name, links, clock):
            return _refusal(403, "link_invalid", "This download link is not valid, or has expired.")
        try:
            path = locate(name)
        except ObjectNameRefused:
            return _refusal(404, "not_found", "There is no file of this name.")
        found = await _stat(path)
        if found is None:
            return _refusal(404, "not_found", "This file is no longer here.")
        return FileResponse(
            path,
            media_type=MEDIA_TYPES.get(path.suffix, "application/octet-stream"),
            filename=PurePosixPath(name).name,
            content_disposition_type="inline" if path.suffix in MEDIA_TYPES else "attachment",
            stat_result=found,
            headers=SAFE_HEADERS,
        )

    return [Route("/files/{name:path}", download, methods=["GET", "HEAD"])]


SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
    "Cache-Control": "private, max-age=3600",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "no-referrer",
}


def _is_signed(request: Request, name: str, links: LinkSigner, clock: Clock) -> bool:
    expires = request.query_params.get("expires", "")
    signature = request.query_params.get("signature", "")
    if not (
        expires.isascii() and expires.isdigit() and len(expires) <= LONGEST_NUMBER and signature.isascii()
    ):
        return False
    return links.is_valid(name, int(expires), signature, clock.now())


async def _stat(path: Path) -> os.stat_result | None:
    try:
        found = await anyio.Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found if stat.S_ISREG(found.st_mode) else None


def _refusal(status: int, code: str, message: str) -> Response:
    return JSONResponse({"error": {"code": code, "message": message}}, status, {"Cache-Control": "no-store"})
