"""Keeping one worker child alive beside the API process."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

RESTART_AFTER_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 30.0
GRACE_SECONDS = 10.0

log = structlog.get_logger(__name__)


@contextmanager
def worker_child() -> Iterator[None]:
    """Run ``reelhouse worker`` as a child, start it again when it dies, and stop it at the end.

    The child asks the kernel to be killed when its parent is gone, so a killed server leaves none behind.
    """
    stopping = threading.Event()
    supervisor = threading.Thread(target=_supervise, args=(stopping,), name="worker-supervisor", daemon=True)
    supervisor.start()
    try:
        yield
    finally:
        stopping.set()
        supervisor.join(GRACE_SECONDS * 2)


def _supervise(stopping: threading.Event) -> None:
    # The kernel watches the thread that starts the child, so this one starts it and outlives it.
    wait = RESTART_AFTER_SECONDS
    while not stopping.is_set():
        child = subprocess.Popen([sys.executable, "-m", "reelhouse.worker", "--with-parent"])
        while child.poll() is None and not stopping.wait(0.2):
            pass
        if stopping.is_set():
            _stop(child)
            return
        log.error("worker_died", exit_code=child.returncode, restart_in_seconds=wait)
        stopping.wait(wait)
        wait = min(wait * 2, LONGEST_WAIT_SECONDS)


def _stop(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
