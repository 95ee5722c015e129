"""One model at a time on a machine."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reelhouse.engines.diffusion.lock import GpuLock

HOLDER = """
import sys, time
from pathlib import Path
from reelhouse.engines.diffusion.lock import GpuLock
lock = GpuLock(Path(sys.argv[1]))
lock.take(lambda: None)
print("held", flush=True)
sys.stdin.read()
"""


class GaveUp(Exception):
    """Whoever waited does not wait any more."""


def give_up() -> None:
    raise GaveUp


def test_only_one_holds_the_lock(lock: Path) -> None:
    holder, other = GpuLock(lock), GpuLock(lock)
    holder.take(give_up)

    with pytest.raises(GaveUp):
        other.take(give_up)

    assert (holder.is_held, other.is_held) == (True, False)


def test_a_holder_sees_that_somebody_waits(lock: Path) -> None:
    holder, other = GpuLock(lock), GpuLock(lock)
    holder.take(give_up)
    seen = []

    def pause() -> None:
        seen.append(holder.is_wanted())
        give_up()

    with pytest.raises(GaveUp):
        other.take(pause)

    assert seen == [True]
    assert not holder.is_wanted()


def test_the_lock_of_a_process_that_was_killed_is_free(lock: Path) -> None:
    program = [sys.executable, "-c", HOLDER, str(lock)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        mine = GpuLock(lock)
        with pytest.raises(GaveUp):
            mine.take(give_up)

        holder.send_signal(signal.SIGKILL)
        holder.wait()
        mine.take(give_up)

    assert mine.is_held
