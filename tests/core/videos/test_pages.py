"""What a product page says about itself, whatever its HTML is."""

import pytest

from reelhouse.core.videos.errors import ProductPageUnreadable
from reelhouse.core.videos.pages import LARGEST_PAGE, page_from_html

PAGE = b"""<!doctype html><html><head><title>Plain title</title>
<meta property="og:title" content="Trail Runner 2"><meta name="description" content=" A shoe
for wet hills. "><style>p{color:red}</style></head>
<body><nav>Home Shop</nav><h1>Trail Runner 2</h1><p>Grips <b>wet</b> rock.</p>
<script>alert('no')</script><footer>Imprint</footer></body></html>"""


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def test_a_page_is_reduced_to_what_it_says() -> None:
    page = await page_from_html("https://shop.example/trail", PAGE)

    assert page.title == "Trail Runner 2"
    assert page.description == "A shoe for wet hills."
    assert page.text == "Trail Runner 2 Grips wet rock."


async def test_bytes_that_are_no_page_give_empty_text_not_an_error() -> None:
    page = await page_from_html("https://shop.example/", b"\xff\xfe\x00<<<")

    assert page.title == ""
    assert page.description == ""


async def test_a_page_that_nests_without_end_is_given_up() -> None:
    """Promises 33 and 38: parsing it would take minutes, in which nobody else is answered."""
    with pytest.raises(ProductPageUnreadable) as refusal:
        await page_from_html("https://shop.example/deep", b"<div>" * (LARGEST_PAGE // 5))

    assert refusal.value.host == "shop.example"
