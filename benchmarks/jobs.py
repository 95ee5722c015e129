"""From submit to done of a job that does nothing: what the queue and the steps cost."""

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from typing import Any

from benchmarks.measure import ROOT, Figure, percentile
from benchmarks.requests import SCRIPT
from benchmarks.server import Server, answers, serving

JOBS = 60
POLL_SECONDS = 0.005


def figures() -> list[Figure]:
    with serving("--no-worker", ready="/healthz", REELHOUSE_BILLING="unmetered") as server:
        worker = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.null_worker"],
            cwd=ROOT,
            env=server.environment,
            stderr=subprocess.DEVNULL,
        )
        try:
            while not answers(f"{server.base}/readyz"):
                time.sleep(0.05)
            key = server.key()
            _submit_and_wait(server, key)
            times = [_submit_and_wait(server, key) for _ in range(JOBS)]
        finally:
            worker.kill()
            worker.wait()
    return [
        Figure("an empty job, submit to done: p50", percentile(times, 0.50) * 1000, "ms"),
        Figure("an empty job, submit to done: p95", percentile(times, 0.95) * 1000, "ms"),
    ]


def _submit_and_wait(server: Server, key: str) -> float:
    started = time.perf_counter()
    job_id = _call(server, key, "/videos", {"script": SCRIPT, "actor_slug": "emma"})["job_id"]
    while (status := _call(server, key, f"/videos/{job_id}")["status"]) != "completed":
        if status in {"failed", "canceled"}:
            raise SystemExit(f"an empty job {status}")
        time.sleep(POLL_SECONDS)
    return time.perf_counter() - started


def _call(server: Server, key: str, path: str, body: Mapping[str, str] | None = None) -> dict[str, Any]:
    data = json.dumps(body).encode() if body else None
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    with urllib.request.urlopen(
        urllib.request.Request(f"{server.base}/agentmedia/api/v1{path}", data, headers)
    ) as answer:
        loaded = json.load(answer)
    assert isinstance(loaded, dict)
    return loaded
