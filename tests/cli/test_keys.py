"""``reelhouse keys``, as a person types them."""

import json
import os
import subprocess
import sys
from pathlib import Path

REELHOUSE = str(Path(sys.executable).with_name("reelhouse"))


def create(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [REELHOUSE, "keys", "create", "--workspace", "Ours", "--json", *arguments],
        env={**os.environ, "REELHOUSE_DATA": str(cwd / "data")},
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def test_a_key_of_pitchstage_is_made_for_planning_only(tmp_path: Path) -> None:
    made = json.loads(
        create("--dialect", "pitchstage", "--scopes", "plan", "--cap", "20", cwd=tmp_path).stdout
    )

    assert made["key"].startswith("pk_live_")
    assert (made["scopes"], made["monthly_cap_usd"]) == (["plan"], 20)


def test_a_scope_that_does_not_exist_makes_no_key(tmp_path: Path) -> None:
    refused = create("--scopes", "plan,everything", cwd=tmp_path)

    assert refused.returncode == 2
    assert "plan, render" in refused.stderr
    assert not (tmp_path / "data").exists()
