"""Projects, their screenshots and their plans, within one transaction."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from reelhouse.core.jobs.types import Dispatcher, JsonObject, Work
from reelhouse.core.pitches.asked import Asked
from reelhouse.core.pitches.budgets import Budgets
from reelhouse.core.pitches.drafting import KeptDraft
from reelhouse.core.pitches.errors import (
    NotOfThisWorkspace,
    ProjectNotFound,
    TooManyScreenshots,
    VariantFixed,
)
from reelhouse.core.pitches.plan import Plan
from reelhouse.core.pitches.previews import pending_previews
from reelhouse.core.pitches.records import (
    KeptPlan,
    NewProject,
    OpenedProject,
    Preview,
    Project,
)
from reelhouse.core.pitches.repository import PitchRepository
from reelhouse.core.pitches.types import AnnouncedFeature, AnnouncedScreenshot, Screenshot, Seen
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.kit.clock import Clock
from reelhouse.kit.db import Transaction
from reelhouse.kit.ids import new_id
from reelhouse.media.sniffing import IMAGE_ENDINGS

MOST_SCREENSHOTS: Final = 50
MOST_FEATURES: Final = 20

PREVIEW_WORKFLOW: Final = "preview_plan"
PREVIEW_QUEUE: Final = "preview"


class Pitches:
    def __init__(
        self,
        *,
        repository: PitchRepository,
        workspaces: Workspaces,
        budgets: Budgets,
        dispatcher: Dispatcher,
        transaction: Transaction,
        clock: Clock,
    ) -> None:
        self._repository = repository
        self._workspaces = workspaces
        self._budgets = budgets
        self._dispatcher = dispatcher
        self._transaction = transaction
        self._clock = clock

    def create(self, new: NewProject) -> OpenedProject:
        """Open a project; its screenshots are announced, and wait to be uploaded.

        Raises `QuotaUsedUp` or `TooManyScreenshots`.
        """
        self._workspaces.lock(new.workspace_id)
        self._budgets.admit_project(new.workspace_id)
        project = Project(
            project_id=new_id(),
            workspace_id=new.workspace_id,
            parent_id=None,
            name=new.name,
            goal=new.goal,
            wishes=new.wishes,
            features=(),
            created_at=self._clock.now(),
        )
        self._repository.add_project(project)
        added = self._announce(project, new.features, new.loose)
        return OpenedProject(self.get(new.workspace_id, project.project_id), added)

    def add_screenshots(
        self,
        workspace_id: UUID,
        project_id: UUID,
        features: Sequence[AnnouncedFeature],
        loose: Sequence[AnnouncedScreenshot],
    ) -> tuple[Screenshot, ...]:
        """Announce more of them; a feature of a known name gets what is new.

        Raises `ProjectNotFound`, `NotOfThisWorkspace`, `VariantFixed` or `TooManyScreenshots`.
        """
        project = self.get(workspace_id, project_id, lock=True)
        if project.parent_id is not None:
            raise VariantFixed(project_id, project.parent_id)
        return self._announce(project, features, loose)

    def get(self, workspace_id: UUID, project_id: UUID, *, lock: bool = False) -> Project:
        """Raises `ProjectNotFound`, or `NotOfThisWorkspace`."""
        project = self._repository.find_project(project_id, lock=lock)
        if project is None:
            raise ProjectNotFound(project_id)
        if project.workspace_id != workspace_id:
            raise NotOfThisWorkspace("project", project_id)
        return project

    def open(self, workspace_id: UUID, project_id: UUID) -> OpenedProject:
        """The project with what it shows; a variant shows the screenshots of its parent. Raises as `get`."""
        project = self.get(workspace_id, project_id)
        return OpenedProject(project, self._repository.screenshots_of(project.shows_of))

    def open_any(self, project_id: UUID) -> OpenedProject:
        """As `open`, for those who work on it. Raises `ProjectNotFound`."""
        project = self._repository.find_project(project_id)
        if project is None:
            raise ProjectNotFound(project_id)
        return OpenedProject(project, self._repository.screenshots_of(project.shows_of))

    def find_plan(self, workspace_id: UUID, project_id: UUID) -> KeptPlan | None:
        """The last plan. Raises as `get`."""
        return self._repository.find_plan(self.get(workspace_id, project_id).project_id)

    def note_seen(self, seen: Mapping[UUID, Seen]) -> None:
        for screenshot_id, one in seen.items():
            self._repository.set_seen(screenshot_id, one)

    def was_seen(self, object_name: str) -> bool:
        """Whether the file of a screenshot was looked at, so that no other one may take its place."""
        project_id = _project_of(object_name)
        return project_id is not None and any(
            one.object_name == object_name and one.seen is not None
            for one in self._repository.screenshots_of(project_id)
        )

    def find_draft(self, project_id: UUID) -> KeptDraft | None:
        """The texts that an engine wrote for it last."""
        return self._repository.find_draft(project_id)

    def keep_draft(self, project_id: UUID, draft: KeptDraft) -> None:
        self._repository.set_draft(project_id, draft)

    def keep_plan(self, project: Project, plan: Plan, asked: Asked) -> KeptPlan:
        """Make this the plan of the project, and have its stills painted; an equal one stays as it was."""
        self._repository.find_project(project.project_id, lock=True)
        last = self._repository.find_plan(project.project_id)
        if last is not None and last.plan == plan and last.asked == asked:
            return last
        number = 1 if last is None else last.number + 1
        previews = pending_previews(project.project_id, number, plan)
        kept = self._repository.keep_plan(project.project_id, plan, asked, previews, self._clock.now())
        payload: JsonObject = {
            "project_id": str(project.project_id),
            "number": kept.number,
            "replaced": [one.object_name for one in last.previews] if last else [],
        }
        work = Work(f"preview-{project.project_id}-{number}", PREVIEW_WORKFLOW, PREVIEW_QUEUE, payload)
        self._dispatcher.enqueue(self._transaction.connection, work)
        return kept

    def find_current_plan(self, project_id: UUID, number: int) -> KeptPlan | None:
        """That plan, as long as no newer one took its place."""
        kept = self._repository.find_plan(project_id)
        return kept if kept is not None and kept.number == number else None

    def tell_preview(self, project_id: UUID, number: int, told: Preview) -> None:
        """Put the word about one still into its plan."""
        self._repository.find_project(project_id, lock=True)
        kept = self.find_current_plan(project_id, number)
        if kept is not None:
            previews = [told if one.scene_id == told.scene_id else one for one in kept.previews]
            self._repository.set_previews(project_id, number, previews)

    def _announce(
        self,
        project: Project,
        features: Sequence[AnnouncedFeature],
        loose: Sequence[AnnouncedScreenshot],
    ) -> tuple[Screenshot, ...]:
        there = self._repository.screenshots_of(project.project_id)
        names = tuple(dict.fromkeys((*project.features, *(feature.name for feature in features))))
        told = [(feature.name, one) for feature in features for one in feature.screenshots]
        announced: list[tuple[str | None, AnnouncedScreenshot]] = [*told, *((None, one) for one in loose)]
        if len(names) > MOST_FEATURES:
            raise TooManyScreenshots("features", MOST_FEATURES)
        if len(there) + len(announced) > MOST_SCREENSHOTS:
            raise TooManyScreenshots("screenshots", MOST_SCREENSHOTS)
        added = tuple(self._screenshot(project, feature, one) for feature, one in announced)
        self._repository.set_features(project.project_id, names)
        self._repository.add_screenshots(added, after=len(there))
        return added

    def _screenshot(
        self, project: Project, feature: str | None, announced: AnnouncedScreenshot
    ) -> Screenshot:
        screenshot_id = new_id()
        ending = IMAGE_ENDINGS[announced.media_type]
        return Screenshot(
            screenshot_id=screenshot_id,
            project_id=project.project_id,
            feature=feature,
            announced=announced,
            object_name=f"pitches/{project.project_id}/{screenshot_id}{ending}",
            seen=None,
            created_at=self._clock.now(),
        )


def _project_of(object_name: str) -> UUID | None:
    """The project in ``pitches/<project>/<screenshot>.png``; None where that is no name of ours."""
    _, _, rest = object_name.partition("/")
    try:
        return UUID(rest.partition("/")[0])
    except ValueError:
        return None
