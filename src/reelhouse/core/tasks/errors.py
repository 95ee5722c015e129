"""Why a task cannot be done with what was given."""

from reelhouse.kit.errors import ReelhouseError


class InputUnreadable(ReelhouseError):
    """A file that the caller gave is not what it should be; `field` tells which one."""

    code = "input_unreadable"

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field} cannot be used: {reason}.")
        self.field = field
        self.reason = reason
