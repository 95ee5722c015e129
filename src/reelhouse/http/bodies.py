"""Request bodies: bounded while they arrive, and strict JSON."""

from pydantic import JsonValue
from pydantic_core import from_json
from starlette.requests import Request

from reelhouse.http.errors import BodyTooLarge, InvalidJson

MAX_BODY = 1024 * 1024
"""One megabyte, in bytes."""


async def read_body(request: Request, limit: int = MAX_BODY) -> bytes:
    """The whole body, chunked ones too. Raises `BodyTooLarge` as soon as it is known."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit:
        raise BodyTooLarge(limit)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise BodyTooLarge(limit)
    return bytes(body)


def parse_json(body: bytes) -> JsonValue:
    """JSON as RFC 8259 has it: UTF-8, no NaN, bounded depth, and no NUL in a string. Raises `InvalidJson`."""
    try:
        value: JsonValue = from_json(body, allow_inf_nan=False, cache_strings="keys")
    except ValueError as failure:
        raise InvalidJson(str(failure)) from None
    if b"\\u0000" in body and _has_nul(value):
        raise InvalidJson("it has a NUL character")
    return value


def _has_nul(value: JsonValue) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, list):
        return any(_has_nul(item) for item in value)
    if isinstance(value, dict):
        return any("\0" in name or _has_nul(item) for name, item in value.items())
    return False
