"""Every mesh backend; vendors stand on loopback, and their solid is the fake's."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import JsonValue, SecretStr

from comfyui_server import comfyui_server
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import KEY, FakeHost
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.mesh.backends import comfyui, hosted
from reelhouse.engines.mesh.backends.builtin import BuiltinMesh
from reelhouse.engines.mesh.base import MeshEngine
from reelhouse.engines.mesh.fake import FakeMesh
from reelhouse.engines.mesh.types import MeshRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

HOSTED = {"fal": (FakeFal, hosted.fal), "replicate": (FakeReplicate, hosted.replicate)}
LOCAL = {"fake": FakeMesh, "builtin": BuiltinMesh}
TABLE = (
    """{"fields": {"image": "image_url", "faces": "faces", "seed": "seed"}, "output": ["model", "output"]}"""
)
"""A model that makes as few faces as one wishes; the usual ones have limits."""


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
def comfyui_url() -> Iterator[str]:
    with comfyui_server() as server:
        yield server.url


@pytest.fixture(params=[*LOCAL, "comfyui", *HOSTED])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MeshEngine]:
    if request.param in LOCAL:
        yield LOCAL[request.param]()
        return
    if request.param == "comfyui":
        yield comfyui.build(EngineSettings(url=request.getfixturevalue("comfyui_url")), Tools())
        return
    table = tmp_path / "table.json"
    table.write_text(TABLE)
    vendor, build = HOSTED[request.param]
    with vendor(carve) as host:
        settings = EngineSettings(
            url=host.url, key=SecretStr(KEY), poll_seconds=0.01, model="acme/carver", workflow=table
        )
        yield build(settings, Tools())


def carve(host: FakeHost, _model: str, inputs: dict[str, JsonValue]) -> JsonValue:
    request = MeshRequest(host.content_of(inputs["image_url"]), faces=int(str(inputs["faces"])))
    address = host.keep(asyncio.run(FakeMesh().model(request)).glb, "model/gltf-binary")
    return address if isinstance(host, FakeReplicate) else {"model": {"url": address}}
