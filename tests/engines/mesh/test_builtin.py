"""The builtin modeller: what stands in a picture, as a file that any viewer of glTF opens."""

import asyncio
import json
import os
import struct
import subprocess
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.mesh.backends.builtin import BuiltinMesh, build
from reelhouse.engines.mesh.types import Mesh, MeshRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

RED, BLUE = (200, 48, 32), (40, 80, 200)


@pytest.fixture
def engine() -> BuiltinMesh:
    return build(EngineSettings(), Tools())


def png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def mug(ground: str | tuple[int, ...] = "white") -> Image.Image:
    """Red on its left and blue on its right, where its handle is."""
    picture = Image.new("RGBA", (400, 400), ground)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((210, 120, 350, 260), fill=BLUE)
    draw.ellipse((245, 155, 315, 225), fill=ground)
    draw.rectangle((60, 80, 170, 320), fill=RED)
    draw.rectangle((170, 80, 270, 320), fill=BLUE)
    return picture


ASKED = MeshRequest(png(mug((0, 0, 0, 0))), faces=2000, texture_size=256, texture_resolution=256)


@dataclass(frozen=True, slots=True)
class Read:
    """A binary glTF as it lies in the file."""

    described: dict[str, Any]
    body: bytes

    def values(self, number: int) -> NDArray[Any]:
        accessor = self.described["accessors"][number]
        view = self.described["bufferViews"][accessor["bufferView"]]
        form = {5126: "<f4", 5125: "<u4", 5123: "<u2"}[accessor["componentType"]]
        width = {"SCALAR": 1, "VEC2": 2, "VEC3": 3}[accessor["type"]]
        found = np.frombuffer(self.body, form, accessor["count"] * width, view["byteOffset"])
        assert found.nbytes == view["byteLength"]
        return found.reshape(-1, width)

    @property
    def texture(self) -> Image.Image:
        (image,) = self.described["images"]
        view = self.described["bufferViews"][image["bufferView"]]
        data = self.body[view["byteOffset"] : view["byteOffset"] + view["byteLength"]]
        picture = Image.open(BytesIO(data))
        assert picture.get_format_mimetype() == image["mimeType"]
        return picture.convert("RGB")


def read(made: Mesh) -> Read:
    magic, version, length = struct.unpack_from("<III", made.glb)
    assert (magic, version, length) == (0x46546C67, 2, len(made.glb))
    text, kind = struct.unpack_from("<II", made.glb, 12)
    assert kind == 0x4E4F534A
    rest, kind = struct.unpack_from("<II", made.glb, 20 + text)
    assert kind == 0x004E4942
    assert 20 + text + 8 + rest == length
    return Read(json.loads(made.glb[20 : 20 + text]), made.glb[28 + text :])


def solid(made: Mesh) -> trimesh.Trimesh:
    shape: trimesh.Trimesh = trimesh.load_scene(BytesIO(made.glb), file_type="glb").to_mesh()
    shape.merge_vertices(merge_tex=True, merge_norm=True)
    return shape


def bodies_of(shape: trimesh.Trimesh) -> int:
    """How many parts hang together, each by its edges."""
    one, other = np.asarray(shape.edges_unique).T
    part = np.arange(len(shape.vertices))
    while True:
        least = part.copy()
        np.minimum.at(least, one, part[other])
        np.minimum.at(least, other, part[one])
        least = least[least]
        if (least == part).all():
            return len(np.unique(part))
        part = least


def is_closed(shape: trimesh.Trimesh) -> bool:
    return bool(shape.is_watertight and shape.is_winding_consistent and shape.volume > 0)


async def test_the_file_is_whole(engine: BuiltinMesh) -> None:
    made = await engine.model(ASKED)

    file = read(made)
    positions, normals, places, indices = (file.values(number) for number in range(4))
    assert len(positions) == len(normals) == len(places) == made.vertices
    assert sorted(set(indices.ravel().tolist())) == list(range(made.vertices))
    assert indices.size == 3 * made.faces
    assert file.described["accessors"][0]["min"] == positions.min(axis=0).tolist()
    assert file.described["accessors"][0]["max"] == positions.max(axis=0).tolist()
    assert all(view["byteOffset"] % 4 == 0 for view in file.described["bufferViews"])
    assert file.described["buffers"] == [{"byteLength": len(file.body)}]
    assert np.linalg.norm(normals, axis=1) == pytest.approx(1, abs=1e-5)
    assert (places.min(), places.max()) >= (0, 0)
    assert places.max() <= 1
    assert file.texture.size == (256, 256)
    assert file.described["asset"] == {"version": "2.0", "generator": "reelhouse"}
    assert file.described["materials"][0]["doubleSided"] is False


async def test_khronos_validator_finds_nothing(engine: BuiltinMesh, tmp_path: Path) -> None:
    folder = os.environ.get("GLTF_VALIDATOR")  # where the node module gltf-validator lies
    if folder is None:
        pytest.skip("no gltf-validator here")
    path = tmp_path / "mug.glb"
    path.write_bytes((await engine.model(ASKED)).glb)
    script = (
        f"require({json.dumps(folder)}).validateBytes(new Uint8Array(require('fs').readFileSync("
        f"{json.dumps(str(path))}))).then(report => console.log(JSON.stringify(report.issues)))"
    )

    answer = await asyncio.to_thread(subprocess.check_output, ["node", "-e", script])
    issues = json.loads(answer)

    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"]


async def test_it_stands_on_the_ground_a_metre_long_and_looks_at_us(engine: BuiltinMesh) -> None:
    shape = solid(await engine.model(ASKED))

    assert shape.extents.max() == pytest.approx(1, abs=1e-5)
    assert shape.bounds[0][1] == 0
    assert shape.bounds.mean(axis=0)[[0, 2]] == pytest.approx([0, 0], abs=1e-6)
    assert shape.extents[0] > shape.extents[1] > shape.extents[2] > 0.3


@pytest.mark.parametrize("faces", [100, 150, 500, 5000, 20_000])
async def test_a_handle_stays_a_handle_within_any_budget(engine: BuiltinMesh, faces: int) -> None:
    made = await engine.model(replace(ASKED, faces=faces))

    shape = solid(made)
    assert is_closed(shape)
    assert shape.euler_number == 0
    assert made.faces == len(shape.faces) <= faces
    assert made.faces > 0.9 * faces


async def test_a_handle_is_filled_when_it_is_within_the_perimeter(engine: BuiltinMesh) -> None:
    filled = await engine.model(replace(ASKED, fill_holes_perimeter=1.0))
    kept = await engine.model(replace(ASKED, fill_holes_perimeter=1.0, fill_holes=False))

    assert solid(filled).euler_number == 2
    assert solid(kept).euler_number == 0


async def test_the_front_shows_the_picture_and_the_back_its_mirror_image(engine: BuiltinMesh) -> None:
    file = read(await engine.model(ASKED))

    positions, normals, places = (file.values(number) for number in range(3))
    texture = np.asarray(file.texture, int)
    painted = texture[tuple((np.clip(places, 0, 0.999) * 256).astype(int).T[::-1])]
    middle = np.abs(positions[:, 0] + 0.12) > 0.03  # where red meets blue
    left = positions[:, 0] < -0.12
    for side in (normals[:, 2] > 0.3, normals[:, 2] < -0.3, np.abs(normals[:, 2]) <= 0.3):
        for place, colour in ((left, RED), (~left, BLUE)):
            assert np.abs(painted[side & place & middle] - colour).max() < 40


async def test_nothing_of_the_ground_is_left_in_the_texture(engine: BuiltinMesh) -> None:
    picture = mug().resize((100, 100), Image.Resampling.BILINEAR)  # soft edges, mixed with white

    texture = np.asarray(read(await engine.model(replace(ASKED, image=png(picture)))).texture)

    assert texture.min(axis=2).max() < 120


async def test_a_second_face_on_the_back_is_not_made_up(engine: BuiltinMesh) -> None:
    picture = Image.new("RGBA", (300, 300))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((50, 50, 250, 250), fill="#e0b080")
    for left in (105, 165):
        draw.ellipse((left, 110, left + 30, 140), fill="black")

    file = read(await engine.model(replace(ASKED, image=png(picture), faces=5000)))

    positions, normals, places = (file.values(number) for number in range(3))
    texture = np.asarray(file.texture.convert("L"), int)
    painted = texture[tuple((np.clip(places, 0, 0.999) * 256).astype(int).T[::-1])]
    assert painted[normals[:, 2] > 0.5].min() < 60
    assert painted[normals[:, 2] < -0.5].min() > 150
    assert abs(positions[:, 0].max() + positions[:, 0].min()) < 1e-6


async def test_what_is_seen_from_its_side_has_wheels_on_both(engine: BuiltinMesh) -> None:
    picture = Image.new("RGBA", (400, 200))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((20, 40, 380, 130), 30, fill=BLUE)
    for left in (60, 280):
        draw.ellipse((left, 100, left + 60, 160), fill="black")

    file = read(await engine.model(replace(ASKED, image=png(picture), faces=5000)))

    normals, places = file.values(1), file.values(2)
    texture = np.asarray(file.texture.convert("L"), int)
    painted = texture[tuple((np.clip(places, 0, 0.999) * 256).astype(int).T[::-1])]
    assert painted[normals[:, 2] < -0.5].min() < 20


async def test_two_things_make_two_parts(engine: BuiltinMesh) -> None:
    picture = Image.new("RGBA", (300, 200))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((20, 40, 120, 160), fill=RED)
    draw.ellipse((160, 40, 280, 160), fill=BLUE)

    shape = solid(await engine.model(replace(ASKED, image=png(picture))))

    assert is_closed(shape)
    assert bodies_of(shape) == 2


async def test_a_thin_line_keeps_its_thickness(engine: BuiltinMesh) -> None:
    picture = Image.new("RGBA", (400, 400))
    ImageDraw.Draw(picture).line((20, 380, 380, 20), fill=RED, width=2)

    shape = solid(await engine.model(replace(ASKED, image=png(picture), faces=300)))

    assert is_closed(shape)
    assert bodies_of(shape) == 1
    assert shape.extents[2] > 0.005


def one_pixel() -> Image.Image:
    picture = Image.new("RGBA", (30, 30))
    picture.putpixel((9, 9), (*RED, 255))
    return picture


def noise(width: int, height: int) -> Image.Image:
    return Image.fromarray(np.random.default_rng(1).integers(0, 255, (height, width, 3), np.uint8))


def torn() -> Image.Image:
    picture = noise(200, 200)
    picture.putalpha(picture.getchannel(0).point(lambda value: 255 if value > 127 else 0))
    return picture


ODD = {
    "grey": mug().convert("L"),
    "palette": mug().convert("RGB").convert("P"),
    "one pixel": one_pixel(),
    "huge": mug((0, 0, 0, 0)).resize((3600, 3600)),
    "very wide": noise(900, 2),
    "noise": noise(160, 120),
    "torn": torn(),
}


@pytest.mark.parametrize("name", ODD)
async def test_odd_pictures_become_closed_solids(engine: BuiltinMesh, name: str) -> None:
    made = await engine.model(replace(ASKED, image=png(ODD[name]), faces=500))

    assert is_closed(solid(made))
    assert made.faces <= 500


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
async def test_a_picture_of_nothing_is_refused(engine: BuiltinMesh, mode: str) -> None:
    with pytest.raises(EngineRefused, match="nothing to be seen"):
        await engine.model(replace(ASKED, image=png(Image.new(mode, (64, 64)))))


@pytest.mark.parametrize("image", [b"GIF89a", ASKED.image[:200], png(mug())[:-300]])
async def test_a_file_that_is_no_whole_picture_is_refused(engine: BuiltinMesh, image: bytes) -> None:
    with pytest.raises(EngineRefused, match="no picture"):
        await engine.model(replace(ASKED, image=image))


@pytest.mark.parametrize(
    ("faces", "size", "resolution"), [(8_000, 512, 512), (20_000, 1024, 512), (60_000, 2048, 1024)]
)
async def test_usual_sizes_are_modelled(engine: BuiltinMesh, faces: int, size: int, resolution: int) -> None:
    image = png(mug((0, 0, 0, 0)))

    made = await engine.model(
        MeshRequest(image, faces=faces, texture_size=size, texture_resolution=resolution)
    )

    assert is_closed(solid(made))
    assert faces >= made.faces > 0.9 * faces
    assert read(made).texture.size == (size, size)
    assert not made.notes


async def test_creases_decide_which_edges_are_sharp(engine: BuiltinMesh) -> None:
    sharp, usual, smooth = [
        await engine.model(replace(ASKED, faces=500, crease_degrees=degrees))
        for degrees in (0.0, None, 180.0)
    ]

    assert sharp.vertices == 3 * sharp.faces
    assert smooth.vertices <= usual.vertices < sharp.vertices


async def test_an_epsilon_evens_normals_out(engine: BuiltinMesh) -> None:
    asked = replace(ASKED, crease_degrees=180.0)
    even = read(await engine.model(replace(asked, position_epsilon=0.1))).values(1)
    uneven = read(await engine.model(asked)).values(1)

    assert len(np.unique(even, axis=0)) < len(np.unique(uneven, axis=0))


async def test_settings_without_effect_are_told_once(engine: BuiltinMesh) -> None:
    usual = await engine.model(ASKED)
    told = await engine.model(replace(ASKED, views=9, texture_steps=40))

    assert usual.notes == ()
    assert told.notes == ("Without effect on the builtin engine: views, texture steps.",)
    assert told.glb == usual.glb
