"""An authenticated GET of a job against a bare Starlette route, by the CPU that each request takes."""

import json
import subprocess
import sys
import time
import urllib.request

import psutil

from benchmarks.load import get, load
from benchmarks.measure import ROOT, Figure
from benchmarks.server import answers, free_port, serving

REQUESTS = 6_000

BARE = """
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

async def answer(request):
    return JSONResponse({"id": request.path_params["id"], "status": "queued"})

uvicorn.run(Starlette(routes=[Route("/jobs/{id}", answer)]), port=%d, log_level="error", access_log=False)
"""

SCRIPT = "Ever wonder why top founders wake up at 5am? It is not about the alarm clock."


def figures() -> list[Figure]:
    ours, ours_wall = _reelhouse()
    bare, bare_wall = _bare()
    return [
        Figure("bare Starlette route: CPU a request", bare * 1e6, "µs"),
        Figure("authenticated GET of a job: CPU a request", ours * 1e6, "µs"),
        Figure("authenticated GET of a job: rate over loopback", ours_wall, "1/s"),
        Figure("bare Starlette route: rate over loopback", bare_wall, "1/s"),
        Figure(
            "GET of a job / bare route, rate on one core", bare / ours * 100, "%", target=25, at_least=True
        ),
    ]


def _reelhouse() -> tuple[float, float]:
    with serving("--no-worker", ready="/healthz") as server:
        key = server.key()
        url = f"{server.base}/agentmedia/api/v1/videos"
        body = json.dumps({"script": SCRIPT, "actor_slug": "emma"}).encode()
        headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        with urllib.request.urlopen(urllib.request.Request(url, body, headers)) as answer:
            job_id = json.load(answer)["job_id"]
        path = f"/agentmedia/api/v1/videos/{job_id}"
        return load(server.process, server.base, get(path, f"Authorization: Bearer {key}"), REQUESTS)


def _bare() -> tuple[float, float]:
    port = free_port()
    child = subprocess.Popen([sys.executable, "-c", BARE % port], cwd=ROOT)
    base = f"http://127.0.0.1:{port}"
    try:
        while not answers(f"{base}/jobs/1"):
            time.sleep(0.02)
        return load(psutil.Process(child.pid), base, get("/jobs/1"), REQUESTS)
    finally:
        child.terminate()
        child.wait()
