"""``reelhouse styles``, as a person types it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

REELHOUSE = str(Path(sys.executable).with_name("reelhouse"))
HOUSE = {"name": "house", "description": "Our own", "extends": "boxed", "size": 0.08}


def styles(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "REELHOUSE_DATA": str(cwd / "data")}
    return subprocess.run(
        [REELHOUSE, "styles", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def test_all_seventeen_styles_are_listed(tmp_path: Path) -> None:
    listed = json.loads(styles("--json", cwd=tmp_path).stdout)

    assert len(listed) == 17
    assert listed[0]["name"] == "hormozi"
    assert all(style["description"] for style in listed)


def test_a_workspace_keeps_its_own_style_and_forgets_it(tmp_path: Path) -> None:
    (tmp_path / "house.json").write_text(json.dumps(HOUSE))

    checked = styles("check", "house.json", cwd=tmp_path)
    added = styles("add", "house.json", "--workspace", "Ours", cwd=tmp_path)
    ours = styles("--workspace", "Ours", "--json", cwd=tmp_path)
    removed = styles("remove", "house", "--workspace", "Ours", cwd=tmp_path)
    after = styles("--workspace", "Ours", "--json", cwd=tmp_path)

    assert (checked.returncode, added.returncode, removed.returncode) == (0, 0, 0)
    assert json.loads(ours.stdout)[-1] == {"name": "house", "description": "Our own"}
    assert len(json.loads(after.stdout)) == 17


def test_a_file_that_is_no_style_is_refused_by_its_field(tmp_path: Path) -> None:
    (tmp_path / "house.json").write_text(json.dumps(HOUSE | {"size": 7}))

    refused = styles("check", "house.json", cwd=tmp_path)

    assert refused.returncode == 1
    assert refused.stderr.startswith("caption_style_invalid: this is no caption style; at size:")


def test_a_sheet_shows_all_styles(tmp_path: Path) -> None:
    done = styles("--sheet", "sheet.png", cwd=tmp_path)

    assert done.stdout == "sheet.png\n"
    with Image.open(tmp_path / "sheet.png") as sheet:
        assert sheet.size == (1620, 1776)
    assert (tmp_path / "sheet.png").stat().st_size < 400_000
