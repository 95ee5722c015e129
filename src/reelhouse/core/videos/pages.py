"""Reading a product page: what it says about itself, as plain text."""

from http import HTTPStatus

from selectolax.lexbor import LexborHTMLParser

from reelhouse.core.videos.errors import ProductPageUnreadable
from reelhouse.engines.text.types import ProductPage
from reelhouse.kit.safe_fetch import AddressRefused, FetchFailed, ResponseTooLarge, SafeFetch

LARGEST_PAGE = 2 * 1024 * 1024
LONGEST_TEXT = 8_000
NOT_PROSE = ("script", "style", "noscript", "template", "svg", "nav", "footer", "form", "iframe")


class ProductPages:
    """Fetches pages that users name, through the safe fetch only."""

    def __init__(self, fetch: SafeFetch) -> None:
        self._fetch = fetch

    async def read(self, url: str) -> ProductPage:
        """Raises `ProductPageUnreadable` for an address that is refused or does not answer with a page."""
        host = url.split("//", 1)[-1].split("/", 1)[0]
        try:
            response = await self._fetch.get(url, max_bytes=LARGEST_PAGE, accept="text/html")
        except (AddressRefused, FetchFailed, ResponseTooLarge) as refusal:
            raise ProductPageUnreadable(host, refusal.message) from refusal
        if response.status != HTTPStatus.OK:
            raise ProductPageUnreadable(host, f"it answered with status {response.status}")
        return page_from_html(url, response.body)


def page_from_html(url: str, html: bytes) -> ProductPage:
    """Title, description and readable text of a page; markup, menus and scripts are left out."""
    tree = LexborHTMLParser(html)
    title = _meta(tree, "og:title") or _text(tree, "title") or _text(tree, "h1")
    description = _meta(tree, "og:description") or _meta(tree, "description")
    tree.strip_tags(list(NOT_PROSE))
    body = tree.body.text(separator=" ") if tree.body else ""
    return ProductPage(url=url, title=title, description=description, text=_one_line(body)[:LONGEST_TEXT])


def _meta(tree: LexborHTMLParser, name: str) -> str:
    node = tree.css_first(f'meta[property="{name}"]') or tree.css_first(f'meta[name="{name}"]')
    return _one_line(node.attributes.get("content") or "") if node else ""


def _text(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return _one_line(node.text()) if node else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
