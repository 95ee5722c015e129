"""Finished pieces are kept whole, shared, and within bounds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reelhouse.render.cache import Cache, key_of, link_or_copy
from reelhouse.render.scratch import sweep, unfinished


def piece(cache: Cache, name: str, size: int, used_at: int) -> Path:
    target = cache.target(name)
    with unfinished(target) as made:
        made.write_bytes(bytes(size))
        cache.keep(made, target)
    os.utime(target, (used_at, used_at))
    return target


def test_parts_of_a_key_never_run_into_each_other() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")
    assert key_of("ab") == key_of(b"ab")


def test_whoever_was_not_asked_for_longest_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, megabytes=1)
    for number, name in enumerate(("first", "second", "third")):
        piece(cache, name, 400_000, used_at=1000 + number)
    assert cache.find("first") is not None

    cache.trim()

    assert {path.name for path in tmp_path.iterdir()} == {"first", "third"}


def test_what_was_asked_for_just_now_stays(tmp_path: Path) -> None:
    cache = Cache(tmp_path, megabytes=0)
    target = piece(cache, "scene", 10, used_at=1)
    cache.find("scene")

    cache.trim()

    assert target.exists()


def test_a_piece_in_use_outlives_its_eviction(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", megabytes=0)
    held = tmp_path / "held"
    link_or_copy(piece(cache, "scene", 10, used_at=1), held)

    cache.trim()

    assert cache.find("scene") is None
    assert held.read_bytes() == bytes(10)


def test_a_folder_that_another_process_made_meanwhile_stays(tmp_path: Path) -> None:
    cache = Cache(tmp_path, megabytes=1)
    target = cache.target("stage")
    target.mkdir()
    (target / "scene.png").write_bytes(b"theirs")

    with unfinished(target) as made:
        made.mkdir()
        (made / "scene.png").write_bytes(b"ours")
        cache.keep(made, target)

    assert (target / "scene.png").read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [target]


def test_an_error_leaves_no_unfinished_piece(tmp_path: Path) -> None:
    """Promise 42."""

    def fail() -> None:
        with unfinished(tmp_path / "scene.mp4") as made:
            made.write_bytes(b"half")
            (tmp_path / "missing").read_bytes()

    with pytest.raises(FileNotFoundError):
        fail()

    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_swept_and_the_living_keep_theirs(tmp_path: Path) -> None:
    """Promise 39."""
    script = f"""
import os, pathlib, signal
from reelhouse.render.scratch import unfinished
for target in ("a.mp4", "b"):
    unfinished(pathlib.Path({str(tmp_path)!r}) / target).__enter__().write_bytes(b"half")
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", script], check=False)
    assert len(list(tmp_path.iterdir())) == 2

    with unfinished(tmp_path / "mine") as mine:
        mine.write_bytes(b"in the making")
        sweep(tmp_path)

        assert list(tmp_path.iterdir()) == [mine]


def test_a_sweep_for_one_name_leaves_the_others(tmp_path: Path) -> None:
    for name in (".a.nowhere-host.1.0.part.mp4", "a.mp4", ".b.part"):
        (tmp_path / name).write_bytes(b"")

    sweep(tmp_path, "a")

    assert len(list(tmp_path.iterdir())) == 3
