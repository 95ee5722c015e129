"""The tables of pitches. The bytes of screenshots are in the object store under `object_name`."""

import sqlalchemy as sa

from reelhouse.kit.db import Instant, Json, metadata

# A variant is a row with a parent; the last plan of a project lies in its row, as there is no older one.
projects = sa.Table(
    "pitch_projects",
    metadata,
    sa.Column("project_id", sa.Uuid, primary_key=True),
    sa.Column("workspace_id", sa.Uuid, sa.ForeignKey("workspaces.workspace_id"), nullable=False),
    sa.Column("parent_id", sa.Uuid, sa.ForeignKey("pitch_projects.project_id"), index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("goal", sa.Text, nullable=False),
    sa.Column("wishes", Json, nullable=False),
    sa.Column("features", Json, nullable=False),
    sa.Column("plan_number", sa.Integer, nullable=False, default=0),
    sa.Column("plan", Json),
    sa.Column("asked", Json),
    sa.Column("previews", Json),
    sa.Column("draft", Json),
    sa.Column("planned_at", Instant),
    sa.Column("created_at", Instant, nullable=False),
    sa.Index("ix_pitch_projects_workspace_id_created_at", "workspace_id", "created_at"),
)

screenshots = sa.Table(
    "pitch_screenshots",
    metadata,
    sa.Column("screenshot_id", sa.Uuid, primary_key=True),
    sa.Column("project_id", sa.Uuid, sa.ForeignKey("pitch_projects.project_id"), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("feature", sa.Text),
    sa.Column("media_type", sa.String(100), nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("width", sa.Integer),
    sa.Column("height", sa.Integer),
    sa.Column("object_name", sa.String(500), nullable=False),
    sa.Column("seen", Json),
    sa.Column("created_at", Instant, nullable=False),
    sa.Index("ix_pitch_screenshots_project_id_position", "project_id", "position"),
)

artifacts = sa.Table(
    "pitch_artifacts",
    metadata,
    sa.Column("artifact_id", sa.Uuid, primary_key=True),
    sa.Column("workspace_id", sa.Uuid, nullable=False),
    sa.Column("project_id", sa.Uuid, sa.ForeignKey("pitch_projects.project_id"), nullable=False, unique=True),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("published_id", sa.Uuid),
    sa.Column("working_id", sa.Uuid, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Index("ix_pitch_artifacts_workspace_id_created_at", "workspace_id", "created_at"),
)
