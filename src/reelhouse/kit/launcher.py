"""Becomes another program, after giving up what that program must not have.

A script of its own, run as ``python -I -S launcher.py PARENT MEMORY FILE PROGRAM [ARGUMENT …]``: a limit set
between fork and exec by the parent would run Python in a forked, threaded process. MEMORY and FILE are bytes,
0 for no limit. It dies with its parent, also when that is killed by SIGKILL, and so does the program.
"""

import ctypes
import os
import resource
import signal
import sys

PR_SET_PDEATHSIG = 1
GONE = 125
NOT_STARTED = 127


def die_with(parent: int) -> None:
    """Ask the kernel for SIGKILL when the parent ends; leave now if that happened already."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(GONE)


def limit(kind: int, amount: int) -> None:
    _, ceiling = resource.getrlimit(kind)
    if ceiling != resource.RLIM_INFINITY:
        amount = min(amount, ceiling)
    resource.setrlimit(kind, (amount, amount))


def main(parent: int, memory: int, file: int, argv: list[str]) -> None:
    die_with(parent)
    limit(resource.RLIMIT_CORE, 0)
    if memory:
        limit(resource.RLIMIT_AS, memory)
    if file:
        limit(resource.RLIMIT_FSIZE, file)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        os.execv(argv[0], argv)  # noqa: S606 - a shell is exactly what is not wanted
    except OSError as error:
        sys.stderr.write(f"{argv[0]}: {error.strerror}\n")
        sys.exit(NOT_STARTED)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
