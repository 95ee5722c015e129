"""A real server, started once for the module that asks for it."""

import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator

import pytest

from running import REELHOUSE, RunningHouse


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
    data = tmp_path_factory.mktemp("house") / "data"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "REELHOUSE_DATA": str(data),
        "REELHOUSE_RENDER_PRESET": "draft",
        "REELHOUSE_FETCH_ALLOW": '["127.0.0.0/8"]',
        "REELHOUSE_LOG_FORMAT": "json",
    }
    log = (tmp_path_factory.mktemp("log") / "serve.log").open("wb")
    process = subprocess.Popen(
        [REELHOUSE, "serve", "--port", str(port)], env=environment, stderr=log, stdout=log
    )
    house = RunningHouse(f"http://127.0.0.1:{port}", data, environment, process)
    try:
        house.await_ready()
        yield house
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise
