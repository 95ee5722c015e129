"""The table of events."""

import sqlalchemy as sa

from reelhouse.kit.db import Instant, Json, metadata

job_events = sa.Table(
    "job_events",
    metadata,
    sa.Column("job_id", sa.Uuid, sa.ForeignKey("jobs.job_id"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("workspace_id", sa.Uuid, nullable=False),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("data", Json, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.CheckConstraint("number >= 1", name="number_from_one"),
)
