"""``reelhouse brands`` and a workspace's webhook, as a person types them."""

import json
import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

REELHOUSE = str(Path(sys.executable).with_name("reelhouse"))
ACME = {"name": "Acme", "ground": "#120b2e", "accent": "#ffb020", "ink": "#f6f3ff", "font": "Poppins"}


def reelhouse(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "REELHOUSE_DATA": str(cwd / "data")}
    return subprocess.run(
        [REELHOUSE, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def brands(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return reelhouse("brands", *arguments, "--workspace", "Ours", cwd=cwd)


def test_a_workspace_keeps_its_brand_and_forgets_it(tmp_path: Path) -> None:
    (tmp_path / "acme.json").write_text(json.dumps(ACME))
    Image.new("RGBA", (300, 100), "#ffb020").save(tmp_path / "acme.png")

    added = json.loads(brands("add", "acme.json", "--logo", "acme.png", "--json", cwd=tmp_path).stdout)
    listed = json.loads(brands("list", "--json", cwd=tmp_path).stdout)
    shown = json.loads(brands("show", "Acme", cwd=tmp_path).stdout)
    removed = brands("remove", added["id"], cwd=tmp_path)
    after = brands("list", "--json", cwd=tmp_path)

    assert listed == [added]
    assert shown == added
    assert {key: added[key] for key in ACME} == ACME
    assert added["logo"].endswith(".png")
    assert removed.stdout == "removed Acme from Ours\n"
    assert json.loads(after.stdout) == []


def test_a_brand_that_cannot_be_read_is_refused_with_the_figures(tmp_path: Path) -> None:
    (tmp_path / "fog.json").write_text(json.dumps(ACME | {"ground": "#ffffff", "ink": "#999999"}))

    refused = brands("add", "fog.json", cwd=tmp_path)

    assert refused.returncode == 1
    assert refused.stderr == (
        "brand_ink_unreadable: the ink #999999 on #ffffff has a contrast of 2.85 to 1,"
        " and text needs 4.5 to 1\n"
    )


def test_a_kit_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = brands("show", "Acme", cwd=tmp_path)

    assert missing.returncode == 1
    assert missing.stderr.startswith("brand_kit_not_found: There is no brand kit 'Acme'")


def test_a_webhook_is_set_shown_and_taken_back(tmp_path: Path) -> None:
    address = "https://example.com/hooks/pitch"

    told = reelhouse("workspaces", "webhook", "Ours", address, cwd=tmp_path)
    shown = reelhouse("workspaces", "webhook", "Ours", cwd=tmp_path)
    secret = reelhouse("workspaces", "webhook", "Ours", "--secret", cwd=tmp_path)
    same = reelhouse("workspaces", "webhook-secret", "Ours", cwd=tmp_path)
    off = reelhouse("workspaces", "webhook", "Ours", "--off", cwd=tmp_path)

    assert told.stdout == shown.stdout == f"{address}\n"
    assert secret.stdout == same.stdout
    assert len(secret.stdout) > 20
    assert off.stdout == "Ours tells nobody\n"


def test_a_webhook_leads_to_the_open_internet(tmp_path: Path) -> None:
    refused = reelhouse("workspaces", "webhook", "Ours", "http://127.0.0.1/hook", cwd=tmp_path)
    after = reelhouse("workspaces", "webhook", "Ours", cwd=tmp_path)

    assert refused.returncode == 1
    assert refused.stderr.startswith("address_refused:")
    assert after.stdout == "Ours tells nobody\n"
