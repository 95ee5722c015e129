"""Real HTTP on the loopback, and waiting for what others do."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """Serve an application on a free port; gives its address."""
    server = uvicorn.Server(
        uvicorn.Config(
            app, port=0, log_level="error", lifespan="on", access_log=False, timeout_graceful_shutdown=1
        )
    )
    started = threading.Event()
    startup = server.startup
    stop, loops = asyncio.Event(), []

    async def tell(sockets: object = None) -> None:
        await startup(sockets)  # type: ignore[arg-type]  # passed on as it came
        loops.append(asyncio.get_running_loop())
        started.set()

    async def wait() -> None:
        await server.on_tick(0)
        await stop.wait()

    server.startup = tell  # type: ignore[method-assign]  # the only moment at which the port is known
    server.main_loop = wait  # type: ignore[method-assign]  # its own looks every tenth of a second
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert started.wait(10)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    loops[0].call_soon_threadsafe(stop.set)
    thread.join(10)


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.005)
