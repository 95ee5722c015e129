"""The SQL of idempotency keys."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from reelhouse.core.idempotency.models import idempotency_keys
from reelhouse.core.idempotency.types import Replay
from reelhouse.kit.inserts import insert_new


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A stored claim; no `replay` while its request is under way."""

    fingerprint: str
    replay: Replay | None
    claimed_at: datetime
    expires_at: datetime


class IdempotencyRepository:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, workspace_id: UUID, key: str, claim: ClaimRecord) -> bool:
        """Insert a claim; False when the key is claimed already."""
        return insert_new(
            self._connection,
            idempotency_keys,
            {
                "workspace_id": workspace_id,
                "key": key,
                "fingerprint": claim.fingerprint,
                "claimed_at": claim.claimed_at,
                "expires_at": claim.expires_at,
            },
        )

    def lock(self, workspace_id: UUID, key: str) -> ClaimRecord | None:
        """The claim, which nobody else can take over until this transaction ends."""
        row = self._connection.execute(
            sa.select(idempotency_keys).where(_is(workspace_id, key)).with_for_update(key_share=True)
        ).one_or_none()
        if row is None:
            return None
        replay = None if row.status is None else Replay(row.status, row.body)
        return ClaimRecord(row.fingerprint, replay, row.claimed_at, row.expires_at)

    def replace(self, workspace_id: UUID, key: str, claim: ClaimRecord) -> None:
        """Start over on a key whose claim has expired or was given up."""
        self._connection.execute(
            sa.update(idempotency_keys)
            .where(_is(workspace_id, key))
            .values(
                fingerprint=claim.fingerprint,
                status=None,
                body=None,
                claimed_at=claim.claimed_at,
                expires_at=claim.expires_at,
            )
        )

    def complete(self, workspace_id: UUID, key: str, replay: Replay, expires_at: datetime) -> None:
        """Keep the answer; when two were given, the first one."""
        self._connection.execute(
            sa.update(idempotency_keys)
            .where(_is(workspace_id, key), idempotency_keys.c.status.is_(None))
            .values(status=replay.status, body=replay.body, expires_at=expires_at)
        )

    def release(self, workspace_id: UUID, key: str) -> None:
        self._connection.execute(
            sa.delete(idempotency_keys).where(_is(workspace_id, key), idempotency_keys.c.status.is_(None))
        )

    def purge(self, now: datetime) -> int:
        return self._connection.execute(
            sa.delete(idempotency_keys).where(idempotency_keys.c.expires_at <= now)
        ).rowcount


def _is(workspace_id: UUID, key: str) -> sa.ColumnElement[bool]:
    return sa.and_(idempotency_keys.c.workspace_id == workspace_id, idempotency_keys.c.key == key)
