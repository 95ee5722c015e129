"""Pictures changed by OpenAI-compatible servers: what is sent, and that nothing is lost or moved."""

import base64
import json
from dataclasses import dataclass, field
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.image.backends.openai import OpenAIImage
from reelhouse.engines.image.backends.openai_editor import OpenAIEditor
from reelhouse.engines.image.settings import EditSettings, ImageSettings
from reelhouse.engines.image.types import EditRequest, ImageRequest

PATH = "/v1/images/edits"


def encoded(picture: Image.Image, kind: str = "PNG") -> bytes:
    file = BytesIO()
    picture.save(file, kind)
    return file.getvalue()


def quarters(width: int, height: int) -> Image.Image:
    """A picture whose corners can be told apart."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[: height // 2, : width // 2] = (200, 30, 30)
    pixels[: height // 2, width // 2 :] = (30, 200, 30)
    pixels[height // 2 :, : width // 2] = (30, 30, 200)
    pixels[height // 2 :, width // 2 :] = (200, 200, 30)
    return Image.fromarray(pixels)


@dataclass
class EditingServer:
    """Gives back the first picture it is sent, as it came, or scaled by `scale`."""

    scale: float = 1.0
    forms: list[dict[str, list[str]]] = field(default_factory=list)
    files: list[list[tuple[str, bytes]]] = field(default_factory=list)

    def answer(self, request: Request) -> Response:
        self.forms.append(request.form.to_dict(flat=False))
        self.files.append([(name, file.read()) for name, file in request.files.items(multi=True)])
        picture = Image.open(BytesIO(self.files[-1][0][1]))
        size = (round(picture.width * self.scale), round(picture.height * self.scale))
        content = base64.b64encode(encoded(picture.resize(size))).decode()
        return Response(json.dumps({"data": [{"b64_json": content}]}), content_type="application/json")


@pytest.fixture
def server(httpserver: HTTPServer) -> EditingServer:
    server = EditingServer()
    httpserver.expect_request(PATH, method="POST").respond_with_handler(server.answer)
    return server


@pytest.fixture
def settings(httpserver: HTTPServer, key: str) -> EditSettings:
    return EditSettings.model_validate(
        {"backend": "openai", "url": httpserver.url_for("/v1"), "key": key, "timeout_seconds": 30}
    )


@pytest.fixture
def editor(settings: EditSettings) -> OpenAIEditor:
    return OpenAIEditor(settings)


def request_for(width: int, height: int, *references: bytes, high_detail: bool = False) -> EditRequest:
    source = encoded(quarters(width, height), "JPEG")
    return EditRequest("warmer", source, width, height, references=references, high_detail=high_detail)


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(1080, 1920, "1024x1536"), (1920, 1080, "1536x1024"), (640, 600, "1024x1024"), (64, 1024, "1024x1536")],
)
@pytest.mark.parametrize("scale", [1.0, 0.75])
async def test_a_picture_of_any_shape_comes_back_unmoved(
    server: EditingServer, editor: OpenAIEditor, width: int, height: int, size: str, scale: float
) -> None:
    server.scale = scale

    picture = await editor.edit(request_for(width, height))

    assert server.forms == [{"model": ["gpt-image-1"], "prompt": ["warmer"], "size": [size], "n": ["1"]}]
    back = Image.open(BytesIO(picture.png))
    assert (back.size, back.mode) == ((width, height), "RGB")
    apart = np.asarray(back, np.int16) - np.asarray(quarters(width, height), np.int16)
    edges = np.abs(apart).max(axis=2)
    assert np.mean(edges > 40) < 0.05  # but for the seams between the quarters


async def test_what_is_sent_is_a_png_of_the_size_that_is_asked_for(
    server: EditingServer, editor: OpenAIEditor
) -> None:
    await editor.edit(request_for(1080, 1920))

    ((name, content),) = server.files[0]
    assert name == "image"
    assert Image.open(BytesIO(content), formats=["PNG"]).size == (1024, 1536)


async def test_references_go_along_behind_the_picture(server: EditingServer, editor: OpenAIEditor) -> None:
    lent = encoded(Image.new("RGB", (40, 30), "teal"), "WEBP")

    await editor.edit(request_for(512, 512, lent, high_detail=True))

    assert [name for name, _ in server.files[0]] == ["image[]", "image[]"]
    assert Image.open(BytesIO(server.files[0][1][1])).size == (40, 30)
    assert server.forms[0]["quality"] == ["high"]
    assert "Change the first picture only" in server.forms[0]["prompt"][0]


async def test_drawing_from_references_goes_where_the_protocol_takes_pictures(
    server: EditingServer, settings: EditSettings
) -> None:
    image = OpenAIImage(ImageSettings.model_validate(settings.model_dump()))
    lent = encoded(quarters(96, 96))

    picture = await image.draw(ImageRequest("a lake", 300, 200, references=(lent,)))

    assert (picture.width, picture.height) == (300, 200)
    assert server.forms[0]["prompt"][0].startswith("a lake")
    assert server.forms[0]["size"] == ["1536x1024"]


@pytest.mark.parametrize("source", [b"", b"\x89PNG\r\n\x1a\nbroken", b"GIF89a" + bytes(40)])
async def test_a_picture_that_cannot_be_read_is_refused_before_the_vendor_is_asked(
    httpserver: HTTPServer, editor: OpenAIEditor, source: bytes
) -> None:
    with pytest.raises(EngineRefused, match="the picture cannot be read"):
        await editor.edit(EditRequest("warmer", source, 64, 64))

    assert httpserver.log == []


@pytest.mark.parametrize(
    "body", [{}, {"data": []}, {"data": [{"b64_json": "no base64!"}]}, {"data": [{"b64_json": "aGFsbG8="}]}]
)
async def test_an_answer_without_a_picture_is_refused(
    httpserver: HTTPServer, editor: OpenAIEditor, body: dict[str, object]
) -> None:
    httpserver.expect_request(PATH).respond_with_json(body)

    with pytest.raises(EngineRefused, match="'openai'"):
        await editor.edit(request_for(64, 64))


async def test_a_content_policy_is_told_in_the_vendors_words(
    httpserver: HTTPServer, editor: OpenAIEditor, key: str
) -> None:
    said = {"error": {"message": f"Your request was rejected by the safety system ({key})", "code": "m"}}
    httpserver.expect_request(PATH).respond_with_json(said, status=400)

    with pytest.raises(EngineRefused, match="rejected by the safety system") as refusal:
        await editor.edit(request_for(64, 64))

    assert key not in refusal.value.message


async def test_a_busy_vendor_can_be_asked_again(httpserver: HTTPServer, editor: OpenAIEditor) -> None:
    httpserver.expect_request(PATH).respond_with_data("", status=500)

    with pytest.raises(EngineUnavailable):
        await editor.edit(request_for(64, 64))
