"""The worker process: does the work that the API hands in."""

import os
import signal
import sys
from collections.abc import Callable

import structlog
from sqlalchemy.exc import OperationalError

from reelhouse.bootstrap.workshop import open_workshop
from reelhouse.config import Settings
from reelhouse.kit.errors import ReelhouseError
from reelhouse.kit.logs import configure_logs
from reelhouse.workflows.runtime import WorkerRuntime

log = structlog.get_logger(__name__)


STOPPING = (signal.SIGTERM, signal.SIGINT)


def run_worker(settings: Settings) -> int:
    """Work until SIGTERM or SIGINT; the exit status. A second signal ends it at once, and loses nothing."""
    configure_logs(settings.log.level, settings.log.format)
    wait_for_stop = stop_signals()
    try:
        runtime = WorkerRuntime(open_workshop(settings), settings.worker)
        runtime.start()
    except ReelhouseError as refusal:
        return _refused(refusal.message)
    except OperationalError as trouble:
        return _refused(f"the database does not answer: {trouble.orig}")
    wait_for_stop()
    if not runtime.stop():
        os._exit(0)  # returning would wait for threads that do not end; their work is another worker's now
    return 0


def _refused(reason: str) -> int:
    sys.stderr.write(f"reelhouse: {reason}\n")
    return 1


def stop_signals() -> Callable[[], None]:
    """Catch SIGTERM and SIGINT from now on; what is returned waits for the first. A second ends at once.

    The interpreter itself writes the number to a pipe, in whichever thread it arrives. An event would
    not do: its lock may be held by the very thread that is interrupted.
    """
    asked, told = os.pipe()
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    for number in STOPPING:
        signal.signal(number, lambda number, _frame: signal.signal(number, signal.SIG_DFL))

    def wait() -> None:
        while os.read(asked, 1)[0] not in STOPPING:
            pass

    return wait


if __name__ == "__main__":
    sys.exit(run_worker(Settings()))
