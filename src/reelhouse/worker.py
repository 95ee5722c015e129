"""The worker process: does the work that the API hands in."""

import signal
import sys
import threading

import structlog
from sqlalchemy.exc import OperationalError

from reelhouse.bootstrap.workshop import open_workshop
from reelhouse.config import Settings
from reelhouse.kit.errors import ReelhouseError
from reelhouse.kit.logs import configure_logs
from reelhouse.workflows.runtime import WorkerRuntime

log = structlog.get_logger(__name__)


def run_worker(settings: Settings) -> int:
    """Work until SIGTERM or SIGINT; the exit status. A second signal ends it at once, and loses nothing."""
    configure_logs(settings.log.level, settings.log.format)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, _frame: _asked_to_stop(stop, number))
    try:
        runtime = WorkerRuntime(open_workshop(settings), settings.worker)
        runtime.start()
    except ReelhouseError as refusal:
        return _refused(refusal.message)
    except OperationalError as trouble:
        return _refused(f"the database does not answer: {trouble.orig}")
    stop.wait()
    runtime.stop()
    return 0


def _refused(reason: str) -> int:
    sys.stderr.write(f"reelhouse: {reason}\n")
    return 1


def _asked_to_stop(stop: threading.Event, number: int) -> None:
    stop.set()
    signal.signal(number, signal.SIG_DFL)


if __name__ == "__main__":
    sys.exit(run_worker(Settings()))
