"""Work that a vendor takes into a queue: submit, ask again and again, fetch, and cancel when nobody waits."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import suppress
from typing import Any, Generic, Protocol, TypeVar

from pydantic import JsonValue

from reelhouse.engines.errors import EngineUnavailable
from reelhouse.engines.vendor import Line, Vendor

T = TypeVar("T")

SLOWER, LONGEST_PAUSE = 1.5, 15.0
"""Each pause between two questions against the one before, and the longest in seconds."""

MOST_SILENCES = 3  # questions in a row that may stay unanswered while the work goes on
GOODBYE_SECONDS = 5.0


class GaveUp(EngineUnavailable):
    """The work ended at the vendor without a result: the same work may succeed, the same ticket will not."""


class Queue(Protocol[T]):
    """How one vendor's queue is spoken with; `T` is what it gives for submitted work."""

    async def submit(self, line: Line, model: str, inputs: Mapping[str, JsonValue]) -> T: ...

    async def look(self, line: Line, ticket: T) -> Mapping[str, JsonValue] | None:
        """The result; None while it is not there. Raises the engine's errors for work that failed."""
        ...

    async def cancel(self, line: Line, ticket: T) -> None: ...


class Queued(Generic[T]):
    """Work through `queue`, each piece within `timeout_seconds`."""

    def __init__(
        self,
        engine: str,
        queue: Queue[T],
        vendor: Vendor,
        *,
        poll_seconds: float,
        timeout_seconds: float,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._engine = engine
        self._queue = queue
        self._vendor = vendor
        self._poll_seconds = poll_seconds
        self._timeout_seconds = timeout_seconds
        self._sleep = sleep

    async def result(self, model: str, inputs: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
        """What the vendor made. Whatever ends the waiting early also ends the work.

        Raises `EngineUnavailable` when it is not done in time, and the queue's own errors.
        """
        try:
            async with asyncio.timeout(self._timeout_seconds), self._vendor.connected() as line:
                ticket = await self._submitted(line, model, inputs)
                try:
                    return await self._polled(line, ticket)
                except BaseException:
                    await surely(self._cancelled(ticket))
                    raise
        except TimeoutError:
            raise EngineUnavailable(
                self._engine, f"it was not done within {self._timeout_seconds:g} s"
            ) from None

    async def _submitted(self, line: Line, model: str, inputs: Mapping[str, JsonValue]) -> T:
        """The ticket. Work that is submitted while the caller is cancelled must not go on unnoticed."""
        submitting = asyncio.create_task(self._queue.submit(line, model, inputs))
        try:
            return await asyncio.shield(submitting)
        except asyncio.CancelledError:
            await surely(self._withdrawn(submitting))
            raise

    async def _withdrawn(self, submitting: "asyncio.Task[T]") -> None:
        try:
            async with asyncio.timeout(GOODBYE_SECONDS / 2):
                ticket = await submitting
        except TimeoutError:
            return
        await self._cancelled(ticket)

    async def _cancelled(self, ticket: T) -> None:
        async with self._vendor.connected() as line:
            await self._queue.cancel(line, ticket)

    async def _polled(self, line: Line, ticket: T) -> Mapping[str, JsonValue]:
        pause, silences = self._poll_seconds, 0
        while True:
            await self._sleep(pause)
            pause = min(pause * SLOWER, max(LONGEST_PAUSE, self._poll_seconds))
            try:
                result = await self._queue.look(line, ticket)
            except GaveUp:
                raise
            except EngineUnavailable:
                silences += 1
                if silences == MOST_SILENCES:
                    raise
                continue
            silences = 0
            if result is not None:
                return result


async def surely(goodbye: Coroutine[Any, Any, None]) -> None:
    """Do what must be done also when the caller is cancelled, for a few seconds; its failure is no matter.

    It runs in a task of its own, so that a second cancellation does not interrupt it.
    """
    leaving = asyncio.create_task(goodbye)
    with suppress(Exception):
        async with asyncio.timeout(GOODBYE_SECONDS):
            await asyncio.shield(leaving)
    leaving.add_done_callback(_forgotten)


def _forgotten(task: "asyncio.Task[None]") -> None:
    """Its error was nobody's, and is not reported as one that nobody looked at."""
    if not task.cancelled():
        task.exception()
