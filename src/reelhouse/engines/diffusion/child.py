"""The process that holds one model: ``python -m reelhouse.engines.diffusion.child LOCK PARENT``.

Orders come on stdin and reports go to stdout, a line of JSON each (`wire`). It ends when stdin does, when it
had nothing to do for a while, and when another process waits for the GPU and nothing is under way: all that
it held is free then. Heavy imports come with the first order.
"""

import os
import queue
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from pydantic import ValidationError

from reelhouse.engines.diffusion.lock import GpuLock
from reelhouse.engines.diffusion.recipes import IDLE_SECONDS
from reelhouse.engines.diffusion.steps import Cancelled, Steps
from reelhouse.engines.diffusion.wire import Cancel, DrawWork, EditWork, FilmWork, Order, Question, Report
from reelhouse.engines.errors import EngineRefused
from reelhouse.kit.launcher import die_with

if TYPE_CHECKING:
    from reelhouse.engines.diffusion.loading import Loaded

TICK = 0.1
"""Seconds between two looks at the lock, and at who wants it."""

TURN_SECONDS, POLITE_SECONDS = 120.0, 0.5
"""How long it may go on with orders while another process waits, and how soon it goes when it has none."""


class Ear:
    """Hears orders and cancellations while a model works; when the house is silent for good, all ends."""

    def __init__(self) -> None:
        self.orders: queue.Queue[Order] = queue.Queue()
        self._cancelled: set[int] = set()

    def listen(self) -> None:
        for line in sys.stdin.buffer:
            try:
                question = Question.model_validate_json(b'{"line":' + line + b"}").line
            except ValidationError:
                traceback.print_exc()
                break
            if isinstance(question, Cancel):
                self._cancelled.add(question.number)
            else:
                self.orders.put(question)
        os._exit(0)  # a step may be under way for minutes, and nobody waits for it

    def is_cancelled(self, number: int) -> bool:
        return number in self._cancelled


class Worker:
    """Does one order after the other, and keeps the model of the last."""

    def __init__(self, lock: GpuLock, ear: Ear, out: TextIO) -> None:
        self._lock, self._ear, self._out = lock, ear, out
        self._loaded: Loaded | None = None
        self._key: object = None
        self._idle_seconds = IDLE_SECONDS
        self._since = time.monotonic()

    def work(self) -> None:
        while (order := self._next()) is not None:
            self._idle_seconds = order.recipe.idle_seconds
            if not self._done(order):
                return

    def _next(self) -> Order | None:
        """None when it is time to go."""
        idle_since = time.monotonic()
        while True:
            now = time.monotonic()
            had_turn = now - self._since > TURN_SECONDS or now - idle_since > POLITE_SECONDS
            if self._lock.is_held and had_turn and self._lock.is_wanted():
                return None
            try:
                return self._ear.orders.get(timeout=TICK)
            except queue.Empty:
                if now - idle_since > self._idle_seconds:
                    return None

    def _done(self, order: Order) -> bool:
        """Whether the process is fit for more after it."""
        steps = Steps(order.number, self._ear.is_cancelled, self._tell)
        self._tell(Report(told="accepted", number=order.number))
        try:
            self._tell(self._made(order, steps))
        except Cancelled:
            self._tell(Report(told="cancelled", number=order.number))
        except EngineRefused as refusal:
            self._tell(Report(told="refused", number=order.number, reason=refusal.reason))
        except (ValueError, TypeError) as failure:  # how pipelines say that an argument is wrong
            traceback.print_exc()
            self._tell(Report(told="refused", number=order.number, reason=_told(failure)))
        except Exception as failure:  # noqa: BLE001 - the boundary of this process
            traceback.print_exc()
            self._tell(Report(told="failed", number=order.number, reason=_told(failure)))
            return False  # memory that ran out, or a device that is lost, is better left to a new process
        return True

    def _made(self, order: Order, steps: Steps) -> Report:
        if not self._lock.is_held:
            self._take(order, steps)
        loaded = self._model(order)
        steps.check()
        self._tell(Report(told="working", number=order.number))
        report = _work(loaded.pipe, order, steps)
        return report.model_copy(update={"notes": (*loaded.notes, *report.notes)})

    def _take(self, order: Order, steps: Steps) -> None:
        def pause() -> None:
            steps.check()
            time.sleep(TICK)

        self._tell(Report(told="waiting", number=order.number))
        self._lock.take(pause)
        self._since = time.monotonic()

    def _model(self, order: Order) -> "Loaded":
        from reelhouse.engines.diffusion.loading import load, unloaded  # noqa: PLC0415 - heavy

        key = (order.model, order.pipeline, order.recipe.dtype, order.recipe.offload)
        if self._loaded is None or key != self._key:
            self._tell(Report(told="loading", number=order.number))
            self._loaded = self._key = None
            unloaded()
            self._loaded, self._key = load(order), key
        return self._loaded

    def _tell(self, report: Report) -> None:
        self._out.write(report.model_dump_json() + "\n")
        self._out.flush()


def _work(pipe: Any, order: Order, steps: Steps) -> Report:  # noqa: ANN401 - of a library without types
    from reelhouse.engines.diffusion.drawing import draw, edit  # noqa: PLC0415
    from reelhouse.engines.diffusion.filming import film  # noqa: PLC0415
    from reelhouse.engines.diffusion.singing import sing  # noqa: PLC0415

    work = order.work
    if isinstance(work, DrawWork):
        return draw(pipe, order, work, steps)
    if isinstance(work, EditWork):
        return edit(pipe, order, work, steps)
    if isinstance(work, FilmWork):
        return film(pipe, order, work, steps)
    return sing(pipe, order, work, steps)


def _told(failure: Exception) -> str:
    return f"{type(failure).__name__}: {' '.join(str(failure).split())[:300]}"


def main(lock: Path, parent: int) -> None:
    die_with(parent)
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints must not get between the reports
    ear = Ear()
    threading.Thread(target=ear.listen, daemon=True).start()
    Worker(GpuLock(lock), ear, out).work()
    out.flush()
    os._exit(0)  # at once: libraries take seconds to say goodbye, and the GPU is waited for


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
