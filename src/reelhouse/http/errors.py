"""What goes wrong at the door, before or around any business of the core."""

from collections.abc import Sequence

from reelhouse.kit.errors import ReelhouseError, Unavailable


class MissingKey(ReelhouseError):
    code = "missing_api_key"

    def __init__(self) -> None:
        super().__init__("No API key was given; send it as 'Authorization: Bearer <key>'.")


class InvalidKey(ReelhouseError):
    """The key is malformed, unknown or revoked; callers are not told which."""

    code = "invalid_api_key"

    def __init__(self) -> None:
        super().__init__("The API key is not valid, or it was revoked.")


class RateLimited(ReelhouseError):
    """`limit` requests of this minute are used up; `retry_after` is in seconds."""

    code = "rate_limit_exceeded"

    def __init__(self, limit: int, retry_after: int) -> None:
        super().__init__(f"More than {limit} requests in this minute; try again in {retry_after} s.")
        self.limit = limit
        self.retry_after = retry_after


class BodyTooLarge(ReelhouseError):
    code = "body_too_large"

    def __init__(self, limit: int) -> None:
        super().__init__(f"The request body is larger than {limit} bytes.")
        self.limit = limit


class InvalidJson(ReelhouseError):
    code = "invalid_json"

    def __init__(self, reason: str) -> None:
        super().__init__(f"The request body is not valid JSON: {reason}.")
        self.reason = reason


class RouteNotFound(ReelhouseError):
    code = "not_found"

    def __init__(self) -> None:
        super().__init__("There is nothing at this address.")


class MethodNotAllowed(ReelhouseError):
    """`allowed` are the methods that this address answers to."""

    code = "method_not_allowed"

    def __init__(self, allowed: Sequence[str]) -> None:
        super().__init__(f"This address answers to {', '.join(allowed) or 'other methods'} only.")
        self.allowed = tuple(allowed)


class InvalidParameter(ReelhouseError):
    """A field or parameter has the wrong type or value; `problem` names it and tells what is right."""

    code = "invalid_parameter"

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(problem)
        self.field = field


class DatabaseUnavailable(Unavailable):
    code = "database_unavailable"

    def __init__(self) -> None:
        super().__init__("The database does not answer at the moment; try again.")
