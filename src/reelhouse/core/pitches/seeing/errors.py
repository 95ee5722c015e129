"""Why a file cannot be looked at."""

from reelhouse.kit.errors import ReelhouseError


class PictureUnreadable(ReelhouseError):
    """`reason` is half a sentence that goes on after "it cannot be used:"."""

    code = "picture_unreadable"

    def __init__(self, reason: str) -> None:
        super().__init__(f"The picture cannot be used: {reason}.")
        self.reason = reason
