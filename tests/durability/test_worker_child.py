"""The worker of `serve`: it dies with its parent, and comes back when it dies alone."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from reelhouse.cli.worker_child import WorkerChild

if TYPE_CHECKING:
    from tests.durability.conftest import Eventually

SLEEPER = "import time; time.sleep(120)"
PARENT = """
import sys, threading
from reelhouse.cli.worker_child import WorkerChild
WorkerChild([sys.executable, "-c", "import time; time.sleep(120)", sys.argv[1]]).start()
threading.Event().wait()
"""


def _children(mark: str) -> list[psutil.Process]:
    """The sleeping workers, without those that are about to become one."""
    return [
        found
        for found in psutil.process_iter(["cmdline"])
        if (found.info["cmdline"] or [])[1:2] == ["-c"]
        and (found.info["cmdline"] or [])[-1] == mark
        and SLEEPER in found.info["cmdline"]
    ]


@pytest.fixture
def mark(tmp_path: Path) -> str:
    return str(tmp_path / "mark")


@pytest.fixture
def child(mark: str) -> Iterator[WorkerChild]:
    child = WorkerChild([sys.executable, "-c", SLEEPER, mark])
    child.start()
    yield child
    child.stop()


@pytest.mark.usefixtures("child")
def test_a_worker_that_dies_is_started_anew(mark: str, eventually: "Eventually") -> None:
    eventually(lambda: len(_children(mark)) == 1, "the start of the worker")
    (first,) = _children(mark)

    first.kill()

    eventually(lambda: [one.pid for one in _children(mark)] not in ([], [first.pid]), "a new worker")


def test_a_server_that_stops_stops_its_worker(mark: str, eventually: "Eventually") -> None:
    child = WorkerChild([sys.executable, "-c", SLEEPER, mark])
    child.start()
    eventually(lambda: len(_children(mark)) == 1, "the start of the worker")

    child.stop()

    assert _children(mark) == []


def test_a_server_that_is_killed_takes_its_worker_along(mark: str, eventually: "Eventually") -> None:
    """Promise 39."""
    parent = subprocess.Popen([sys.executable, "-c", PARENT, mark])
    try:
        eventually(lambda: len(_children(mark)) == 1, "the start of the worker")
    finally:
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()

    eventually(lambda: _children(mark) == [], "the end of the worker")


def test_the_worker_command_stops_in_order_and_refuses_a_second_one(
    tmp_path: Path, eventually: "Eventually"
) -> None:
    command = [sys.executable, "-m", "reelhouse", "worker", "--data", str(tmp_path)]
    environment = {**os.environ, "REELHOUSE_WORKER_DRAIN_SECONDS": "0"}
    log = tmp_path / "worker.log"
    with log.open("wb") as told:
        first = subprocess.Popen(command, env=environment, stderr=told)
    try:
        eventually(lambda: b"worker_started" in log.read_bytes(), "the start of the worker")

        second = subprocess.run(command, env=environment, capture_output=True, check=False, text=True)

        assert second.returncode == 1
        assert second.stderr.startswith("reelhouse: Another worker already runs on")
        assert "Traceback" not in second.stderr
        first.terminate()
        assert first.wait(30) == 0
    finally:
        first.kill()
        first.wait()
    assert b"worker_stopped" in log.read_bytes()
