"""A request that is sent again gets its first answer, and does its work once."""

from datetime import datetime, timedelta
from uuid import UUID

from reelhouse.core.idempotency.errors import (
    IdempotencyInFlight,
    IdempotencyKeyTooLong,
    IdempotencyMismatch,
)
from reelhouse.core.idempotency.repository import ClaimRecord, IdempotencyRepository
from reelhouse.core.idempotency.settings import GIVEN_UP_AFTER, KEPT_FOR, MAX_KEY_LENGTH
from reelhouse.core.idempotency.types import Claim, Replay
from reelhouse.kit.clock import Clock

RETRY_AFTER_SECONDS = 1


class Idempotency:
    """Claim in one transaction, work and `complete` in another; a request that was refused is `release`d."""

    def __init__(self, repository: IdempotencyRepository, clock: Clock) -> None:
        self._repository = repository
        self._clock = clock

    def claim(self, workspace_id: UUID, key: str, fingerprint: str, lasting: timedelta = KEPT_FOR) -> Claim:
        """Take a key for a request whose method, path and body have that fingerprint.

        Raises `IdempotencyKeyTooLong`, `IdempotencyMismatch` when the key came with another request,
        and `IdempotencyInFlight` while the first one is under way; after a minute without an answer
        it is taken to be dead, and the key is the caller's.
        """
        if len(key) > MAX_KEY_LENGTH:
            raise IdempotencyKeyTooLong(len(key), MAX_KEY_LENGTH)
        now = self._clock.now()
        claim = ClaimRecord(fingerprint, None, claimed_at=now, expires_at=now + lasting)
        if self._repository.add(workspace_id, key, claim):
            return Claim()
        first = self._repository.lock(workspace_id, key)
        if first is None:  # the first request was refused, and let go of its key in this moment
            raise IdempotencyInFlight(key, RETRY_AFTER_SECONDS)
        if now < first.expires_at:
            if first.fingerprint != fingerprint:
                raise IdempotencyMismatch(key)
            if first.replay is not None:
                return Claim(first.replay)
            _refuse_while_alive(key, first, now)
        self._repository.replace(workspace_id, key, claim)
        return Claim()

    def complete(
        self, workspace_id: UUID, key: str, status: int, body: bytes, lasting: timedelta = KEPT_FOR
    ) -> None:
        """Keep the answer for whoever asks again."""
        expires_at = self._clock.now() + lasting
        self._repository.complete(workspace_id, key, Replay(status, body), expires_at)

    def release(self, workspace_id: UUID, key: str) -> None:
        """Forget a request that was refused: the next one with this key starts afresh."""
        self._repository.release(workspace_id, key)

    def purge(self, now: datetime) -> int:
        """Delete what nobody may replay any more; tell how many keys."""
        return self._repository.purge(now)


def _refuse_while_alive(key: str, first: ClaimRecord, now: datetime) -> None:
    if now < first.claimed_at + GIVEN_UP_AFTER:
        raise IdempotencyInFlight(key, RETRY_AFTER_SECONDS)
