"""The table of caption styles that workspaces brought themselves."""

import sqlalchemy as sa

from reelhouse.kit.db import Instant, Json, metadata

caption_styles = sa.Table(
    "caption_styles",
    metadata,
    sa.Column("workspace_id", sa.Uuid, sa.ForeignKey("workspaces.workspace_id"), primary_key=True),
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("document", Json, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
)
