"""How a program is started with limits, so that it dies with us: by util-linux, or by a script of our own.

Both do the same; starting Python for it takes 20 ms of CPU, and a short video starts seven programs.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from functools import cache

from reelhouse.kit import launcher

DIE_WITH_PARENT = ("setpriv", "--pdeathsig", "KILL", "--")
LIMITED = ("prlimit", "--core=0")
TRIAL_SECONDS = 5


def launched(argv: Sequence[str], memory: int, file: int) -> list[str]:
    """The command that runs `argv`, a whole path and its arguments, with limits in bytes; 0 for none.

    Where we are killed in the moment between, `setpriv` asks for the signal too late: such a program ends
    when it reads or writes the pipes that we held.
    """
    if not _has_util_linux():
        limits = (str(os.getpid()), str(memory), str(file))
        return [sys.executable, "-I", "-S", launcher.__file__, *limits, *argv]
    space, size = _limit("--as", resource.RLIMIT_AS, memory), _limit("--fsize", resource.RLIMIT_FSIZE, file)
    return [*DIE_WITH_PARENT, *LIMITED, *space, *size, "--", *argv]


def _limit(option: str, kind: int, amount: int) -> list[str]:
    """Nobody may lift their own ceiling."""
    if not amount:
        return []
    _, ceiling = resource.getrlimit(kind)
    if ceiling != resource.RLIM_INFINITY:
        amount = min(amount, ceiling)
    return [f"{option}={amount}"]


@cache
def _has_util_linux() -> bool:
    """Whether both do what they are asked for here; other programs of their names do less."""
    if sys.platform != "linux":
        return False
    trial = [*DIE_WITH_PARENT, *LIMITED, "--", sys.executable, "-I", "-S", "-c", "pass"]
    try:
        return subprocess.run(trial, capture_output=True, timeout=TRIAL_SECONDS, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
