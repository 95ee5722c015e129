"""Pictures by OpenAI-compatible servers: what is asked, how it is fitted, and what counts as a failure."""

import base64
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from pytest_httpserver import HTTPServer

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.image.backends.openai import OpenAIImage
from reelhouse.engines.image.base import ImageEngine
from reelhouse.engines.image.settings import ImageSettings
from reelhouse.engines.image.types import ImageRequest

PATH = "/v1/images/generations"
LAKE = ImageRequest("a lake", 1080, 1920)


def png(picture: Image.Image) -> str:
    file = BytesIO()
    picture.save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(1080, 1920, "1024x1536"), (1920, 1080, "1536x1024"), (900, 1000, "1024x1024")],
)
async def test_it_asks_for_the_size_of_the_nearest_shape(
    openai_engine: ImageEngine, vendor_asked: list[dict[str, object]], width: int, height: int, size: str
) -> None:
    await openai_engine.draw(ImageRequest("a lake", width, height))

    assert vendor_asked == [{"model": "gpt-image-1", "prompt": "a lake", "n": 1, "size": size}]


@pytest.mark.usefixtures("openai_engine")
async def test_another_model_is_told_to_answer_in_base64(
    openai_settings: ImageSettings, vendor_asked: list[dict[str, object]]
) -> None:
    chosen = openai_settings.model_copy(update={"model": "flux"})

    await OpenAIImage(chosen).draw(LAKE)

    assert (vendor_asked[0]["model"], vendor_asked[0]["response_format"]) == ("flux", "b64_json")


async def test_the_accent_is_asked_for_in_words(
    openai_engine: ImageEngine, vendor_asked: list[dict[str, object]]
) -> None:
    await openai_engine.draw(ImageRequest("a lake", 64, 64, accent="#ff8800"))

    assert "#ff8800" in str(vendor_asked[0]["prompt"])


async def test_the_middle_is_kept_and_enlarging_is_told(
    httpserver: HTTPServer, openai_settings: ImageSettings
) -> None:
    drawn = Image.new("RGB", (300, 100), "#0000ff")
    drawn.paste("#ff0000", (100, 0, 200, 100))
    httpserver.expect_request(PATH).respond_with_json({"data": [{"b64_json": png(drawn)}]})

    picture = await OpenAIImage(openai_settings).draw(ImageRequest("a lake", 200, 200))

    middle = np.asarray(Image.open(BytesIO(picture.png)))[20:-20, 20:-20]
    assert (middle.min(axis=(0, 1)).tolist(), middle.max(axis=(0, 1)).tolist()) == ([255, 0, 0], [255, 0, 0])
    assert picture.notes == ("Enlarged from 300 x 100 pixels, the most that was drawn.",)


async def test_what_is_transparent_becomes_white(
    httpserver: HTTPServer, openai_settings: ImageSettings
) -> None:
    clear = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    httpserver.expect_request(PATH).respond_with_json({"data": [{"b64_json": png(clear)}]})

    picture = await OpenAIImage(openai_settings).draw(ImageRequest("a lake", 64, 64))

    assert np.asarray(Image.open(BytesIO(picture.png))).min() == 255


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"data": []},
        {"data": [{"url": "http://127.0.0.1/picture.png"}]},
        {"data": [{"b64_json": "not base64!"}]},
        {"data": [{"b64_json": base64.b64encode(b"GIF89a rubbish").decode()}]},
        {"data": [{"b64_json": png(Image.new("RGB", (64, 64)))[:80]}]},
        {"data": [{"b64_json": png(Image.new("1", (7000, 7000)))}]},
        {"data": [{"b64_json": png(Image.new("1", (20000, 20000)))}]},
    ],
    ids=["empty", "none", "link", "no base64", "no picture", "cut", "large", "bomb"],
)
async def test_an_answer_without_a_usable_picture_is_refused(
    httpserver: HTTPServer, openai_settings: ImageSettings, answer: dict[str, object]
) -> None:
    httpserver.expect_request(PATH).respond_with_json(answer)

    with pytest.raises(EngineRefused):
        await OpenAIImage(openai_settings).draw(LAKE)


async def test_the_key_goes_into_the_header_and_nowhere_else(
    httpserver: HTTPServer, openai_settings: ImageSettings, key: str
) -> None:
    echo = {"error": {"message": f"Incorrect API key provided: {key}"}}
    httpserver.expect_request(PATH).respond_with_json(echo, status=400)

    with pytest.raises(EngineRefused) as refusal:
        await OpenAIImage(openai_settings).draw(LAKE)

    assert httpserver.log[0][0].headers["Authorization"] == f"Bearer {key}"
    assert key not in str(refusal.value)


async def test_a_rejected_key_names_its_setting(
    httpserver: HTTPServer, openai_settings: ImageSettings
) -> None:
    httpserver.expect_request(PATH).respond_with_json({}, status=401)

    with pytest.raises(EngineRefused, match="REELHOUSE_IMAGE_KEY"):
        await OpenAIImage(openai_settings).draw(LAKE)


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_vendor_in_trouble_may_be_asked_again(
    httpserver: HTTPServer, openai_settings: ImageSettings, status: int
) -> None:
    httpserver.expect_request(PATH).respond_with_data("busy", status=status)

    with pytest.raises(EngineUnavailable, match=str(status)):
        await OpenAIImage(openai_settings).draw(LAKE)
