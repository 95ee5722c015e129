"""How long idempotency keys are remembered."""

from datetime import timedelta

KEPT_FOR = timedelta(hours=24)
"""How long an answer can be replayed, unless its dialect documents more."""

GIVEN_UP_AFTER = timedelta(seconds=60)
"""A request that has not answered for so long is taken to be dead, and its key may be claimed again."""

MAX_KEY_LENGTH = 255
"""Characters of an idempotency key."""
