"""The table of keys. Of the key itself only the SHA-256 and its first characters are kept."""

import sqlalchemy as sa

from reelhouse.kit.db import Instant, Json, metadata

api_keys = sa.Table(
    "api_keys",
    metadata,
    sa.Column("key_id", sa.Uuid, primary_key=True),
    sa.Column("workspace_id", sa.Uuid, sa.ForeignKey("workspaces.workspace_id"), nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("form_prefix", sa.String(20), nullable=False),
    sa.Column("shown_prefix", sa.String(40), nullable=False),
    sa.Column("fingerprint", sa.String(64), nullable=False, unique=True),
    sa.Column("scopes", Json, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("last_used_at", Instant),
    sa.Column("revoked_at", Instant),
    sa.Column("monthly_cap", sa.BigInteger),
)
