"""One model at a time on this machine: whoever holds the lock may have weights in memory.

The kernel gives it back when its process ends, however it ends. Whoever waits holds a second file, shared, so
that a holder with nothing to do sees that it should go.
"""

import fcntl
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

NAME = "reelhouse-gpu.lock"
FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW


def usual_lock() -> Path:
    """The same for every worker on this machine, whoever runs it."""
    return Path(tempfile.gettempdir()) / NAME


class GpuLock:
    """Not for several threads."""

    def __init__(self, path: Path) -> None:
        self._lock = _opened(path)
        self._wanted = _opened(path.with_name(f"{path.name}.wanted"))
        self.is_held = False

    def take(self, pause: Callable[[], None]) -> None:
        """Waits for it; `pause` is called between two tries, and ends the waiting by raising."""
        if self.is_held or self._tried():
            return
        fcntl.flock(self._wanted, fcntl.LOCK_SH)
        try:
            while not self._tried():
                pause()
        finally:
            fcntl.flock(self._wanted, fcntl.LOCK_UN)

    def is_wanted(self) -> bool:
        """Whether somebody waits for what is held here."""
        try:
            fcntl.flock(self._wanted, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        fcntl.flock(self._wanted, fcntl.LOCK_UN)
        return False

    def _tried(self) -> bool:
        with suppress(BlockingIOError):
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self.is_held = True
        return self.is_held


def _opened(path: Path) -> int:
    """For reading only, which is enough for a lock: the file may belong to somebody else."""
    with suppress(FileNotFoundError):
        return os.open(path, FLAGS)
    return os.open(path, FLAGS | os.O_CREAT, 0o644)
