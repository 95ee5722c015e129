"""One table from what goes wrong in this house to the words of Pitchstage.

The document has ten codes. For what it does not name there are codes of the same form with the status in
them, such as ``LK_409``; they are ours.
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
from reelhouse.core.pitches.errors import (
    ArtifactBusy,
    ArtifactNotFound,
    CeilingReached,
    GivenFileUnusable,
    KeyCapReached,
    NothingPlanned,
    NotOfThisWorkspace,
    PlanNotFound,
    ProjectNotFound,
    QuotaUsedUp,
    ScopeUnknown,
    ScreenshotChanged,
    ScreenshotsMissing,
    ScreenshotUnreadable,
    TooManyScreenshots,
    VariantFixed,
)
from reelhouse.dialects.pitchstage.validation import UnknownId, problem_of
from reelhouse.engines.errors import EngineNotConfigured
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
from reelhouse.http.wording import BEARER, Words, headers_for, message_of, translated, words_for
from reelhouse.kit.errors import Unavailable
from reelhouse.kit.safe_fetch import AddressRefused

LATER = {"Retry-After": "5"}


INTERNAL = Words(500, "LK_500", "Something went wrong on our side; nothing was charged.")

TABLE: Mapping[type[Exception], Words] = {
    MissingKey: Words(401, "LK_001", headers=BEARER),
    InvalidKey: Words(401, "LK_006", headers=BEARER),
    ScopeMissing: Words(403, "LK_002"),
    NotOfThisWorkspace: Words(403, "LK_002"),
    QuotaUsedUp: Words(402, "LK_202"),
    CeilingReached: Words(402, "LK_204"),
    OutOfCredits: Words(402, "LK_204", "The wallet of this workspace does not have what this costs."),
    KeyCapReached: Words(402, "LK_205"),
    RouteNotFound: Words(404, "LK_404"),
    UnknownId: Words(404, "LK_404"),
    ProjectNotFound: Words(404, "LK_404"),
    ArtifactNotFound: Words(404, "LK_404"),
    PlanNotFound: Words(404, "LK_404"),
    JobNotFound: Words(404, "LK_404", "There is no render of this id."),
    MethodNotAllowed: Words(405, "LK_405"),
    ArtifactBusy: Words(409, "LK_409"),
    ScreenshotChanged: Words(409, "LK_409"),
    IdempotencyMismatch: Words(409, "LK_409"),
    IdempotencyInFlight: Words(409, "LK_409"),
    BodyTooLarge: Words(413, "LK_413"),
    InvalidJson: Words(422, "LK_422"),
    InvalidParameter: Words(422, "LK_422"),
    IdempotencyKeyTooLong: Words(422, "LK_422"),
    AddressRefused: Words(422, "LK_422"),
    TooManyScreenshots: Words(422, "LK_422"),
    VariantFixed: Words(422, "LK_422"),
    NothingPlanned: Words(422, "LK_422"),
    ScreenshotsMissing: Words(422, "LK_422"),
    ScreenshotUnreadable: Words(422, "LK_422"),
    GivenFileUnusable: Words(422, "LK_422"),
    ScopeUnknown: Words(422, "LK_422"),
    RateLimited: Words(429, "LK_429"),
    EngineNotConfigured: Words(501, "LK_501"),
    Unavailable: Words(503, "LK_503", "A backend does not answer at the moment; try again.", LATER),
}

PROJECT_QUOTA = Words(402, "LK_201")
"""The one code that its error alone does not tell: what was used up does."""

PROJECTS = "projects"


def explain(failure: Exception) -> Response:
    """The answer to a failure: ``{"error": {"code", "message"}}``, and nothing else."""
    failure = translated(failure, problem_of)
    words = _words(failure)
    message = words.message or message_of(failure)
    headers = headers_for(failure, words.headers)
    return JSONResponse({"error": {"code": words.code, "message": message}}, words.status, headers)


def _words(failure: Exception) -> Words:
    if isinstance(failure, QuotaUsedUp) and failure.what == PROJECTS:
        return PROJECT_QUOTA
    return words_for(failure, TABLE, INTERNAL)
