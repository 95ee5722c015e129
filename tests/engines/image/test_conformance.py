"""What every image engine promises, whoever draws."""

from io import BytesIO

import pytest
from PIL import Image

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.image.base import ImageEngine
from reelhouse.engines.image.types import ImageRequest

SIZES = [(32, 32), (640, 360), (360, 640), (333, 517), (1024, 64), (32, 1024)]
HOSTILE = {
    "long": "a sunset over the sea " * 500,
    "one word": "a" * 10_000,
    "emoji": "🔥🚀 a rocket 🚀🔥 👩‍👩‍👧",
    "only emoji": "🔥🚀👩‍👩‍👧",
    "markup": "<svg onload=alert(1)>&lt;b&gt; </style> {{7*7}} %s $(rm -rf /) a lake",
    "nul": "a lake\0with a boat",
    "surrogate": "a lake \ud800 at night",
    "right to left": "שלום \u202eevil\u202c العالم",
    "combining": "Z̷̢a̴l̵g̶o̷ " * 40,
    "lines": "\n\t a \r\n lake \x0b\x0c",
    "numbers": "42 2024 3.14",
}


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_a_picture_is_rgb_and_exactly_as_large_as_asked(
    engine: ImageEngine, width: int, height: int
) -> None:
    picture = await engine.draw(ImageRequest("a boat on a lake at sunset", width, height))

    opened = Image.open(BytesIO(picture.png))
    assert (opened.format, opened.mode, opened.size) == ("PNG", "RGB", (width, height))
    assert (picture.width, picture.height) == (width, height)
    assert picture.engine == engine.name


async def test_equal_requests_give_equal_bytes(engine: ImageEngine) -> None:
    request = ImageRequest("a cat in a cozy living room", 320, 240, seed=7, accent="#ff8800")

    first, second = await engine.draw(request), await engine.draw(request)

    assert first == second


@pytest.mark.parametrize("prompt", HOSTILE.values(), ids=HOSTILE.keys())
async def test_any_text_that_shows_something_gives_a_picture(engine: ImageEngine, prompt: str) -> None:
    picture = await engine.draw(ImageRequest(prompt, 96, 160))

    assert Image.open(BytesIO(picture.png)).size == (96, 160)


@pytest.mark.parametrize(
    ("width", "height"), [(31, 100), (100, 31), (16_353, 100), (100, 16_353), (0, 0), (-5, 64), (2049, 2048)]
)
async def test_a_size_out_of_bounds_is_refused(engine: ImageEngine, width: int, height: int) -> None:
    with pytest.raises(EngineRefused, match="pixels"):
        await engine.draw(ImageRequest("a lake", width, height))


@pytest.mark.parametrize("accent", ["", "red", "#12345", "#12345g", "#1234567", "#123456\n"])
async def test_an_accent_that_is_no_colour_is_refused(engine: ImageEngine, accent: str) -> None:
    with pytest.raises(EngineRefused, match="accent"):
        await engine.draw(ImageRequest("a lake", 64, 64, accent=accent))


@pytest.mark.parametrize("prompt", ["", " \n\t ", "\0\x01\x02"])
async def test_a_prompt_without_anything_to_see_is_refused(engine: ImageEngine, prompt: str) -> None:
    with pytest.raises(EngineRefused, match="prompt"):
        await engine.draw(ImageRequest(prompt, 64, 64))
