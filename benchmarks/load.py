"""Many requests over a few connections, told by the CPU that each takes of the server."""

import asyncio
import time
from collections.abc import Iterable

import psutil

from benchmarks.measure import cpu_seconds

WARM_UP = 200
CONNECTIONS = 4


def get(path: str, *headers: str) -> bytes:
    """A GET request as it goes over the wire."""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{_lines(headers)}\r\n".encode()


def post(path: str, body: bytes, *headers: str) -> bytes:
    """A POST request of a JSON body as it goes over the wire."""
    lines = _lines((*headers, "Content-Type: application/json", f"Content-Length: {len(body)}"))
    return f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{lines}\r\n".encode() + body


def load(process: psutil.Process, base: str, request: bytes, count: int) -> tuple[float, float]:
    """CPU seconds a request of the server, and requests a second."""
    port = int(base.rsplit(":", 1)[1])
    asyncio.run(_ask(port, request, WARM_UP))
    before, started = cpu_seconds([process]), time.perf_counter()
    asyncio.run(_ask(port, request, count))
    wall = time.perf_counter() - started
    return (cpu_seconds([process]) - before) / count, count / wall


def _lines(headers: Iterable[str]) -> str:
    return "".join(f"{header}\r\n" for header in headers)


async def _ask(port: int, request: bytes, count: int) -> None:
    await asyncio.gather(*(_converse(port, request, count // CONNECTIONS) for _ in range(CONNECTIONS)))


async def _converse(port: int, request: bytes, count: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(count):
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 20"):
            raise SystemExit(f"unexpected answer: {head[:200]!r}")
        length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        await reader.readexactly(int(length.split(b":")[1]))
    writer.close()
