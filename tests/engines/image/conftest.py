"""Every image backend, each against something real: the illustrator itself, or a vendor on loopback.

The vendor's pictures are drawn by the fake, in the size that was asked for.
"""

import asyncio
import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pydantic import JsonValue, SecretStr
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from comfyui_server import comfyui_server
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import KEY, FakeHost
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.image.backends import comfyui, hosted
from reelhouse.engines.image.backends.builtin import BuiltinImage
from reelhouse.engines.image.backends.openai import OpenAIImage
from reelhouse.engines.image.base import ImageEngine
from reelhouse.engines.image.fake import FakeImage
from reelhouse.engines.image.settings import ImageSettings
from reelhouse.engines.image.types import ImageRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.render.fonts.library import files_of

FACES = files_of(("Montserrat ExtraBold",))


@dataclass
class VendorImages:
    """A vendor's server: it draws, and remembers what it was asked."""

    asked: list[dict[str, object]] = field(default_factory=list)

    def answer(self, request: Request) -> Response:
        body = json.loads(request.get_data())
        self.asked.append(body)
        width, height = (int(side) for side in str(body["size"]).split("x"))
        picture = asyncio.run(FakeImage().draw(ImageRequest(str(body["prompt"]), width, height)))
        image = {"b64_json": base64.b64encode(picture.png).decode(), "revised_prompt": "stripes"}
        return Response(json.dumps({"created": 1, "data": [image]}), content_type="application/json")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def key() -> str:
    return "sk-never-shown-anywhere-4242"


@pytest.fixture
def vendor() -> VendorImages:
    return VendorImages()


@pytest.fixture
def vendor_asked(vendor: VendorImages) -> list[dict[str, object]]:
    """The bodies that the vendor received."""
    return vendor.asked


@pytest.fixture
def openai_settings(httpserver: HTTPServer, key: str) -> ImageSettings:
    return ImageSettings(
        backend="openai", url=httpserver.url_for("/v1"), key=SecretStr(key), timeout_seconds=30
    )


@pytest.fixture
def openai_engine(
    httpserver: HTTPServer, vendor: VendorImages, openai_settings: ImageSettings
) -> ImageEngine:
    httpserver.expect_request("/v1/images/generations", method="POST").respond_with_handler(vendor.answer)
    return OpenAIImage(openai_settings)


@pytest.fixture
def builtin() -> ImageEngine:
    return BuiltinImage(FACES)


@pytest.fixture(params=["fake", "builtin", "openai", "comfyui", "fal", "replicate"])
def engine(request: pytest.FixtureRequest) -> ImageEngine:
    if request.param == "fake":
        return FakeImage()
    name = "builtin" if request.param == "builtin" else f"{request.param}_engine"
    drawn: ImageEngine = request.getfixturevalue(name)
    return drawn


@pytest.fixture(scope="module")
def comfyui_url() -> Iterator[str]:
    with comfyui_server() as server:
        yield server.url


@pytest.fixture
def comfyui_engine(comfyui_url: str) -> ImageEngine:
    return comfyui.build(EngineSettings(url=comfyui_url), Tools())


@pytest.fixture
def fal_engine() -> Iterator[ImageEngine]:
    with FakeFal(paint) as host:
        yield hosted.fal(hosted_settings(host), Tools())


@pytest.fixture
def replicate_engine() -> Iterator[ImageEngine]:
    with FakeReplicate(paint) as host:
        yield hosted.replicate(hosted_settings(host), Tools())


def hosted_settings(host: FakeHost) -> EngineSettings:
    return EngineSettings(url=host.url, key=SecretStr(KEY), poll_seconds=0.01)


def paint(host: FakeHost, _model: str, inputs: dict[str, JsonValue]) -> JsonValue:
    size = inputs.get("image_size")
    width, height = (int(str(side)) for side in size.values()) if isinstance(size, dict) else (640, 384)
    request = ImageRequest(str(inputs["prompt"]), width, height, seed=int(str(inputs["seed"])))
    address = host.keep(asyncio.run(FakeImage().draw(request)).png, "image/png")
    return [address] if isinstance(host, FakeReplicate) else {"images": [{"url": address}]}
