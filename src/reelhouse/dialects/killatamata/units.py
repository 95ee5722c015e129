"""The units of Killa Tamata: dollars, times, and the names of states."""

from datetime import UTC, datetime
from typing import Literal

from reelhouse.core.jobs.types import JobState
from reelhouse.kit.money import MicroDollars

ORIGIN = "killatamata"
MICROS = 1_000_000

Status = Literal["queued", "processing", "completed", "failed", "canceled"]

STATUS: dict[JobState, Status] = {
    JobState.SUBMITTED: "queued",
    JobState.QUEUED: "queued",
    JobState.RUNNING: "processing",
    JobState.SUCCEEDED: "completed",
    JobState.FAILED: "failed",
    JobState.CANCELED: "canceled",
}


def dollars_of(amount: MicroDollars | int) -> float:
    """Micro-dollars as dollars, to the micro-dollar."""
    return round(amount / MICROS, 6)


def time_to_wire(at: datetime) -> str:
    """``2026-03-20T14:30:00.000Z``: UTC, milliseconds."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def optional_time(at: datetime | None) -> str | None:
    return None if at is None else time_to_wire(at)
