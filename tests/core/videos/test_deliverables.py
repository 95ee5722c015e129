"""Beside each video lies what people and programs need to go on with it."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from reelhouse.core.assets.types import AssetKind
from reelhouse.core.videos.beside import ENDINGS, Deliverable
from reelhouse.core.videos.deliverables import write_deliverables
from reelhouse.core.videos.production import PLANS
from reelhouse.core.videos.provenance import Making
from reelhouse.media.composition import Canvas, Composition, EndCard, MediaRef, Narration
from reelhouse.media.interchange.reading import composition_from_otio
from reelhouse.media.speech import Timing, Word
from reelhouse.media.time import Span
from reelhouse.render.settings import RenderSettings
from reelhouse.render.types import Examination, Rendered

pytestmark = pytest.mark.anyio

PLAN = PLANS.validate_python(
    {
        "script": "Hello there.",
        "generated": False,
        "actor_slug": "emma",
        "seconds": 5,
        "style": "clean",
        "aspect": "1:1",
        "voice_speed": 1.0,
    }
)
WORDS = (
    Word("Hello", Span(Fraction(0), Fraction(1, 2))),
    Word("there.", Span(Fraction(1, 2), Fraction(1))),
)
COMPOSITION = Composition(
    Canvas(64, 64),
    (EndCard(Span(Fraction(0), Fraction(2)), "Hello", "#5b3df0"),),
    Narration(MediaRef("a" * 64, "audio/wav"), Fraction(1, 5), Timing(WORDS, (), Fraction(1)), "de"),
)


@pytest.fixture
def rendered(tmp_path: Path) -> Rendered:
    path = tmp_path / "my video.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        for shade in range(60):
            picture = av.VideoFrame.from_ndarray(np.full((64, 64, 3), shade * 4, np.uint8), format="rgb24")
            container.mux(stream.encode(picture))
        container.mux(stream.encode())
    data = path.read_bytes()
    examination = Examination(Fraction(2), 60, 64, 64, -14.0, -1.5, len(data), ())
    return Rendered(path, hashlib.sha256(data).hexdigest(), examination, 0, "x264")


@pytest.fixture
def making() -> Making:
    return Making(
        {"speech": "builtin"}, RenderSettings(), "ffmpeg 9", {}, (), datetime(2026, 3, 20, tzinfo=UTC)
    )


@pytest.fixture
async def beside(rendered: Rendered, making: Making) -> dict[AssetKind, Deliverable]:
    found = await write_deliverables(PLANS.dump_python(PLAN, mode="json"), COMPOSITION, rendered, making)
    return {deliverable.kind: deliverable for deliverable in found}


async def test_every_kind_lies_beside_the_video_under_its_name(
    beside: dict[AssetKind, Deliverable], rendered: Rendered
) -> None:
    assert {found.path.name for found in beside.values()} == {
        "my video.poster.png",
        "my video.sheet.png",
        "my video.srt",
        "my video.vtt",
        "my video.otio",
        "my video.provenance.json",
    }
    assert set(beside) == set(ENDINGS)
    assert len(list(rendered.path.parent.iterdir())) == 7


async def test_each_is_what_it_says(beside: dict[AssetKind, Deliverable]) -> None:
    assert Image.open(beside[AssetKind.POSTER].path).size == (64, 64)
    assert Image.open(beside[AssetKind.SHEET].path).format == "PNG"
    assert "Hello there." in beside[AssetKind.SUBTITLES].path.read_text(encoding="utf-8")
    assert "Language: de" in beside[AssetKind.CAPTIONS].path.read_text(encoding="utf-8")
    assert composition_from_otio(beside[AssetKind.TIMELINE].path.read_text(encoding="utf-8")) == COMPOSITION


async def test_the_provenance_names_all_files_by_their_content(
    beside: dict[AssetKind, Deliverable], rendered: Rendered
) -> None:
    document = json.loads(beside[AssetKind.PROVENANCE].path.read_bytes())

    told = {output["kind"]: output["sha256"] for output in document["outputs"]}
    assert told.pop("video") == rendered.sha256
    assert told == {
        kind.value: hashlib.sha256(found.path.read_bytes()).hexdigest()
        for kind, found in beside.items()
        if kind is not AssetKind.PROVENANCE
    }
    assert all(found.file.size == found.path.stat().st_size for found in beside.values())


async def test_a_second_time_gives_the_same_bytes(
    beside: dict[AssetKind, Deliverable], rendered: Rendered, making: Making
) -> None:
    again = await write_deliverables(
        PLANS.dump_python(PLAN, mode="json"), COMPOSITION, replace(rendered), making
    )

    assert [found.file for found in again] == [found.file for found in beside.values()]
