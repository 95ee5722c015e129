"""The SQL of uploads."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from reelhouse.core.uploads.models import uploads
from reelhouse.core.uploads.types import Upload


class UploadRepository:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, upload: Upload) -> None:
        self._connection.execute(sa.insert(uploads).values(asdict(upload)))

    def find(self, upload_ids: Sequence[UUID]) -> tuple[Upload, ...]:
        rows = self._connection.execute(sa.select(uploads).where(uploads.c.upload_id.in_(upload_ids)))
        return tuple(Upload(**row._mapping) for row in rows)  # noqa: SLF001 - SQLAlchemy's public name

    def expired(self, now: datetime, limit: int) -> tuple[Upload, ...]:
        rows = self._connection.execute(
            sa.select(uploads).where(uploads.c.expires_at <= now).order_by(uploads.c.expires_at).limit(limit)
        )
        return tuple(Upload(**row._mapping) for row in rows)  # noqa: SLF001

    def delete(self, upload_id: UUID) -> None:
        self._connection.execute(sa.delete(uploads).where(uploads.c.upload_id == upload_id))
