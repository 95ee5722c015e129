"""What every engine of described and cloned voices promises, whoever speaks."""

import asyncio
import base64
import io
import json
import wave
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from pydantic import JsonValue, SecretStr
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import KEY, FakeHost
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.speech.base import VoiceEngine
from reelhouse.engines.speech.fake import FakeVoice
from reelhouse.engines.speech.families import VOICE
from reelhouse.engines.speech.types import CloneRequest, DescribedRequest, Spoken
from reelhouse.engines.tools import Tools

pytestmark = pytest.mark.usefixtures("scratch")

HOSTS = {"fal": FakeFal, "replicate": FakeReplicate}
CLONERS = [name for name, backend in VOICE.own.items() if "clone" in backend.abilities]
LONG = "The whole of this sentence is said, and then it is said again, as often as it is written. "
HOSTILE = {
    "json": '{"text": "hello", "seed": [1, 2], "\\u0000": null}',
    "markup": "<speak>hello</speak> {{7*7}} %s $(rm -rf /) '; DROP TABLE jobs; --",
    "emoji": "hello 🔥🚀 👩‍👩‍👧",
    "control": "hello\0\x01\x1b[31m\r\n\t\x7f there",
    "surrogate": "hello \ud800 there",
    "one word": "a" * 200,
}


def wav(pcm: bytes, rate: int, channels: int = 1) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((channels, 2, rate, 0, "NONE", ""))
        sound.writeframes(pcm)
    return file.getvalue()


def tone(seconds: float, rate: int = 16_000) -> bytes:
    return (np.sin(np.arange(round(seconds * rate)) / 9) * 9000).astype("<i2").tobytes()


ASKED = DescribedRequest("We launch at dawn.", "a calm old woman with a warm voice", seed=3)
COPIED = CloneRequest("We launch at dawn.", wav(tone(3), 16_000), "This is my voice.", seed=3)


def spoken(text: str, description: str = "") -> Spoken:
    """What vendors on loopback say: the fake's beeps."""
    return asyncio.run(FakeVoice().describe(DescribedRequest(text, description)))


@pytest.fixture(params=["fake", *VOICE.own])
def voice(request: pytest.FixtureRequest) -> Iterator[VoiceEngine]:
    yield from made(request.param, request)


@pytest.fixture(params=["fake", *CLONERS])
def cloner(request: pytest.FixtureRequest) -> Iterator[VoiceEngine]:
    yield from made(request.param, request)


def made(name: str, request: pytest.FixtureRequest) -> Iterator[VoiceEngine]:
    if name == "fake":
        yield FakeVoice()
    elif name in HOSTS:
        with HOSTS[name](say) as host:
            yield loaded(name, host.url)
    else:
        yield loaded(name, request.getfixturevalue(f"{name}_studio"))


def loaded(name: str, url: str) -> VoiceEngine:
    settings = EngineSettings(url=url, key=SecretStr(KEY), poll_seconds=0.01, timeout_seconds=30)
    engine: VoiceEngine = VOICE.own[name].load(settings, Tools())
    return engine


@pytest.fixture
def builtin_studio() -> str:
    return ""


@pytest.fixture
def openai_studio(httpserver: HTTPServer) -> str:
    def answer(request: Request) -> Response:
        body = request.get_json()
        said = spoken(body["input"], str(body.get("instructions") or body.get("ref_text")))
        return Response(wav(said.pcm, said.sample_rate), content_type="audio/wav")

    httpserver.expect_request("/v1/audio/speech", method="POST").respond_with_handler(answer)
    return httpserver.url_for("/v1")


@pytest.fixture
def elevenlabs_studio(httpserver: HTTPServer) -> Iterator[str]:
    """A design and its voice, an added voice, speech, and deletion; in the end, nobody's voice is left."""
    kept: set[str] = set()

    def design(request: Request) -> Response:
        body = request.get_json()
        said = spoken(body.get("text", "sample"), body["voice_description"])
        recording = base64.b64encode(wav(said.pcm, said.sample_rate)).decode()
        return told({"previews": [{"audio_base_64": recording, "generated_voice_id": "generated"}]})

    def keep(_request: Request) -> Response:
        kept.add("one")
        return told({"voice_id": "one", "requires_verification": False})

    def speak(request: Request) -> Response:
        return Response(spoken(request.get_json()["text"]).pcm, content_type="audio/pcm")

    def delete(_request: Request) -> Response:
        kept.clear()
        return told({"status": "ok"})

    handlers: dict[tuple[str, str], Callable[[Request], Response]] = {
        ("POST", "/v1/text-to-voice/design"): design,
        ("POST", "/v1/text-to-voice"): keep,
        ("POST", "/v1/voices/add"): keep,
        ("POST", "/v1/text-to-speech/one"): speak,
        ("DELETE", "/v1/voices/one"): delete,
    }
    for (method, path), handler in handlers.items():
        httpserver.expect_request(path, method=method).respond_with_handler(handler)
    yield httpserver.url_for("")
    assert kept == set()


def told(document: object) -> Response:
    return Response(json.dumps(document), content_type="application/json")


def say(host: FakeHost, model: str, inputs: dict[str, JsonValue]) -> JsonValue:
    if "clone-voice" in model:
        return {"speaker_embedding": {"url": host.keep(b"embedding", "application/octet-stream")}}
    said = spoken(str(inputs["text"]), str(inputs.get("prompt", inputs.get("voice_description"))))
    address = host.keep(wav(said.pcm, said.sample_rate), "audio/wav")
    return address if isinstance(host, FakeReplicate) else {"audio": {"url": address}}


def check(said: Spoken) -> None:
    """Whole samples of one channel, loud enough to be heard, and sentences that are some."""
    assert len(said.pcm) % 2 == 0
    assert 8_000 <= said.sample_rate <= 48_000
    samples = np.frombuffer(said.pcm, "<i2").astype(float)
    assert np.sqrt((samples**2).mean()) > 100
    assert len(samples) / said.sample_rate > 0.2
    assert all(sentence.strip() for sentence in (*said.understood, *said.notes))


@pytest.mark.parametrize("text", [ASKED.text, LONG * 2], ids=["short", "long"])
async def test_a_described_voice_is_heard(voice: VoiceEngine, text: str) -> None:
    check(await voice.describe(replace(ASKED, text=text)))


async def test_a_cloned_voice_is_heard(cloner: VoiceEngine) -> None:
    check(await cloner.clone(COPIED))


async def test_equal_descriptions_are_said_equally(voice: VoiceEngine) -> None:
    assert await voice.describe(ASKED) == await voice.describe(ASKED)


async def test_equal_clones_are_said_equally(cloner: VoiceEngine) -> None:
    assert await cloner.clone(COPIED) == await cloner.clone(COPIED)


async def test_twice_as_many_words_take_longer(voice: VoiceEngine) -> None:
    short, long = [await voice.describe(replace(ASKED, text=LONG * count)) for count in (2, 4)]

    assert len(long.pcm) / long.sample_rate > 1.6 * len(short.pcm) / short.sample_rate


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_whatever_is_written_is_said(voice: VoiceEngine, text: str) -> None:
    check(await voice.describe(replace(ASKED, text=text)))


@pytest.mark.parametrize(
    "description", ["", "🔥\0\ud800", '{"voice": null}', "warm and slow " * 300], ids=len
)
async def test_whatever_describes_a_voice_there_is_one(voice: VoiceEngine, description: str) -> None:
    check(await voice.describe(replace(ASKED, description=description)))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_whatever_is_written_a_clone_says_it(cloner: VoiceEngine, text: str) -> None:
    check(await cloner.clone(replace(COPIED, text=text, transcript=text)))


async def test_a_clone_needs_no_transcript(cloner: VoiceEngine) -> None:
    check(await cloner.clone(replace(COPIED, transcript="")))


@pytest.mark.parametrize("text", ["", " \n\t ", "...!?", "🔥 🚀", "\0\x01\x02"])
async def test_a_text_in_which_nothing_can_be_said_is_refused(voice: VoiceEngine, text: str) -> None:
    with pytest.raises(EngineRefused, match="nothing in the text"):
        await voice.describe(replace(ASKED, text=text))


async def test_a_clone_has_something_to_say(cloner: VoiceEngine) -> None:
    with pytest.raises(EngineRefused, match="nothing in the text"):
        await cloner.clone(replace(COPIED, text="..."))


@pytest.mark.parametrize(
    "reference",
    [b"", b"RIFF", b"\xff\xfb\x90\x00" * 100, wav(b"", 16_000), wav(tone(1), 16_000, channels=2)],
    ids=["nothing", "cut", "mp3", "empty", "stereo"],
)
async def test_a_voice_is_cloned_from_a_recording_only(cloner: VoiceEngine, reference: bytes) -> None:
    with pytest.raises(EngineRefused, match="recording"):
        await cloner.clone(replace(COPIED, reference=reference))


async def test_a_clone_has_tokens_to_speak_with(cloner: VoiceEngine) -> None:
    with pytest.raises(EngineRefused, match="tokens"):
        await cloner.clone(replace(COPIED, most_tokens=0))


@pytest.mark.parametrize("name", sorted(set(VOICE.own) - set(CLONERS)))
async def test_who_does_not_clone_says_so(name: str) -> None:
    with pytest.raises(EngineRefused, match="voice of a recording"):
        await loaded(name, "").clone(COPIED)
