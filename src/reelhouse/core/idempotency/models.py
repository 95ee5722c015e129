"""The table of idempotency keys. A row without a status is a request under way."""

import sqlalchemy as sa

from reelhouse.core.idempotency.settings import MAX_KEY_LENGTH
from reelhouse.kit.db import Instant, metadata

idempotency_keys = sa.Table(
    "idempotency_keys",
    metadata,
    sa.Column("workspace_id", sa.Uuid, sa.ForeignKey("workspaces.workspace_id"), primary_key=True),
    sa.Column("key", sa.String(MAX_KEY_LENGTH), primary_key=True),
    sa.Column("fingerprint", sa.String(128), nullable=False),
    sa.Column("status", sa.Integer),
    sa.Column("body", sa.LargeBinary),
    sa.Column("claimed_at", Instant, nullable=False),
    sa.Column("expires_at", Instant, nullable=False, index=True),
)
