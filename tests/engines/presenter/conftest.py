"""Presenter engines; the model is a server on loopback that speaks the documented protocol."""

import asyncio
import base64
import io
import json
import threading
import wave
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import pytest
from pydantic import SecretStr
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reelhouse.engines.presenter.base import PresenterEngine
from reelhouse.engines.presenter.factory import presenter_engine
from reelhouse.engines.presenter.fake import FakePresenter
from reelhouse.engines.presenter.metered import MeteredPresenter
from reelhouse.engines.presenter.settings import PresenterSettings
from reelhouse.engines.presenter.types import PresenterRequest

PORTRAIT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def silence(seconds: Fraction) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(bytes(2 * int(seconds * 16_000)))
    return buffer.getvalue()


@dataclass
class ModelServer:
    """Films what it is asked for; first it says `pending` times that it is not done."""

    pending: int = 0
    asked: list[dict[str, Any]] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    was_asked_again: threading.Event = field(default_factory=threading.Event)
    _film: bytes = b""

    def perform(self, request: Request) -> Response:
        wishes = json.loads(request.form["request"])
        files = {name: file.read() for name, file in request.files.items()}
        self.asked.append({**wishes, **files, "headers": dict(request.headers)})
        self._film = asyncio.run(_filmed(wishes))
        return self._answer()

    def status(self, _request: Request) -> Response:
        self.was_asked_again.set()
        return self._answer()

    def _answer(self) -> Response:
        if self.pending:
            self.pending -= 1
            ticket = {"id": "7", "status_url": "/v1/talking-head/7"}
            return Response(json.dumps(ticket), status=202, content_type="application/json")
        return Response(self._film, content_type="video/mp4")

    def delete(self, request: Request) -> Response:
        self.deleted.append(request.path)
        return Response(status=204)


async def _filmed(wishes: dict[str, float]) -> bytes:
    request = PresenterRequest(
        b"", b"", Fraction(wishes["seconds"]), int(wishes["width"]), int(wishes["height"]), 25, None, "film"
    )
    return (await FakePresenter().perform(request)).video


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def key() -> str:
    return "sk-never-shown-anywhere-4242"


@pytest.fixture
def request_() -> PresenterRequest:
    seconds = Fraction(6, 5)
    return PresenterRequest(PORTRAIT, silence(seconds), seconds, 96, 160, 25, "smiling", "take-1")


@pytest.fixture
def settings(httpserver: HTTPServer, key: str) -> PresenterSettings:
    return PresenterSettings(
        backend="talking-head",
        url=httpserver.url_for(""),
        key=SecretStr(key),
        model="hallo",
        timeout_seconds=30,
        poll_seconds=0.01,
    )


@pytest.fixture
def model_server(httpserver: HTTPServer) -> ModelServer:
    server = ModelServer()
    httpserver.expect_request("/v1/talking-head", method="POST").respond_with_handler(server.perform)
    httpserver.expect_request("/v1/talking-head/7", method="GET").respond_with_handler(server.status)
    httpserver.expect_request("/v1/talking-head/7", method="DELETE").respond_with_handler(server.delete)
    return server


@pytest.fixture
def asked(model_server: ModelServer) -> list[dict[str, Any]]:
    """What the model received: its wishes, its files and its headers."""
    return model_server.asked


@pytest.fixture
def deleted(model_server: ModelServer) -> list[str]:
    """The addresses whose work was given up."""
    return model_server.deleted


@pytest.fixture
def is_waiting(model_server: ModelServer) -> threading.Event:
    """Set when the model was asked for its result."""
    return model_server.was_asked_again


@pytest.fixture
def pending(model_server: ModelServer) -> Callable[[int], None]:
    """Sets how many times the model will say that it is not done."""
    return lambda times: setattr(model_server, "pending", times)


@pytest.fixture
def talking_head(settings: PresenterSettings) -> PresenterEngine:
    engine = presenter_engine(settings)
    assert engine is not None
    return engine


@pytest.fixture(params=["fake", "talking-head"])
def engine(request: pytest.FixtureRequest) -> PresenterEngine:
    if request.param == "fake":
        return MeteredPresenter(FakePresenter())
    request.getfixturevalue("model_server")
    model: PresenterEngine = request.getfixturevalue("talking_head")
    return model
