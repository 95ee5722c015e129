"""The table of uploads; the bytes are in the object store under `object_name`."""

import sqlalchemy as sa

from reelhouse.kit.db import Instant, metadata

uploads = sa.Table(
    "uploads",
    metadata,
    sa.Column("upload_id", sa.Uuid, primary_key=True),
    sa.Column("workspace_id", sa.Uuid, sa.ForeignKey("workspaces.workspace_id"), nullable=False, index=True),
    sa.Column("media_type", sa.String(100), nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("object_name", sa.String(500), nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("expires_at", Instant, nullable=False, index=True),
)
