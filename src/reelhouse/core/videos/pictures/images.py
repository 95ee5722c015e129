"""Images that callers name: fetched from the open internet only, and decoded within limits."""

import sys
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from reelhouse.core.videos.errors import ImageUnreadable
from reelhouse.core.videos.pictures.image_reader import PICTURE, REFUSED
from reelhouse.core.videos.pictures.orders import GivenPicture
from reelhouse.kit.process import OutputTooLong, ProcessFailed, ProcessTimedOut, run
from reelhouse.kit.safe_fetch import AddressRefused, FetchFailed, ResponseTooLarge, SafeFetch

READER = Path(__file__).with_name("image_reader.py")
LARGEST_IMAGE = 25 * 1024 * 1024
READING_SECONDS = 20
READER_MEGABYTES = 2048
PICTURE_MEGABYTES = 64
LOCAL = "file"


class UserImages:
    """Brings images to this machine. `local` also reads files by ``file:`` addresses: never for a server."""

    def __init__(self, fetch: SafeFetch, *, local: bool = False) -> None:
        self._fetch = fetch
        self._local = local

    async def read(self, order: GivenPicture, folder: Path) -> Path:
        """The image as a PNG of its own in `folder`. Raises `ImageUnreadable`."""
        data = await self._bytes(order)
        own = folder / order.key
        own.mkdir(parents=True, exist_ok=True)
        try:
            await run(
                [sys.executable, "-I", str(READER)],
                cwd=own,
                timeout_seconds=READING_SECONDS,
                memory_megabytes=READER_MEGABYTES,
                file_megabytes=PICTURE_MEGABYTES,
                stdin=data,
            )
        except ProcessFailed as failure:
            reason = failure.log.strip() if failure.returncode == REFUSED else "it is too much to decode"
            raise _unreadable(order, reason) from failure
        except (ProcessTimedOut, OutputTooLong) as failure:
            raise _unreadable(order, "it is too much to decode") from failure
        return own / PICTURE

    async def _bytes(self, order: GivenPicture) -> bytes:
        if self._local and urlsplit(order.url).scheme == LOCAL:
            return _file(order)
        try:
            response = await self._fetch.get(order.url, max_bytes=LARGEST_IMAGE)
        except (AddressRefused, FetchFailed, ResponseTooLarge) as refusal:
            raise _unreadable(order, refusal.message) from refusal
        if response.status != HTTPStatus.OK:
            raise _unreadable(order, f"it answered with status {response.status}")
        return response.body


def _file(order: GivenPicture) -> bytes:
    try:
        return Path(url2pathname(urlsplit(order.url).path)).read_bytes()
    except OSError as error:
        raise _unreadable(order, error.strerror or "it cannot be read") from error


def _unreadable(order: GivenPicture, reason: str) -> ImageUnreadable:
    return ImageUnreadable(order.field, urlsplit(order.url).netloc or order.url, reason)
