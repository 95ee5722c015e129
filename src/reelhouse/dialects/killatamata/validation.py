"""What is wrong with a request before the core has seen it."""

import re
from collections.abc import Sequence
from uuid import UUID

from fastapi.exceptions import RequestValidationError

from reelhouse.core.jobs.errors import JobNotFound
from reelhouse.http.errors import InvalidJson
from reelhouse.kit.errors import ReelhouseError

UUID_FORM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
NO_JOB = UUID(int=0)
BRANCHES = frozenset({"str", "InlineImage", "InlineAudio", "url"})


class InvalidInput(ReelhouseError):
    """Fields with what is wrong about each, in the caller's words."""

    code = "validation_failed"

    def __init__(self, *issues: tuple[str, str]) -> None:
        super().__init__("; ".join(problem for _, problem in issues))
        self.issues = issues


class AmbiguousPrefix(ReelhouseError):
    code = "ambiguous_key_prefix"

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} keys begin with this prefix; send more of it.")
        self.count = count


def job_id_from_wire(given: str) -> UUID:
    """What is no UUID cannot be anybody's job. Raises `JobNotFound`."""
    if UUID_FORM.fullmatch(given) is None:
        raise JobNotFound(NO_JOB)
    return UUID(given)


def problem_of(failure: RequestValidationError) -> ReelhouseError:
    """Everything that is wrong, field by field."""
    issues = []
    for found in failure.errors():
        path = [step for step in found["loc"][1:] if not _is_branch(step)]
        if not path and found["type"] in {"missing", "dict_type", "model_attributes_type"}:
            return InvalidJson("an object is expected")
        field = _spelled(path) or ("task" if str(found["type"]).startswith("union_tag") else "")
        issues.append((field, _sentence(field, str(found["type"]), str(found["msg"]))))
    return InvalidInput(*dict(issues).items())


def _is_branch(step: object) -> bool:
    """A tagged union puts its tag into the path, and a plain one the name of its type."""
    return isinstance(step, str) and (
        "." in step or step in {"str", "InlineImage", "InlineAudio", "url"} or "[" in step
    )


def _spelled(path: Sequence[object]) -> str:
    """``('input', 'referenceImages', 0)`` as ``input.referenceImages[0]``."""
    spelled = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return spelled.removeprefix(".")


def _sentence(field: str, kind: str, message: str) -> str:
    if kind == "union_tag_not_found":
        return "task is required"
    if kind == "union_tag_invalid":
        return f"task must be one of {message.partition('expected tags: ')[2]}"
    if kind == "missing":
        return f"{field} is required"
    if kind == "extra_forbidden":
        return f"{field} is no field of this task"
    if message.startswith("Input should"):
        return f"{field} must{message.removeprefix('Input should')}"
    return f"{field}: {message.removeprefix('Value error, ')}"
