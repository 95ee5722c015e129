"""A house that cannot be opened says why in one sentence, without a traceback and without a secret."""

import subprocess
import sys
from pathlib import Path

import pytest

from reelhouse.cli.troubles import sentence_for

REELHOUSE = str(Path(sys.executable).with_name("reelhouse"))


def list_keys(cwd: Path, **settings: str) -> str:
    """What a command says that is refused."""
    environment = {f"REELHOUSE_{name}": value for name, value in {"DATA": "data", **settings}.items()}
    done = subprocess.run(
        [REELHOUSE, "keys", "list", "-w", "acme"],
        cwd=cwd,
        env=environment,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")

    said = list_keys(tmp_path, DATA="file/data")

    assert "file_not_usable" in said
    assert "file/data" in said


def test_a_database_that_does_not_answer_is_told_without_its_password(tmp_path: Path) -> None:
    """Promises 37 and 41."""
    said = list_keys(tmp_path, DATABASE_URL="postgresql://reelhouse:open-sesame@127.0.0.1:1/house")

    assert "database_not_opened" in said
    assert "open-sesame" not in said


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "reelhouse.db").write_text("this was never a database, whatever its name says" * 20)

    assert "file is not a database" in list_keys(tmp_path)


def test_a_setting_is_named_and_its_value_is_not(tmp_path: Path) -> None:
    """Promise 37."""
    said = list_keys(tmp_path, WORKER_CONCURRENCY="sk_not_a_number_but_a_secret")

    assert "settings_invalid: REELHOUSE_WORKER_CONCURRENCY" in said
    assert "sk_not" not in said


def test_a_broken_settings_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "reelhouse.toml").write_text("[speech]\nkey = ")

    assert "reelhouse.toml is not valid TOML" in list_keys(tmp_path)


@pytest.mark.parametrize("bug", [ZeroDivisionError(), OSError("no file"), ValueError("odd")])
def test_a_bug_keeps_its_traceback(bug: Exception) -> None:
    assert sentence_for(bug) is None
