"""Reading and writing secrets, deliveries and their attempts."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from reelhouse.core.webhooks.models import webhook_attempts, webhook_deliveries, webhook_secrets
from reelhouse.core.webhooks.types import Attempt, Delivery, DeliveryState


class WebhooksRepository:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def find_secrets(self, workspace_id: UUID, now: datetime) -> tuple[bytes, ...]:
        """The secret, and the one before it while that is still good; empty when there is none yet."""
        row = self._connection.execute(
            sa.select(webhook_secrets).where(webhook_secrets.c.workspace_id == workspace_id)
        ).one_or_none()
        if row is None:
            return ()
        if row.previous is None or row.previous_until <= now:
            return (row.secret,)
        return (row.secret, row.previous)

    def add_secret(self, workspace_id: UUID, secret: bytes) -> None:
        """Keep a first secret; one that is there already stays."""
        self._connection.execute(
            self._insert(webhook_secrets)
            .values(workspace_id=workspace_id, secret=secret)
            .on_conflict_do_nothing(index_elements=["workspace_id"])
        )

    def replace_secret(self, workspace_id: UUID, secret: bytes, previous_until: datetime) -> None:
        self._connection.execute(
            webhook_secrets.update()
            .where(webhook_secrets.c.workspace_id == workspace_id)
            .values(secret=secret, previous=webhook_secrets.c.secret, previous_until=previous_until)
        )

    def add_delivery(self, delivery: Delivery) -> bool:
        """Keep a message; False when this end of this job was announced before."""
        added = self._connection.execute(
            self._insert(webhook_deliveries)
            .values(
                delivery_id=delivery.delivery_id,
                workspace_id=delivery.workspace_id,
                job_id=delivery.job_id,
                url=delivery.url,
                event=delivery.event,
                body=delivery.body,
                state=delivery.state.value,
                round=delivery.round,
                created_at=delivery.created_at,
            )
            .on_conflict_do_nothing(index_elements=["job_id", "event"])
        )
        return added.rowcount == 1

    def find_delivery(self, delivery_id: UUID, *, lock: bool = False) -> Delivery | None:
        query = sa.select(webhook_deliveries).where(webhook_deliveries.c.delivery_id == delivery_id)
        row = self._connection.execute(query.with_for_update() if lock else query).one_or_none()
        return _delivery(row) if row else None

    def list_deliveries(self, workspace_id: UUID, limit: int, offset: int) -> tuple[Delivery, ...]:
        rows = self._connection.execute(
            sa.select(webhook_deliveries)
            .where(webhook_deliveries.c.workspace_id == workspace_id)
            .order_by(webhook_deliveries.c.created_at.desc(), webhook_deliveries.c.delivery_id)
            .limit(limit)
            .offset(offset)
        )
        return tuple(_delivery(row) for row in rows)

    def change_delivery(self, delivery_id: UUID, **values: Any) -> Delivery:  # noqa: ANN401 - a column's value
        row = self._connection.execute(
            webhook_deliveries.update()
            .where(webhook_deliveries.c.delivery_id == delivery_id)
            .values(**values)
            .returning(webhook_deliveries)
        ).one()
        return _delivery(row)

    def add_attempt(self, attempt: Attempt) -> bool:
        """Log an attempt; False when this one is logged already."""
        added = self._connection.execute(
            self._insert(webhook_attempts)
            .values(
                delivery_id=attempt.delivery_id,
                round=attempt.round,
                number=attempt.number,
                started_at=attempt.started_at,
                ended_at=attempt.ended_at,
                status=attempt.status,
                error=attempt.error,
            )
            .on_conflict_do_nothing(index_elements=["delivery_id", "round", "number"])
        )
        return added.rowcount == 1

    def list_attempts(self, delivery_id: UUID) -> tuple[Attempt, ...]:
        rows = self._connection.execute(
            sa.select(webhook_attempts)
            .where(webhook_attempts.c.delivery_id == delivery_id)
            .order_by(webhook_attempts.c.round, webhook_attempts.c.number)
        )
        return tuple(
            Attempt(
                row.delivery_id, row.round, row.number, row.started_at, row.ended_at, row.status, row.error
            )
            for row in rows
        )

    def _insert(self, table: sa.Table) -> postgresql.Insert | sqlite.Insert:
        if self._connection.dialect.name == "postgresql":
            return postgresql.insert(table)
        return sqlite.insert(table)


def _delivery(row: sa.Row[Any]) -> Delivery:
    return Delivery(
        delivery_id=row.delivery_id,
        workspace_id=row.workspace_id,
        job_id=row.job_id,
        url=row.url,
        event=row.event,
        body=row.body,
        state=DeliveryState(row.state),
        round=row.round,
        created_at=row.created_at,
        ended_at=row.ended_at,
    )
