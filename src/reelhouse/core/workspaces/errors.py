"""What can be wrong with a workspace."""

from uuid import UUID

from reelhouse.kit.errors import ReelhouseError


class WorkspaceNotFound(ReelhouseError):
    code = "workspace_not_found"

    def __init__(self, workspace_id: UUID) -> None:
        super().__init__(f"There is no workspace {workspace_id}.")
        self.workspace_id = workspace_id


class WorkspaceNameTaken(ReelhouseError):
    code = "workspace_name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(f"A workspace named {name!r} exists already; choose another name.")
        self.name = name


class WorkspaceNameInvalid(ReelhouseError):
    code = "workspace_name_invalid"

    def __init__(self, name: str, max_length: int) -> None:
        super().__init__(
            f"A workspace's name has 1 to {max_length} printable characters, unlike {name[:40]!r}."
        )
        self.name = name
        self.max_length = max_length
