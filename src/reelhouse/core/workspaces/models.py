"""The table of workspaces."""

import sqlalchemy as sa

from reelhouse.kit.db import Instant, metadata

workspaces = sa.Table(
    "workspaces",
    metadata,
    sa.Column("workspace_id", sa.Uuid, primary_key=True),
    sa.Column("name", sa.String(200), nullable=False, unique=True),
    sa.Column("tier", sa.String(20), nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("trial_ends_at", Instant),
)
