"""Solids by hosted models."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import JsonValue

from reelhouse.engines.errors import EngineUnavailable
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import FakeHost
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.mesh.fake import FakeMesh
from reelhouse.engines.mesh.types import MeshRequest

EngineOf = Callable[..., Any]
Giving = Callable[[str, Callable[[FakeHost], JsonValue]], Callable[..., JsonValue]]


async def test_a_solid_is_counted_and_its_excess_told(
    vendor: FakeHost, engine_of: EngineOf, giving: Giving, a_picture: bytes
) -> None:
    glb = (await FakeMesh().model(MeshRequest(a_picture))).glb

    def solid(host: FakeHost) -> JsonValue:
        address = host.keep(glb, "model/gltf-binary")
        return {"model_file": address} if isinstance(host, FakeReplicate) else address

    vendor.make = giving("model_glb", solid)

    mesh = await engine_of(vendor, "mesh.backends.hosted").model(MeshRequest(a_picture, structure_steps=12))

    assert (mesh.glb, mesh.faces, mesh.vertices) == (glb, 4, 4)
    inputs = vendor.works[0].inputs
    assert inputs["ss_sampling_steps"] == 12
    assert inputs["texture_size"] == 1024


@pytest.mark.parametrize("content", [b"glTF\x02\0\0\0" + bytes(40), b"solid cube", b""])
async def test_what_is_no_solid_is_unavailable(
    fal: FakeFal, engine_of: EngineOf, giving: Giving, a_picture: bytes, content: bytes
) -> None:
    fal.make = giving("model_glb", lambda host: host.keep(content, "application/octet-stream"))

    with pytest.raises(EngineUnavailable, match="solid"):
        await engine_of(fal, "mesh.backends.hosted").model(MeshRequest(a_picture))
