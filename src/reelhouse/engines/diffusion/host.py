"""Gives orders to the process that holds a model, one at a time, and starts it when there is none."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakKeyDictionary

from reelhouse.engines.diffusion.lock import usual_lock
from reelhouse.engines.diffusion.models import ENGINE, Model
from reelhouse.engines.diffusion.process import Child, Left
from reelhouse.engines.diffusion.recipes import Recipe
from reelhouse.engines.diffusion.wire import Cancel, Order, Report, Work
from reelhouse.engines.errors import EngineRefused, EngineUnavailable

LOADING_SECONDS = 1800.0
GRACE_SECONDS = 15.0
STARTS = 3
"""How often a process may go away just when it is asked; each time because another worker waits."""


class Late(EngineUnavailable):
    """Time is over, and the process may go on with other work."""


@dataclass(frozen=True, slots=True)
class Job:
    """`work` on `model`, with files in `folder`. `seconds` are for the work, and as many for its turn."""

    model: Model
    recipe: Recipe
    folder: Path
    work: Work
    seconds: float
    told: Callable[[Report], None] = lambda _report: None


class Host:
    """For one event loop. All families share it: there is one model in memory at a time.

    `grace_seconds` are what the process has to stop after a step before it is killed.
    """

    def __init__(
        self,
        lock: Path | None = None,
        *,
        grace_seconds: float = GRACE_SECONDS,
        loading_seconds: float = LOADING_SECONDS,
    ) -> None:
        self._lock = lock or usual_lock()
        self._grace, self._loading = grace_seconds, loading_seconds
        self._turn = asyncio.Lock()
        self._child: Child | None = None
        self._number = 0

    @property
    def pid(self) -> int | None:
        """Of the process; None while there is none."""
        return self._child.pid if self._child is not None and self._child.is_alive else None

    async def make(self, job: Job) -> Report:
        """The report of what was made, whose files are in the folder.

        Raises `EngineRefused` for what the model cannot do, and `EngineUnavailable` when it does not come to
        its turn or its end in time, or its process ends. When the caller is cancelled, the work stops after
        the step that is under way.
        """
        async with self._in_turn(job.seconds):
            for _ in range(STARTS):
                child = await self._living()
                with suppress(Left):
                    return await self._made(child, job)
                await self._end()
            raise EngineUnavailable(ENGINE, "other workers on this machine want the GPU more")

    async def close(self) -> None:
        """Ends the process."""
        async with self._turn:
            await self._end()

    @asynccontextmanager
    async def _in_turn(self, seconds: float) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(seconds):
                await self._turn.acquire()
        except TimeoutError:
            raise EngineUnavailable(ENGINE, f"others before this took longer than {seconds:g} s") from None
        try:
            yield
        finally:
            self._turn.release()

    async def _living(self) -> Child:
        if self._child is not None and not self._child.is_alive:
            await self._end()
        if self._child is None:
            self._child = await Child.start(self._lock)
        return self._child

    async def _made(self, child: Child, job: Job) -> Report:
        self._number += 1
        child.say(
            Order(
                number=self._number,
                model=job.model.folder,
                pipeline=job.model.pipeline,
                recipe=job.recipe,
                folder=job.folder,
                work=job.work,
            )
        )
        try:
            return _good(await self._last(child, job))
        except (asyncio.CancelledError, Late):
            await self._stop(child, job)
            raise
        except EngineUnavailable:
            await self._end()
            raise

    async def _last(self, child: Child, job: Job) -> Report:
        """Each part of the way has its own time: weights of forty gigabytes are no reason to give up."""
        doing, accepted = "it did not come to its turn on the GPU", False
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(job.seconds + self._grace) as clock:
                while True:
                    report = await child.report(accepted=accepted)
                    accepted = True
                    if report.number != self._number:
                        continue
                    job.told(report)
                    if report.is_last:
                        return report
                    if report.told == "loading":
                        doing = f"its model was not loaded within {self._loading:g} s"
                        clock.reschedule(loop.time() + self._loading)
                    elif report.told == "working":
                        doing = f"it was not done within {job.seconds:g} s"
                        clock.reschedule(loop.time() + job.seconds)
        except TimeoutError:
            raise Late(ENGINE, doing) from None

    async def _stop(self, child: Child, job: Job) -> None:
        """Ends the order, or the process when it does not. A second cancellation ends the process at once."""
        child.say(Cancel(number=self._number))
        try:
            async with asyncio.timeout(self._grace):
                while not (report := await child.report(accepted=True)).is_last:
                    job.told(report)
            job.told(report)
            if report.told == "failed":
                await self._end()
        except (TimeoutError, EngineUnavailable):
            await self._end()
        except asyncio.CancelledError:
            await self._end()
            raise

    async def _end(self) -> None:
        if self._child is not None:
            child, self._child = self._child, None
            await child.end()


def _good(report: Report) -> Report:
    match report.told:
        case "made":
            return report
        case "refused":
            raise EngineRefused(ENGINE, report.reason)
        case _:
            raise EngineUnavailable(ENGINE, report.reason or "its work was cancelled")


_HOSTS: WeakKeyDictionary[asyncio.AbstractEventLoop, Host] = WeakKeyDictionary()


def shared_host() -> Host:
    """The one of the event loop that runs; its process ends when ours does."""
    return _HOSTS.setdefault(asyncio.get_running_loop(), Host())
