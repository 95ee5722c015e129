"""The units of agent-media: credits, times and names of products."""

from datetime import UTC, datetime

from reelhouse.kit.money import MICROS_PER_CENT

ORIGIN = "agentmedia"
MODEL_SLUG = "ugc-basic"
OPERATION = "ugc_video"


def credits_of(amount: int) -> int:
    """Micro-dollars as credits of one cent; what is left of a credit is not shown."""
    return amount // MICROS_PER_CENT


def time_to_wire(at: datetime) -> str:
    """``2026-03-20T14:30:00.000Z``: UTC, milliseconds."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def optional_time(at: datetime | None) -> str | None:
    return None if at is None else time_to_wire(at)
