"""Vendors that answer rubbish: a clear failure that may be asked again; the key stays where it belongs."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pydantic import JsonValue

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import KEY, Failed, FakeHost, Reply
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.image.types import ImageRequest

EngineOf = Callable[..., Any]
LAKE = ImageRequest("a lake", 320, 200)
HTML = Reply(200, b"<html><body>Bad gateway</body></html>", "text/html")

RUBBISH = {
    "html": HTML,
    "nothing": Reply(200, b""),
    "a list": Reply.of([1, 2, 3]),
    "missing fields": Reply.of({"ok": True}),
    "wrong types": Reply.of({"id": 7, "request_id": [], "status": 7, "urls": "none", "status_url": {}}),
    "truncated": Reply(200, b'{"status": "COMPL'),
    "no text": Reply(200, b"\xff\xfe\x00\xd8"),
    "deep": Reply(200, b"[" * 5000),
    "an error with 200": Reply.of({"error": "internal"}),
}


@pytest.mark.parametrize("step", ["submit", "status"])
@pytest.mark.parametrize("reply", RUBBISH.values(), ids=RUBBISH.keys())
async def test_rubbish_from_the_queue_is_unavailable(
    vendor: FakeHost, engine_of: EngineOf, step: str, reply: Reply
) -> None:
    vendor.replies[step] = reply

    with pytest.raises(EngineUnavailable):
        await engine_of(vendor).draw(LAKE)


@pytest.mark.parametrize("reply", RUBBISH.values(), ids=RUBBISH.keys())
async def test_rubbish_for_a_result_is_unavailable(fal: FakeFal, engine_of: EngineOf, reply: Reply) -> None:
    fal.replies["result"] = reply

    with pytest.raises(EngineUnavailable):
        await engine_of(fal).draw(LAKE)


@pytest.mark.parametrize("status", [429, 502])
@pytest.mark.parametrize("step", ["submit", "status"])
async def test_a_busy_or_broken_vendor_may_be_asked_again(
    vendor: FakeHost, engine_of: EngineOf, step: str, status: int
) -> None:
    vendor.replies[step] = Reply(status, b"<h1>sorry</h1>", "text/html")

    with pytest.raises(EngineUnavailable, match=f"status {status}"):
        await engine_of(vendor).draw(LAKE)


@pytest.mark.parametrize("status", [402, 404, 422])
async def test_a_request_that_the_vendor_does_not_take_is_refused_in_its_words(
    vendor: FakeHost, engine_of: EngineOf, status: int
) -> None:
    vendor.replies["submit"] = Reply.of({"detail": f"prompt of {KEY} is too long. " * 50}, status)

    with pytest.raises(EngineRefused, match=r"prompt of \[key\] is too long") as refusal:
        await engine_of(vendor).draw(LAKE)

    assert KEY not in refusal.value.message
    assert len(refusal.value.message) < 350


@pytest.fixture
def thief() -> Iterator[FakeHost]:
    with FakeFal(lambda _host, _model, _inputs: {}) as host:
        yield host


async def test_a_ticket_that_leads_elsewhere_is_not_followed(
    vendor: FakeHost, thief: FakeHost, engine_of: EngineOf
) -> None:
    there = f"{thief.root}/v1/predictions/1"
    vendor.replies["submit"] = Reply.of(
        {
            "id": "1",
            "status": "starting",
            "urls": {"get": there, "cancel": there},
            "request_id": "1",
            "status_url": there,
            "response_url": there,
            "cancel_url": there,
        }
    )

    with pytest.raises(EngineUnavailable, match="another server"):
        await engine_of(vendor).draw(LAKE)

    assert thief.keys == []


async def test_a_redirect_is_not_followed_with_the_key(
    vendor: FakeHost, thief: FakeHost, engine_of: EngineOf
) -> None:
    vendor.replies["status"] = Reply(302, b"", headers={"Location": thief.root})

    with pytest.raises(EngineRefused, match="redirects"):
        await engine_of(vendor).draw(LAKE)

    assert thief.keys == []


def giving(result: Callable[[FakeHost], JsonValue]) -> Callable[..., JsonValue]:
    def make(host: FakeHost, _model: str, _inputs: dict[str, JsonValue]) -> JsonValue:
        told = result(host)
        return told if isinstance(host, FakeReplicate) else {"images": told}

    return make


NO_PICTURES = {
    "no address": lambda _host: [],
    "words": lambda _host: ["a lovely lake"],
    "a number": lambda _host: 7,
    "a page": lambda host: [host.keep(b"<html>no</html>", "text/html")],
    "a page that is called a picture": lambda host: [host.keep(b"<html>no</html>", "image/png")],
    "a picture that is called a page": lambda host: [host.keep(b"\x89PNG\r\n\x1a\n", "text/html")],
    "a torn picture": lambda host: [host.keep(b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "image/png")],
    "nothing": lambda host: [host.keep(b"", "image/png")],
    "a lost file": lambda host: [f"{host.root}/files/99"],
    "plain http": lambda _host: ["http://files.example.com/1.png"],
    "a private address": lambda _host: ["https://10.0.0.1/1.png"],
    "another port here": lambda _host: ["https://127.0.0.1:1/1.png"],
    "metadata": lambda _host: ["https://169.254.169.254/latest"],
    "a file of the machine": lambda _host: ["file:///etc/passwd"],
    "an address with a password": lambda _host: ["https://me:secret@127.0.0.1/1.png"],
    "no base64": lambda _host: ["data:image/png;base64,%%%"],
    "a page as data": lambda _host: ["data:text/html;base64,PGI+"],
    "data without an end": lambda _host: ["data:"],
}


@pytest.mark.parametrize("result", NO_PICTURES.values(), ids=NO_PICTURES.keys())
async def test_what_is_no_picture_is_unavailable(
    vendor: FakeHost, engine_of: EngineOf, result: Callable[[FakeHost], JsonValue]
) -> None:
    vendor.make = giving(result)

    with pytest.raises(EngineUnavailable):
        await engine_of(vendor).draw(LAKE)


async def test_a_file_without_end_is_not_read_to_its_end(vendor: FakeHost, engine_of: EngineOf) -> None:
    vendor.replies["file"] = Reply(200, b"\x89PNG" + bytes(60_000_001), "image/png")

    with pytest.raises(EngineUnavailable, match="more than 60000000 bytes"):
        await engine_of(vendor).draw(LAKE)


async def test_a_picture_may_come_as_data(vendor: FakeHost, engine_of: EngineOf, a_picture: bytes) -> None:
    vendor.make = giving(lambda _host: [f"data:image/png;base64,{b64encode(a_picture).decode()}"])

    picture = await engine_of(vendor).draw(LAKE)

    assert Image.open(BytesIO(picture.png)).size == (320, 200)


async def test_a_result_that_a_filter_holds_back_is_refused(fal: FakeFal, engine_of: EngineOf) -> None:
    fal.make = lambda host, _model, _inputs: {
        "images": [{"url": host.keep(b"", "image/png")}],
        "has_nsfw_concepts": [True],
    }

    with pytest.raises(EngineRefused, match="filter"):
        await engine_of(fal).draw(LAKE)


async def test_a_cancel_that_comes_too_late_hides_nothing(fal: FakeFal, engine_of: EngineOf) -> None:
    def make(_host: FakeHost, _model: str, _inputs: dict[str, JsonValue]) -> JsonValue:
        raise Failed("no people", "content_policy_violation", 422)

    fal.make = make
    fal.replies["cancel"] = HTML

    with pytest.raises(EngineRefused, match="no people"):
        await engine_of(fal).draw(LAKE)
