"""One table from what goes wrong in this house to the words of Killa Tamata.

The document says that errors are JSON with ``error`` and, optionally, ``details``; the codes in the details
are ours.
"""

from collections.abc import Mapping

from starlette.responses import JSONResponse, Response

from reelhouse.core.credits.errors import OutOfCredits
from reelhouse.core.idempotency.errors import (
    IdempotencyInFlight,
    IdempotencyKeyTooLong,
    IdempotencyMismatch,
)
from reelhouse.core.jobs.errors import JobNotFound
from reelhouse.core.keys.errors import KeyNotFound, TooManyKeys
from reelhouse.core.tasks.errors import InputUnreadable
from reelhouse.dialects.killatamata.problems import problem_of
from reelhouse.dialects.killatamata.units import dollars_of
from reelhouse.dialects.killatamata.validation import AmbiguousPrefix, FileAddressRefused, InvalidInput
from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.http.errors import (
    BodyTooLarge,
    InvalidJson,
    InvalidKey,
    MethodNotAllowed,
    MissingKey,
    RateLimited,
    RouteNotFound,
)
from reelhouse.http.scopes import ScopeMissing
from reelhouse.http.wording import BEARER, Words, headers_for, message_of, translated, words_for
from reelhouse.kit.errors import Unavailable
from reelhouse.kit.safe_fetch import AddressRefused

LATER = {"Retry-After": "5"}


INTERNAL = Words(500, "internal_error", "Something went wrong on our side; nothing was charged.")

TABLE: Mapping[type[Exception], Words] = {
    InvalidJson: Words(400, "invalid_json"),
    InvalidInput: Words(400, "validation_failed"),
    InputUnreadable: Words(400, "input_unreadable"),
    AddressRefused: Words(400, "url_not_allowed"),
    TooManyKeys: Words(400, "key_limit_reached"),
    IdempotencyKeyTooLong: Words(400, "idempotency_key_too_long"),
    MissingKey: Words(401, "missing_api_key", headers=BEARER),
    InvalidKey: Words(401, "invalid_api_key", headers=BEARER),
    OutOfCredits: Words(402, "insufficient_balance"),
    ScopeMissing: Words(403, "insufficient_scope"),
    JobNotFound: Words(404, "job_not_found", "There is no such job in the workspace of this key."),
    KeyNotFound: Words(404, "key_not_found", "No active key of this workspace begins so."),
    RouteNotFound: Words(404, "not_found"),
    MethodNotAllowed: Words(405, "method_not_allowed"),
    IdempotencyMismatch: Words(409, "idempotency_conflict"),
    IdempotencyInFlight: Words(409, "idempotency_in_flight"),
    AmbiguousPrefix: Words(409, "ambiguous_key_prefix"),
    BodyTooLarge: Words(413, "body_too_large"),
    RateLimited: Words(429, "rate_limit_exceeded"),
    EngineNotConfigured: Words(501, "not_configured"),
    Unavailable: Words(503, "unavailable", "A backend does not answer at the moment; try again.", LATER),
}


def explain(failure: Exception) -> Response:
    """The answer to a failure: ``{"error": sentence, "details": {"code": …}}``."""
    failure = translated(failure, problem_of)
    words = words_for(failure, TABLE, INTERNAL)
    details = {"code": words.code, **_facts(failure)}
    headers = headers_for(failure, words.headers)
    error = words.message or _message(failure)
    return JSONResponse({"error": error, "details": details}, words.status, headers)


def _message(failure: Exception) -> str:
    match failure:
        case OutOfCredits():
            needed, available = dollars_of(failure.needed), dollars_of(failure.available)
            return f"This costs ${needed:g}, and the balance is ${available:g}; nothing was charged."
        case EngineNotConfigured():
            what = f"{failure.feature[:1].upper()}{failure.feature[1:]}"
            return f"{what} is not available on this server, and nothing was charged: {failure.remedy}"
        case _:
            return message_of(failure)


def _facts(failure: Exception) -> dict[str, object]:
    match failure:
        case InvalidInput():
            return {"issues": [{"field": field, "problem": problem} for field, problem in failure.issues]}
        case InputUnreadable() | FileAddressRefused():
            return {"field": failure.field}
        case OutOfCredits():
            return {"neededUsd": dollars_of(failure.needed), "availableUsd": dollars_of(failure.available)}
        case EngineNotConfigured():
            return {"feature": failure.feature, "remedy": failure.remedy}
        case _:
            return {}
