"""Filling a program's stdin from a thread: frames of a video are too many to pass through the event loop."""

import asyncio
import fcntl
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, BinaryIO

PIPE_BYTES = 1 << 20
"""How much a program may lie behind: large writes in few calls."""

Feed = Callable[[BinaryIO], None]
"""Writes what a program reads. It gets `BrokenPipeError` when the program is gone."""


class Hose:
    """A pipe that a thread fills."""

    def __init__(self, feed: Feed) -> None:
        self.outlet, self._inlet = os.pipe()
        self._feed = feed
        self._filling: asyncio.Future[None] | None = None
        if sys.platform == "linux":
            with suppress(PermissionError):  # this user's pipes may be full already
                fcntl.fcntl(self._inlet, fcntl.F_SETPIPE_SZ, PIPE_BYTES)

    def hand_over(self) -> None:
        """The program has the outlet now; when it ends, whoever pours in finds out."""
        os.close(self.outlet)

    async def pour(self) -> None:
        # A thread of its own: the loop's few shared ones could all be waiting for programs like this.
        executor = ThreadPoolExecutor(1, "feed")
        self._filling = asyncio.get_running_loop().run_in_executor(executor, self._fill)
        executor.shutdown(wait=False)
        with suppress(BrokenPipeError):  # its exit code tells why
            await asyncio.shield(self._filling)

    def _fill(self) -> None:
        with os.fdopen(self._inlet, "wb", buffering=0) as inlet:
            self._feed(inlet)

    async def run_dry(self) -> None:
        """Wait for the thread, which ends soon after the program; its trouble was told already."""
        if self._filling is None:
            os.close(self._inlet)
            return
        await until_done(self._filling)
        if not self._filling.cancelled():
            self._filling.exception()  # seen, so that nobody warns of it


async def until_done(waiting: "asyncio.Future[Any]") -> None:
    """Wait to the end, however often we are cancelled; a cancellation goes on afterwards."""
    cancelled = False
    while not waiting.done():
        try:
            await asyncio.wait([waiting])
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        raise asyncio.CancelledError
