"""The media tasks of the document, done by a server that speaks ComfyUI's protocol."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import av
import pytest
from PIL import Image

from comfyui_server import ComfyUIServer, comfyui_server
from media_caller import Killa, inline
from running import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

FAMILIES = ("image", "edit", "video", "song", "mesh")


@pytest.fixture(scope="module")
def comfyui() -> Iterator[ComfyUIServer]:
    with comfyui_server() as server:
        yield server


@pytest.fixture(scope="module")
def killa(tmp_path_factory: pytest.TempPathFactory, comfyui: ComfyUIServer) -> Iterator[Killa]:
    tables = {f"{family}_backend": "comfyui" for family in FAMILIES}
    addresses = {f"{family}_url": comfyui.url for family in FAMILIES}
    told = {name.upper(): value for name, value in (tables | addresses).items()}
    with serving(tmp_path_factory.mktemp("house") / "data", but=frozenset(), **told) as house:
        yield Killa(house, house.new_key())


def test_a_picture_is_drawn_and_another_is_edited(killa: Killa) -> None:
    drawn, picture = killa.made("image.generate", prompt="cinematic fox astronaut", width=1024, height=1024)
    edited, changed = killa.made(
        "image.edit",
        prompt="turn this scene into a dramatic noir poster",
        sourceImage=inline((320, 192)),
        referenceImages=[inline((64, 64))],
    )

    assert Image.open(BytesIO(picture)).size == (1024, 1024)
    assert Image.open(BytesIO(changed)).size == (320, 192)
    assert [job["upstreamResult"]["engine"] for job in (drawn, edited)] == ["comfyui", "comfyui"]


def test_a_film_has_its_frames_whether_from_a_picture_or_from_text(killa: Killa) -> None:
    shape = {"width": 320, "height": 192, "sampledFps": 25, "durationFrames": 25, "interpolationFps": 50}
    from_picture, moving = killa.made(
        "video.generate",
        prompt="slow cinematic push-in with floating particles",
        startFrameImage=inline(),
        finalFrameImage=inline(),
        **shape,
    )
    _, flown = killa.made("video.generate", prompt="single continuous flythrough", **shape)

    for film in (moving, flown):
        with av.open(BytesIO(film), "r") as container:
            assert len(list(container.decode(video=0))) == 50
    assert from_picture["upstreamResult"]["engine"] == "comfyui"


def test_a_song_lasts_as_long_as_asked(killa: Killa) -> None:
    job, song = killa.made(
        "ace.step.create", tags="electro-pop, wide synths", lyrics="[Verse]\nNeon rain", durationSeconds=15
    )

    with av.open(BytesIO(song), "r") as container:
        frames = list(container.decode(audio=0))
    assert sum(frame.samples for frame in frames) / frames[0].sample_rate == pytest.approx(15, abs=0.1)
    assert job["upstreamResult"]["engine"] == "comfyui"


def test_a_solid_is_delivered_as_glb(killa: Killa) -> None:
    job, solid = killa.made("trellis.generate", sourceImage=inline((256, 256)), qualityPreset="balanced")

    length = int.from_bytes(solid[12:16], "little")
    assert json.loads(solid[20 : 20 + length])["asset"]["version"] == "2.0"
    assert job["outputs"][0]["mimeType"] == "model/gltf-binary"


def test_work_that_the_server_gives_up_is_refunded(killa: Killa, comfyui: ComfyUIServer) -> None:
    before = killa.balance()
    comfyui.explosion = ("ValueError", "the sampler does not know this")
    try:
        job = killa.run("image.generate", prompt="a boat", width=256, height=256)
    finally:
        comfyui.explosion = None

    assert (job["status"], job["failure"]["code"]) == ("failed", "engine_refused")
    assert killa.balance() == before
