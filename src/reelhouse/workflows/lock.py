"""One worker for one data directory: on SQLite, limits hold within one process only."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reelhouse.kit.errors import ReelhouseError


class WorkerRunning(ReelhouseError):
    """Another worker serves this data directory already."""

    code = "worker_running"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Another worker already runs on {path.parent}. Stop it first, or set "
            "REELHOUSE_DATABASE_URL to a PostgreSQL database, which serves any number of workers."
        )
        self.path = path


@contextmanager
def only_worker(path: Path) -> Iterator[None]:
    """Hold the lock file while the block runs; the system lets go of it when the process dies.

    Raises `WorkerRunning`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WorkerRunning(path) from None
        yield
