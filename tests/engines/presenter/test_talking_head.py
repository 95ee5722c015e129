"""A talking-head model by HTTP: what it is sent, how it is waited for, and what is not taken from it."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from reelhouse.engines.errors import EngineNotConfigured, EngineRefused, EngineUnavailable
from reelhouse.engines.presenter.base import PresenterEngine
from reelhouse.engines.presenter.factory import presenter_engine
from reelhouse.engines.presenter.fake import FakePresenter
from reelhouse.engines.presenter.settings import PresenterSettings
from reelhouse.engines.presenter.types import PresenterRequest

PATH, STATUS = "/v1/talking-head", "/v1/talking-head/7"
TICKET = {"id": "7", "status_url": STATUS}


def test_the_builtin_presenter_is_no_engine() -> None:
    """The renderer draws it."""
    assert presenter_engine(PresenterSettings()) is None


def test_without_an_address_the_remedy_is_named() -> None:
    with pytest.raises(EngineNotConfigured, match="REELHOUSE_PRESENTER_URL"):
        presenter_engine(PresenterSettings(backend="talking-head"))


async def test_the_model_is_sent_image_sound_and_wishes(
    talking_head: PresenterEngine,
    asked: list[dict[str, Any]],
    request_: PresenterRequest,
    key: str,
) -> None:
    await talking_head.perform(request_)

    sent = asked[0]
    assert (sent["image"], sent["audio"]) == (request_.portrait, request_.audio)
    wishes = {name: sent[name] for name in ("seconds", "width", "height", "fps", "prompt", "model")}
    assert wishes == {
        "seconds": 1.2,
        "width": 96,
        "height": 160,
        "fps": 25,
        "prompt": "smiling",
        "model": "hallo",
    }
    assert sent["headers"]["Idempotency-Key"] == "take-1"
    assert sent["headers"]["Authorization"] == f"Bearer {key}"


async def test_a_slow_model_is_asked_until_it_is_done(
    httpserver: HTTPServer,
    talking_head: PresenterEngine,
    pending: Callable[[int], None],
    request_: PresenterRequest,
) -> None:
    pending(5)

    performance = await talking_head.perform(request_)

    assert performance.video[4:8] == b"ftyp"
    assert [asked.method for asked, _ in httpserver.log] == ["POST", *["GET"] * 5]


async def test_a_model_that_is_out_of_breath_for_a_moment_is_waited_for(
    httpserver: HTTPServer, talking_head: PresenterEngine, request_: PresenterRequest
) -> None:
    httpserver.expect_ordered_request(PATH).respond_with_json(TICKET, status=202)
    httpserver.expect_ordered_request(STATUS).respond_with_data("", status=503)
    httpserver.expect_ordered_request(STATUS).respond_with_data("", status=502)
    httpserver.expect_ordered_request(STATUS).respond_with_json({"error": "no face in it"}, status=422)
    httpserver.expect_ordered_request(STATUS, method="DELETE").respond_with_data("", status=204)

    with pytest.raises(EngineRefused, match="no face in it"):
        await talking_head.perform(request_)


async def test_a_model_that_dies_at_work_is_given_up(
    httpserver: HTTPServer, talking_head: PresenterEngine, request_: PresenterRequest
) -> None:
    httpserver.expect_request(PATH).respond_with_json(TICKET, status=202)
    httpserver.expect_request(STATUS).respond_with_data("", status=500)

    with pytest.raises(EngineUnavailable, match="500"):
        await talking_head.perform(request_)

    assert [asked.method for asked, _ in httpserver.log] == ["POST", *["GET"] * 3, "DELETE"]


async def test_cancelling_also_ends_the_work_of_the_model(
    talking_head: PresenterEngine,
    pending: Callable[[int], None],
    is_waiting: threading.Event,
    deleted: list[str],
    request_: PresenterRequest,
) -> None:
    pending(1_000_000)
    waiting = asyncio.create_task(talking_head.perform(request_))
    await asyncio.to_thread(is_waiting.wait, 20)

    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    assert deleted == [STATUS]


async def test_a_model_is_not_waited_for_without_end(
    settings: PresenterSettings,
    pending: Callable[[int], None],
    deleted: list[str],
    request_: PresenterRequest,
) -> None:
    pending(1_000_000)
    engine = presenter_engine(settings.model_copy(update={"timeout_seconds": 1}))
    assert engine is not None

    with pytest.raises(EngineUnavailable, match="within 1 s"):
        await engine.perform(request_)

    assert deleted == [STATUS]


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (b"", "video/mp4"),
        (b"<html>queue is full</html>", "text/html"),
        (b"<html>queue is full</html>", "video/mp4"),
        (b"\0\0\0\x18ftypisom" + bytes(4000), "video/mp4"),
        (b"\x1a\x45\xdf\xa3" + bytes(4000), "video/webm"),
    ],
    ids=["nothing", "a page", "a page as video", "no film in it", "a broken WebM"],
)
async def test_what_is_no_video_is_a_failure(
    httpserver: HTTPServer,
    talking_head: PresenterEngine,
    request_: PresenterRequest,
    content: bytes,
    content_type: str,
) -> None:
    httpserver.expect_request(PATH).respond_with_data(content, content_type=content_type)

    with pytest.raises(EngineUnavailable):
        await talking_head.perform(request_)


async def test_a_video_that_ends_too_early_is_a_failure(
    httpserver: HTTPServer, talking_head: PresenterEngine, request_: PresenterRequest
) -> None:
    short = await FakePresenter().perform(replace(request_, seconds=request_.seconds / 2))
    httpserver.expect_request(PATH).respond_with_data(short.video, content_type="video/mp4")

    with pytest.raises(EngineUnavailable, match=r"instead of 1\.20 s"):
        await talking_head.perform(request_)


@pytest.mark.parametrize(
    ("ticket", "kind"),
    [
        ({"id": "7", "status_url": "https://elsewhere.example/7"}, EngineRefused),
        ({"id": "7", "status_url": "//elsewhere.example/7"}, EngineRefused),
        ({"id": "7"}, EngineUnavailable),
        (["7"], EngineUnavailable),
    ],
)
async def test_the_key_is_sent_to_no_other_server(
    httpserver: HTTPServer,
    talking_head: PresenterEngine,
    request_: PresenterRequest,
    ticket: object,
    kind: type[Exception],
) -> None:
    httpserver.expect_request(PATH).respond_with_json(ticket, status=202)

    with pytest.raises(kind):
        await talking_head.perform(request_)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (302, EngineRefused),
        (400, EngineRefused),
        (401, EngineRefused),
        (413, EngineRefused),
        (204, EngineUnavailable),
        (429, EngineUnavailable),
        (500, EngineUnavailable),
    ],
)
async def test_each_status_means_never_or_later_and_never_tells_the_key(
    httpserver: HTTPServer,
    talking_head: PresenterEngine,
    request_: PresenterRequest,
    key: str,
    status: int,
    kind: type[Exception],
) -> None:
    httpserver.expect_request(PATH).respond_with_json({"error": f"no, {key}"}, status=status)

    with pytest.raises(kind) as failure:
        await talking_head.perform(request_)

    assert key not in str(failure.value)


@pytest.mark.parametrize("url", ["ftp://example", "http://127.0.0.1:9"])
async def test_a_server_out_of_reach_is_named(
    settings: PresenterSettings, request_: PresenterRequest, url: str
) -> None:
    engine = presenter_engine(settings.model_copy(update={"url": url}))
    assert engine is not None

    with pytest.raises((EngineRefused, EngineUnavailable)):
        await engine.perform(request_)


async def test_what_is_neither_picture_nor_sound_is_not_sent(
    httpserver: HTTPServer, talking_head: PresenterEngine, request_: PresenterRequest
) -> None:
    for broken in (replace(request_, portrait=b"GIF89a"), replace(request_, audio=b"ID3")):
        with pytest.raises(EngineRefused):
            await talking_head.perform(broken)

    assert httpserver.log == []
