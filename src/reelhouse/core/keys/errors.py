"""What can be wrong with an API key."""

from uuid import UUID

from reelhouse.kit.errors import ReelhouseError


class TooManyKeys(ReelhouseError):
    code = "too_many_keys"

    def __init__(self, limit: int) -> None:
        super().__init__(f"A workspace has at most {limit} active keys of this form; revoke one first.")
        self.limit = limit


class KeyNotFound(ReelhouseError):
    code = "key_not_found"

    def __init__(self, key_id: UUID) -> None:
        super().__init__(f"There is no active key {key_id} in this workspace.")
        self.key_id = key_id
