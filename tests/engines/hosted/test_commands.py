"""``reelhouse engines`` knows fal and Replicate."""

import json
import os
import subprocess
import sys
from pathlib import Path

from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import KEY, FakeHost

REELHOUSE = str(Path(sys.executable).with_name("reelhouse"))
FAMILIES = ("image", "edit", "video", "voice", "transcript", "song", "sound", "mesh")


def engines(*arguments: str, cwd: Path, toml: str = "") -> subprocess.CompletedProcess[str]:
    (cwd / "reelhouse.toml").write_text(toml)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("REELHOUSE_")}
    return subprocess.run(
        [REELHOUSE, "engines", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_both_are_there_for_every_family_and_want_a_key(tmp_path: Path) -> None:
    done = engines("list", "--json", cwd=tmp_path)

    told = {
        (family["family"], backend["backend"]): backend
        for family in json.loads(done.stdout)
        for backend in family["backends"]
    }
    for family in FAMILIES:
        for vendor in ("fal", "replicate"):
            assert told[family, vendor]["needs"] == f"set REELHOUSE_{family.upper()}_KEY to an API key"
            assert told[family, vendor]["remote"]
    assert told["voice", "fal"]["abilities"] == ["clone", "describe"]


def test_a_check_tells_the_model_and_no_key(vendor: FakeHost, tmp_path: Path) -> None:
    name = "fal" if isinstance(vendor, FakeFal) else "replicate"
    table = f'backend = "{name}"\nurl = "{vendor.url}"\nkey = "{KEY}"\n'

    done = engines("check", name, "--json", cwd=tmp_path, toml=f"[sound]\n{table}[mesh]\n{table}")

    assert done.returncode == 0, done.stdout + done.stderr
    assert [verdict["room"] for verdict in json.loads(done.stdout)] == ["sound", "mesh"]
    assert "it would ask" in done.stdout
    assert KEY not in done.stdout + done.stderr
    assert vendor.works == []


def test_a_check_names_the_table_that_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "painter.toml").write_text("fields = 7\n")

    done = engines(
        *("check", "image", "--json"),
        cwd=tmp_path,
        toml=f'[image]\nbackend = "fal"\nkey = "{KEY}"\nmodel = "acme/painter"\nworkflow = "painter.toml"\n',
    )

    assert done.returncode == 1
    (verdict,) = json.loads(done.stdout)
    assert verdict["remedy"].startswith("mend painter.toml: 0.fields")
