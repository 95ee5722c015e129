"""Uploads to the local disk, each by a signed link that names the one file it takes."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import anyio
from anyio.to_thread import run_sync
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reelhouse.http.files import LONGEST_NUMBER, LocateFile
from reelhouse.kit.clock import Clock
from reelhouse.kit.errors import ReelhouseError
from reelhouse.storage.errors import NoSpaceLeft, ObjectNameRefused, StorageUnavailable
from reelhouse.storage.links import Announced, LinkSigner
from reelhouse.storage.parts import part_of

PATIENCE_SECONDS = 30.0
"""So long nothing may come before an upload is given up."""
PIECE_BYTES = 1 << 20

IsClosed = Callable[[str], Awaitable[bool]]
"""Whether the file of this name was looked at, so that another one must not take its place."""


class UploadRefused(ReelhouseError):
    """`status` is that of the answer; `code` tells more."""

    code = "upload_refused"

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


@dataclass(frozen=True, slots=True)
class _Link:
    announced: Announced
    expires: int
    signature: str


async def never_closed(_name: str) -> bool:
    return False


def upload_routes(
    locate: LocateFile,
    links: LinkSigner,
    clock: Clock,
    is_closed: IsClosed = never_closed,
    patience: float = PATIENCE_SECONDS,
) -> list[Route]:
    """``PUT /files/<name>?type=…&size=…&expires=…&signature=…``: the body is the file.

    It is whole or absent; a second upload replaces the first until the file was looked at. Refused are a
    link that is not ours or over (403), another Content-Type (415), a body of unknown length (411), too
    long (413) or too short (400), and a file that was looked at (409).
    """

    async def upload(request: Request) -> Response:
        try:
            announced = _allowed(request, links, clock)
            _check_headers(request, announced)
            await _check_open(announced, is_closed)
            await _receive(request, announced, locate, patience)
        except ClientDisconnect:
            return _refusal(400, "file_incomplete", "The sender left.")  # nobody reads it
        except UploadRefused as refusal:
            return _refusal(refusal.status, refusal.code, refusal.message)
        except ObjectNameRefused:
            return _refusal(403, "link_invalid", "This upload link is not valid, or has expired.")
        except NoSpaceLeft:
            return _refusal(507, "no_space_left", "There is no room for this file at the moment.")
        except StorageUnavailable:
            return _refusal(503, "storage_unavailable", "Files cannot be stored at the moment; try again.")
        return Response(status_code=200, headers={"Cache-Control": "no-store"})

    return [Route("/files/{name:path}", upload, methods=["PUT"])]


def _allowed(request: Request, links: LinkSigner, clock: Clock) -> Announced:
    """What this link allows. Raises `UploadRefused` when it is not ours, or over."""
    link = _link(request)
    if link is None or not links.is_valid_upload(link.announced, link.expires, link.signature, clock.now()):
        raise UploadRefused(403, "link_invalid", "This upload link is not valid, or has expired.")
    return link.announced


def _link(request: Request) -> _Link | None:
    asked = request.query_params
    size, expires = _number(asked.get("size", "")), _number(asked.get("expires", ""))
    signature = asked.get("signature", "")
    if size is None or expires is None or not signature.isascii():
        return None
    return _Link(Announced(request.path_params["name"], asked.get("type", ""), size), expires, signature)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None


def _check_headers(request: Request, announced: Announced) -> None:
    """All that can be refused before a byte of the body is read."""
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given != announced.media_type:
        message = f"The Content-Type has to be {announced.media_type}, as it was announced."
        raise UploadRefused(415, "content_type_wrong", message)
    length = _number(request.headers.get("content-length", ""))
    if length is None:
        raise UploadRefused(411, "length_required", "Send a Content-Length, and no chunks.")
    if length > announced.size:
        raise UploadRefused(413, "file_too_large", f"{announced.size} bytes were announced, not {length}.")
    if length < announced.size:
        raise UploadRefused(400, "file_incomplete", f"{announced.size} bytes were announced, not {length}.")


async def _check_open(announced: Announced, is_closed: IsClosed) -> None:
    if await is_closed(announced.name):
        raise UploadRefused(409, "upload_closed", "This file was used already; announce another.")


async def _receive(request: Request, announced: Announced, locate: LocateFile, patience: float) -> None:
    received = 0
    async with _part_of(locate(announced.name), announced.size) as file:
        async for piece in _pieces(request, patience):
            received += len(piece)
            if received > announced.size:
                raise UploadRefused(413, "file_too_large", "More came than was announced.")
            await run_sync(file.write, piece)
        if received < announced.size:
            raise UploadRefused(400, "file_incomplete", f"Only {received} bytes came.")


@asynccontextmanager
async def _part_of(target: Path, size: int) -> AsyncIterator[BinaryIO]:
    """`part_of` for the event loop. No thread waits for the sender: there are few."""
    part = part_of(target, size)
    file = await run_sync(part.__enter__)
    try:
        yield file
    except BaseException as failure:
        with anyio.CancelScope(shield=True):
            await run_sync(part.__exit__, type(failure), failure, failure.__traceback__)
        raise
    await run_sync(part.__exit__, None, None, None)


async def _pieces(request: Request, patience: float) -> AsyncIterator[bytes]:
    """The body in pieces worth a write. Raises `UploadRefused` when nothing comes for too long."""
    stream = request.stream()
    piece = bytearray()
    while True:
        try:
            with anyio.fail_after(patience):
                piece += await anext(stream)
        except StopAsyncIteration:
            break
        except TimeoutError:
            raise UploadRefused(408, "upload_stalled", f"Nothing came for {patience:g} s.") from None
        if len(piece) >= PIECE_BYTES:
            yield bytes(piece)
            piece.clear()
    if piece:
        yield bytes(piece)


def _refusal(status: int, code: str, message: str) -> Response:
    return JSONResponse({"error": {"code": code, "message": message}}, status, {"Cache-Control": "no-store"})
