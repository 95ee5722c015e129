"""Brand kits of workspaces, and where a workspace wants to hear of its jobs."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "brand_kits",
        sa.Column("brand_kit_id", sa.Uuid(), nullable=False),
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("look", JSON, nullable=False),
        sa.Column("logo_object", sa.String(length=500), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.workspace_id"], name="fk_brand_kits_workspace_id"
        ),
        sa.PrimaryKeyConstraint("brand_kit_id", name="pk_brand_kits"),
        sa.UniqueConstraint("workspace_id", "name", name="uq_brand_kits_workspace_id_name"),
    )
    op.add_column("workspaces", sa.Column("webhook_url", sa.String(length=2048), nullable=True))


def downgrade() -> None:
    op.drop_column("workspaces", "webhook_url")
    op.drop_table("brand_kits")
