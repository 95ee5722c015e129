"""What every mesh engine promises, whoever models."""

from dataclasses import replace
from io import BytesIO
from math import nan
from typing import Any

import pytest
import trimesh
from PIL import Image, ImageDraw

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.mesh.base import MeshEngine
from reelhouse.engines.mesh.limits import RANGES
from reelhouse.engines.mesh.types import MeshRequest


@pytest.fixture
def asked() -> MeshRequest:
    """A red disc on white."""
    picture = Image.new("RGB", (256, 256), "white")
    ImageDraw.Draw(picture).ellipse((48, 48, 208, 208), fill="#c03020")
    file = BytesIO()
    picture.save(file, "PNG")
    return MeshRequest(file.getvalue(), faces=2000, texture_size=256, texture_resolution=256)


async def test_a_solid_is_closed_and_stands_on_the_ground(engine: MeshEngine, asked: MeshRequest) -> None:
    made = await engine.model(asked)

    solid = trimesh.load_scene(BytesIO(made.glb), file_type="glb").to_mesh()
    solid.merge_vertices(merge_tex=True, merge_norm=True)
    assert solid.is_watertight
    assert solid.is_winding_consistent
    assert solid.volume > 0
    assert solid.bounds[0][1] == pytest.approx(0, abs=1e-5)
    assert len(solid.faces) == made.faces <= asked.faces


async def test_equal_requests_give_equal_bytes(engine: MeshEngine, asked: MeshRequest) -> None:
    assert await engine.model(asked) == await engine.model(asked)


@pytest.mark.parametrize("field", RANGES)
@pytest.mark.parametrize("wrong", ["below", "above", "nan"])
async def test_a_field_out_of_its_range_is_refused_by_name(
    engine: MeshEngine, asked: MeshRequest, field: str, wrong: str
) -> None:
    least, most = RANGES[field]
    changed: dict[str, Any] = {field: {"below": least - 1, "above": most + 1, "nan": nan}[wrong]}

    with pytest.raises(EngineRefused, match=field.replace("_", " ")):
        await engine.model(replace(asked, **changed))


async def test_no_picture_is_refused(engine: MeshEngine) -> None:
    with pytest.raises(EngineRefused, match="picture"):
        await engine.model(MeshRequest(b""))
