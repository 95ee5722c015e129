"""The table of workspaces."""

import sqlalchemy as sa

from reelhouse.kit.db import Instant, metadata

NAME_LENGTH = 200
URL_LENGTH = 2048

workspaces = sa.Table(
    "workspaces",
    metadata,
    sa.Column("workspace_id", sa.Uuid, primary_key=True),
    sa.Column("name", sa.String(NAME_LENGTH), nullable=False, unique=True),
    sa.Column("tier", sa.String(20), nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("trial_ends_at", Instant),
    sa.Column("webhook_url", sa.String(URL_LENGTH)),
)
