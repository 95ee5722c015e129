"""Submitting a media task (validated, priced, held, enqueued) and polling it, by the CPU of one server."""

import json
import subprocess
import urllib.request

from benchmarks.load import get, load, post
from benchmarks.measure import REELHOUSE, Figure
from benchmarks.server import Server, serving

SUBMITS, POLLS = 2_000, 6_000
JOBS = "/killatamata/api/v1/media/jobs"
TASK = {"task": "image.generate", "input": {"prompt": "a lighthouse at dawn", "width": 1024, "height": 1024}}


def figures() -> list[Figure]:
    with serving("--no-worker", ready="/healthz") as server:
        key = f"x-api-key: {_key(server)}"
        body = json.dumps(TASK).encode()
        submit, submits = load(server.process, server.base, post(JOBS, body, key), SUBMITS)
        job_id = _submitted(server, body, key)
        poll, polls = load(server.process, server.base, get(f"{JOBS}?jobId={job_id}", key), POLLS)
    return [
        Figure("submit of a media task: CPU a request", submit * 1e3, "ms"),
        Figure("submit of a media task: rate on one core", 1 / submit, "1/s", target=300, at_least=True),
        Figure("submit of a media task: rate over loopback", submits, "1/s"),
        Figure("poll of a media task: CPU a request", poll * 1e6, "µs"),
        Figure("poll of a media task: rate over loopback", polls, "1/s"),
    ]


def _key(server: Server) -> str:
    argv = [REELHOUSE, "keys", "create", "--workspace", "bench", "--dialect", "killatamata", "--json"]
    done = subprocess.run(argv, env=server.environment, capture_output=True, check=True)
    return str(json.loads(done.stdout)["key"])


def _submitted(server: Server, body: bytes, key: str) -> str:
    name, _, value = key.partition(": ")
    headers = {name: value, "Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(server.base + JOBS, body, headers)) as answer:
        return str(json.load(answer)["jobId"])
