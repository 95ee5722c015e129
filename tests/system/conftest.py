"""A real server, started once for the module that asks for it."""

import os
import shutil
from collections.abc import Iterator

import pytest

from running import RunningHouse, serving


@pytest.fixture(scope="session")
def chromium() -> str:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None and "browser" in os.environ.get("REELHOUSE_TEST_REQUIRE", ""):
        pytest.fail("Chromium is required here and not installed")
    if program is None:
        pytest.skip("Chromium is not installed")
    return program


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHouse]:
    with serving(tmp_path_factory.mktemp("house") / "data") as house:
        yield house


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHouse]:
    """A server without a worker: what is submitted stays queued."""
    with serving(tmp_path_factory.mktemp("front") / "data", "--no-worker") as house:
        yield house
