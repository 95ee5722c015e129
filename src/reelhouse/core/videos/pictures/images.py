"""Images that callers name: fetched from the open internet only, and decoded within limits."""

from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from reelhouse.core.inputs.errors import FileRefused
from reelhouse.core.inputs.images import decode_image
from reelhouse.core.videos.errors import ImageUnreadable
from reelhouse.core.videos.pictures.orders import GivenPicture
from reelhouse.kit.safe_fetch import AddressRefused, FetchFailed, ResponseTooLarge, SafeFetch

LARGEST_IMAGE = 25 * 1024 * 1024
LOCAL = "file"


class UserImages:
    """Brings images to this machine. `local` also reads files by ``file:`` addresses: never for a server."""

    def __init__(self, fetch: SafeFetch, *, local: bool = False) -> None:
        self._fetch = fetch
        self._local = local

    async def read(self, order: GivenPicture, folder: Path) -> Path:
        """The image as a PNG of its own in `folder`. Raises `ImageUnreadable`."""
        try:
            return await decode_image(await self._bytes(order), folder / order.key)
        except FileRefused as refusal:
            raise _unreadable(order, refusal.reason) from refusal

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
