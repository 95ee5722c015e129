"""The SQL of keys."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from reelhouse.core.keys.models import api_keys
from reelhouse.core.keys.types import ApiKey, KeyForm


class KeyRepository:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, key: ApiKey, form: KeyForm, fingerprint: str) -> None:
        self._connection.execute(
            sa.insert(api_keys).values(
                key_id=key.key_id,
                workspace_id=key.workspace_id,
                name=key.name,
                form_prefix=form.prefix,
                shown_prefix=key.shown_prefix,
                fingerprint=fingerprint,
                scopes=sorted(key.scopes),
                created_at=key.created_at,
                monthly_cap=key.monthly_cap,
            )
        )

    def count_active(self, workspace_id: UUID, form: KeyForm) -> int:
        query = sa.select(sa.func.count()).where(
            api_keys.c.workspace_id == workspace_id,
            api_keys.c.form_prefix == form.prefix,
            api_keys.c.revoked_at.is_(None),
        )
        return self._connection.execute(query).scalar_one()

    def list_active(self, workspace_id: UUID) -> tuple[ApiKey, ...]:
        rows = self._connection.execute(
            sa.select(api_keys)
            .where(api_keys.c.workspace_id == workspace_id, api_keys.c.revoked_at.is_(None))
            .order_by(api_keys.c.created_at.desc(), api_keys.c.key_id)
        )
        return tuple(_key(row) for row in rows)

    def find(self, key_id: UUID) -> ApiKey | None:
        row = self._connection.execute(sa.select(api_keys).where(api_keys.c.key_id == key_id)).one_or_none()
        return None if row is None else _key(row)

    def find_active(self, fingerprint: str) -> ApiKey | None:
        row = self._connection.execute(
            sa.select(api_keys).where(api_keys.c.fingerprint == fingerprint, api_keys.c.revoked_at.is_(None))
        ).one_or_none()
        return None if row is None else _key(row)

    def revoke(self, workspace_id: UUID, key_id: UUID, at: datetime) -> ApiKey | None:
        """Revoke an active key of that workspace; None when there is none."""
        row = self._connection.execute(
            sa.update(api_keys)
            .where(
                api_keys.c.key_id == key_id,
                api_keys.c.workspace_id == workspace_id,
                api_keys.c.revoked_at.is_(None),
            )
            .values(revoked_at=at)
            .returning(*api_keys.c)
        ).one_or_none()
        return None if row is None else _key(row)

    def mark_used(self, key_id: UUID, at: datetime, unless_since: datetime) -> None:
        """Note a use, unless one after `unless_since` is noted already."""
        self._connection.execute(
            sa.update(api_keys)
            .where(
                api_keys.c.key_id == key_id,
                sa.or_(api_keys.c.last_used_at.is_(None), api_keys.c.last_used_at <= unless_since),
            )
            .values(last_used_at=at)
        )


def _key(row: sa.Row[tuple[object, ...]]) -> ApiKey:
    return ApiKey(
        key_id=row.key_id,
        workspace_id=row.workspace_id,
        name=row.name,
        shown_prefix=row.shown_prefix,
        scopes=frozenset(row.scopes),
        created_at=row.created_at,
        last_used_at=row.last_used_at,
        revoked_at=row.revoked_at,
        monthly_cap=row.monthly_cap,
    )
