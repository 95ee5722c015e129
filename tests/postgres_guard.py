"""Ends the PostgreSQL cluster of a test run that was killed: ``postgres_guard.py OWNER_PID HOME``."""

import contextlib
import os
import shutil
import signal
import sys
import time
from pathlib import Path


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def main(owner: int, home: Path) -> None:
    while is_alive(owner) and home.exists():
        time.sleep(0.5)
    postmaster = home / "data" / "postmaster.pid"
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        os.kill(int(postmaster.read_text().split()[0]), signal.SIGQUIT)
    shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
