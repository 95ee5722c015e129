"""The table of jobs."""

import sqlalchemy as sa

from reelhouse.kit.db import Instant, Json, metadata

jobs = sa.Table(
    "jobs",
    metadata,
    sa.Column("job_id", sa.Uuid, primary_key=True),
    sa.Column("workspace_id", sa.Uuid, sa.ForeignKey("workspaces.workspace_id"), nullable=False),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("origin", sa.String(32), nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("input", Json, nullable=False),
    sa.Column("price", sa.BigInteger, nullable=False),
    sa.Column("charged", sa.BigInteger, nullable=False, default=0),
    # Not a foreign key: credits owns its tables, and a job of price 0 has no hold.
    sa.Column("hold_id", sa.Uuid, nullable=True),
    sa.Column("refund_pending", sa.Boolean(create_constraint=False), nullable=False, default=False),
    sa.Column("progress", sa.Float, nullable=False, default=0.0),
    sa.Column("stage", sa.String(64), nullable=False, default=""),
    sa.Column("result", Json, nullable=True),
    sa.Column("error", Json, nullable=True),
    sa.Column("webhook_url", sa.Text, nullable=True),
    sa.Column("idempotency_key", sa.String(255), nullable=True),
    # Whose budget it is; the key itself may be gone by then.
    sa.Column("key_id", sa.Uuid, nullable=True),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("started_at", Instant, nullable=True),
    sa.Column("ended_at", Instant, nullable=True),
    sa.Column("deleted_at", Instant, nullable=True),
    sa.UniqueConstraint("workspace_id", "idempotency_key"),
    sa.CheckConstraint("price >= 0 AND charged >= 0 AND charged <= price", name="charged_within_price"),
    sa.CheckConstraint("progress >= 0 AND progress <= 1", name="progress_is_a_share"),
    # A page of a workspace's jobs, and its usage since a day.
    sa.Index("ix_jobs_workspace_id_created_at", "workspace_id", "created_at", "job_id"),
)

# Guards count what is under way, and the sweep looks for refunds that are due: both are few among many.
sa.Index(
    "ix_jobs_active",
    jobs.c.workspace_id,
    jobs.c.kind,
    postgresql_where=jobs.c.ended_at.is_(None),
    sqlite_where=jobs.c.ended_at.is_(None),
)
sa.Index(
    "ix_jobs_refund_pending",
    jobs.c.ended_at,
    postgresql_where=jobs.c.refund_pending,
    sqlite_where=jobs.c.refund_pending,
)

# Worker processes that say they are alive. Times are seconds by the clock of the database, which all share.
executors = sa.Table(
    "executors",
    metadata,
    sa.Column("executor_id", sa.String(64), primary_key=True),
    sa.Column("queues", Json, nullable=False),
    sa.Column("beat_at", sa.Double, nullable=False),
    sa.Column("expires_at", sa.Double, nullable=False),
)
