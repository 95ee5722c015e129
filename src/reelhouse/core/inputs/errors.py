"""Why a file of a stranger cannot be used."""

from reelhouse.kit.errors import ReelhouseError


class FileRefused(ReelhouseError):
    """`reason` is half a sentence that goes on after "it cannot be used:"."""

    code = "file_refused"

    def __init__(self, reason: str) -> None:
        super().__init__(f"The file cannot be used: {reason}.")
        self.reason = reason
