"""The units of Pitchstage: times, seconds, cents, and the words for a render's state."""

from datetime import UTC, datetime
from fractions import Fraction
from typing import Final, Literal

from reelhouse.core.jobs.types import JobState
from reelhouse.kit.money import MICROS_PER_CENT

ORIGIN: Final = "pitchstage"
VERSION: Final = "v1"

Status = Literal["queued", "rendering", "completed", "failed"]

STATUS: dict[JobState, Status] = {
    JobState.SUBMITTED: "queued",
    JobState.QUEUED: "queued",
    JobState.RUNNING: "rendering",
    JobState.SUCCEEDED: "completed",
    JobState.FAILED: "failed",
    JobState.CANCELED: "failed",
}


def time_to_wire(at: datetime) -> str:
    """``2026-03-20T14:30:00.000Z``: UTC, milliseconds."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def seconds_to_wire(seconds: Fraction) -> float:
    """Milliseconds are enough for whoever reads it; nothing is computed from it again."""
    return round(float(seconds), 3)


def cents_to_wire(amount: int) -> float:
    """Micro-dollars as cents."""
    return amount / MICROS_PER_CENT
