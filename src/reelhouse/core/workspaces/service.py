"""Workspaces: who owns keys, money and jobs."""

from dataclasses import replace
from uuid import UUID

from reelhouse.core.credits.service import Credits
from reelhouse.core.workspaces.errors import WorkspaceNameInvalid, WorkspaceNameTaken, WorkspaceNotFound
from reelhouse.core.workspaces.models import NAME_LENGTH
from reelhouse.core.workspaces.repository import WorkspaceRepository
from reelhouse.core.workspaces.types import PLANS, Tier, Workspace
from reelhouse.kit.clock import Clock
from reelhouse.kit.ids import new_id


class Workspaces:
    """`default_tier` is the plan on which a new workspace starts."""

    def __init__(
        self,
        repository: WorkspaceRepository,
        credits: Credits,  # noqa: A002 - the word of the field
        clock: Clock,
        default_tier: Tier = Tier.PRO_PLUS,
    ) -> None:
        self._repository = repository
        self._credits = credits
        self._clock = clock
        self._default_tier = default_tier

    def create(self, name: str, tier: Tier | None = None) -> Workspace:
        """Open a workspace and its wallet, which holds the plan's first allowance at once.

        Raises `WorkspaceNameTaken` and `WorkspaceNameInvalid`.
        """
        workspace = Workspace(new_id(), _checked(name), tier or self._default_tier, self._clock.now())
        if not self._repository.add(workspace):
            raise WorkspaceNameTaken(workspace.name)
        self._credits.open_wallet(workspace.workspace_id, workspace.plan.monthly_allowance)
        return workspace

    def get(self, workspace_id: UUID) -> Workspace:
        """Raises `WorkspaceNotFound`."""
        return _found(workspace_id, self._repository.find(workspace_id))

    def find_by_name(self, name: str) -> Workspace | None:
        return self._repository.find_by_name(name.strip())

    def get_or_create(self, name: str) -> Workspace:
        """The workspace of that name, which is opened on the default plan when there is none."""
        found = self.find_by_name(name)
        if found is not None:
            return found
        try:
            return self.create(name)
        except WorkspaceNameTaken:  # another process was faster
            found = self.find_by_name(name)
            if found is None:
                raise
            return found

    def change_plan(self, workspace_id: UUID, tier: Tier) -> Workspace:
        """Move to another plan: a larger allowance is topped up at once, a smaller one comes next month."""
        workspace = self.lock(workspace_id)
        self._repository.set_tier(workspace_id, tier)
        self._credits.change_allowance(workspace_id, PLANS[tier].monthly_allowance)
        return replace(workspace, tier=tier)

    def set_webhook(self, workspace_id: UUID, url: str | None) -> Workspace:
        """Tell this address what ends in the workspace; None tells nobody. The caller has judged the address.

        Raises `WorkspaceNotFound`.
        """
        workspace = self.lock(workspace_id)
        self._repository.set_webhook(workspace_id, url)
        return replace(workspace, webhook_url=url)

    def list_(self) -> tuple[Workspace, ...]:
        """All workspaces, by name."""
        return self._repository.list_()

    def lock(self, workspace_id: UUID) -> Workspace:
        """Let decisions about this workspace queue up behind this transaction. Raises `WorkspaceNotFound`."""
        return _found(workspace_id, self._repository.lock(workspace_id))


def _checked(name: str) -> str:
    stripped = name.strip()
    if not stripped or len(stripped) > NAME_LENGTH or not stripped.isprintable():
        raise WorkspaceNameInvalid(name, NAME_LENGTH)
    return stripped


def _found(workspace_id: UUID, workspace: Workspace | None) -> Workspace:
    if workspace is None:
        raise WorkspaceNotFound(workspace_id)
    return workspace
