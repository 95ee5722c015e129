"""Hostile requests: each is answered in the dialect's shape, none with a 500, and none is charged."""

import json
import socket
from collections.abc import Iterator

import httpx2
import pytest

from running import SCRIPT, ApiCaller, RunningHouse

MEGABYTE = 1024 * 1024
POSTS = ["/videos", "/videos/00000000-0000-4000-8000-000000000000/cancel", "/account/keys"]
WITH_BODY = ["/videos", "/account/keys"]
VALID = json.dumps({"script": SCRIPT}).encode()


@pytest.fixture(scope="module")
def caller(front: RunningHouse) -> ApiCaller:
    return front.caller("hostile")


@pytest.fixture(autouse=True)
def nothing_happens(caller: ApiCaller) -> Iterator[None]:
    """Whatever a test sends: no job, no charge, no key, and the server lives."""
    keys = len(caller.http.get("/account/keys").json()["keys"])
    yield
    assert (caller.credits(), caller.total_jobs()) == (12_900, 0)
    assert len(caller.http.get("/account/keys").json()["keys"]) == keys


def check_shape(answer: httpx2.Response) -> str:
    """The one error shape, and a status that blames the caller; its code."""
    assert 400 <= answer.status_code < 500, (answer.status_code, answer.text)
    body = answer.json()
    assert set(body) == {"error"}
    assert {"code", "message", "type"} <= set(body["error"])
    assert "Traceback" not in answer.text
    code: str = body["error"]["code"]
    return code


HOSTILE = {
    "empty object in a list": b"[{}]",
    "a string": b'"script"',
    "a number": b"5",
    "not json": b"script=hello",
    "half": b'{"script": "abc',
    "bad utf-8": b'{"name": "\xff\xfe", "script": "\xc3\x28"}',
    "raw nul": b'{"name": "a\x00b", "script": "a\x00b"}',
    "escaped nul": b'{"name": "a\\u0000b", "script": "a\\u0000b"}',
    "nul in a name": b'{"script\\u0000": 1}',
    "lone surrogate": b'{"name": "\\ud800", "script": "\\ud800"}',
    "utf-16": '{"script": "abc"}'.encode("utf-16"),
    "deep lists": b"[" * 200_000,
    "deep objects": b'{"name":' * 100_000,
    "infinity": b'{"name": Infinity, "voice_speed": 1e999}',
    "not a number": b'{"name": NaN, "voice_speed": NaN}',
    "huge integer": b'{"name": ' + b"9" * 100_000 + b', "target_duration": ' + b"9" * 100_000 + b"}",
    "wrong types": b'{"name": ["x"], "script": {"$ne": null}}',
}


@pytest.mark.parametrize("path", WITH_BODY)
@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_malformed_body_is_refused_in_the_dialects_shape(caller: ApiCaller, path: str, body: bytes) -> None:
    """Promises 33 and 36."""
    answer = caller.http.post(path, content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code == 400
    assert check_shape(answer) in {"invalid_json", "invalid_parameter", "missing_script"}


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_of_a_megabyte_and_one_byte_is_refused(caller: ApiCaller, path: str, chunked: bool) -> None:
    """Promise 32."""
    body = b'{"name": "' + b"x" * (MEGABYTE - 11) + b'"}'
    assert len(body) == MEGABYTE + 1
    content = iter([body[:MEGABYTE], body[MEGABYTE:]]) if chunked else body

    code = check_shape(caller.http.post(path, content=content))

    assert code == ("body_too_large" if path in WITH_BODY else "job_not_found")


@pytest.mark.parametrize("path", WITH_BODY)
def test_a_body_that_is_announced_too_large_is_refused_before_it_comes(
    front: RunningHouse, caller: ApiCaller, path: str
) -> None:
    """Promise 32."""
    head = (
        f"POST /agentmedia/api/v1{path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {caller.key}\r\n"
        "Content-Type: application/json\r\nContent-Length: 1000000000000\r\n\r\n"
    )
    url = httpx2.URL(front.base)
    with socket.create_connection((url.host, url.port or 80), timeout=20) as connection:
        connection.sendall(head.encode())

        answer = b""
        while b"}}" not in answer and (received := connection.recv(65_536)):
            answer += received

    assert answer.startswith(b"HTTP/1.1 413")
    assert b"body_too_large" in answer


@pytest.mark.parametrize("path", WITH_BODY)
@pytest.mark.parametrize(
    ("media_type", "encoding"),
    [
        ("application/x-www-form-urlencoded", "identity"),
        ("multipart/form-data; boundary=x", "identity"),
        ("application/json", "gzip"),
        ("text/plain; charset=utf-16", "br"),
    ],
)
def test_a_body_in_another_form_is_refused(
    caller: ApiCaller, path: str, media_type: str, encoding: str
) -> None:
    headers = {"Content-Type": media_type, "Content-Encoding": encoding}

    answer = caller.http.post(path, content=b"\x1f\x8b\x08\x00script=x&name=y", headers=headers)

    assert check_shape(answer) == "invalid_json"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Idempotency-Key", "k" * 256),
        ("Authorization", "Bearer " + "x" * 10_000),
        ("Authorization", "Bearer ma_" + "0" * 32),
        ("Authorization", "Basic YTpi"),
        ("Authorization", "Bearer"),
        ("Authorization", "Bearer ma_\u00e9\u00df"),
    ],
)
def test_a_hostile_header_is_refused(caller: ApiCaller, name: str, value: str) -> None:
    """Promises 2 and 36."""
    answer = caller.http.post("/videos", content=VALID, headers={name.encode(): value.encode("latin-1")})

    assert check_shape(answer) in {"idempotency_key_too_long", "invalid_api_key"}


@pytest.mark.parametrize("path", POSTS)
def test_nobody_learns_anything_without_a_key(front: RunningHouse, path: str) -> None:
    """Promise 36."""
    answer = httpx2.post(f"{front.base}/agentmedia/api/v1{path}", content=b"[" * 100_000)

    assert (answer.status_code, check_shape(answer)) == (401, "missing_api_key")


@pytest.mark.parametrize(
    "path",
    [
        "/videos/%00",
        "/videos/..%2f..%2fetc%2fpasswd",
        "/videos/%ff%fe",
        "/videos/" + "9" * 4000,
        "/videos/' OR 1=1 --",
        "/videos?limit=99999999999999999999",
        "/videos?offset=-1",
        "/videos?offset=9223372036854775808",
        "/videos?limit=%00",
        "/videos?status=%F0%9F%92%A3",
        "/account/usage?period=1e9d",
        "/nothing/%00/here",
    ],
)
def test_a_hostile_address_is_refused_in_the_dialects_shape(caller: ApiCaller, path: str) -> None:
    """Promises 34 and 36."""
    check_shape(caller.http.get(path))
