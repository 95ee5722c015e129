"""What is wrong with a request before the core has seen it, found in the order of the document's table."""

import re
from collections.abc import Mapping, Sequence
from uuid import UUID

from fastapi.exceptions import RequestValidationError

from reelhouse.http.errors import InvalidJson, InvalidParameter
from reelhouse.kit.errors import ReelhouseError

UUID_FORM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)

SHORTEST_SCRIPT = 50
LONGEST_SCRIPT = 3000
LONGEST_CTA = 100


class MissingScript(ReelhouseError):
    code = "missing_script"

    def __init__(self) -> None:
        super().__init__("Either script or prompt is required")


class ScriptTooShort(ReelhouseError):
    code = "script_too_short"

    def __init__(self, characters: int) -> None:
        super().__init__(f"script has {characters} characters; at least {SHORTEST_SCRIPT} are needed")
        self.characters = characters


class ScriptHasTooManyCharacters(ReelhouseError):
    code = "script_too_long"

    def __init__(self, characters: int) -> None:
        super().__init__(f"script has {characters} characters; at most {LONGEST_SCRIPT} are allowed")
        self.characters = characters


class CallToActionTooLong(ReelhouseError):
    code = "cta_too_long"

    def __init__(self) -> None:
        super().__init__(f"cta must be at most {LONGEST_CTA} characters")


class NotExposed(ReelhouseError):
    """A parameter of the vendor's own studio that its REST API does not take."""

    code = "parameter_not_exposed"

    def __init__(self, field: str) -> None:
        super().__init__(
            f"{field} is not available over the REST API; the actor decides the voice and the face"
        )
        self.field = field


class UnknownJobId(ReelhouseError):
    code = "job_not_found"

    def __init__(self, given: str) -> None:
        super().__init__("There is no job of this id.")
        self.given = given


class UnknownKeyId(ReelhouseError):
    code = "key_not_found"

    def __init__(self, given: str) -> None:
        super().__init__("There is no key of this id.")
        self.given = given


def job_id_from_wire(given: str) -> UUID:
    """What is no UUID cannot be anybody's job. Raises `UnknownJobId`."""
    if UUID_FORM.fullmatch(given) is None:
        raise UnknownJobId(given)
    return UUID(given)


def key_id_from_wire(given: str) -> UUID:
    """Raises `UnknownKeyId`."""
    if UUID_FORM.fullmatch(given) is None:
        raise UnknownKeyId(given)
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
    """``('scenes', 0, 'text')`` as ``scenes[0].text``."""
    spelled = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return spelled.removeprefix(".")


def _sentence(field: str, kind: str, message: str) -> str:
    if kind == "missing":
        return f"{field} is required"
    if message.startswith("Input should"):
        return f"{field} must{message.removeprefix('Input should')}"
    return f"{field}: {message}"
