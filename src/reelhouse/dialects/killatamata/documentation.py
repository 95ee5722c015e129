"""What the OpenAPI document says beside the routes themselves."""

from typing import Any

from pydantic import BaseModel

from reelhouse.dialects.killatamata.discovery.examples import EXAMPLES

DESCRIPTION = """\
Nine media tasks as asynchronous jobs, paid from a prepaid balance in dollars.

Authenticate with `Authorization: Bearer <key>` or `x-api-key: <key>`. Submit with `POST /media/jobs`, poll
with `GET /media/jobs?jobId=…` until `status` is `completed` or `failed`, and download
`downloadableOutputUrls` within 48 hours. Failed jobs are refunded in full.
"""


class ErrorBody(BaseModel):
    """Every failure has this shape; `details` has a stable `code`, and `issues` by field."""

    error: str
    details: dict[str, Any] = {}


MEANINGS = {
    400: "Something in the request is wrong or missing; the message says what.",
    401: "The API key is missing or invalid.",
    402: "The balance does not suffice.",
    403: "The key has not the scope for this.",
    404: "There is no such thing here.",
    405: "The address answers to other methods; Allow names them.",
    409: "The idempotency key came with another request or is under way, or a prefix is ambiguous.",
    413: "The body is too large.",
    429: "Too many requests; see Retry-After.",
    500: "Internal error.",
    501: "No engine of this house can do this; the remedy is in the details.",
    503: "A backend does not answer at the moment.",
}
EVERYWHERE = (401, 429, 500)
OPEN = frozenset({"/health", "/packages"})


def answers(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The failures of one operation, with those that any operation may have."""
    return {
        status: {"model": ErrorBody, "description": MEANINGS[status]}
        for status in sorted({*statuses, *EVERYWHERE})
    }


def completed(schema: dict[str, Any]) -> dict[str, Any]:
    """Add keys, examples and plain names of operations, and drop the 422 that never happens here."""
    schema["components"]["securitySchemes"] = {
        "bearer_key": {"type": "http", "scheme": "bearer"},
        "header_key": {"type": "apiKey", "in": "header", "name": "x-api-key"},
    }
    schema["security"] = [{"bearer_key": []}, {"header_key": []}]
    for path, methods in schema["paths"].items():
        for operation in methods.values():
            operation["responses"].pop("422", None)
            operation["operationId"] = operation["summary"].lower().replace(" ", "_")
            if path in OPEN:
                operation["security"] = []
    body = schema["paths"]["/media/jobs"]["post"]["requestBody"]["content"]["application/json"]
    body["examples"] = {example.name: {"value": example.body} for example in EXAMPLES}
    for unused in ("HTTPValidationError", "ValidationError"):
        schema["components"]["schemas"].pop(unused, None)
    return schema
