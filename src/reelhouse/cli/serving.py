"""``reelhouse serve`` and ``reelhouse worker``."""

import os
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

Data = Annotated[
    Path | None, typer.Option("--data", help="Data directory; otherwise REELHOUSE_DATA, or ./data.")
]

STREAMS_MAY_END_SECONDS = 10
"""A stream of events lasts as long as its job; a house that is told to stop does not wait for that."""


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
    data: Data = None,
    *,
    no_worker: Annotated[
        bool, typer.Option("--no-worker", help="Only the API; workers run elsewhere.")
    ] = False,
) -> None:
    """Serve the APIs, with one worker child."""
    from reelhouse.cli.worker_child import WorkerChild
    from reelhouse.config import Settings

    reachable = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 - compared, not bound
    os.environ.setdefault("REELHOUSE_PUBLIC_URL", f"http://{reachable}:{port}")
    _remember(data)
    Settings()  # what is wrong with them is said once, before the worker would say it too
    child = None if no_worker else WorkerChild([sys.executable, "-m", "reelhouse.worker"])
    if child is not None:
        child.start()
    # uvicorn raises the signal that ended it once more, which would end us before the worker is told.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        _serve_web(host, port)
    finally:
        if child is not None:
            child.stop()


def _serve_web(host: str, port: int) -> None:
    import uvicorn

    from reelhouse.app import build_app
    from reelhouse.bootstrap.front import open_front
    from reelhouse.config import Settings
    from reelhouse.kit.logs import configure_logs

    settings = Settings()
    configure_logs(settings.log.level, settings.log.format)
    front = open_front(settings)
    application = build_app(front.edge, files=front.files, probes=front.probes, hosts=front.hosts)
    uvicorn.run(
        application,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=STREAMS_MAY_END_SECONDS,
    )


def worker(
    data: Data = None,
    queues: Annotated[str, typer.Option(help="Comma-separated queues; all when left out.")] = "",
) -> None:
    """Run a worker: it makes what the APIs queue."""
    from reelhouse.config import Settings
    from reelhouse.worker import run_worker

    _remember(data)
    settings = Settings()
    if queues:
        settings.worker.queues = [queue.strip() for queue in queues.split(",") if queue.strip()]
    raise typer.Exit(run_worker(settings))


def _remember(data: Path | None) -> None:
    # Children read the same settings from the environment.
    if data is not None:
        os.environ["REELHOUSE_DATA"] = str(data)
