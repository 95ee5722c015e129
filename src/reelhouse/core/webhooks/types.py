"""Outgoing webhooks: what is told, to whom, and how often it was tried."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class DeliveryState(StrEnum):
    """`gone` is an endpoint that answered 410: it wants nothing more, so nothing more is tried."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one address. `body` is fixed when announced; `round` counts how often it was sent."""

    delivery_id: UUID
    workspace_id: UUID
    job_id: UUID
    url: str
    event: str
    body: str
    state: DeliveryState
    round: int
    created_at: datetime
    ended_at: datetime | None

    @property
    def message_id(self) -> str:
        """The `webhook-id`: the same on every retry and resend, so that a receiver can drop what it has."""
        return f"msg_{self.delivery_id.hex}"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One line of the log. `status` is the HTTP answer, `error` the reason why there was none."""

    delivery_id: UUID
    round: int
    number: int
    started_at: datetime
    ended_at: datetime
    status: int | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A signed request, ready to be sent."""

    url: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request: a status, or a reason why there was none."""

    status: int | None
    error: str | None = None
