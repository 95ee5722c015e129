"""The table of brand kits; the bytes of a logo are in the object store under `logo_object`."""

import sqlalchemy as sa

from reelhouse.core.brands.types import NAME_LENGTH
from reelhouse.kit.db import Instant, Json, metadata

brand_kits = sa.Table(
    "brand_kits",
    metadata,
    sa.Column("brand_kit_id", sa.Uuid, primary_key=True),
    sa.Column("workspace_id", sa.Uuid, sa.ForeignKey("workspaces.workspace_id"), nullable=False),
    sa.Column("name", sa.String(NAME_LENGTH), nullable=False),
    sa.Column("look", Json, nullable=False),
    sa.Column("logo_object", sa.String(500)),
    sa.Column("created_at", Instant, nullable=False),
    sa.UniqueConstraint("workspace_id", "name"),
)
