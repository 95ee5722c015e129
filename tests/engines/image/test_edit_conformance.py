"""What every editor of pictures promises, whoever changes them."""

import asyncio
import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from PIL.ExifTags import Base
from pydantic import JsonValue, SecretStr
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from comfyui_server import ComfyUIServer, comfyui_server
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import KEY, FakeHost
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.image.base import ImageEditor
from reelhouse.engines.image.fake import FakeEditor
from reelhouse.engines.image.families import EDIT
from reelhouse.engines.image.types import EditRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

pytestmark = pytest.mark.usefixtures("scratch")

HOSTS = {"fal": FakeFal, "replicate": FakeReplicate}
SIZES = [(32, 32), (333, 217), (64, 400), (512, 288)]
HOSTILE = {
    "json": '{"prompt": "noir", "seed": [1, 2], "\\u0000": null}',
    "markup": "noir <script>alert(1)</script> {{7*7}} %s $(rm -rf /) '; DROP TABLE jobs; --",
    "long": "noir, and a little warmer " * 1000,
    "emoji": "noir 🔥🚀 👩‍👩‍👧",
    "control": "noir\0\x01\x1b[31m\r\n\t\x7f",
    "surrogate": "noir \ud800",
    "right to left": "noir \u202eevil\u202c שלום العالم",
}


@pytest.fixture(scope="module")
def workflows() -> Iterator[ComfyUIServer]:
    with comfyui_server() as server:
        yield server


@pytest.fixture(params=["fake", "builtin", "openai", "comfyui", *HOSTS])
def editor(request: pytest.FixtureRequest) -> Iterator[ImageEditor]:
    """Every backend; vendors stand on loopback, and change pictures as the fake does."""
    name = request.param
    if name == "fake":
        yield FakeEditor()
    elif name == "builtin":
        yield EDIT.own[name].load(EngineSettings(), Tools())
    elif name in HOSTS:
        with HOSTS[name](retouch) as host:
            yield loaded(name, host.url)
    elif name == "comfyui":
        yield loaded(name, request.getfixturevalue("workflows").url)
    else:
        yield loaded(name, request.getfixturevalue("studio"))


def loaded(name: str, url: str) -> ImageEditor:
    settings = EngineSettings(url=url, key=SecretStr(KEY), poll_seconds=0.01, timeout_seconds=30)
    engine: ImageEditor = EDIT.own[name].load(settings, Tools())
    return engine


@pytest.fixture
def studio(httpserver: HTTPServer) -> str:
    """A server that speaks OpenAI's protocol."""

    def answer(request: Request) -> Response:
        png = changed(request.form["prompt"], next(iter(request.files.values())).read())
        told = {"created": 1, "data": [{"b64_json": base64.b64encode(png).decode()}]}
        return Response(json.dumps(told), content_type="application/json")

    httpserver.expect_request("/v1/images/edits", method="POST").respond_with_handler(answer)
    return httpserver.url_for("/v1")


def retouch(host: FakeHost, _model: str, inputs: dict[str, JsonValue]) -> JsonValue:
    given = inputs["image_urls" if isinstance(host, FakeFal) else "image"]
    assert isinstance(given, list)
    address = host.keep(changed(str(inputs["prompt"]), host.content_of(given[0])), "image/png")
    return [address] if isinstance(host, FakeReplicate) else {"images": [{"url": address}]}


def changed(prompt: str, source: bytes) -> bytes:
    width, height = Image.open(BytesIO(source)).size
    return asyncio.run(FakeEditor().edit(EditRequest(prompt, source, width, height))).png


def encoded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def slope(width: int = 96, height: int = 64) -> Image.Image:
    """Dark above, light below."""
    column = np.linspace(0, 255, height).astype(np.uint8)[:, np.newaxis, np.newaxis]
    return Image.fromarray(np.broadcast_to(column, (height, width, 3)).copy())


TURNED = Image.Exif()
TURNED[Base.Orientation] = 6  # to be turned clockwise by 90 degrees
SOURCES = {
    "jpeg": encoded(slope(), "JPEG"),
    "webp": encoded(slope(), "WEBP"),
    "grey": encoded(slope().convert("L")),
    "grey in 16 bits": encoded(Image.fromarray(np.asarray(slope().convert("L"), np.uint16) * 257)),
    "palette": encoded(slope().convert("P")),
    "inks": encoded(slope().convert("CMYK"), "JPEG"),
    "upright by a mark": encoded(slope().rotate(90, expand=True), "JPEG", exif=TURNED),
}
ASKED = EditRequest("noir", SOURCES["jpeg"], 96, 64)


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_a_picture_is_rgb_and_exactly_as_large_as_asked(
    editor: ImageEditor, width: int, height: int
) -> None:
    picture = await editor.edit(replace(ASKED, width=width, height=height))

    opened = Image.open(BytesIO(picture.png))
    assert (opened.format, opened.mode, opened.size) == ("PNG", "RGB", (width, height))
    assert (picture.width, picture.height) == (width, height)


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
async def test_pictures_of_every_kind_are_seen_as_they_are_meant(
    editor: ImageEditor, source: bytes, workflows: ComfyUIServer
) -> None:
    """ComfyUI on loopback draws anew; there, what counts is the picture that it was sent."""
    picture = await editor.edit(replace(ASKED, source=source))

    loaded = workflows.inputs("LoadImage")[0]["image"] if picture.engine == "comfyui" else None
    seen = workflows.uploads[loaded] if loaded else picture.png
    rows = np.asarray(Image.open(BytesIO(seen)).convert("L"), float).mean(axis=1)
    assert rows[48:].mean() - rows[:16].mean() > 60


async def test_equal_requests_give_equal_bytes(editor: ImageEditor) -> None:
    request = replace(ASKED, prompt="noir with film grain", seed=7, references=(SOURCES["webp"],))

    assert await editor.edit(request) == await editor.edit(request)


@pytest.mark.parametrize("prompt", HOSTILE.values(), ids=HOSTILE.keys())
async def test_any_words_around_an_instruction_do_no_harm(editor: ImageEditor, prompt: str) -> None:
    picture = await editor.edit(replace(ASKED, prompt=prompt))

    assert Image.open(BytesIO(picture.png)).size == (96, 64)


async def test_what_was_understood_and_what_was_not_is_told_in_words(editor: ImageEditor) -> None:
    picture = await editor.edit(replace(ASKED, prompt="noir, and a marzipan giraffe"))

    assert all(sentence.strip() for sentence in (*picture.understood, *picture.notes))


@pytest.mark.parametrize(
    ("width", "height"), [(31, 100), (100, 31), (16_353, 100), (0, 0), (-5, 64), (2049, 2048)]
)
async def test_a_size_out_of_bounds_is_refused(editor: ImageEditor, width: int, height: int) -> None:
    with pytest.raises(EngineRefused, match="pixels"):
        await editor.edit(replace(ASKED, width=width, height=height))


@pytest.mark.parametrize("prompt", ["", " \n\t ", "\0\x01\x02"])
async def test_an_instruction_without_a_word_is_refused(editor: ImageEditor, prompt: str) -> None:
    with pytest.raises(EngineRefused):
        await editor.edit(replace(ASKED, prompt=prompt))


@pytest.mark.parametrize(
    "content", [b"", b"no picture", SOURCES["jpeg"][:200], b"GIF89a" + bytes(40)], ids=len
)
async def test_a_picture_that_cannot_be_read_is_refused(editor: ImageEditor, content: bytes) -> None:
    with pytest.raises(EngineRefused, match="picture"):
        await editor.edit(replace(ASKED, source=content))
    with pytest.raises(EngineRefused, match="picture"):
        await editor.edit(replace(ASKED, references=(content,)))
