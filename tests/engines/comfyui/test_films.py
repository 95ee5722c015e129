"""What films ask of a workflow: frames and sound at their places, and a canvas that models take."""

import json
import wave
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image, ImageColor
from starlette.responses import Response

from comfyui_server import ComfyUIServer
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.video.backends import comfyui as video
from reelhouse.engines.video.types import VideoRequest
from reelhouse.render.clips.encoder import film_encoder
from reelhouse.render.settings import RenderSettings

TOOLS = Tools(encode=film_encoder(RenderSettings()))
COLOURS = ("red", "lime", "blue", "yellow", "cyan", "white", "black", "orange", "teal", "navy", "pink", "tan")


def png(colour: str, size: tuple[int, int] = (96, 64)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


def uploaded(server: ComfyUIServer, name: str) -> tuple[int, ...]:
    """The colour of a picture that was sent."""
    pixel = Image.open(BytesIO(server.uploads[name])).convert("RGB").getpixel((8, 8))
    assert isinstance(pixel, tuple)
    return tuple(int(part) for part in pixel)


@pytest.fixture
def scene(tmp_path: Path) -> VideoRequest:
    return VideoRequest("waves roll in", 96, 64, 25, 25, tmp_path)


def sound(folder: Path, seconds: float) -> Path:
    path = folder / "sound.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((2, 2, 48_000, 0, "NONE", ""))
        file.writeframes(b"\1\0" * round(seconds * 48_000) * 2)
    return path


def first_frame(path: Path) -> tuple[float, ...]:
    """Its middle colour."""
    with av.open(str(path), "r") as container:
        frame = next(container.decode(video=0)).to_ndarray(format="rgb24")
    return tuple(float(part) for part in frame.mean(axis=(0, 1)))


async def test_a_film_begins_with_its_start_frame_and_comes_to_its_final_one(
    server: ComfyUIServer, settings: EngineSettings, scene: VideoRequest
) -> None:
    request = replace(scene, start=png("red", (200, 100)), final=png("blue"), extreme_quality=True)

    film = await video.build(settings, TOOLS).film(request)

    assert first_frame(film.path) == pytest.approx([255, 0, 0], abs=12)
    (guide,) = server.inputs("LTXVAddGuide")
    assert (guide["frame_idx"], server.inputs("LTXVScheduler")[0]["steps"]) == (-1, 30)
    assert len(server.inputs("LTXVImgToVideoInplace")) == 1
    assert film.notes == ()


async def test_words_alone_make_a_film(
    server: ComfyUIServer, settings: EngineSettings, scene: VideoRequest
) -> None:
    await video.build(settings, TOOLS).film(replace(scene, width=100, frames=26))

    (size,) = server.inputs("EmptyLTXVLatentVideo")
    assert (size["width"], size["height"], size["length"]) == (128, 64, 33)
    assert (server.inputs("LoadImage"), server.uploads) == ([], {})


@pytest.mark.parametrize(
    ("count", "places", "clip"),
    [(1, [], 0), (3, [1, 2], 0), (9, [1, 2, 3, 4, 5, 6, 7, 8], 0), (10, [9], 9), (12, [9, 10, 11], 9)],
)
async def test_overlap_frames_go_to_their_places(
    server: ComfyUIServer,
    settings: EngineSettings,
    scene: VideoRequest,
    *,
    count: int,
    places: list[int],
    clip: int,
) -> None:
    overlap = tuple(png(colour) for colour in COLOURS[:count])

    await video.build(settings, TOOLS).film(replace(scene, overlap=overlap))

    graph = server.graphs[-1]
    guides = [
        node for node in server.inputs("LTXVAddGuide") if graph[node["image"][0]]["class_type"] == "LoadImage"
    ]
    assert [guide["frame_idx"] for guide in guides] == places
    for guide in guides:
        sent = graph[guide["image"][0]]["inputs"]["image"]
        assert uploaded(server, sent) == ImageColor.getrgb(COLOURS[guide["frame_idx"]])
    clips = [node["file"] for node in server.inputs("LoadVideo")]
    assert [frames_in(server.uploads[name]) for name in clips] == ([clip] if clip else [])


def frames_in(film: bytes) -> int:
    with av.open(BytesIO(film), "r") as container:
        return len(list(container.decode(video=0)))


async def test_an_animated_webp_becomes_a_film(
    server: ComfyUIServer, settings: EngineSettings, scene: VideoRequest
) -> None:
    frames = [Image.new("RGB", (97, 65), colour) for colour in COLOURS]
    file = BytesIO()
    frames[0].save(file, "WEBP", save_all=True, append_images=frames[1:], duration=40)
    server.instead["/view"] = Response(file.getvalue())

    film = await video.build(settings, TOOLS).film(scene)

    assert frames_in(film.path.read_bytes()) == len(COLOURS)
    assert first_frame(film.path) == pytest.approx([255, 0, 0], abs=12)


async def test_a_damaged_animation_is_refused(
    server: ComfyUIServer, settings: EngineSettings, scene: VideoRequest
) -> None:
    server.instead["/view"] = Response(b"RIFF\x40\0\0\0WEBPVP8X" + b"\0" * 60)

    with pytest.raises(EngineRefused, match="animation"):
        await video.build(settings, TOOLS).film(scene)


@pytest.mark.parametrize("seconds", [0.5, 3])
async def test_sound_is_as_long_as_the_film(
    server: ComfyUIServer, settings: EngineSettings, scene: VideoRequest, seconds: float
) -> None:
    request = replace(scene, start=png("red"), audio=sound(scene.folder, seconds))

    await video.build(settings, TOOLS).film(request)

    (loaded,) = server.inputs("LoadAudio")
    with wave.open(BytesIO(server.uploads[loaded["audio"]])) as sent:
        assert (sent.getnframes(), sent.getframerate()) == (48_000, 48_000)


async def test_frames_that_a_workflow_has_no_place_for_are_refused(
    settings: EngineSettings, scene: VideoRequest
) -> None:
    node = {
        "class_type": "SaveVideo",
        "inputs": {"prompt": ""},
        "_meta": {"title": "reelhouse: prompt, output"},
    }
    path = scene.folder / "own.json"
    path.write_text(json.dumps({"1": node}))
    own = settings.model_copy(update={"workflow": path})

    with pytest.raises(EngineRefused, match="no place for: start"):
        await video.build(own, TOOLS).film(replace(scene, start=png("red")))


@pytest.mark.parametrize("changed", [{"frames": 0}, {"width": 70_000}, {"prompt": " \0"}, {"start": b"no"}])
async def test_a_film_out_of_bounds_is_refused(
    settings: EngineSettings, scene: VideoRequest, changed: dict[str, Any]
) -> None:
    with pytest.raises(EngineRefused) as refusal:
        await video.build(settings, TOOLS).film(replace(scene, **changed))

    assert refusal.value.engine == "comfyui"
