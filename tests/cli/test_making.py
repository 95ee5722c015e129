"""``reelhouse make`` and its kin, as a person types them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import av
import pytest
from PIL import Image

REELHOUSE = str(Path(sys.executable).with_name("reelhouse"))
SCRIPT = "Ever wonder why top founders wake up at five? It is not the alarm clock."


def reelhouse(
    *arguments: str, cwd: Path, stdin: bytes = b"", **settings: str
) -> subprocess.CompletedProcess[bytes]:
    environment = {
        **os.environ,
        "REELHOUSE_DATA": str(cwd / "data"),
        "REELHOUSE_RENDER_PRESET": "draft",
        **settings,
    }
    return subprocess.run(
        [REELHOUSE, *arguments],
        cwd=cwd,
        input=stdin,
        env=environment,
        capture_output=True,
        timeout=240,
        check=False,
    )


def test_a_script_becomes_a_video_and_its_facts(tmp_path: Path) -> None:
    (tmp_path / "script.txt").write_text(SCRIPT[:40])

    done = reelhouse("make", "script.txt", "-o", "out.mp4", "--aspect", "1:1", "--json", cwd=tmp_path)

    assert done.returncode == 0, done.stderr.decode()
    facts = json.loads(done.stdout)
    assert (facts["width"], facts["height"], facts["seconds"]) == (1080, 1080, 5.0)
    assert facts["engines"]["speech"] == "builtin"
    with av.open(str(tmp_path / "out.mp4")) as video:
        assert video.duration is not None
        assert video.duration / av.time_base == pytest.approx(5, abs=0.05)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out.mp4", "script.txt"]


def test_all_that_comes_beside_a_video_is_written_when_asked_for(tmp_path: Path) -> None:
    done = reelhouse(
        "make", "-", "-o", "talk.mp4", "--all", "--json", cwd=tmp_path, stdin=SCRIPT[:40].encode()
    )

    assert done.returncode == 0, done.stderr.decode()
    files = json.loads(done.stdout)["files"]
    assert set(files) == {"poster", "sheet", "subtitles", "captions", "timeline", "provenance"}
    assert all(Path(path).stat().st_size for path in files.values())
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["data", "talk.mp4", *(Path(path).name for path in files.values())]
    )
    assert "top founders" in (tmp_path / "talk.srt").read_text(encoding="utf-8").replace("\n", " ")
    assert json.loads((tmp_path / "talk.provenance.json").read_text())["checks"]["passed"] is True


def test_scenes_of_a_file_show_the_pictures_of_this_machine(tmp_path: Path) -> None:
    Image.new("RGB", (60, 90), "#d9542b").save(tmp_path / "lamp.png")
    scenes = [{"text": "Look at this lamp of mine."}, {"text": "It is so orange.", "image_url": "lamp.png"}]
    (tmp_path / "scenes.json").write_text(json.dumps(scenes))

    done = reelhouse(
        "make",
        "--scenes",
        "scenes.json",
        "--pip",
        "small,bottom-left",
        "--preset",
        "draft",
        "--json",
        cwd=tmp_path,
    )

    assert done.returncode == 0, done.stderr.decode()
    facts = json.loads(done.stdout)
    assert facts["seconds"] == 5.0
    assert facts["engines"]["image"] == "builtin"


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (("make", "nowhere.txt"), b"", "nowhere.txt"),
        (("make", "-"), b"  \n", "empty"),
        (("make", "-"), b"\xff\xfe\xff", "UTF-8"),
        (("make", "-", "--actor", "ema"), SCRIPT.encode(), "emma"),
        (("make", "-"), b"word " * 38, "37"),
        (("make", "-", "--duration", "7"), SCRIPT.encode(), "5, 10 or 15"),
        (("make", "-", "--style", "comic"), SCRIPT.encode(), "hormozi"),
        (("make", "-", "--pip", "top-left"), SCRIPT.encode(), "bottom-left"),
        (("make", "-", "--image", "nowhere.png"), SCRIPT.encode(), "nowhere.png"),
        (("make", "--scenes", "nowhere.json"), b"", "nowhere.json"),
        (("make",), b"", "--scenes"),
        (("make", "-", "--dub", "es"), SCRIPT.encode(), "REELHOUSE_TEXT"),
        (("make", "-", "--style-file", "nowhere.json"), SCRIPT.encode(), "nowhere.json"),
        (("openapi", "nosuch"), b"", "agentmedia"),
    ],
)
def test_a_mistake_is_told_with_its_remedy_and_leaves_nothing(
    tmp_path: Path, arguments: tuple[str, ...], stdin: bytes, said: str
) -> None:
    done = reelhouse(*arguments, cwd=tmp_path, stdin=stdin)

    assert done.returncode != 0
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert list(tmp_path.glob("*.mp4*")) == []


def test_a_missing_ffmpeg_is_named_with_its_remedy(tmp_path: Path) -> None:
    """Promise 41."""
    done = reelhouse(
        "make", "-", cwd=tmp_path, stdin=SCRIPT.encode(), REELHOUSE_RENDER_FFMPEG="/nowhere/ffmpeg"
    )

    assert done.returncode == 1
    assert "/nowhere/ffmpeg" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_key_is_shown_once_and_only_its_beginning_is_listed(tmp_path: Path) -> None:
    """Promise 12."""
    created = reelhouse(
        "keys", "create", "--workspace", "me", "--dialect", "agentmedia", "--json", cwd=tmp_path
    )
    assert created.returncode == 0, created.stderr.decode()
    key = json.loads(created.stdout)

    listed = reelhouse("keys", "list", "--workspace", "me", "--json", cwd=tmp_path)

    assert key["key"].startswith("ma_")
    assert len(key["key"]) == 35
    assert [row["prefix"] for row in json.loads(listed.stdout)] == [key["key"][:11]]
    database = b"".join(path.read_bytes() for path in (tmp_path / "data").glob("reelhouse.db*"))
    assert key["key"].encode() not in database


def test_an_openapi_document_names_all_twelve_operations(tmp_path: Path) -> None:
    printed = reelhouse("openapi", "agentmedia", cwd=tmp_path)

    document = json.loads(printed.stdout)
    operations = [verb for path in document["paths"].values() for verb in path]
    assert document["openapi"].startswith("3.1")
    assert len(operations) == 12
