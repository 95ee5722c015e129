"""One table from what goes wrong in this house to the words of agent-media.

The document names ten codes and eight types, and says that its list is not complete. The other codes are
ours: the narrowest name for what is wrong, under the type that its status has in the document.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import JSONResponse, Response

from reelhouse.core.actors.errors import ActorNotFound
from reelhouse.core.credits.errors import OutOfCredits
from reelhouse.core.idempotency.errors import (
    IdempotencyInFlight,
    IdempotencyKeyTooLong,
    IdempotencyMismatch,
)
from reelhouse.core.jobs.errors import JobAlreadyEnded, JobNotFound
from reelhouse.core.keys.errors import KeyNotFound, TooManyKeys
from reelhouse.core.videos.errors import (
    LettersNotAvailable,
    PlanLimit,
    PlanRequired,
    ProductPageUnreadable,
    ScriptNotSpeakable,
    ScriptTooLong,
    TooManyJobs,
)
from reelhouse.dialects.agentmedia.validation import (
    CallToActionTooLong,
    MissingScript,
    NotExposed,
    ScriptHasTooManyCharacters,
    ScriptTooShort,
    UnknownJobId,
    UnknownKeyId,
    problem_of,
)
from reelhouse.engines.errors import EngineNotConfigured, EngineRefused
from reelhouse.http.errors import (
    BodyTooLarge,
    InvalidJson,
    InvalidKey,
    InvalidParameter,
    MethodNotAllowed,
    MissingKey,
    RateLimited,
    RouteNotFound,
)
from reelhouse.http.scopes import ScopeMissing
from reelhouse.http.wording import BEARER, headers_for, message_of, translated, words_for
from reelhouse.kit.errors import Unavailable
from reelhouse.kit.safe_fetch import AddressRefused
from reelhouse.render.errors import UnknownCaptionStyle

VALIDATION = "validation_error"
AUTHENTICATION = "authentication_error"
CREDITS = "insufficient_credits"
NOT_FOUND = "not_found"
RATE_LIMIT = "rate_limit_error"
SERVER = "server_error"

POLL_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Words:
    """How agent-media says it. `message` replaces ours where ours is not for callers."""

    status: int
    type: str
    code: str
    message: str | None = None
    headers: Mapping[str, str] | None = None


LATER = {"Retry-After": str(POLL_SECONDS)}
INTERNAL = Words(500, SERVER, "internal_error", "Something went wrong on our side; nothing was charged.")

TABLE: Mapping[type[Exception], Words] = {
    InvalidJson: Words(400, VALIDATION, "invalid_json"),
    InvalidParameter: Words(400, VALIDATION, "invalid_parameter"),
    NotExposed: Words(400, VALIDATION, "parameter_not_exposed"),
    MissingScript: Words(400, VALIDATION, "missing_script"),
    ScriptTooShort: Words(400, VALIDATION, "script_too_short"),
    ScriptHasTooManyCharacters: Words(400, VALIDATION, "script_too_long"),
    ScriptTooLong: Words(400, VALIDATION, "script_too_long"),
    UnknownCaptionStyle: Words(400, VALIDATION, "invalid_parameter"),
    ScriptNotSpeakable: Words(400, VALIDATION, "script_not_speakable"),
    CallToActionTooLong: Words(400, VALIDATION, "cta_too_long"),
    AddressRefused: Words(400, VALIDATION, "url_not_allowed"),
    ProductPageUnreadable: Words(400, VALIDATION, "product_url_unreadable"),
    EngineRefused: Words(400, VALIDATION, "prompt_refused"),
    JobAlreadyEnded: Words(400, VALIDATION, "cannot_cancel"),
    TooManyKeys: Words(400, VALIDATION, "key_limit_reached"),
    IdempotencyKeyTooLong: Words(400, VALIDATION, "idempotency_key_too_long"),
    IdempotencyMismatch: Words(409, VALIDATION, "idempotency_mismatch"),
    IdempotencyInFlight: Words(409, VALIDATION, "idempotency_in_flight"),
    BodyTooLarge: Words(413, VALIDATION, "body_too_large"),
    MissingKey: Words(401, AUTHENTICATION, "missing_api_key", headers=BEARER),
    InvalidKey: Words(401, AUTHENTICATION, "invalid_api_key", headers=BEARER),
    OutOfCredits: Words(402, CREDITS, "insufficient_credits"),
    PlanRequired: Words(403, AUTHENTICATION, "plan_required"),
    ScopeMissing: Words(403, AUTHENTICATION, "insufficient_scope"),
    PlanLimit: Words(403, AUTHENTICATION, "plan_limit"),
    JobNotFound: Words(404, NOT_FOUND, "job_not_found"),
    UnknownJobId: Words(404, NOT_FOUND, "job_not_found"),
    KeyNotFound: Words(404, NOT_FOUND, "key_not_found"),
    UnknownKeyId: Words(404, NOT_FOUND, "key_not_found"),
    ActorNotFound: Words(404, NOT_FOUND, "actor_not_found"),
    RouteNotFound: Words(404, NOT_FOUND, "not_found"),
    MethodNotAllowed: Words(405, VALIDATION, "method_not_allowed"),
    RateLimited: Words(429, RATE_LIMIT, "rate_limit_exceeded"),
    TooManyJobs: Words(429, RATE_LIMIT, "concurrency_limit", headers=LATER),
    LettersNotAvailable: Words(501, SERVER, "not_available_yet"),
    EngineNotConfigured: Words(501, SERVER, "not_configured"),
    Unavailable: Words(
        502,
        SERVER,
        "edge_function_unreachable",
        "A backend service does not answer at the moment; try again.",
        LATER,
    ),
}


def explain(failure: Exception) -> Response:
    """The answer to a failure: ``{"error": {code, message, type}}``, and ``similar`` slugs for an actor."""
    failure = translated(failure, problem_of)
    words = words_for(failure, TABLE, INTERNAL)
    message = words.message or message_of(failure)
    error: dict[str, object] = {"code": words.code, "message": message, "type": words.type}
    if isinstance(failure, ActorNotFound):
        error["similar"] = list(failure.similar)
    headers = headers_for(failure, words.headers)
    return JSONResponse({"error": error}, words.status, headers)
