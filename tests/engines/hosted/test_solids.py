"""Solids by hosted models."""

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import trimesh
from PIL import Image
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


def glb_of(mesh: trimesh.Trimesh) -> bytes:
    exported = trimesh.Scene(mesh).export(file_type="glb")  # type: ignore[no-untyped-call]
    assert isinstance(exported, bytes)
    return exported


async def test_a_solid_that_floats_is_put_on_the_ground_with_its_texture(
    fal: FakeFal, engine_of: EngineOf, giving: Giving, a_picture: bytes
) -> None:
    box = trimesh.creation.box((1, 2, 1))
    texture = Image.open(io.BytesIO(a_picture))
    box.visual = trimesh.visual.TextureVisuals(np.zeros((8, 2)), image=texture)  # type: ignore[no-untyped-call]
    floating = glb_of(box)
    fal.make = giving("model_glb", lambda host: host.keep(floating, "model/gltf-binary"))

    mesh = await engine_of(fal, "mesh.backends.hosted").model(MeshRequest(a_picture))

    solid = trimesh.load_scene(io.BytesIO(mesh.glb), file_type="glb").to_mesh()
    assert solid.bounds[:, 1].tolist() == pytest.approx([0, 2])
    assert solid.visual.material.baseColorTexture.size == (48, 32)


async def test_a_solid_with_a_hole_is_told(
    fal: FakeFal, engine_of: EngineOf, giving: Giving, a_picture: bytes
) -> None:
    box = trimesh.creation.box((1, 1, 1))
    box.update_faces(np.arange(len(box.faces)) > 1)
    fal.make = giving("model_glb", lambda host: host.keep(glb_of(box), "model/gltf-binary"))

    mesh = await engine_of(fal, "mesh.backends.hosted").model(MeshRequest(a_picture))

    assert "The solid is not closed." in mesh.notes
