"""Calls to a vendor: what its answers mean, how much patience it gets, and that nobody sees the key."""

import json

import pytest
from pydantic import SecretStr
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.vendor import Attachment, Vendor

KEY = "sk-never-shown-anywhere-4242"


@pytest.fixture
def vendor() -> Vendor:
    settings = EngineSettings(key=SecretStr(KEY), timeout_seconds=10)
    return Vendor("acme", "image", settings, {"Authorization": f"Bearer {KEY}"})


async def ask(vendor: Vendor, httpserver: HTTPServer) -> bytes:
    return (await vendor.post(httpserver.url_for("/work"), {"prompt": "a lake"})).content


@pytest.mark.parametrize("status", [429, 503])
async def test_a_vendor_that_asks_for_a_moment_gets_it(
    httpserver: HTTPServer, vendor: Vendor, status: int
) -> None:
    httpserver.expect_ordered_request("/work").respond_with_data(
        "", status=status, headers={"Retry-After": "0.01"}
    )
    httpserver.expect_ordered_request("/work").respond_with_data("done")

    assert await ask(vendor, httpserver) == b"done"


async def test_its_patience_has_an_end(httpserver: HTTPServer, vendor: Vendor) -> None:
    httpserver.expect_request("/work").respond_with_data("", status=429, headers={"Retry-After": "0"})

    with pytest.raises(EngineUnavailable, match="status 429"):
        await ask(vendor, httpserver)

    assert len(httpserver.log) == 3


@pytest.mark.parametrize("wish", ["3600", "Wed, 21 Oct 2026 07:28:00 GMT", "-1", "soon", "nan"])
async def test_a_long_wait_is_left_to_whoever_asked(
    httpserver: HTTPServer, vendor: Vendor, wish: str
) -> None:
    httpserver.expect_request("/work").respond_with_data("", status=503, headers={"Retry-After": wish})

    with pytest.raises(EngineUnavailable, match="status 503"):
        await ask(vendor, httpserver)

    assert len(httpserver.log) == 1


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"error": {"message": "no such model", "code": "x"}}, "no such model"),
        ({"error": "no such model"}, "no such model"),
        ({"detail": {"status": "voice_limit", "message": "too many voices"}}, "too many voices"),
        ({"detail": "The size is wrong.", "title": "Input", "status": 422}, "The size is wrong."),
        (
            {
                "detail": [
                    {"loc": ["body", "image_size"], "msg": "is too large", "type": "value_error", "ctx": {}},
                    {"loc": ["body"], "msg": "a seed is missing", "type": "missing"},
                ]
            },
            "image_size: is too large; a seed is missing",
        ),
        ({"object": "error", "message": "out of range"}, "out of range"),
    ],
)
async def test_a_refusal_is_told_in_the_vendors_words(
    httpserver: HTTPServer, vendor: Vendor, body: dict[str, object], sentence: str
) -> None:
    httpserver.expect_request("/work").respond_with_json(body, status=422)

    with pytest.raises(EngineRefused) as refusal:
        await ask(vendor, httpserver)

    assert refusal.value.reason == f"status 422: {sentence}"


@pytest.mark.parametrize(
    "body", ["", "<html>nginx</html>", "[1]", '{"error": 7}', '{"detail": [[]]}', "\xff"]
)
async def test_a_refusal_without_words_is_told_by_its_status(
    httpserver: HTTPServer, vendor: Vendor, body: str
) -> None:
    httpserver.expect_request("/work").respond_with_data(body.encode("latin-1"), status=400)

    with pytest.raises(EngineRefused) as refusal:
        await ask(vendor, httpserver)

    assert refusal.value.reason == "status 400"


@pytest.mark.parametrize("status", [400, 401, 429, 500])
async def test_the_key_is_never_repeated(httpserver: HTTPServer, vendor: Vendor, status: int) -> None:
    """Promise 37."""
    said = {"error": {"message": f"{'x' * 180} the key {KEY} is wrong"}}
    httpserver.expect_request("/work").respond_with_json(said, status=status)

    with pytest.raises((EngineRefused, EngineUnavailable)) as failure:
        await ask(vendor, httpserver)

    assert "never-shown" not in failure.value.message
    assert httpserver.log[0][0].headers["Authorization"] == f"Bearer {KEY}"


async def test_a_form_carries_fields_and_files(httpserver: HTTPServer, vendor: Vendor) -> None:
    def told(request: Request) -> Response:
        files = [
            (name, file.filename, file.content_type, file.read().decode())
            for name, file in request.files.items(multi=True)
        ]
        return Response(json.dumps([request.form.to_dict(flat=False), files]))

    httpserver.expect_request("/form", method="POST").respond_with_handler(told)

    answer = await vendor.post_form(
        httpserver.url_for("/form"),
        {"model": "m", "kinds[]": ["word", "segment"]},
        [
            Attachment("image[]", "a.png", b"A", "image/png"),
            Attachment("image[]", "b.png", b"B", "image/png"),
        ],
    )

    assert json.loads(answer.content) == [
        {"model": ["m"], "kinds[]": ["word", "segment"]},
        [["image[]", "a.png", "image/png", "A"], ["image[]", "b.png", "image/png", "B"]],
    ]


async def test_a_line_stays_open_for_several_questions(httpserver: HTTPServer, vendor: Vendor) -> None:
    httpserver.expect_request("/work").respond_with_data("done")

    async with vendor.connected() as line:
        for method in ("GET", "PUT", "DELETE"):
            assert (await line.ask(method, httpserver.url_for("/work"))).content == b"done"

    assert [request.method for request, _ in httpserver.log] == ["GET", "PUT", "DELETE"]


async def test_an_address_that_is_none_names_its_setting(vendor: Vendor) -> None:
    with pytest.raises(EngineRefused, match="REELHOUSE_IMAGE_URL is no http address"):
        await vendor.post("ftp://there/work", {})


async def test_a_vendor_out_of_reach_can_be_asked_again(vendor: Vendor) -> None:
    with pytest.raises(EngineUnavailable, match="the connection failed"):
        await vendor.post("http://127.0.0.1:9/work", {})
