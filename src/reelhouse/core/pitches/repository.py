"""The SQL of pitches."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from reelhouse.core.pitches.asked import ASKED, Asked
from reelhouse.core.pitches.drafting import KEPT_DRAFTS, KeptDraft
from reelhouse.core.pitches.models import artifacts, projects, screenshots
from reelhouse.core.pitches.plan import PLANS, ArtifactType, Plan
from reelhouse.core.pitches.records import (
    PREVIEWS,
    Artifact,
    ArtifactState,
    KeptPlan,
    Preview,
    Project,
)
from reelhouse.core.pitches.types import SEEN, AnnouncedScreenshot, Screenshot, Seen


class PitchRepository:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add_project(self, project: Project) -> None:
        self._connection.execute(
            sa.insert(projects).values(
                project_id=project.project_id,
                workspace_id=project.workspace_id,
                parent_id=project.parent_id,
                name=project.name,
                goal=project.goal,
                wishes=ASKED.dump_python(project.wishes, mode="json"),
                features=list(project.features),
                plan_number=0,
                created_at=project.created_at,
            )
        )

    def find_project(self, project_id: UUID, *, lock: bool = False) -> Project | None:
        query = sa.select(projects).where(projects.c.project_id == project_id)
        row = self._connection.execute(query.with_for_update() if lock else query).one_or_none()
        return None if row is None else _project(row)

    def count_projects(self, workspace_id: UUID, since: datetime) -> int:
        """Projects of their own: variants do not count."""
        query = sa.select(sa.func.count()).where(
            projects.c.workspace_id == workspace_id,
            projects.c.created_at >= since,
            projects.c.parent_id.is_(None),
        )
        return self._connection.execute(query).scalar_one()

    def set_features(self, project_id: UUID, features: Sequence[str]) -> None:
        self._connection.execute(
            sa.update(projects).where(projects.c.project_id == project_id).values(features=list(features))
        )

    def add_screenshots(self, added: Sequence[Screenshot], after: int) -> None:
        """Behind `after` others that the project has already."""
        rows = [
            {
                "screenshot_id": one.screenshot_id,
                "project_id": one.project_id,
                "position": after + number,
                "feature": one.feature,
                "media_type": one.announced.media_type,
                "size": one.announced.size,
                "width": one.announced.width,
                "height": one.announced.height,
                "object_name": one.object_name,
                "created_at": one.created_at,
            }
            for number, one in enumerate(added)
        ]
        if rows:
            self._connection.execute(sa.insert(screenshots), rows)

    def screenshots_of(self, project_id: UUID) -> tuple[Screenshot, ...]:
        rows = self._connection.execute(
            sa.select(screenshots)
            .where(screenshots.c.project_id == project_id)
            .order_by(screenshots.c.position)
        )
        return tuple(_screenshot(row) for row in rows)

    def set_seen(self, screenshot_id: UUID, seen: Seen) -> None:
        self._connection.execute(
            sa.update(screenshots)
            .where(screenshots.c.screenshot_id == screenshot_id)
            .values(seen=SEEN.dump_python(seen, mode="json"))
        )

    def find_plan(self, project_id: UUID) -> KeptPlan | None:
        row = self._connection.execute(
            sa.select(projects).where(projects.c.project_id == project_id, projects.c.plan_number > 0)
        ).one_or_none()
        return None if row is None else _kept_plan(row)

    def keep_plan(
        self, project_id: UUID, plan: Plan, asked: Asked, previews: Sequence[Preview], at: datetime
    ) -> KeptPlan:
        row = self._connection.execute(
            sa.update(projects)
            .where(projects.c.project_id == project_id)
            .values(
                plan_number=projects.c.plan_number + 1,
                plan=PLANS.dump_python(plan, mode="json"),
                asked=ASKED.dump_python(asked, mode="json"),
                previews=PREVIEWS.dump_python(tuple(previews), mode="json"),
                planned_at=at,
            )
            .returning(projects)
        ).one()
        return _kept_plan(row)

    def find_draft(self, project_id: UUID) -> KeptDraft | None:
        query = sa.select(projects.c.draft).where(projects.c.project_id == project_id)
        return KEPT_DRAFTS.validate_python(self._connection.execute(query).scalar_one())

    def set_draft(self, project_id: UUID, draft: KeptDraft) -> None:
        self._connection.execute(
            sa.update(projects)
            .where(projects.c.project_id == project_id)
            .values(draft=KEPT_DRAFTS.dump_python(draft, mode="json"))
        )

    def set_previews(self, project_id: UUID, number: int, previews: Sequence[Preview]) -> None:
        """Nothing happens when that plan was superseded."""
        self._connection.execute(
            sa.update(projects)
            .where(projects.c.project_id == project_id, projects.c.plan_number == number)
            .values(previews=PREVIEWS.dump_python(tuple(previews), mode="json"))
        )

    def add_artifact(self, artifact: Artifact) -> None:
        self._connection.execute(
            sa.insert(artifacts).values(
                artifact_id=artifact.artifact_id,
                workspace_id=artifact.workspace_id,
                project_id=artifact.project_id,
                kind=artifact.kind.value,
                version=artifact.version,
                published_id=artifact.published_id,
                working_id=artifact.working_id,
                created_at=artifact.created_at,
            )
        )

    def find_artifact(self, artifact_id: UUID, *, lock: bool = False) -> Artifact | None:
        if lock:
            self._connection.execute(
                sa.select(artifacts.c.artifact_id)
                .where(artifacts.c.artifact_id == artifact_id)
                .with_for_update()
            )
        return self._artifact(artifacts.c.artifact_id == artifact_id)

    def work_on(self, artifact_id: UUID, job_id: UUID) -> None:
        self._connection.execute(
            sa.update(artifacts).where(artifacts.c.artifact_id == artifact_id).values(working_id=job_id)
        )

    def publish(self, artifact_id: UUID, job_id: UUID) -> None:
        """Show the files of this job from now on; saying it twice counts one version."""
        self._connection.execute(
            sa.update(artifacts)
            .where(
                artifacts.c.artifact_id == artifact_id,
                sa.or_(artifacts.c.published_id.is_(None), artifacts.c.published_id != job_id),
            )
            .values(published_id=job_id, version=artifacts.c.version + 1)
        )

    def artifacts_since(self, workspace_id: UUID, since: datetime) -> tuple[Artifact, ...]:
        rows = self._connection.execute(
            sa.select(artifacts).where(
                artifacts.c.workspace_id == workspace_id, artifacts.c.created_at >= since
            )
        )
        return tuple(_artifact(row) for row in rows)

    def unpublished_variants(self, before: datetime, limit: int) -> tuple[tuple[UUID, UUID | None], ...]:
        """Variants of that age without a published artifact, each with the job that was last at it."""
        query = (
            sa.select(projects.c.project_id, artifacts.c.working_id)
            .select_from(projects.outerjoin(artifacts, artifacts.c.project_id == projects.c.project_id))
            .where(
                projects.c.parent_id.is_not(None),
                projects.c.created_at < before,
                artifacts.c.published_id.is_(None),
            )
            .order_by(projects.c.created_at)
            .limit(limit)
        )
        return tuple((row.project_id, row.working_id) for row in self._connection.execute(query))

    def delete_variant(self, project_id: UUID) -> tuple[Preview, ...]:
        """What is left of it afterwards: the stills of its own plan."""
        self._connection.execute(sa.delete(artifacts).where(artifacts.c.project_id == project_id))
        deletion = (
            sa.delete(projects)
            .where(projects.c.project_id == project_id, projects.c.parent_id.is_not(None))
            .returning(projects.c.previews)
        )
        previews = self._connection.execute(deletion).scalar_one_or_none()
        return PREVIEWS.validate_python(previews or ())

    def _artifact(self, which: sa.ColumnElement[bool]) -> Artifact | None:
        row = self._connection.execute(sa.select(artifacts).where(which)).one_or_none()
        return None if row is None else _artifact(row)


def _project(row: sa.Row[Any]) -> Project:
    return Project(
        project_id=row.project_id,
        workspace_id=row.workspace_id,
        parent_id=row.parent_id,
        name=row.name,
        goal=row.goal,
        wishes=ASKED.validate_python(row.wishes),
        features=tuple(row.features),
        created_at=row.created_at,
    )


def _screenshot(row: sa.Row[Any]) -> Screenshot:
    return Screenshot(
        screenshot_id=row.screenshot_id,
        project_id=row.project_id,
        feature=row.feature,
        announced=AnnouncedScreenshot(row.media_type, row.size, row.width, row.height),
        object_name=row.object_name,
        seen=None if row.seen is None else SEEN.validate_python(row.seen),
        created_at=row.created_at,
    )


def _kept_plan(row: sa.Row[Any]) -> KeptPlan:
    return KeptPlan(
        project_id=row.project_id,
        number=row.plan_number,
        plan=PLANS.validate_python(row.plan),
        asked=ASKED.validate_python(row.asked),
        previews=PREVIEWS.validate_python(row.previews),
        generated_at=row.planned_at,
    )


def _artifact(row: sa.Row[Any]) -> Artifact:
    """As it stands when nobody works on it: that is known to the jobs alone."""
    return Artifact(
        artifact_id=row.artifact_id,
        workspace_id=row.workspace_id,
        project_id=row.project_id,
        kind=ArtifactType(row.kind),
        state=ArtifactState.PUBLISHED if row.published_id else ArtifactState.FAILED,
        version=row.version,
        published_id=row.published_id,
        working_id=row.working_id,
        created_at=row.created_at,
    )
