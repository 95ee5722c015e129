"""What the OpenAPI document says beside the routes themselves."""

from typing import Any

from pydantic import BaseModel

DESCRIPTION = """\
Create talking-actor videos, manage actors, and monitor usage, as agent-media's REST API documents it.

Authenticate with `Authorization: Bearer ma_…`. Every answer carries `X-RateLimit-Limit`,
`X-RateLimit-Remaining` and `X-RateLimit-Reset` (Unix seconds).
"""


class ErrorFacts(BaseModel):
    code: str
    message: str
    type: str
    similar: list[str] = []


class ErrorBody(BaseModel):
    """Every failure has this shape; `similar` comes with an unknown actor only."""

    error: ErrorFacts


MEANINGS = {
    400: "A parameter is invalid or missing.",
    401: "The API key is missing or invalid.",
    402: "Not enough credits.",
    403: "The plan does not allow this, or the key has not the scope.",
    404: "There is no such thing here.",
    409: "The Idempotency-Key is in use, or came with another request.",
    413: "The body is larger than 1 MB.",
    429: "Too many requests, or too many jobs under way; see Retry-After.",
    500: "Internal error.",
    501: "Documented, and not made by this house yet.",
    502: "A backend service does not answer at the moment.",
}
EVERYWHERE = (401, 429, 500, 502)


def answers(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The failures of one operation, with those that any operation may have."""
    return {
        status: {"model": ErrorBody, "description": MEANINGS[status]}
        for status in sorted({*statuses, *EVERYWHERE})
    }


def completed(schema: dict[str, Any]) -> dict[str, Any]:
    """Add the key that every operation needs, and drop the 422 that never happens here."""
    schema["components"]["securitySchemes"] = {
        "bearer_key": {"type": "http", "scheme": "bearer", "description": "An API key such as ma_…"}
    }
    schema["security"] = [{"bearer_key": []}]
    for methods in schema["paths"].values():
        for operation in methods.values():
            operation["responses"].pop("422", None)
    for unused in ("HTTPValidationError", "ValidationError"):
        schema["components"]["schemas"].pop(unused, None)
    return schema
