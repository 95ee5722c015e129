"""Giving freed memory back to the system.

Frames are taken and freed by several threads, and glibc keeps what was freed in a heap for each of them:
after a minute of video 170 MB that nobody uses. Asking for it back takes some milliseconds.
"""

import ctypes
import sys
from collections.abc import Callable
from functools import lru_cache


def give_back() -> None:
    """Let the system have what is free. Does nothing where the C library cannot."""
    if trim := _trimmer():
        trim(0)


@lru_cache(maxsize=1)
def _trimmer() -> Callable[[int], int] | None:
    return getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
