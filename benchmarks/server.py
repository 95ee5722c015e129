"""A server to measure, in processes and a data directory of its own."""

import json
import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.measure import REELHOUSE

READY_WITHIN_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Server:
    process: psutil.Process
    base: str
    data: Path
    environment: dict[str, str]
    ready_seconds: float

    def key(self) -> str:
        """A key of a workspace on the largest plan."""
        argv = [REELHOUSE, "keys", "create", "--workspace", "bench", "--dialect", "agentmedia", "--json"]
        done = subprocess.run(argv, env=self.environment, capture_output=True, check=True)
        return str(json.loads(done.stdout)["key"])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=1):
            return True
    except (urllib.error.URLError, OSError):
        return False


@contextmanager
def serving(*options: str, ready: str = "/readyz", **settings: str) -> Iterator[Server]:
    """Run ``reelhouse serve`` until its `ready` page answers 200; everything is gone at the end."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory(prefix="reelhouse-bench-") as data:
        environment = {
            **os.environ,
            "REELHOUSE_DATA": data,
            "REELHOUSE_RATELIMIT_PER_MINUTE": "100000000",
            **settings,
        }
        started = time.perf_counter()
        child = subprocess.Popen(
            [REELHOUSE, "serve", "--port", str(port), *options], env=environment, stderr=subprocess.DEVNULL
        )
        try:
            while not answers(base + ready):
                if child.poll() is not None or time.perf_counter() - started > READY_WITHIN_SECONDS:
                    raise SystemExit("reelhouse serve did not become ready")
                time.sleep(0.02)
            yield Server(
                psutil.Process(child.pid), base, Path(data), environment, time.perf_counter() - started
            )
        finally:
            child.send_signal(signal.SIGTERM)
            try:
                child.wait(20)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
