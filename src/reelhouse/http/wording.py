"""What is the same in all dialects when something goes wrong; each has a table of its own words for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import TypeVar

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from reelhouse.core.idempotency.errors import IdempotencyInFlight
from reelhouse.http.errors import MethodNotAllowed, RateLimited, RouteNotFound
from reelhouse.kit.errors import ReelhouseError

BEARER = {"WWW-Authenticate": "Bearer"}


@dataclass(frozen=True, slots=True)
class Words:
    """How a dialect says it. `message` replaces ours where ours is not for callers."""

    status: int
    code: str
    message: str | None = None
    headers: Mapping[str, str] | None = None


AnyWords = TypeVar("AnyWords")


def words_for(failure: Exception, table: Mapping[type[Exception], AnyWords], otherwise: AnyWords) -> AnyWords:
    """Those of the narrowest kind that the table has."""
    return next((table[kind] for kind in type(failure).__mro__ if kind in table), otherwise)


def translated(failure: Exception, problem_of: Callable[[RequestValidationError], Exception]) -> Exception:
    """What the web framework raises, as an error with facts; `problem_of` knows the dialect's fields."""
    if isinstance(failure, RequestValidationError):
        return problem_of(failure)
    if isinstance(failure, HTTPException) and failure.status_code == HTTPStatus.NOT_FOUND:
        return RouteNotFound()
    return failure


def message_of(failure: Exception) -> str:
    return failure.message if isinstance(failure, ReelhouseError) else str(failure)


def headers_for(failure: Exception, given: Mapping[str, str] | None) -> dict[str, str]:
    """Those that were given, and what HTTP wants to know of this failure."""
    headers = dict(given or {})
    if isinstance(failure, RateLimited | IdempotencyInFlight):
        headers["Retry-After"] = str(failure.retry_after)
    if isinstance(failure, MethodNotAllowed):
        headers["Allow"] = ", ".join(failure.allowed)
    return headers
