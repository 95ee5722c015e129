"""An authenticated GET of a job against a bare Starlette route, by the CPU that each request takes."""

import asyncio
import json
import subprocess
import sys
import time
import urllib.request

import psutil

from benchmarks.measure import ROOT, Figure, cpu_seconds
from benchmarks.server import answers, free_port, serving

REQUESTS = 6_000
WARM_UP = 500
CONNECTIONS = 4

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
        return _load(server.process, server.base, path, f"Authorization: Bearer {key}\r\n")


def _bare() -> tuple[float, float]:
    port = free_port()
    child = subprocess.Popen([sys.executable, "-c", BARE % port], cwd=ROOT)
    base = f"http://127.0.0.1:{port}"
    try:
        while not answers(f"{base}/jobs/1"):
            time.sleep(0.02)
        return _load(psutil.Process(child.pid), base, "/jobs/1", "")
    finally:
        child.terminate()
        child.wait()


def _load(process: psutil.Process, base: str, path: str, headers: str) -> tuple[float, float]:
    """CPU seconds a request of the server, and requests a second."""
    port = int(base.rsplit(":", 1)[1])
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n".encode()
    asyncio.run(_ask(port, request, WARM_UP))
    before, started = cpu_seconds([process]), time.perf_counter()
    asyncio.run(_ask(port, request, REQUESTS))
    wall = time.perf_counter() - started
    return (cpu_seconds([process]) - before) / REQUESTS, REQUESTS / wall


async def _ask(port: int, request: bytes, count: int) -> None:
    await asyncio.gather(*(_converse(port, request, count // CONNECTIONS) for _ in range(CONNECTIONS)))


async def _converse(port: int, request: bytes, count: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(count):
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise SystemExit(f"unexpected answer: {head[:200]!r}")
        length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        await reader.readexactly(int(length.split(b":")[1]))
    writer.close()
