"""What the schemas refuse, in sentences for whoever sent it."""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from fastapi.exceptions import RequestValidationError

from reelhouse.dialects.killatamata.jobs.inputs.media import INLINE, URL
from reelhouse.dialects.killatamata.jobs.wire import JobBody
from reelhouse.dialects.killatamata.validation import InvalidInput
from reelhouse.http.errors import InvalidJson
from reelhouse.kit.errors import ReelhouseError

MOST_ISSUES = 20
LONGEST_NAME = 80
UNREAD = 10**15
"""Nobody reads a number of more digits."""
NO_BODY = frozenset({"missing", "dict_type", "model_attributes_type", "model_type"})
BRANCHES = frozenset({URL, INLINE})

TYPES = {
    "string_type": "text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "list_type": "a list",
    "dict_type": "an object",
    "model_type": "an object",
    "model_attributes_type": "an object",
}
BLANKS = {r"\S": "must not be blank", r"\w": "must have a letter or a digit"}


def problem_of(failure: RequestValidationError) -> ReelhouseError:
    """Everything that is wrong, field by field, as far as anybody would read it."""
    found = failure.errors()
    issues: dict[str, str] = {}
    for error in found:
        path = [step for step in error["loc"][1:] if not _is_branch(step)]
        if not path and error["type"] in NO_BODY:
            return InvalidJson("an object is expected")
        field = _spelled(path) or ("task" if error["type"].startswith("union_tag") else "")
        issues.setdefault(field, f"{field} {_sentence(error, path)}")
        if len(issues) == MOST_ISSUES:
            break
    return InvalidInput(*issues.items())


def _is_branch(step: object) -> bool:
    """A tagged union puts its tag into the path; tags of tasks are the only names with a dot."""
    return isinstance(step, str) and (step in BRANCHES or step in TASKS)


def _spelled(path: Sequence[object]) -> str:
    """``('input', 'referenceImages', 0)`` as ``input.referenceImages[0]``."""
    spelled = "".join(
        f"[{step}]" if isinstance(step, int) else f".{str(step)[:LONGEST_NAME]}" for step in path
    )
    return spelled.removeprefix(".")


def _sentence(error: Mapping[str, Any], path: Sequence[object]) -> str:
    kind, facts = str(error["type"]), error.get("ctx", {})
    if kind in TYPES:
        return f"must be {TYPES[kind]}"
    if kind == "extra_forbidden":
        return f"is no field of {_whose(error, path)}"
    if kind in SENTENCES:
        return SENTENCES[kind](error["input"], facts)
    message = str(error["msg"])
    return f"must{message.removeprefix('Input should')}" if message.startswith("Input should") else message


def _whose(error: Mapping[str, Any], path: Sequence[object]) -> str:
    """What the unknown field does not belong to, and which one may be meant."""
    task = next((step for step in error["loc"] if step in TASKS), None)
    if len(path) == 1 or task is None:
        known, owner = ["task", "input", "idempotencyKey"], "a request"
    elif len(path) == len(("input", "field")):
        known, owner = list(TASKS[task]), task
    else:
        known, owner = ["dataBase64", "mimeType"], "a file in a request"
    near = get_close_matches(str(path[-1])[:LONGEST_NAME], known, n=1)
    return f"{owner}; did you mean {near[0]}?" if near else f"{owner}"


def _pattern(_: object, facts: Mapping[str, Any]) -> str:
    return BLANKS.get(facts["pattern"], f"must match {facts['pattern']}")


def _multiple(value: Any, facts: Mapping[str, Any]) -> str:  # noqa: ANN401 - any number
    step = int(facts["multiple_of"])
    below = int(value) // step * step
    near = f"; {value} is not, {below} and {below + step} are" if abs(value) < UNREAD else ""
    return f"must be a multiple of {step}{near}"


def _than(bound: str, limit: float, value: Any) -> str:  # noqa: ANN401 - any number
    told = str(limit).removesuffix(".0")
    return f"must be {bound} {told}" + (f", and is {value}" if abs(value) < UNREAD else "")


def _few(facts: Mapping[str, Any], what: str) -> str:
    if "min_length" in facts:
        return f"must have at least {facts['min_length']} {what}"
    return f"must have at most {facts['max_length']} {what}"


SENTENCES: Mapping[str, Callable[[Any, Mapping[str, Any]], str]] = {
    "missing": lambda _value, _facts: "is required",
    "union_tag_not_found": lambda _value, _facts: "is required",
    "union_tag_invalid": lambda _value, facts: f"must be one of {facts['expected_tags']}",
    "file_type": lambda _value, _facts: "must be a URL, or an object with dataBase64 and mimeType",
    "string_pattern_mismatch": _pattern,
    "multiple_of": _multiple,
    "greater_than_equal": lambda value, facts: _than("at least", facts["ge"], value),
    "less_than_equal": lambda value, facts: _than("at most", facts["le"], value),
    "greater_than": lambda value, facts: _than("more than", facts["gt"], value),
    "string_too_short": lambda value, facts: f"{_few(facts, 'characters')}, and has {len(value)}",
    "string_too_long": lambda value, facts: f"{_few(facts, 'characters')}, and has {len(value)}",
    "too_short": lambda _value, facts: f"{_few(facts, 'items')}, and has {facts['actual_length']}",
    "too_long": lambda _value, facts: f"{_few(facts, 'items')}, and has more",
}

TASKS: Mapping[str, Sequence[str]] = {
    body.model_fields["task"].annotation.__args__[0]: tuple(
        body.model_fields["input"].annotation.model_fields
    )
    for body in get_args(get_args(JobBody)[0])
}
"""Fields of the inputs, by task."""
