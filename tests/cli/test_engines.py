"""``reelhouse engines``: an operator sees what is there, what is missing, and what does not answer."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

REELHOUSE = str(Path(sys.executable).with_name("reelhouse"))
KEY = "sk-never-shown-anywhere-4242"


def engines(*arguments: str, cwd: Path, toml: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    (cwd / "reelhouse.toml").write_text(toml)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("REELHOUSE_")}
    return subprocess.run(
        [REELHOUSE, "engines", *arguments],
        cwd=cwd,
        env={**environment, **{f"REELHOUSE_{name}": value for name, value in settings.items()}},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def listed(done: subprocess.CompletedProcess[str]) -> dict[str, list[dict[str, Any]]]:
    assert done.returncode == 0, done.stderr
    return {family["family"]: family["backends"] for family in json.loads(done.stdout)}


def verdicts(done: subprocess.CompletedProcess[str]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(verdict["room"], verdict["backend"]): verdict for verdict in json.loads(done.stdout)}


def test_every_family_is_listed_with_what_it_can_do(tmp_path: Path) -> None:
    families = listed(engines("list", "--json", cwd=tmp_path))

    assert [
        *("text", "speech", "music", "presenter", "image", "edit"),
        *("video", "voice", "transcript", "song", "sound", "mesh", "ocr"),
    ] == list(families)
    for name, backends in families.items():
        first, *others = backends
        usual = "none" if name == "ocr" else "builtin"
        assert (first["backend"], first["role"]) == (usual, "configured")
        assert first["ready"], name
        assert first["abilities"], name
        assert all(other["role"] == "available" for other in others)


def test_what_a_backend_needs_is_told(tmp_path: Path) -> None:
    families = listed(engines("list", "--json", cwd=tmp_path))
    needs = {backend["backend"]: backend["needs"] for backend in families["speech"]}

    assert needs["builtin"] is None
    assert needs["elevenlabs"] == "set REELHOUSE_SPEECH_KEY to an API key"
    assert needs["openai"].startswith("set REELHOUSE_SPEECH_KEY for the vendor, or REELHOUSE_SPEECH_URL")


TABLES = f"""
[image]
backend = "openai"
key = "{KEY}"
url = "http://127.0.0.1:9/v1"
model = "flux"
fallbacks = [{{backend = "openai"}}, {{backend = "builtin"}}]

[image.models.kling3]
backend = "nobody"
"""


def test_fallbacks_and_named_models_stand_in_their_order(tmp_path: Path) -> None:
    families = listed(engines("list", "--json", cwd=tmp_path, toml=TABLES))

    chosen = [
        (backend["backend"], backend["role"], backend["model"], backend["ready"])
        for backend in families["image"]
        if backend["role"] != "available"
    ]
    assert chosen == [
        ("openai", "configured", "flux", True),
        ("openai", "fallback", None, False),
        ("builtin", "fallback", None, True),
    ]
    assert families["image.kling3"][0]["needs"].startswith("set REELHOUSE_IMAGE_BACKEND to one of builtin")


def test_a_pipe_gets_a_plain_table_with_nothing_cut_off(tmp_path: Path) -> None:
    done = engines("list", cwd=tmp_path, toml=TABLES)

    assert done.returncode == 0
    assert (
        "set REELHOUSE_SPEECH_KEY for the vendor, or REELHOUSE_SPEECH_URL for another server" in done.stdout
    )
    assert done.stdout.isascii()
    assert KEY not in done.stdout + done.stderr


@pytest.mark.parametrize("family", ["text", "speech", "music", "presenter", "image"])
def test_builtin_engines_do_a_small_piece_of_work(tmp_path: Path, family: str) -> None:
    done = engines("check", family, "--json", cwd=tmp_path)

    assert done.returncode == 0, done.stdout
    assert [(verdict["ok"], verdict["room"]) for verdict in json.loads(done.stdout)] == [(True, family)]


def test_a_vendor_that_takes_the_key_is_fine(tmp_path: Path, httpserver: HTTPServer) -> None:
    httpserver.expect_request(
        "/v1/models", method="GET", headers={"Authorization": f"Bearer {KEY}"}
    ).respond_with_json({"data": []})
    url = httpserver.url_for("/v1")

    done = engines(
        "check", "speech", "--json", cwd=tmp_path, SPEECH_BACKEND="openai", SPEECH_URL=url, SPEECH_KEY=KEY
    )

    assert done.returncode == 0, done.stdout
    assert verdicts(done)["speech", "openai"]["told"] == f"{url} lists its models"


def test_a_vendor_that_does_not_take_the_key_is_told_with_the_remedy(
    tmp_path: Path, httpserver: HTTPServer
) -> None:
    """Promise 37: the key itself is not."""
    httpserver.expect_request("/v1/models").respond_with_json(
        {"error": {"message": f"{KEY} is wrong"}}, status=401
    )

    done = engines(
        "check",
        "--json",
        "speech",
        cwd=tmp_path,
        SPEECH_BACKEND="openai",
        SPEECH_URL=httpserver.url_for("/v1"),
        SPEECH_KEY=KEY,
    )

    assert done.returncode == 1
    verdict = verdicts(done)["speech", "openai"]
    assert "does not accept REELHOUSE_SPEECH_KEY" in verdict["told"]
    assert "REELHOUSE_SPEECH_" in verdict["remedy"]
    assert KEY not in done.stdout + done.stderr


def test_what_is_not_configured_fails_with_its_remedy(tmp_path: Path) -> None:
    done = engines("check", "image", "--json", cwd=tmp_path, toml=TABLES)

    assert done.returncode == 1
    remedies = [verdict["remedy"] for verdict in json.loads(done.stdout) if not verdict["ok"]]
    assert remedies[1] == "set REELHOUSE_IMAGE_KEY for the vendor, or REELHOUSE_IMAGE_URL for another server"
    assert remedies[2].startswith("set REELHOUSE_IMAGE_BACKEND to one of builtin")


def test_a_name_that_nobody_has_lists_those_that_are_there(tmp_path: Path) -> None:
    done = engines("check", "oils", cwd=tmp_path)

    assert done.returncode == 2
    assert "nothing of this name is configured" in done.stderr
    assert "transcript" in done.stderr


def test_a_package_that_brings_an_engine_is_listed_and_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "oils.py").write_text(
        "from reelhouse.engines.registry import Backend\n"
        "class Oils:\n"
        "    async def check(self):\n"
        "        return 'the paint is wet'\n"
        "def build(settings, tools):\n"
        "    return Oils()\n"
        "BACKEND = Backend('oils', 'oils:build', frozenset({'draw'}))\n"
    )
    (tmp_path / "oils-1.dist-info").mkdir()
    (tmp_path / "oils-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: oils\nVersion: 1\n")
    (tmp_path / "oils-1.dist-info" / "entry_points.txt").write_text(
        "[reelhouse.engines.image]\noils = oils:BACKEND\nbroken = not_there:BACKEND\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    families = listed(engines("list", "--json", cwd=tmp_path))
    done = engines("check", "oils", "--json", cwd=tmp_path, IMAGE_BACKEND="oils")

    assert {"broken", "oils"} <= {backend["backend"] for backend in families["image"]}
    assert verdicts(done)["image", "oils"]["told"] == "the paint is wet"
