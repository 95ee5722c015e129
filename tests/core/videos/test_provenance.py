"""A video says where it comes from, the same way each time it is asked."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from reelhouse import __version__
from reelhouse.core.assets.types import AssetKind
from reelhouse.core.videos.beside import File
from reelhouse.core.videos.production import PLANS
from reelhouse.core.videos.provenance import Making, provenance_of
from reelhouse.media.appearance import Appearance, Backdrop, Clothing, FaceShape, HairStyle
from reelhouse.media.composition import (
    Canvas,
    Composition,
    MediaRef,
    Music,
    Narration,
    PresenterScene,
    VectorPresenter,
    composition_to_json,
)
from reelhouse.media.speech import Timing
from reelhouse.media.time import Span
from reelhouse.render.settings import Encoder, RenderSettings
from reelhouse.render.types import Examination, Finding, Rendered

PLAN = PLANS.validate_python(
    {
        "script": "Well.",
        "generated": False,
        "actor_slug": "emma",
        "seconds": 5,
        "style": "clean",
        "aspect": "1:1",
        "voice_speed": 1.0,
    }
)
DOCUMENT = PLANS.dump_python(PLAN, mode="json")
LOOK = Appearance(
    skin="#e8b98f",
    hair_style=HairStyle.BOB,
    hair="#4a2c1a",
    eyes="#3b6b4a",
    face=FaceShape.OVAL,
    clothing=Clothing.SHIRT,
    clothing_colour="#274b8f",
    accent="#5b3df0",
    backdrop=Backdrop.STUDIO,
    seed=41,
)
VOICE, BED = MediaRef("a" * 64, "audio/wav"), MediaRef("b" * 64, "audio/wav")
COMPOSITION = Composition(
    Canvas(216, 216),
    (PresenterScene(Span(Fraction(0), Fraction(5)), VectorPresenter(LOOK)),),
    Narration(VOICE, Fraction(1, 5), Timing((), (), Fraction(3))),
    music=Music(BED),
)
EXAMINATION = Examination(Fraction(5), 150, 216, 216, -14.1, -1.6, 12_345, ())
RENDERED = Rendered(Path("out.mp4"), "c" * 64, EXAMINATION, 0, "x264")
MAKING = Making(
    engines={"speech": "builtin", "music": "builtin"},
    settings=RenderSettings(encoder=Encoder.NVENC),
    ffmpeg="ffmpeg version 9",
    seeds={"music": 7},
    warnings=("a sign was left out",),
    made_at=datetime(2026, 3, 20, 14, 30, tzinfo=UTC),
)
FILES = (
    File(AssetKind.VIDEO, "video/mp4", 12_345, "c" * 64),
    File(AssetKind.POSTER, "image/png", 99, "d" * 64),
)


def told(making: Making = MAKING, rendered: Rendered = RENDERED) -> dict[str, Any]:
    document = json.loads(provenance_of(DOCUMENT, COMPOSITION, rendered, making, FILES))
    assert isinstance(document, dict)
    return document


def test_all_that_decided_a_video_is_told() -> None:
    document = told()

    assert document["schema"] == "reelhouse.provenance/1"
    assert document["composition"]["sha256"] == hashlib.sha256(composition_to_json(COMPOSITION)).hexdigest()
    assert len(document["plan"]["sha256"]) == 64
    assert document["engines"] == {"speech": "builtin", "music": "builtin"}
    assert document["versions"]["ffmpeg"] == "ffmpeg version 9"
    assert document["versions"]["reelhouse"] == __version__
    assert document["versions"]["espeakng-loader"]
    assert document["seeds"] == {"music": 7, "presenters": [41]}
    assert [found["sha256"] for found in document["inputs"]] == ["a" * 64, "b" * 64]
    assert [found["kind"] for found in document["outputs"]] == ["video", "poster"]
    assert document["settings"] == {"preset": "final", "speed": "", "encoder": "x264"}
    assert document["checks"]["passed"] is True
    assert document["checks"]["loudness_lufs"] == -14.1
    assert document["warnings"] == ["a sign was left out"]


def test_a_finding_keeps_its_facts() -> None:
    late = Finding("caption_time", "at most 40 ms", "71 ms")

    checks = told(rendered=replace(RENDERED, examination=replace(EXAMINATION, findings=(late,))))["checks"]

    assert checks["passed"] is False
    assert checks["findings"] == [{"check": "caption_time", "expected": "at most 40 ms", "found": "71 ms"}]


def test_equal_makings_differ_in_nothing_but_the_time() -> None:
    later = replace(MAKING, made_at=datetime(2027, 1, 1, tzinfo=UTC))

    first, second = told(), told(later)

    assert first.pop("made_at") == "2026-03-20T14:30:00+00:00"
    assert second.pop("made_at") == "2027-01-01T00:00:00+00:00"
    assert first == second
    assert provenance_of(DOCUMENT, COMPOSITION, RENDERED, MAKING, FILES) == provenance_of(
        DOCUMENT, COMPOSITION, RENDERED, MAKING, FILES
    )
