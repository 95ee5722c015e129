"""Reading and writing secrets, deliveries and their attempts."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from reelhouse.core.webhooks.models import webhook_attempts, webhook_deliveries, webhook_secrets
from reelhouse.core.webhooks.types import Attempt, Delivery, DeliveryState
from reelhouse.kit.inserts import insert_new


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
        insert_new(self._connection, webhook_secrets, {"workspace_id": workspace_id, "secret": secret})

    def replace_secret(self, workspace_id: UUID, secret: bytes, previous_until: datetime) -> None:
        self._connection.execute(
            webhook_secrets.update()
            .where(webhook_secrets.c.workspace_id == workspace_id)
            .values(secret=secret, previous=webhook_secrets.c.secret, previous_until=previous_until)
        )

    def add_delivery(self, delivery: Delivery) -> bool:
        """Keep a message; False when this end of this job was announced before."""
        row = asdict(delivery) | {"state": delivery.state.value}
        return insert_new(self._connection, webhook_deliveries, row)

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
        return insert_new(self._connection, webhook_attempts, asdict(attempt))

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
