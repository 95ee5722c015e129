"""Servers that answer rubbish, send too much, or lead elsewhere."""

import struct
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse

from comfyui_server import ComfyUIServer
from reelhouse.engines.comfyui.client import ComfyUI
from reelhouse.engines.comfyui.outputs import FILM, PICTURE, Kind, chosen
from reelhouse.engines.comfyui.wire import Saved
from reelhouse.engines.comfyui.wishes import Wishes
from reelhouse.engines.comfyui.workflow import shipped
from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.image.backends.comfyui import FIELDS, build
from reelhouse.engines.image.types import ImageRequest
from reelhouse.engines.mesh.fake import FakeMesh
from reelhouse.engines.mesh.headers import check_solid
from reelhouse.engines.mesh.types import MeshRequest, SolidUnreadable
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

WORKFLOW = shipped("qwen_image", FIELDS)
LAKE = Wishes({"prompt": "a lake", "width": 64, "height": 64, "seed": 1})
NOT_COMFYUI = {
    "html": HTMLResponse("<!doctype html><title>Log in</title>"),
    "nothing": Response(b""),
    "list": JSONResponse([1, 2, 3]),
    "other": JSONResponse({"prompt_id": {"nested": []}, "queue_running": 7}),
    "half": Response(b'{"prompt_id": "x', media_type="application/json"),
    "binary": Response(b"\xff\xfe\x00\x80" * 50),
}


async def draw(settings: EngineSettings) -> bytes:
    content, _ = await ComfyUI("image", settings).made(WORKFLOW, LAKE, PICTURE)
    return content


@pytest.mark.parametrize("path", ["/prompt", "/history"])
@pytest.mark.parametrize("answer", NOT_COMFYUI.values(), ids=NOT_COMFYUI)
async def test_a_server_that_is_no_comfyui_may_be_asked_again(
    server: ComfyUIServer, impatient: EngineSettings, path: str, answer: Response
) -> None:
    server.instead[path] = answer

    with pytest.raises(EngineUnavailable, match="does not answer like ComfyUI"):
        await draw(impatient)


async def test_a_queue_of_rubbish_may_be_asked_again(
    server: ComfyUIServer, impatient: EngineSettings
) -> None:
    server.gate.clear()
    server.instead["/queue"] = JSONResponse({"queue_running": [[1]], "queue_pending": None})

    with pytest.raises(EngineUnavailable, match="does not answer like ComfyUI"):
        await draw(impatient)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Response(status_code=401), "REELHOUSE_IMAGE_KEY"),
        (RedirectResponse("http://192.0.2.1/prompt"), "REELHOUSE_IMAGE_URL"),
        (JSONResponse({"error": {"message": "no such thing"}, "node_errors": {}}, 400), "no such thing"),
        (JSONResponse({"error": "odd", "node_errors": {"8": {"errors": [{"message": 7}]}}}, 400), "odd"),
    ],
)
async def test_a_refusal_is_told(
    server: ComfyUIServer, settings: EngineSettings, answer: Response, told: str
) -> None:
    server.instead["/prompt"] = answer

    with pytest.raises(EngineRefused, match=told):
        await draw(settings)


async def test_the_key_is_sent_and_never_told(server: ComfyUIServer, settings: EngineSettings) -> None:
    key = settings.key.get_secret_value() if settings.key else ""
    server.explosion = ("ValueError", f"the header says {key}")

    with pytest.raises(EngineRefused) as refusal:
        await draw(settings)

    assert key not in str(refusal.value)
    assert {headers["authorization"] for headers in server.headers} == {f"Bearer {key}"}
    assert {headers["x-api-key"] for headers in server.headers} == {key}


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>", b"GIF89a" + b"\0" * 40, b"\x89PNG\r\n\x1a\n" + b"\0" * 40],
    ids=["nothing", "html", "gif", "cut"],
)
async def test_a_picture_that_is_none_is_refused(
    server: ComfyUIServer, settings: EngineSettings, content: bytes
) -> None:
    server.instead["/view"] = Response(content, media_type="image/png")

    with pytest.raises(EngineRefused):
        await build(settings, Tools()).draw(ImageRequest("a lake", 64, 64))


async def test_a_picture_of_too_many_pixels_is_refused(
    server: ComfyUIServer, settings: EngineSettings
) -> None:
    file = BytesIO()
    Image.new("1", (7000, 7000)).save(file, "PNG")
    server.instead["/view"] = Response(file.getvalue())

    with pytest.raises(EngineRefused, match="more than 36000000 pixels"):
        await build(settings, Tools()).draw(ImageRequest("a lake", 64, 64))


@pytest.mark.parametrize("kind", [PICTURE, FILM])
async def test_a_file_that_is_too_large_is_not_read_to_its_end(
    server: ComfyUIServer, settings: EngineSettings, tmp_path: Path, kind: Kind
) -> None:
    server.instead["/view"] = Response(b"RIFF\0\0\0\0WEBP" + b"\0" * 5000)
    small = replace(kind, most_bytes=1000, endings=(".png",))
    comfyui = ComfyUI("image", settings)

    with pytest.raises(EngineRefused, match="more than 1000 bytes"):
        await comfyui.made(WORKFLOW, LAKE, small)
    with pytest.raises(EngineRefused, match="more than 1000 bytes"):
        await comfyui.saved(WORKFLOW, LAKE, small, tmp_path / "film")


async def test_a_film_that_is_none_is_refused(
    server: ComfyUIServer, settings: EngineSettings, tmp_path: Path
) -> None:
    server.instead["/view"] = Response(b"<!doctype html><title>Log in</title>")
    png = replace(FILM, endings=(".png",))

    with pytest.raises(EngineRefused, match="no film; it begins with b'<!do'"):
        await ComfyUI("image", settings).saved(WORKFLOW, LAKE, png, tmp_path / "film")


@pytest.mark.parametrize(
    "answer",
    [Response(status_code=404), Response(status_code=502), StreamingResponse(iter(()), 503)],
    ids=["gone", "broken", "busy"],
)
async def test_a_result_that_cannot_be_fetched_is_told(
    server: ComfyUIServer, settings: EngineSettings, tmp_path: Path, answer: Response
) -> None:
    server.instead["/view"] = answer
    png = replace(FILM, endings=(".png",))

    with pytest.raises((EngineRefused, EngineUnavailable), match=f"status {answer.status_code}"):
        await ComfyUI("image", settings).saved(WORKFLOW, LAKE, png, tmp_path / "film")


@pytest.mark.parametrize(
    "saved",
    [
        Saved(filename="../../etc/a.png"),
        Saved(filename="..\\a.png"),
        Saved(filename="/etc/a.png"),
        Saved(filename="a.png", subfolder="../.."),
        Saved(filename="a.png", subfolder="/etc"),
        Saved(filename="a.png", subfolder="x/../../y"),
        Saved(filename="a.png", type="input"),
        Saved(filename="a\0.png"),
        Saved(filename="a" * 300 + ".png"),
        Saved(filename="a.mp4"),
    ],
)
def test_names_that_lead_elsewhere_are_not_asked_for(saved: Saved) -> None:
    assert chosen([saved], PICTURE) is None


@pytest.mark.parametrize(
    "outputs",
    [
        {},
        {"10": {"images": "a.png"}},
        {"10": {"images": [{"filename": 7}]}},
        {"10": {"text": ["a picture"], "animated": [True]}},
        {"9": {"images": [{"filename": "a.png"}]}},
    ],
)
async def test_a_history_without_our_file_is_refused(
    server: ComfyUIServer, settings: EngineSettings, outputs: dict[str, Any]
) -> None:
    server.lists = outputs

    with pytest.raises(EngineRefused, match="gave no picture"):
        await draw(settings)


async def the_solid() -> bytes:
    return (await FakeMesh().model(MeshRequest(b"x"))).glb


async def test_a_whole_solid_is_taken() -> None:
    check_solid(await the_solid())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda glb: glb[:18],
        lambda glb: glb[:-4],
        lambda glb: b"glTX" + glb[4:],
        lambda glb: glb[:12] + struct.pack("<I", 2**31) + glb[16:],
        lambda glb: glb.replace(b'"accessors"', b'"excessors"'),
        lambda glb: glb.replace(b'"POSITION":0', b'"POSITION":9'),
        lambda glb: glb.replace(b'"indices":1', b'"mode":1   '),
        lambda glb: glb.replace(b'"count":12', b'"count":99999999'),
    ],
    ids=["nothing", "header", "cut", "magic", "chunk", "accessors", "position", "lines", "bomb"],
)
async def test_a_damaged_solid_is_refused(spoil: Callable[[bytes], bytes]) -> None:
    with pytest.raises(SolidUnreadable):
        check_solid(spoil(await the_solid()))
