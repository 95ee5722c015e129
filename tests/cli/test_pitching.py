"""``reelhouse pitch``, as a person types it: a folder of screenshots becomes a plan, stills and a video."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image, ImageDraw

REELHOUSE = str(Path(sys.executable).with_name("reelhouse"))
GOAL = "Show teams that invoices are paid twice as fast"


@pytest.fixture
def screens(tmp_path: Path) -> Path:
    """Two features and a loose cover."""
    folder = tmp_path / "screens"
    for name, title in (("cover", "Get paid"), ("01-send/send", "New invoice"), ("02-track/list", "Overdue")):
        page = Image.new("RGB", (780, 1688), "#ffffff")
        pen = ImageDraw.Draw(page)
        pen.text((60, 120), title, fill="#12141f", font_size=80)
        pen.rounded_rectangle((60, 1400, 720, 1520), 30, "#5b3df5")
        pen.text((300, 1430), "Continue", fill="#ffffff", font_size=44)
        path = folder / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        page.save(path)
    return folder


def pitch(screens: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    place = screens.parent
    return subprocess.run(
        [REELHOUSE, "pitch", str(screens), "--goal", GOAL, *arguments],
        cwd=place,
        env={
            **os.environ,
            "REELHOUSE_DATA": str(place / "data"),
            "REELHOUSE_RENDER_PRESET": "draft",
            "COLUMNS": "160",
        },
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def told(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def test_a_plan_is_told_as_a_table_before_anything_is_made(screens: Path) -> None:
    done = pitch(screens, "--plan-only")

    assert done.returncode == 0, done.stderr
    assert "Send" in done.stdout
    assert "fit 0." in done.stdout
    assert "characters" in done.stdout
    assert list(screens.parent.glob("pitch*")) == []


def test_folders_are_features_in_the_order_of_their_names(screens: Path) -> None:
    plan = told(pitch(screens, "--plan-only", "--json"))["plan"]

    features = [beat["feature"] for beat in plan["direction"]["outline"] if beat["feature"]]
    assert features == ["01-send", "02-track"]


def test_a_plan_is_changed_by_its_fields(screens: Path) -> None:
    plan = told(pitch(screens, "--plan-only", "--json", "--set", "intent.tone=calm"))["plan"]

    assert plan["intent"]["tone"] == "calm"


def test_a_plan_that_was_printed_gives_itself_again(screens: Path) -> None:
    first = told(pitch(screens, "--plan-only", "--json", "--set", "direction.hook=Paid by Friday"))
    (screens.parent / "plan.json").write_text(json.dumps(first))

    again = told(pitch(screens, "--plan-only", "--json", "--plan", "plan.json"))

    assert again["plan"]["scenes"] == first["plan"]["scenes"]
    assert again["plan"]["direction"]["hook"] == "Paid by Friday"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--set", "intent.tune=calm"), "tune"),
        (("--set", "intent.tone"), "FIELD=VALUE"),
        (("--plan", "nowhere.json"), "holds no plan"),
    ],
    ids=["field", "pair", "plan"],
)
def test_what_nobody_would_hear_is_refused(screens: Path, arguments: tuple[str, ...], reason: str) -> None:
    done = pitch(screens, "--plan-only", *arguments)

    assert done.returncode == 2
    assert reason in done.stderr


def test_a_file_that_is_no_picture_is_named(screens: Path) -> None:
    (screens / "broken.png").write_bytes(b"<html>")

    done = pitch(screens, "--plan-only")

    assert done.returncode == 2
    assert "broken.png" in done.stderr


def test_a_video_has_a_still_for_each_of_its_scenes(screens: Path) -> None:
    made = told(pitch(screens, "--json", "-o", "out.mp4", "--set", "intent.target_seconds=12"))

    previews = [Path(path) for path in made["files"]["previews"]]
    assert len(previews) == len(made["plan"]["scenes"])
    assert all(path.parent == screens.parent / "out.previews" for path in previews)
    with av.open(made["files"]["video"][0]) as video, Image.open(previews[0]) as still:
        stream = video.streams.video[0]
        assert (stream.width, stream.height) == still.size


def test_a_carousel_is_slides_and_a_pdf(screens: Path) -> None:
    made = told(pitch(screens, "--json", "--carousel", "-o", "deck.pdf"))

    assert Path(made["files"]["pdf"][0]).read_bytes().startswith(b"%PDF")
    assert len(made["files"]["slides"]) == len(made["plan"]["scenes"])
