"""The table of assets; the bytes are in the object store under `object_name`."""

import sqlalchemy as sa

from reelhouse.kit.db import Instant, Json, metadata

assets = sa.Table(
    "assets",
    metadata,
    sa.Column("asset_id", sa.Uuid, primary_key=True),
    sa.Column("workspace_id", sa.Uuid, sa.ForeignKey("workspaces.workspace_id"), nullable=False, index=True),
    sa.Column("job_id", sa.Uuid, nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("media_type", sa.String(100), nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("object_name", sa.String(500), nullable=False),
    sa.Column("facts", Json, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("expires_at", Instant, index=True),
    sa.Column("part", sa.Integer, nullable=False, default=0),
    sa.UniqueConstraint("job_id", "kind", "part"),
)
