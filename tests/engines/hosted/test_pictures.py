"""Pictures by hosted models: drawn, changed, and by a model that a user described."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import FakeHost
from reelhouse.engines.image.types import EditRequest, ImageRequest

EngineOf = Callable[..., Any]


async def test_reference_pictures_go_to_the_model_that_takes_them(
    vendor: FakeHost, engine_of: EngineOf, a_picture: bytes
) -> None:
    await engine_of(vendor).draw(ImageRequest("a lake", 64, 64, references=(a_picture, a_picture)))

    (work,) = vendor.works
    assert "edit" in work.model
    lent = work.inputs["image_urls" if isinstance(vendor, FakeFal) else "image"]
    assert isinstance(lent, list)
    assert [Image.open(io.BytesIO(vendor.content_of(one))).size for one in lent] == [(48, 32)] * 2


async def test_an_edited_picture_comes_first_and_returns_in_its_size(
    vendor: FakeHost, engine_of: EngineOf, a_picture: bytes
) -> None:
    engine = engine_of(vendor, "image.backends.hosted_editor")

    picture = await engine.edit(EditRequest("make it noir", a_picture, 96, 64, references=(a_picture,)))

    assert Image.open(io.BytesIO(picture.png)).size == (96, 64)
    given = vendor.works[0].inputs["image_urls" if isinstance(vendor, FakeFal) else "image"]
    assert isinstance(given, list)
    assert [Image.open(io.BytesIO(vendor.content_of(one))).size for one in given] == [(96, 64), (48, 32)]


async def test_high_detail_is_more_work_or_is_said_to_be_lost(
    vendor: FakeHost, engine_of: EngineOf, a_picture: bytes
) -> None:
    edited = await engine_of(vendor, "image.backends.hosted_editor").edit(
        EditRequest("noir", a_picture, 64, 64, high_detail=True)
    )

    asked = vendor.works[0].inputs.get("num_inference_steps")
    lost = any("has no input for: high detail" in note for note in edited.notes)
    assert (asked == 50) != lost


async def test_a_model_that_nobody_has_described_is_not_guessed(
    vendor: FakeHost, engine_of: EngineOf
) -> None:
    with pytest.raises(EngineNotConfigured, match="acme/painter") as refusal:
        engine_of(vendor, model="acme/painter")

    assert "REELHOUSE_IMAGE_WORKFLOW" in refusal.value.remedy


async def test_a_users_model_needs_no_code(
    vendor: FakeHost, engine_of: EngineOf, table: Callable[[str, str], Path]
) -> None:
    described = table(
        "painter.toml",
        'output = ["picture", "output.picture"]\n'
        'size = [{form = "text", to = "dimensions", multiple = 8}]\n'
        "[fields]\n"
        'prompt = "words"\n'
        'seed = {to = "luck", most = 999}\n'
        "[constants]\n"
        'manner = "oil"\n',
    )
    picture = Image.new("RGB", (320, 200))
    file = io.BytesIO()
    picture.save(file, "WEBP")
    vendor.make = lambda host, _model, _inputs: {"picture": host.keep(file.getvalue(), "image/webp")}

    drawn = await engine_of(vendor, model="acme/painter", workflow=described).draw(
        ImageRequest("a lake", 320, 200, seed=1007)
    )

    (work,) = vendor.works
    assert work.model == "acme/painter"
    assert work.inputs == {"words": "a lake", "luck": 7, "dimensions": "320x200", "manner": "oil"}
    assert drawn.notes == ()
