"""Every text backend; the model is a server on loopback that answers in OpenAI's recorded shape."""

import json
from dataclasses import dataclass, field

import pytest
from pydantic import SecretStr
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reelhouse.engines.text.backends.builtin import BuiltinText
from reelhouse.engines.text.base import TextEngine
from reelhouse.engines.text.factory import text_engine
from reelhouse.engines.text.fake import FakeText
from reelhouse.engines.text.metered import MeteredText
from reelhouse.engines.text.settings import TextSettings

FITTING = (
    "Cold mornings call for better coffee. This one comes to your door every week, fresh and ready. "
    "Take a sip, slow down, and start your day the way you like it. Try it today."
)


@dataclass
class ModelServer:
    """Gives `drafts` in turn, the last one for ever; remembers what it was asked."""

    drafts: list[str] = field(default_factory=list)
    asked: list[dict[str, object]] = field(default_factory=list)

    def answer(self, request: Request) -> Response:
        body = json.loads(request.get_data())
        self.asked.append(body)
        told = str(body["messages"][1]["content"])
        draft = self.drafts.pop(0) if self.drafts else _fitting(told)
        asked_for = "translation" if "Translate into" in told else "script"
        answer = _completion(str(body["model"]), {asked_for: draft})
        return Response(json.dumps(answer), content_type="application/json")


def _fitting(told: str) -> str:
    if "<script>" in told:
        return told.split("<script>")[1].split("</script>", maxsplit=1)[0].strip().upper()
    most = int(told.split("At most ")[1].split(maxsplit=1)[0])
    return " ".join(FITTING.split()[: most - 3]) + " and so on."


def _completion(model: str, answer: dict[str, str]) -> dict[str, object]:
    message: dict[str, object] = {
        "role": "assistant",
        "content": json.dumps(answer),
        "refusal": None,
        "annotations": [],
    }
    return {
        "id": "chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG",
        "object": "chat.completion",
        "created": 1741570283,
        "model": model,
        "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 180, "completion_tokens": 46, "total_tokens": 226},
        "service_tier": "default",
        "system_fingerprint": "fp_fc9f1d7035",
    }


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def key() -> str:
    return "sk-never-shown-anywhere-4242"


@pytest.fixture
def model_server(httpserver: HTTPServer) -> ModelServer:
    server = ModelServer()
    httpserver.expect_request("/v1/chat/completions", method="POST").respond_with_handler(server.answer)
    return server


@pytest.fixture
def drafts(model_server: ModelServer) -> list[str]:
    """What the model will answer, in turn."""
    return model_server.drafts


@pytest.fixture
def asked(model_server: ModelServer) -> list[dict[str, object]]:
    """The bodies that the model's server received."""
    return model_server.asked


@pytest.fixture
def openai_settings(httpserver: HTTPServer, key: str) -> TextSettings:
    return TextSettings(
        backend="openai", url=httpserver.url_for("/v1"), key=SecretStr(key), timeout_seconds=30
    )


@pytest.fixture
def openai_engine(openai_settings: TextSettings) -> TextEngine:
    return text_engine(openai_settings)


@pytest.fixture(params=["fake", "builtin", "openai"])
def engine(request: pytest.FixtureRequest) -> TextEngine:
    if request.param == "fake":
        return MeteredText(FakeText())
    if request.param == "builtin":
        return MeteredText(BuiltinText())
    request.getfixturevalue("model_server")
    model: TextEngine = request.getfixturevalue("openai_engine")
    return model
