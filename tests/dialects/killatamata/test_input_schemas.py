"""The schemas of the nine inputs: what the contract lists, and the defaults that are really taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from pydantic import TypeAdapter, ValidationError

from reelhouse.core.tasks.types import Given
from reelhouse.dialects.killatamata.app import describe
from reelhouse.dialects.killatamata.discovery.examples import EXAMPLES, Example, plain_example
from reelhouse.dialects.killatamata.discovery.offers import input_models
from reelhouse.dialects.killatamata.jobs.reading import Body, read_body
from reelhouse.dialects.killatamata.jobs.wire import JobBody
from reelhouse.dialects.killatamata.validation import InvalidInput

CONTRACT: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[3] / "contracts" / "killatamata.yaml").read_text()
)
DOCUMENT = describe("https://media.example").openapi()
SCHEMAS = DOCUMENT["components"]["schemas"]
BODIES: TypeAdapter[Body] = TypeAdapter(JobBody)
MODELS = dict(input_models())
BESIDE = {"seed", "referenceAudio"}
"""Fields that some tasks of ours have where the contract is silent about them."""
LEAST: dict[str, dict[str, Any]] = {
    "image.generate": {"prompt": "a fox"},
    "image.edit": {"prompt": "noir", "sourceImage": "https://cdn.example.com/a.png"},
    "video.generate": {"prompt": "a fox", "aspectRatio": "16:9"},
    "video.combine": {"videoUrls": ["https://cdn.example.com/a.mp4", "https://cdn.example.com/b.mp4"]},
    "audio.speak": {"text": "a" * 40, "voiceDescription": "A warm and calm voice."},
    "audio.annotation.reference": {"sourceAudioUrl": "https://cdn.example.com/a.mp3"},
    "ace.step.create": {"tags": "pop", "durationSeconds": 30},
    "moss.sound.effect": {"prompt": "rain", "durationSeconds": 2},
    "trellis.generate": {"sourceImageUrl": "https://cdn.example.com/a.png"},
}
every_task = pytest.mark.parametrize("task", sorted(MODELS))


def schema_of(task: str) -> dict[str, Any]:
    found: dict[str, Any] = SCHEMAS[MODELS[task].__name__]
    return found


def plain(field: dict[str, Any]) -> dict[str, Any]:
    """A field that may be null, without that."""
    choices = [one for one in field.get("anyOf", ()) if one.get("type") != "null"]
    return {**field, **choices[0]} if choices else field


def body_schema() -> dict[str, Any]:
    content = DOCUMENT["paths"]["/media/jobs"]["post"]["requestBody"]["content"]["application/json"]
    return {**content["schema"], "components": DOCUMENT["components"]}


def taken(task: str, sent: dict[str, Any]) -> dict[str, Any]:
    """The effective input."""
    read = read_body(BODIES.validate_python({"task": task, "input": sent}))
    read.task_with(lambda file: Given(file.field, url=file.url))
    return read.shown


def test_the_tasks_are_the_nine_of_the_contract() -> None:
    assert set(MODELS) == set(CONTRACT["tasks"])
    assert len(MODELS) == CONTRACT["task_count"]


@every_task
def test_a_schema_has_the_fields_of_the_contract_with_their_limits(task: str) -> None:
    properties = schema_of(task)["properties"]
    listed = CONTRACT["tasks"][task]["fields"]

    assert set(properties) - set(listed) <= BESIDE
    assert set(listed) <= set(properties)
    for name, rule in listed.items():
        field = plain(properties[name])
        if rule.get("default") is not None and not isinstance(rule["default"], dict):
            assert field["default"] == rule["default"], name
        if "enum" in rule and name != "language":
            assert set(field["enum"]) == set(rule["enum"]), name
        assert rule.get("min_length") in {None, field.get("minLength")}, name
        assert rule.get("max_length") in {None, field.get("maxLength")}, name
        assert rule.get("min_items") in {None, field.get("minItems")}, name
        assert rule.get("multiple_of") in {None, field.get("multipleOf")}, name
        assert rule.get("max") in {None, field.get("maximum")}, name
        if rule.get("or") != 0:
            assert rule.get("min") in {None, field.get("minimum")}, name


@every_task
def test_every_field_says_what_it_means(task: str) -> None:
    schema = schema_of(task)

    assert schema["description"]
    assert [name for name, field in schema["properties"].items() if not field.get("description")] == []


@every_task
def test_the_default_in_a_schema_is_what_is_taken(task: str) -> None:
    shown = taken(task, LEAST[task])

    for name, field in schema_of(task)["properties"].items():
        if field.get("default") is None or name in LEAST[task]:
            continue
        if shown.get(name) is not None:
            nearest = (
                pytest.approx(field["default"], abs=0.14) if name == "durationSeconds" else field["default"]
            )
            assert shown[name] == nearest, name


def test_the_default_shape_and_format_of_a_file_are_taken() -> None:
    assert taken("video.generate", {"prompt": "x"})["width"] == 1280
    assert taken("audio.speak", {**LEAST["audio.speak"]})["quality"] == "128k"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_fits_its_schema(example: Example) -> None:
    jsonschema_rs.validate(body_schema(), example.body)
    taken(example.task, dict(example.input))


@every_task
def test_an_input_without_what_it_needs_fits_neither_schema_nor_reader(task: str) -> None:
    needed = {
        "image.edit": ("sourceImage",),
        "audio.speak": ("voiceDescription",),
        "audio.annotation.reference": ("sourceAudioUrl",),
        "ace.step.create": ("durationSeconds",),
        "trellis.generate": ("sourceImageUrl",),
    }.get(task, tuple(schema_of(task).get("required", ())))

    for name in needed:
        sent = {field: value for field, value in LEAST[task].items() if field != name}
        assert not jsonschema_rs.is_valid(body_schema(), {"task": task, "input": sent})
        with pytest.raises((ValidationError, InvalidInput)):
            taken(task, sent)


def test_a_side_alone_fits_neither_schema_nor_reader() -> None:
    sent = {"prompt": "x", "width": 1024}

    assert not jsonschema_rs.is_valid(body_schema(), {"task": "image.generate", "input": sent})
    with pytest.raises(InvalidInput):
        taken("image.generate", sent)


def test_every_task_has_an_example_of_the_contract() -> None:
    for task, facts in CONTRACT["tasks"].items():
        documented = facts["examples"][0]["request"]["body"]["input"]
        ours = plain_example(task).input
        assert set(ours) & set(documented), task
