"""Projects with screenshots and plans, what is made of them, and what each key may spend."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(JSONB(), "postgresql")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("jobs") as jobs:
        jobs.add_column(sa.Column("key_id", sa.Uuid(), nullable=True))
    with op.batch_alter_table("api_keys") as keys:
        keys.add_column(sa.Column("monthly_cap", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("assets") as assets:
        assets.add_column(sa.Column("part", sa.Integer(), nullable=False, server_default="0"))
        assets.drop_constraint("uq_assets_job_id_kind", type_="unique")
        assets.create_unique_constraint("uq_assets_job_id_kind_part", ["job_id", "kind", "part"])
    with op.batch_alter_table("assets") as assets:
        assets.alter_column("part", server_default=None)
    op.create_table(
        "pitch_projects",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("goal", sa.Text(), nullable=False),
        sa.Column("wishes", JSON, nullable=False),
        sa.Column("features", JSON, nullable=False),
        sa.Column("plan_number", sa.Integer(), nullable=False),
        sa.Column("plan", JSON, nullable=True),
        sa.Column("asked", JSON, nullable=True),
        sa.Column("previews", JSON, nullable=True),
        sa.Column("draft", JSON, nullable=True),
        sa.Column("planned_at", INSTANT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.workspace_id"], name="fk_pitch_projects_workspace_id"
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["pitch_projects.project_id"], name="fk_pitch_projects_parent_id"
        ),
        sa.PrimaryKeyConstraint("project_id", name="pk_pitch_projects"),
    )
    op.create_index(
        "ix_pitch_projects_workspace_id_created_at", "pitch_projects", ["workspace_id", "created_at"]
    )
    op.create_index("ix_pitch_projects_parent_id", "pitch_projects", ["parent_id"])
    op.create_table(
        "pitch_screenshots",
        sa.Column("screenshot_id", sa.Uuid(), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("feature", sa.Text(), nullable=True),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("object_name", sa.String(length=500), nullable=False),
        sa.Column("seen", JSON, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["pitch_projects.project_id"], name="fk_pitch_screenshots_project_id"
        ),
        sa.PrimaryKeyConstraint("screenshot_id", name="pk_pitch_screenshots"),
    )
    op.create_index(
        "ix_pitch_screenshots_project_id_position", "pitch_screenshots", ["project_id", "position"]
    )
    op.create_table(
        "pitch_artifacts",
        sa.Column("artifact_id", sa.Uuid(), nullable=False),
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("published_id", sa.Uuid(), nullable=True),
        sa.Column("working_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["pitch_projects.project_id"], name="fk_pitch_artifacts_project_id"
        ),
        sa.PrimaryKeyConstraint("artifact_id", name="pk_pitch_artifacts"),
        sa.UniqueConstraint("project_id", name="uq_pitch_artifacts_project_id"),
    )
    op.create_index(
        "ix_pitch_artifacts_workspace_id_created_at", "pitch_artifacts", ["workspace_id", "created_at"]
    )


def downgrade() -> None:
    op.drop_table("pitch_artifacts")
    op.drop_table("pitch_screenshots")
    op.drop_table("pitch_projects")
    op.execute("DELETE FROM assets WHERE part > 0")
    with op.batch_alter_table("assets") as assets:
        assets.drop_constraint("uq_assets_job_id_kind_part", type_="unique")
        assets.create_unique_constraint("uq_assets_job_id_kind", ["job_id", "kind"])
        assets.drop_column("part")
    with op.batch_alter_table("api_keys") as keys:
        keys.drop_column("monthly_cap")
    with op.batch_alter_table("jobs") as jobs:
        jobs.drop_column("key_id")
