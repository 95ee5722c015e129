"""What can be wrong with a pitch."""

from uuid import UUID

from reelhouse.kit.errors import ReelhouseError
from reelhouse.kit.money import MicroDollars


class ProjectNotFound(ReelhouseError):
    code = "project_not_found"

    def __init__(self, project_id: UUID) -> None:
        super().__init__(f"There is no project {project_id}.")
        self.project_id = project_id


class ArtifactNotFound(ReelhouseError):
    code = "artifact_not_found"

    def __init__(self, artifact_id: UUID) -> None:
        super().__init__(f"There is no artifact {artifact_id}.")
        self.artifact_id = artifact_id


class NotOfThisWorkspace(ReelhouseError):
    """Something that belongs to another workspace than the caller's; `thing` is its kind."""

    code = "not_of_this_workspace"

    def __init__(self, thing: str, thing_id: UUID) -> None:
        super().__init__(f"The {thing} {thing_id} belongs to another workspace.")
        self.thing = thing
        self.thing_id = thing_id


class PlanNotFound(ReelhouseError):
    code = "plan_not_found"

    def __init__(self, project_id: UUID) -> None:
        super().__init__(f"The project {project_id} has no plan yet; ask for one first.")
        self.project_id = project_id


class NothingPlanned(ReelhouseError):
    """A render without a plan of its own, of a project that has none."""

    code = "nothing_planned"

    def __init__(self, project_id: UUID) -> None:
        super().__init__(f"The project {project_id} has no plan to render; plan first, or send a plan along.")
        self.project_id = project_id


class VariantFixed(ReelhouseError):
    """A variant shows what its parent had; new screenshots go to the parent."""

    code = "variant_fixed"

    def __init__(self, project_id: UUID, parent_id: UUID) -> None:
        super().__init__(f"{project_id} is a variant; add screenshots to its parent {parent_id}.")
        self.project_id = project_id
        self.parent_id = parent_id


class TooManyScreenshots(ReelhouseError):
    """A project has at most `limit` screenshots and features, counted over all requests."""

    code = "too_many_screenshots"

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(f"A project has at most {limit} {what}.")
        self.what = what
        self.limit = limit


class ScreenshotsMissing(ReelhouseError):
    """A render needs the screenshots that its plan shows."""

    code = "screenshots_missing"

    def __init__(self, missing: int) -> None:
        super().__init__(
            f"{missing} screenshots were announced and not uploaded, and nothing else can be shown; "
            "upload them and plan again."
        )
        self.missing = missing


class ScreenshotUnreadable(ReelhouseError):
    """An uploaded file is no picture that this house reads, or not what was announced."""

    code = "screenshot_unreadable"

    def __init__(self, object_name: str, reason: str) -> None:
        super().__init__(f"The screenshot {object_name} cannot be used: {reason}.")
        self.object_name = object_name
        self.reason = reason


class ScreenshotChanged(ReelhouseError):
    """The file of a screenshot is not the one that was planned with."""

    code = "screenshot_changed"

    def __init__(self, object_name: str) -> None:
        super().__init__(f"The file of the screenshot {object_name} was changed after the plan; plan again.")
        self.object_name = object_name


class GivenFileUnusable(ReelhouseError):
    """A file that a plan names by its address cannot be used; `field` is where the plan names it."""

    code = "given_file_unusable"

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"The file of {field} cannot be used: {reason.rstrip('.')}.")
        self.field = field
        self.reason = reason


class ArtifactBusy(ReelhouseError):
    code = "artifact_busy"

    def __init__(self, artifact_id: UUID) -> None:
        super().__init__(f"The artifact {artifact_id} is being made; wait until that has ended.")
        self.artifact_id = artifact_id


class ScopeUnknown(ReelhouseError):
    """A regenerate names a scope or a target that this artifact does not have."""

    code = "scope_unknown"

    def __init__(self, field: str, given: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{field} is one of {', '.join(known)}, not {given!r}.")
        self.field = field
        self.given = given
        self.known = known


class QuotaUsedUp(ReelhouseError):
    """A workspace has had as many projects or artifacts this month as it may; `what` says which."""

    code = "quota_used_up"

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(f"This workspace has used up its {limit} {what} of this month.")
        self.what = what
        self.limit = limit


class CeilingReached(ReelhouseError):
    """The workspace would spend more this month than it may."""

    code = "workspace_ceiling_reached"

    def __init__(self, needed: MicroDollars, left: MicroDollars) -> None:
        super().__init__("This would cost more than the workspace may still spend this month.")
        self.needed = needed
        self.left = left


class KeyCapReached(ReelhouseError):
    """The key would spend more this month than it may."""

    code = "key_cap_reached"

    def __init__(self, needed: MicroDollars, left: MicroDollars) -> None:
        super().__init__("This would cost more than this key may still spend this month.")
        self.needed = needed
        self.left = left
