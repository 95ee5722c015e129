"""What is wrong with a request before the core has seen it."""

import re
from collections.abc import Mapping, Sequence
from uuid import UUID

from fastapi.exceptions import RequestValidationError

from reelhouse.http.errors import InvalidJson, InvalidParameter
from reelhouse.kit.errors import ReelhouseError

UUID_FORM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class UnknownId(ReelhouseError):
    """What is no UUID cannot be anybody's; `thing` is what it should have been."""

    code = "not_found"

    def __init__(self, thing: str) -> None:
        super().__init__(f"There is no {thing} of this id.")
        self.thing = thing


def id_from_wire(given: str, thing: str) -> UUID:
    """Raises `UnknownId`."""
    if UUID_FORM.fullmatch(given) is None:
        raise UnknownId(thing)
    return UUID(given)


def problem_of(failure: RequestValidationError) -> ReelhouseError:
    """The first thing that is wrong, as one error that names its field."""
    first: Mapping[str, object] = failure.errors()[0]
    location = first["loc"]
    assert isinstance(location, Sequence)  # noqa: S101 - pydantic says so
    path = location[1:]
    if not path:
        return InvalidJson("an object is expected")
    field = _spelled(path)
    return InvalidParameter(field, _sentence(field, str(first["type"]), str(first["msg"])))


def _spelled(path: Sequence[object]) -> str:
    """``('scenes', 0, 'durationS')`` as ``scenes[0].durationS``."""
    spelled = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return spelled.removeprefix(".")


def _sentence(field: str, kind: str, message: str) -> str:
    if kind == "missing":
        return f"{field} is required"
    if message.startswith("Input should"):
        return f"{field} must{message.removeprefix('Input should')}"
    return f"{field}: {message}"
