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

from reelhouse.worker import WorkerChild

if TYPE_CHECKING:
    from tests.durability.conftest import Eventually

SLEEPER = "import time; time.sleep(120)"
PARENT = """
import sys, threading
from reelhouse.worker import WorkerChild
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
