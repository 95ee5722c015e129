"""When a message is tried, and what an answer means."""

import random
from dataclasses import dataclass
from datetime import timedelta

from reelhouse.core.webhooks.types import Answer, DeliveryState

TIMEOUT = timedelta(seconds=10)

DELAYS = (
    timedelta(0),
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=10),
)
"""The wait before each attempt, as Standard Webhooks proposes."""

JITTER = 0.1
"""A share by which a wait is stretched at most, so that a recovered endpoint is not hit by all at once."""

GONE = 410


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows an attempt: an end, or one more after `wait`."""

    state: DeliveryState
    wait: timedelta | None = None


def judge(answer: Answer, number: int, chance: random.Random) -> Verdict:
    """What follows attempt `number` (from 1). Anything but 2xx is a failure; a redirect is not followed."""
    if answer.status is not None and 200 <= answer.status < 300:  # noqa: PLR2004 - the class of success
        return Verdict(DeliveryState.DELIVERED)
    if answer.status == GONE:
        return Verdict(DeliveryState.GONE)
    if number >= len(DELAYS):
        return Verdict(DeliveryState.FAILED)
    return Verdict(DeliveryState.PENDING, DELAYS[number] * (1 + JITTER * chance.random()))
