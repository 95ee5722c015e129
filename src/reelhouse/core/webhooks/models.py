"""The tables of outgoing webhooks."""

import sqlalchemy as sa

from reelhouse.kit.db import Instant, metadata

webhook_secrets = sa.Table(
    "webhook_secrets",
    metadata,
    sa.Column("workspace_id", sa.Uuid, sa.ForeignKey("workspaces.workspace_id"), primary_key=True),
    sa.Column("secret", sa.LargeBinary, nullable=False),
    sa.Column("previous", sa.LargeBinary, nullable=True),
    sa.Column("previous_until", Instant, nullable=True),
)

webhook_deliveries = sa.Table(
    "webhook_deliveries",
    metadata,
    sa.Column("delivery_id", sa.Uuid, primary_key=True),
    sa.Column("workspace_id", sa.Uuid, sa.ForeignKey("workspaces.workspace_id"), nullable=False),
    sa.Column("job_id", sa.Uuid, sa.ForeignKey("jobs.job_id"), nullable=False),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("event", sa.String(64), nullable=False),
    # Text, not JSON: what is signed are these very bytes.
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("round", sa.Integer, nullable=False, default=1),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("ended_at", Instant, nullable=True),
    sa.UniqueConstraint("job_id", "event"),
    sa.Index("ix_webhook_deliveries_workspace_id_created_at", "workspace_id", "created_at"),
)

webhook_attempts = sa.Table(
    "webhook_attempts",
    metadata,
    sa.Column("delivery_id", sa.Uuid, sa.ForeignKey("webhook_deliveries.delivery_id"), primary_key=True),
    sa.Column("round", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("started_at", Instant, nullable=False),
    sa.Column("ended_at", Instant, nullable=False),
    sa.Column("status", sa.Integer, nullable=True),
    sa.Column("error", sa.Text, nullable=True),
)
