"""Answers that are encoded once, without a second validation of what we made ourselves."""

from collections.abc import Mapping

from pydantic import BaseModel
from starlette.responses import Response


def json_answer(body: BaseModel, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(body.model_dump_json(), status, headers, media_type="application/json")
