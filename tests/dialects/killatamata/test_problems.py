"""What a newcomer reads who has sent something wrong: which field, what is wrong, what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from fastapi.exceptions import RequestValidationError
from pydantic import TypeAdapter, ValidationError

from reelhouse.core.jobs.errors import JobNotFound
from reelhouse.dialects.killatamata.errors import explain
from reelhouse.dialects.killatamata.jobs.reading import Body, read_body
from reelhouse.dialects.killatamata.jobs.wire import JobBody
from reelhouse.dialects.killatamata.problems import problem_of
from reelhouse.dialects.killatamata.validation import InvalidInput, job_id_from_wire
from reelhouse.engines.errors import EngineNotConfigured

if TYPE_CHECKING:
    from reelhouse.kit.errors import ReelhouseError

BODIES: TypeAdapter[Body] = TypeAdapter(JobBody)


def refusal(body: object) -> ReelhouseError:
    try:
        read_body(BODIES.validate_python(body))
    except ValidationError as failure:
        errors = failure.errors()
        return problem_of(RequestValidationError([{**one, "loc": ("body", *one["loc"])} for one in errors]))
    except InvalidInput as failure:
        return failure
    raise AssertionError("it was taken")


def sentence(task: str, **fields: object) -> str:
    return refusal({"task": task, "input": fields}).message


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"prompt": "x", "width": 1000, "height": 1024}, "a multiple of 32; 1000 is not, 992 and 1024 are"),
        ({"prompt": "x", "width": 16, "height": 1024}, "input.width must be"),
        ({"prompt": " "}, "input.prompt must not be blank"),
        ({"prompt": 7}, "input.prompt must be text"),
        ({}, "input.prompt is required"),
        ({"promt": "x"}, "input.promt is no field of image.generate; did you mean prompt?"),
        ({"prompt": "x", "tint": "red"}, "input.tint is no field of image.generate"),
        ({"prompt": "x", "highDetail": "yes"}, "input.highDetail must be true or false"),
        ({"prompt": "x", "seed": 1.5}, "input.seed must be a whole number"),
        ({"prompt": "x", "seed": -1}, "input.seed must be at least 0, and is -1"),
        ({"prompt": "x", "outputFormat": "gif"}, "input.outputFormat must be 'webp', 'png' or 'jpg'"),
        ({"prompt": "x", "referenceImages": "a.png"}, "input.referenceImages must be a list"),
        ({"prompt": "x", "referenceImages": ["https://a.example"] * 9}, "must have at most 8 items"),
        (
            {"prompt": "x", "referenceImages": [7]},
            "input.referenceImages[0] must be a URL, or an object with dataBase64 and mimeType",
        ),
        (
            {"prompt": "x", "referenceImages": [{"dataBase64": "AAAA"}]},
            "input.referenceImages[0].mimeType is required",
        ),
        (
            {"prompt": "x", "referenceImages": [{"dataBase64": "AAAA", "mimetype": "image/png"}]},
            "is no field of a file in a request; did you mean mimeType?",
        ),
    ],
)
def test_a_picture_that_is_asked_for_wrongly(fields: dict[str, Any], said: str) -> None:
    assert said in sentence("image.generate", **fields)


@pytest.mark.parametrize(
    ("task", "fields", "said"),
    [
        ("video.generate", {"prompt": "x", "durationFrames": 250}, "250 is not, 249 and 257 are"),
        (
            "video.generate",
            {"prompt": "x", "referenceAudioUrl": "https://a.example/a.opus"},
            "needs startFrameImageUrl or overlapFrameImageUrls",
        ),
        ("video.combine", {"videoUrls": ["https://a.example"]}, "must have at least 2 items, and has 1"),
        (
            "audio.speak",
            {"text": "Too short.", "voiceDescription": "A warm and calm voice."},
            "input.text must have at least 40 characters, and has 10",
        ),
        (
            "audio.speak",
            {"text": "." * 40, "voiceDescription": "A warm and calm voice."},
            "input.text must have a letter or a digit",
        ),
        ("ace.step.create", {"tags": "pop", "durationSeconds": 10}, "must be at least 15, and is 10"),
        ("ace.step.create", {"tags": "pop"}, "durationSeconds is required without a qualityPreset"),
        ("moss.sound.effect", {"prompt": "rain", "durationSeconds": 2, "quality": "9k"}, "64k, 96k, 128k"),
        ("trellis.generate", {"targetFaceCount": 5}, "must be at least 100, and is 5"),
        ("audio.annotation.reference", {}, "sourceAudioUrl is required"),
        ("image.edit", {"prompt": "x"}, "sourceImage is required"),
    ],
)
def test_other_tasks_that_are_asked_for_wrongly(task: str, fields: dict[str, Any], said: str) -> None:
    assert said in sentence(task, **fields)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ([], "an object is expected"),
        ({}, "task is required"),
        ({"task": "image.make", "input": {}}, "task must be one of 'image.generate'"),
        ({"task": "image.edit"}, "input is required"),
        ({"task": "image.edit", "input": "x"}, "input must be an object"),
        ({"task": "image.generate", "input": {"prompt": "x"}, "inputs": 1}, "did you mean input?"),
    ],
)
def test_a_body_that_is_none(body: object, said: str) -> None:
    assert said in refusal(body).message


def test_a_heap_of_mistakes_is_told_as_far_as_anybody_reads() -> None:
    fields: dict[str, object] = {f"{'x' * 5000}{number}": 1 for number in range(500)}

    failure = refusal({"task": "image.generate", "input": {"prompt": "x", "seed": 10**4000, **fields}})

    assert isinstance(failure, InvalidInput)
    assert len(failure.issues) <= 20
    assert len(failure.message) < 5000


def test_a_job_that_cannot_be_is_not_given_a_made_up_id() -> None:
    with pytest.raises(JobNotFound) as failure:
        job_id_from_wire("abc123")

    assert b"00000000" not in explain(failure.value).body


def test_what_is_not_configured_is_told_with_its_remedy_and_that_nothing_was_charged() -> None:
    answer = explain(EngineNotConfigured("cloning a voice", "set REELHOUSE_VOICE_BACKEND to openai"))

    assert answer.status_code == 501
    assert b"Cloning a voice is not available on this server, and nothing was charged" in answer.body
