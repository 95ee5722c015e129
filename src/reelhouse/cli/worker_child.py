"""The worker child of ``reelhouse serve``; it loads little, and so starts before its parent is ready."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence

import structlog

from reelhouse.kit import launcher

log = structlog.get_logger(__name__)

RESTART_SECONDS = 1.0
LONGEST_WAIT = 30.0
HEALTHY_SECONDS = 60.0
"""A worker that cannot start is tried more and more rarely; one that has lived so long is started at once."""

STOP_SECONDS = 30.0


class WorkerChild:
    """A worker as the child of a server: it dies with its parent, and is started anew when it dies alone."""

    def __init__(self, argv: Sequence[str]) -> None:
        self._argv = argv
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        # The kernel ties a child to the thread that started it, so this one lives as long as the server.
        self._keeper = threading.Thread(target=self._keep, name="worker-keeper", daemon=True)

    def start(self) -> None:
        self._keeper.start()

    def stop(self) -> None:
        """Ask the worker to stop, and wait until it has; one that does not is killed."""
        self._stopping.set()
        if self._process is not None:
            self._process.terminate()
        self._keeper.join(STOP_SECONDS)
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def _keep(self) -> None:
        wait = RESTART_SECONDS
        while not self._stopping.is_set():
            started_at = time.monotonic()
            self._process = self._spawn()
            if self._stopping.is_set():
                self._process.terminate()
            status = self._process.wait()
            if time.monotonic() - started_at > HEALTHY_SECONDS:
                wait = RESTART_SECONDS
            if not self._stopping.wait(wait):
                log.warning("worker_died", status=status, waited=wait)
            wait = min(LONGEST_WAIT, wait * 2)

    def _spawn(self) -> subprocess.Popen[bytes]:
        tied = [sys.executable, "-I", "-S", launcher.__file__, str(os.getpid()), "0", "0"]
        return subprocess.Popen([*tied, *self._argv], stdin=subprocess.DEVNULL)
