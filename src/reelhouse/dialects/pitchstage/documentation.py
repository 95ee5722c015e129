"""What the OpenAPI document says beside the routes themselves."""

from typing import Any

from pydantic import BaseModel

DESCRIPTION = """\
Plan cheaply, render once: from a folder of screenshots to a demo video or a carousel.

Authenticate with `Authorization: Bearer pk_live_…`. Create a project, PUT each screenshot to its upload
address, and plan until the fit score is good enough; planning costs nothing. Then render the plan, and poll
the render, read its events, or wait for the webhook of the workspace.

Keys have the scopes `plan` and `render` (which includes `plan`). Every answer carries `X-RateLimit-Limit`,
`X-RateLimit-Remaining` and `X-RateLimit-Reset` (Unix seconds).
"""


class ErrorFacts(BaseModel):
    code: str
    message: str


class ErrorBody(BaseModel):
    """Every failure has this shape."""

    error: ErrorFacts


MEANINGS = {
    401: "LK_001: no key was given. LK_006: the key is invalid or revoked.",
    402: "A quota (LK_201, LK_202), the ceiling of the workspace (LK_204) or the cap of the key (LK_205).",
    403: "LK_002: the scope of the key, or its workspace, does not allow this.",
    404: "LK_404: there is no such thing.",
    409: "LK_409: the artifact is being made, a screenshot has changed, or the Idempotency-Key is in use.",
    413: "LK_413: the body is larger than 1 MB.",
    422: "LK_422: something in the request is wrong; the message names the field.",
    429: "LK_429: too many requests in this minute; see Retry-After.",
    500: "LK_500: internal error; nothing was charged.",
    501: "LK_501: what was asked for needs an engine that this house does not have.",
    503: "LK_503: a backend does not answer at the moment.",
}
EVERYWHERE = (401, 403, 429, 500, 503)

OPEN = "/v1/openapi.json"


def answers(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The failures of one operation, with those that any operation may have."""
    return {
        status: {"model": ErrorBody, "description": MEANINGS[status]}
        for status in sorted({*statuses, *EVERYWHERE})
    }


def completed(schema: dict[str, Any]) -> dict[str, Any]:
    """Add the key, drop the framework's own 422, and give operations plain names."""
    schema["components"]["securitySchemes"] = {
        "bearer_key": {"type": "http", "scheme": "bearer", "description": "An API key such as pk_live_…"}
    }
    schema["security"] = [{"bearer_key": []}]
    for methods in schema["paths"].values():
        for operation in methods.values():
            if _is_the_frameworks(operation["responses"].get("422", {})):
                del operation["responses"]["422"]
            _say_that_failures_are_json(operation["responses"])
            operation["operationId"] = operation["summary"].lower().replace(" ", "_")
    for method in schema["paths"].get(OPEN, {}).values():
        method["security"] = []
    for unused in ("HTTPValidationError", "ValidationError"):
        schema["components"]["schemas"].pop(unused, None)
    return schema


def _is_the_frameworks(response: dict[str, Any]) -> bool:
    return "HTTPValidationError" in str(response.get("content", ""))


def _say_that_failures_are_json(responses: dict[str, Any]) -> None:
    """Also those of a stream."""
    for status, response in responses.items():
        stream = response.get("content", {}).pop("text/event-stream", None)
        if stream is not None:
            response["content"]["text/event-stream" if status == "200" else "application/json"] = stream
