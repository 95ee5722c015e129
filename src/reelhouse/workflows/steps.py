"""Steps of a workflow: each has a name, is recorded when it is done, and may run twice.

What a step refused is recorded as a value, not as an exception: an exception comes back from the record
without its type, and the work would end differently after a crash than without one.
"""

import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from enum import StrEnum
from typing import TypeVar, cast

import structlog
from dbos import DBOS
from pydantic import JsonValue, TypeAdapter
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from reelhouse.core.house import House, Services
from reelhouse.core.jobs.types import JobError
from reelhouse.kit.errors import ReelhouseError, Unavailable
from reelhouse.render.errors import CheckFailed

log = structlog.get_logger(__name__)

T = TypeVar("T", bound=JsonValue)

ERRORS = TypeAdapter(JobError)

WAITS = (2.0, 10.0, 30.0)
"""Seconds before each new try of what was not available."""

DATABASE_WAIT = 0.5
"""Seconds between two tries of a transaction while the database is away; like the engine, without end."""

INTERNAL = JobError(
    "internal_error", "Something went wrong inside of reelhouse; the log of the worker tells what."
)


class Moment(StrEnum):
    """When a watcher is told of a step: its effect is done, and later its record is written too."""

    DONE = "done"
    RECORDED = "recorded"


Watch = Callable[[str, Moment], None]
"""Told of each moment by the step's name. Tests kill the process there."""


class StepFailed(ReelhouseError):
    """A step will not succeed; `error` says why, and is what a job keeps."""

    code = "step_failed"

    def __init__(self, step: str, error: JobError) -> None:
        super().__init__(f"The step {step!r} failed: {error.message}")
        self.step = step
        self.error = error


class Steps:
    """Runs the steps of workflows. `waits` are the seconds before each new try of what was not available."""

    def __init__(self, house: House, *, waits: tuple[float, ...] = WAITS, watch: Watch | None = None) -> None:
        self._house = house
        self._waits = waits
        self._watch = watch or _nobody

    async def in_database(self, name: str, effect: Callable[[Services], T]) -> T:
        """Run `effect` in one transaction, off the loop; a database that restarts is waited for.

        Raises `StepFailed`.
        """

        def attempt() -> JsonValue:
            outcome = self._transacted(name, effect)
            self._watch(name, Moment.DONE)
            return outcome

        outcome = await DBOS.run_step_async({"name": name}, attempt)
        self._watch(name, Moment.RECORDED)
        return cast("T", _value_of(name, outcome))

    async def outside(self, name: str, effect: Callable[[], Awaitable[T]]) -> T:
        """Run what leaves this process. It is canceled with its workflow; what is unavailable is tried again.

        Raises `StepFailed`.
        """

        async def attempt() -> JsonValue:
            outcome = await _awaited_outcome_of(name, effect)
            self._watch(name, Moment.DONE)
            return outcome

        for wait in (*self._waits, None):
            outcome = await DBOS.run_step_async({"name": name, "preemptible": True}, attempt)
            self._watch(name, Moment.RECORDED)
            if wait is None or not _may_be_tried_again(outcome):
                break
            await DBOS.sleep_async(wait)
        return cast("T", _value_of(name, outcome))

    def _transacted(self, name: str, effect: Callable[[Services], JsonValue]) -> JsonValue:
        while True:
            try:
                with self._house.transaction() as services:
                    return {"value": effect(services)}
            except ReelhouseError as refusal:
                return _refused(name, refusal)
            except Exception as trouble:  # noqa: BLE001 - the worker's boundary, which logs it
                if not _is_database_trouble(trouble):
                    return _broken(name, trouble)
                log.warning("database_away", step=name, reason=type(trouble).__name__)
            time.sleep(DATABASE_WAIT)


async def _awaited_outcome_of(name: str, effect: Callable[[], Awaitable[T]]) -> JsonValue:
    try:
        return {"value": await effect()}
    except ReelhouseError as refusal:
        return _refused(name, refusal)
    except Exception as trouble:  # noqa: BLE001 - the worker's boundary, which logs it
        return _broken(name, trouble)


def _refused(name: str, refusal: ReelhouseError) -> JsonValue:
    log.warning("step_refused", step=name, code=refusal.code, reason=refusal.message)
    check = refusal.findings[0].check if isinstance(refusal, CheckFailed) else None
    error = JobError(refusal.code, refusal.message, check)
    return {"error": asdict(error), "again": isinstance(refusal, Unavailable)}


def _broken(name: str, trouble: Exception) -> JsonValue:
    log.error("step_broke", step=name, exc_info=trouble)
    return {"error": asdict(INTERNAL), "again": _is_database_trouble(trouble)}


def _is_database_trouble(trouble: BaseException) -> bool:
    """Whether the database was away, busy or full: the same transaction may succeed later."""
    return isinstance(trouble, (OperationalError, InterfaceError, PoolTimeout)) or (
        isinstance(trouble, DBAPIError) and trouble.connection_invalidated
    )


def _may_be_tried_again(outcome: JsonValue) -> bool:
    return isinstance(outcome, dict) and outcome.get("again") is True


def _value_of(name: str, outcome: JsonValue) -> JsonValue:
    if not isinstance(outcome, dict):
        raise TypeError(f"the record of the step {name!r} is no outcome")
    if "error" in outcome:
        raise StepFailed(name, ERRORS.validate_python(outcome["error"]))
    return outcome["value"]


def _nobody(_name: str, _moment: Moment) -> None:
    """Nobody watches."""
