"""The whole input schema of each task, by properties: whatever fits it is understood or refused by name."""

from __future__ import annotations

import base64
import io
import json
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import HealthCheck, assume, settings
from hypothesis import given as given_input
from hypothesis import strategies as st
from PIL import Image
from pydantic import TypeAdapter, ValidationError
from tests.effort import examples

from reelhouse.core.tasks.pricing import price_of
from reelhouse.core.tasks.settings import TaskPrices
from reelhouse.core.tasks.types import DOCUMENTS, DrawTask, FilmTask, Given, Task, TaskDocument, given_files
from reelhouse.dialects.killatamata.jobs.reading import Body, read_body
from reelhouse.dialects.killatamata.jobs.wire import JobBody
from reelhouse.dialects.killatamata.validation import InvalidInput
from reelhouse.engines.image.limits import check as check_picture
from reelhouse.engines.image.types import ImageRequest
from reelhouse.engines.mesh.limits import check as check_solid
from reelhouse.engines.mesh.types import MeshRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from reelhouse.dialects.killatamata.jobs.files import Sent

ENGINE = "any"
BODIES: TypeAdapter[Body] = TypeAdapter(JobBody)
TASKS = {body.model_fields["task"].annotation.__args__[0]: body for body in get_args(Body)}
ADDRESSES = st.sampled_from([f"https://media.example/{name}" for name in ("a.png", "b.webp", "c.opus")])
GARBAGE = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.lists(st.integers(), max_size=2)
    | st.dictionaries(st.text(max_size=5), st.integers(), max_size=2)
)
patient = settings(
    max_examples=examples(60),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@cache
def png() -> str:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


INLINE = st.sampled_from(["image/png", "image/webp", "audio/ogg", "text/plain"]).flatmap(
    lambda kind: st.sampled_from(
        [
            {"dataBase64": png(), "mimeType": kind},
            {"dataBase64": f"data:image/png;base64,{png()}", "mimeType": kind},
            {"dataBase64": "not base64!", "mimeType": kind},
        ]
    )
)


def values(schema: dict[str, Any], definitions: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that fit a JSON schema, as far as pydantic writes them."""
    if "$ref" in schema:
        return INLINE
    if choices := schema.get("anyOf", schema.get("oneOf")):
        return st.one_of([values(one, definitions) for one in choices])
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    return OF_TYPE[schema["type"]](schema, definitions)


def whole(schema: dict[str, Any], _: dict[str, Any]) -> st.SearchStrategy[Any]:
    step = schema.get("multipleOf", 1)
    lowest, highest = schema["minimum"], schema["maximum"]
    numbers = st.integers(-(-lowest // step), min(highest, 2**40) // step).map(lambda count: count * step)
    return numbers | numbers.map(float)


def real(schema: dict[str, Any], _: dict[str, Any]) -> st.SearchStrategy[Any]:
    lowest = schema.get("minimum", schema.get("exclusiveMinimum"))
    return st.floats(lowest, schema["maximum"], exclude_min="minimum" not in schema) | st.integers(
        int(lowest or 0) + 1, int(schema["maximum"])
    )


def words(schema: dict[str, Any], _: dict[str, Any]) -> st.SearchStrategy[Any]:
    if schema.get("format") == "uri":
        return ADDRESSES
    least, most = schema.get("minLength", 0), min(schema.get("maxLength", 200), 700)
    texts = st.text(st.characters(codec="utf-8"), min_size=least, max_size=min(most, least + 60))
    return (
        texts | texts.map(lambda text: f"a{text}"[: max(most, 1)]) | st.sampled_from(["128k", "64k", "320K"])
    )


OF_TYPE: dict[str, Callable[[dict[str, Any], dict[str, Any]], st.SearchStrategy[Any]]] = {
    "integer": whole,
    "number": real,
    "string": words,
    "boolean": lambda _schema, _definitions: st.booleans(),
    "null": lambda _schema, _definitions: st.none(),
    "array": lambda schema, definitions: st.lists(
        values(schema["items"], definitions),
        min_size=schema.get("minItems", 0),
        max_size=min(schema.get("maxItems", 4), 4),
    ),
}


def inputs_of(task: str) -> st.SearchStrategy[dict[str, Any]]:
    """Inputs of a task: every required field, and any of the others."""
    schema = TASKS[task].model_fields["input"].annotation.model_json_schema()
    definitions = schema.get("$defs", {})
    fields = {name: values(one, definitions) for name, one in schema["properties"].items()}
    if "quality" in fields:
        fields["quality"] = st.sampled_from(["128k", "64K", "320", "loud"])
    required = {name: fields.pop(name) for name in schema.get("required", ())}
    return st.fixed_dictionaries(required, optional=fields)


def read(task: str, sent: dict[str, Any]) -> tuple[Task, dict[str, Any]]:
    """The task of a body as HTTP brings it, and what is shown of it."""
    body = BODIES.validate_json(json.dumps({"task": task, "input": sent}))
    found = read_body(body)
    return found.task_with(given), found.shown


def given(sent: Sent) -> Given:
    return Given(sent.field, url=sent.url, staged=None if sent.inline is None else f"uploads/{sent.field}")


def understood(task: str, sent: dict[str, Any]) -> tuple[Task, dict[str, Any]]:
    """As `read`; what is refused is no example."""
    try:
        return read(task, sent)
    except (ValidationError, InvalidInput):
        assume(False)
        raise


every_task = pytest.mark.parametrize("task", sorted(TASKS))


@every_task
def test_whatever_fits_the_schema_is_understood_or_refused_by_the_name_of_a_field(task: str) -> None:
    @patient
    @given_input(inputs_of(task))
    def holds(sent: dict[str, Any]) -> None:
        try:
            found, shown = read(task, sent)
        except ValidationError as refusal:
            problems = {str(error["loc"][1]) for error in refusal.errors()}
        except InvalidInput as refusal:
            problems = {field.partition(".")[0] for field, _ in refusal.issues}
        else:
            assert price_of(found, TaskPrices()) > 0
            assert json.loads(json.dumps(shown)) == shown
            return
        assert problems == {"input"}

    holds()


@every_task
def test_a_stored_task_is_the_task_that_was_asked_for(task: str) -> None:
    @patient
    @given_input(inputs_of(task))
    def holds(sent: dict[str, Any]) -> None:
        found, shown = understood(task, sent)

        stored = json.dumps(DOCUMENTS.dump_python(TaskDocument(found, shown), mode="json"))
        assert DOCUMENTS.validate_json(stored).task == found

    holds()


@every_task
def test_no_file_is_lost_on_the_way(task: str) -> None:
    @patient
    @given_input(inputs_of(task))
    def holds(sent: dict[str, Any]) -> None:
        found, _ = understood(task, sent)

        addresses = {one for one in flat(sent) if isinstance(one, str) and one.startswith("https://media.")}
        if task != "audio.speak" or sent.get("mode") == "voice_clone":
            assert {one.url for one in given_files(found) if one.url} == addresses
        fields = [one.field for one in given_files(found)]
        assert len(set(fields)) == len(fields)

    holds()


@every_task
def test_an_unknown_field_is_refused(task: str) -> None:
    @patient
    @given_input(inputs_of(task), st.text(min_size=1, max_size=20), GARBAGE)
    def holds(sent: dict[str, Any], name: str, value: object) -> None:
        assume(name not in TASKS[task].model_fields["input"].annotation.model_fields)

        with pytest.raises(ValidationError):
            read(task, sent | {name: value})

    holds()


@every_task
def test_garbage_in_a_field_is_never_taken_for_something_else(task: str) -> None:
    names = sorted(TASKS[task].model_fields["input"].annotation.model_fields)

    @patient
    @given_input(inputs_of(task), st.sampled_from(names), GARBAGE)
    def holds(sent: dict[str, Any], name: str, value: object) -> None:
        try:
            _, shown = read(task, sent | {name: value})
        except (ValidationError, InvalidInput):
            return
        if name in shown and value is not None and not isinstance(value, str | list | dict):
            assert shown[name] == value or name == "durationSeconds"

    holds()


def test_films_have_frames_and_sizes_that_engines_can_do() -> None:
    @patient
    @given_input(inputs_of("video.generate"))
    def holds(sent: dict[str, Any]) -> None:
        found, _ = understood("video.generate", sent)

        assert isinstance(found, FilmTask)
        assert (found.frames % 8, found.width % 32, found.height % 32) == (1, 0, 0)
        assert found.width * found.height <= 4_194_304
        assert found.smooth_fps is None or 30 <= found.smooth_fps <= 60
        assert len(found.overlap) < found.frames

    holds()


def test_what_is_taken_is_within_what_engines_can_do() -> None:
    @patient
    @given_input(inputs_of("trellis.generate"))
    def holds_for_solids(sent: dict[str, Any]) -> None:
        found, _ = understood("trellis.generate", sent)

        facts = {name: value for name, value in asdict(found).items() if name not in {"image", "kind"}}
        check_solid(ENGINE, MeshRequest(b"a picture", **facts))

    @patient
    @given_input(inputs_of("image.generate"))
    def holds_for_pictures(sent: dict[str, Any]) -> None:
        found, _ = understood("image.generate", sent)

        assert isinstance(found, DrawTask)
        check_picture(ENGINE, ImageRequest("a boat", found.width, found.height))

    holds_for_solids()
    holds_for_pictures()


def test_more_work_never_costs_less() -> None:
    @patient
    @given_input(inputs_of("image.generate"))
    def holds(sent: dict[str, Any]) -> None:
        plain, _ = understood("image.generate", sent | {"highDetail": False})
        finer, _ = understood("image.generate", sent | {"highDetail": True})

        assert isinstance(plain, DrawTask)
        prices = TaskPrices()
        assert price_of(finer, prices) * 2 == price_of(plain, prices) * 3

    holds()


def flat(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for one in value.values() for leaf in flat(one)]
    if isinstance(value, list):
        return [leaf for one in value for leaf in flat(one)]
    return [value]
