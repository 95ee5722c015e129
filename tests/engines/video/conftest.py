"""Every video backend, each with the real encoder; vendors stand on loopback, and film as the fake does."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import JsonValue, SecretStr

from comfyui_server import comfyui_server
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import KEY, FakeHost, Make
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.video.backends import comfyui, hosted
from reelhouse.engines.video.backends.builtin import build
from reelhouse.engines.video.base import VideoEngine
from reelhouse.engines.video.fake import FakeVideo
from reelhouse.engines.video.types import VideoRequest
from reelhouse.render.clips.encoder import film_encoder
from reelhouse.render.settings import RenderSettings

HOSTED = {"fal": (FakeFal, hosted.fal), "replicate": (FakeReplicate, hosted.replicate)}
TABLE = """
output = ["video", "output"]
size = [{form = "sides"}]
fields = {prompt = "prompt", start = "image", frames = "frames", fps = "fps", seed = "seed"}
"""
"""A model that films in any size; what the usual ones make is brought into order by the caller."""


def builtin() -> VideoEngine:
    return build(EngineSettings(), Tools(encode=film_encoder(RenderSettings())))


LOCAL = {"fake": FakeVideo, "builtin": builtin}


@pytest.fixture(params=[*LOCAL, "comfyui", *HOSTED])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[VideoEngine]:
    if request.param in LOCAL:
        yield LOCAL[request.param]()
        return
    if request.param == "comfyui":
        with comfyui_server() as server:
            yield comfyui.build(EngineSettings(url=server.url), Tools())
        return
    table = tmp_path / "table.toml"
    table.write_text(TABLE)
    vendor, build_hosted = HOSTED[request.param]
    with vendor(shoot(tmp_path)) as host:
        settings = EngineSettings(
            url=host.url, key=SecretStr(KEY), poll_seconds=0.01, model="acme/camera", workflow=table
        )
        yield build_hosted(settings, Tools())


def shoot(folder: Path) -> Make:
    def make(host: FakeHost, _model: str, inputs: dict[str, JsonValue]) -> JsonValue:
        width, height, frames, fps = (int(str(inputs[name])) for name in ("width", "height", "frames", "fps"))
        request = VideoRequest(str(inputs["prompt"]), width, height, frames, fps, folder)
        film = asyncio.run(FakeVideo().film(request))
        address = host.keep(film.path.read_bytes(), "video/mp4")
        return address if isinstance(host, FakeReplicate) else {"video": {"url": address}}

    return make
