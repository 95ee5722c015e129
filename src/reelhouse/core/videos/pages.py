"""Reading a product page: what it says about itself, as plain text."""

import sys
from http import HTTPStatus
from pathlib import Path

from pydantic import BaseModel, ValidationError

from reelhouse.core.videos.errors import ProductPageUnreadable
from reelhouse.engines.text.types import ProductPage
from reelhouse.kit.process import OutputTooLong, ProcessFailed, ProcessTimedOut, run
from reelhouse.kit.safe_fetch import AddressRefused, FetchFailed, ResponseTooLarge, SafeFetch

READER = Path(__file__).with_name("page_reader.py")
LARGEST_PAGE = 2 * 1024 * 1024
READING_SECONDS = 5
READER_MEGABYTES = 1024


class PageText(BaseModel):
    """What the reader answers."""

    title: str
    description: str
    text: str


class ProductPages:
    """Fetches pages that users name, through the safe fetch only, and reads them with limits."""

    def __init__(self, fetch: SafeFetch) -> None:
        self._fetch = fetch

    async def read(self, url: str) -> ProductPage:
        """Raises `ProductPageUnreadable` for an address that is refused or does not answer with a page."""
        host = _host_of(url)
        try:
            response = await self._fetch.get(url, max_bytes=LARGEST_PAGE, accept="text/html")
        except (AddressRefused, FetchFailed, ResponseTooLarge) as refusal:
            raise ProductPageUnreadable(host, refusal.message) from refusal
        if response.status != HTTPStatus.OK:
            raise ProductPageUnreadable(host, f"it answered with status {response.status}")
        return await page_from_html(url, response.body)


async def page_from_html(url: str, html: bytes) -> ProductPage:
    """Title, description and readable text of a page. Raises `ProductPageUnreadable`."""
    try:
        told = await run(
            [sys.executable, "-I", str(READER)],
            cwd=READER.parent,
            timeout_seconds=READING_SECONDS,
            memory_megabytes=READER_MEGABYTES,
            file_megabytes=1,
            stdin=html,
        )
        page = PageText.model_validate_json(told.stdout)
    except (ProcessFailed, ProcessTimedOut, OutputTooLong, ValidationError) as failure:
        raise ProductPageUnreadable(_host_of(url), "its HTML is too much to read") from failure
    return ProductPage(url=url, title=page.title, description=page.description, text=page.text)


def _host_of(url: str) -> str:
    return url.split("//", 1)[-1].split("/", 1)[0]
