"""Why an idempotency key is refused."""

from reelhouse.kit.errors import ReelhouseError


class IdempotencyMismatch(ReelhouseError):
    code = "idempotency_mismatch"

    def __init__(self, key: str) -> None:
        super().__init__("This Idempotency-Key was used with another request; choose a new one.")
        self.key = key


class IdempotencyInFlight(ReelhouseError):
    """`retry_after` is in whole seconds."""

    code = "idempotency_in_flight"

    def __init__(self, key: str, retry_after: int) -> None:
        super().__init__(f"The first request with this Idempotency-Key is under way; ask in {retry_after} s.")
        self.key = key
        self.retry_after = retry_after


class IdempotencyKeyTooLong(ReelhouseError):
    code = "idempotency_key_too_long"

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(f"An Idempotency-Key has at most {limit} characters; this one has {length}.")
        self.length = length
        self.limit = limit
