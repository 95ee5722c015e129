"""What a body of POST /videos may hold: every type, range and rule of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import httpx2

SCRIPT = "Ever wonder why top founders wake up at 5am? It is not about the alarm clock."


@pytest.fixture
def backend() -> str:
    """What is tested here happens before any row is read or written, so one database will do."""
    return "sqlite"


def refusal(client: httpx2.Client, body: dict[str, object]) -> tuple[int, str, str]:
    answer = client.post("/videos", json=body)
    assert answer.status_code >= 400, answer.text
    error = answer.json()["error"]
    assert error.keys() == {"code", "message", "type"}
    return answer.status_code, error["code"], error["message"]


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("script", 5),
        ("script", ["a"]),
        ("prompt", {"a": 1}),
        ("prompt", "x" * 10_001),
        ("product_url", 1),
        ("product_url", "https://example.com/" + "x" * 2048),
        ("actor_slug", True),
        ("target_duration", "10"),
        ("target_duration", 7),
        ("target_duration", 10.5),
        ("target_duration", True),
        ("style", "wild"),
        ("style", 1),
        ("style", "Hormozi"),
        ("tone", "angry"),
        ("voice_speed", 0.69),
        ("voice_speed", 1.51),
        ("voice_speed", "1"),
        ("voice_speed", True),
        ("music", "polka"),
        ("cta", 3),
        ("aspect_ratio", "4:3"),
        ("template", "haiku"),
        ("allow_broll", "true"),
        ("allow_broll", 1),
        ("broll_model", "sora"),
        ("broll_images", "https://example.com/a.png"),
        ("broll_images", ["https://example.com/a.png"] * 11),
        ("broll_images", [1]),
        ("product_image_url", 1),
        ("dub_language", "not a language"),
        ("dub_language", 5),
        ("webhook_url", 1),
        ("composition_mode", "split"),
        ("pip_options", "small"),
        ("pip_options", {"position": "top"}),
        ("pip_options", {"size": "huge"}),
        ("pip_options", {"animation": "spin"}),
        ("pip_options", {"frame_style": "gold"}),
        ("scenes", "one"),
        ("scenes", [{"type": "talking_head"}]),
        ("scenes", [{"text": "Hi", "type": "dance"}]),
        ("scenes", [{"text": 5}]),
        ("scenes", [{"text": "Hi", "image": 5}]),
        ("scenes", [{"text": "Hi"}] * 31),
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_field(
    shared_client: httpx2.Client, field: str, wrong: object
) -> None:
    status, code, message = refusal(shared_client, {"script": SCRIPT, field: wrong})

    assert (status, code) == (400, "invalid_parameter")
    assert field in message


@pytest.mark.parametrize("number", ["1e400", "-1e400", "1" + "0" * 400, "10.5", "-0"])
@pytest.mark.parametrize("field", ["target_duration", "voice_speed"])
def test_a_number_beyond_all_bounds_is_refused(shared_client: httpx2.Client, field: str, number: str) -> None:
    answer = shared_client.post("/videos", content=f'{{"script": "{SCRIPT}", "{field}": {number}}}')

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid_parameter")


def test_a_nested_field_is_named_with_its_path(shared_client: httpx2.Client) -> None:
    body: dict[str, object] = {"script": SCRIPT, "scenes": [{"text": "Hi"}, {"type": "broll"}]}

    assert refusal(shared_client, body)[2] == "scenes[1].text is required"


@pytest.mark.parametrize(
    "fine",
    [
        {"target_duration": 10.0},
        {"voice_speed": 1},
        {"voice_speed": 0.7},
        {"voice_speed": 1.5},
        {"style": None, "tone": None, "music": None, "cta": None, "scenes": None},
        {"allow_broll": False, "broll_images": [], "scenes": []},
        {"aspect_ratio": "1:1", "tone": "dramatic", "music": "upbeat", "style": "karaoke"},
        {"cta": "x" * 100},
        {"cta": ""},
        {"something_new": {"deep": [1]}},
        {"script": "  " + "x" * 50 + "  "},
        {"actor_slug": None},
    ],
)
def test_what_the_document_allows_is_taken(client: httpx2.Client, fine: dict[str, object]) -> None:
    answer = client.post("/videos", json={"script": SCRIPT} | fine)

    assert answer.status_code == 201, answer.text


@pytest.mark.parametrize("body", [{}, {"script": ""}, {"script": "   "}, {"prompt": " "}, {"script": None}])
def test_without_script_and_prompt_there_is_nothing_to_say(
    shared_client: httpx2.Client, body: dict[str, object]
) -> None:
    answer = shared_client.post("/videos", json=body)

    assert answer.status_code == 400
    assert answer.json() == {
        "error": {
            "code": "missing_script",
            "message": "Either script or prompt is required",
            "type": "validation_error",
        }
    }


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("x" * 49, "script_too_short"),
        (" " * 30 + "x" * 49 + " " * 30, "script_too_short"),
        ("x" * 3001, "script_too_long"),
        (" ".join(["wonder"] * 38), "script_too_long"),
    ],
)
def test_a_script_has_50_to_3000_characters_and_37_words(
    shared_client: httpx2.Client, script: str, code: str
) -> None:
    assert refusal(shared_client, {"script": script})[:2] == (400, code)


def test_a_long_single_word_of_3000_characters_is_fine(client: httpx2.Client) -> None:
    assert client.post("/videos", json={"script": "x" * 3000}).status_code == 201


def test_a_call_to_action_has_100_characters(shared_client: httpx2.Client) -> None:
    assert refusal(shared_client, {"script": SCRIPT, "cta": "x" * 101})[:2] == (400, "cta_too_long")


@pytest.mark.parametrize("field", ["voice", "tts_provider", "persona_slug", "face_photo_url"])
def test_what_the_api_does_not_expose_is_refused(shared_client: httpx2.Client, field: str) -> None:
    status, code, message = refusal(shared_client, {"script": SCRIPT, field: "x"})

    assert (status, code) == (400, "parameter_not_exposed")
    assert message.startswith(field)


def test_types_are_checked_before_anything_else(shared_client: httpx2.Client) -> None:
    body: dict[str, object] = {"script": "short", "template": "testimonial", "music": "polka"}

    assert refusal(shared_client, body)[1] == "invalid_parameter"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"script": "\xff\xfe"}',
        b"\xef\xbb\xbf{}",
        b"{'script': 1}",
        b'{"script": NaN}',
        b'{"script": Infinity}',
        b'{"script": "a\\u0000b"}',
        b'{"script": "\\ud800"}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"null",
        b"[]",
        b'"text"',
        b"5",
        b"\x00",
        b'{"script": "a"} {"script": "b"}',
    ],
)
def test_a_body_that_is_no_json_object_is_invalid_json(shared_client: httpx2.Client, body: bytes) -> None:
    """Promise 33 for JSON: depth and encoding bombs end in a 400."""
    answer = shared_client.post("/videos", content=body, headers={"Content-Type": "application/json"})

    error = answer.json()["error"]
    assert (answer.status_code, error["type"], error["code"]) == (400, "validation_error", "invalid_json")


@pytest.mark.parametrize("content_type", ["application/x-www-form-urlencoded", "text/plain", None])
def test_json_is_read_whatever_the_content_type_says(client: httpx2.Client, content_type: str | None) -> None:
    headers = {} if content_type is None else {"Content-Type": content_type}

    answer = client.post("/videos", content=b'{"script": "%s"}' % SCRIPT.encode(), headers=headers)

    assert answer.status_code == 201
