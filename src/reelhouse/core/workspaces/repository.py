"""The SQL of workspaces."""

from uuid import UUID

import sqlalchemy as sa

from reelhouse.core.workspaces.models import workspaces
from reelhouse.core.workspaces.types import Tier, Workspace
from reelhouse.kit.inserts import insert_new


class WorkspaceRepository:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, workspace: Workspace) -> bool:
        """Insert a workspace; False when its name is taken."""
        return insert_new(
            self._connection,
            workspaces,
            {
                "workspace_id": workspace.workspace_id,
                "name": workspace.name,
                "tier": workspace.tier,
                "created_at": workspace.created_at,
                "trial_ends_at": workspace.trial_ends_at,
            },
        )

    def find(self, workspace_id: UUID) -> Workspace | None:
        return self._find(sa.select(workspaces).where(workspaces.c.workspace_id == workspace_id))

    def find_by_name(self, name: str) -> Workspace | None:
        return self._find(sa.select(workspaces).where(workspaces.c.name == name))

    def lock(self, workspace_id: UUID) -> Workspace | None:
        """Keep other transactions that lock this workspace waiting; SQLite's write lock does already.

        ``FOR NO KEY UPDATE``: rows that merely refer to the workspace can still be inserted meanwhile,
        else a job that ends (wallet, then webhook) and one that starts (workspace, then wallet) would
        wait for each other.
        """
        by_id = sa.select(workspaces).where(workspaces.c.workspace_id == workspace_id)
        return self._find(by_id.with_for_update(key_share=True))

    def list_(self) -> tuple[Workspace, ...]:
        rows = self._connection.execute(sa.select(workspaces).order_by(workspaces.c.name))
        return tuple(_workspace(row) for row in rows)

    def set_tier(self, workspace_id: UUID, tier: Tier) -> None:
        self._connection.execute(
            sa.update(workspaces).where(workspaces.c.workspace_id == workspace_id).values(tier=tier)
        )

    def set_webhook(self, workspace_id: UUID, url: str | None) -> None:
        self._connection.execute(
            sa.update(workspaces).where(workspaces.c.workspace_id == workspace_id).values(webhook_url=url)
        )

    def _find(self, query: sa.Select[tuple[object, ...]]) -> Workspace | None:
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _workspace(row)


def _workspace(row: sa.Row[tuple[object, ...]]) -> Workspace:
    return Workspace(
        workspace_id=row.workspace_id,
        name=row.name,
        tier=Tier(row.tier),
        created_at=row.created_at,
        trial_ends_at=row.trial_ends_at,
        webhook_url=row.webhook_url,
    )
