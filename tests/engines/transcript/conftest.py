"""Every transcript backend, each over recordings whose words and times are known."""

import json
import runpy
import wave
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from pydantic import JsonValue, SecretStr
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import KEY, FakeHost
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.types import SpeechRequest, Voice, VoiceGender
from reelhouse.engines.tools import Tools, Utterance
from reelhouse.engines.transcript.aligning.features import resampled
from reelhouse.engines.transcript.backends import builtin, faster_whisper, hosted, openai
from reelhouse.engines.transcript.base import TranscriptEngine
from reelhouse.engines.transcript.fake import FakeTranscript
from reelhouse.media.speech import Word
from reelhouse.media.time import Span

RATE = 16_000
EDGE = Fraction(3, 10)
SPOKEN = "Boots on the porch and a laptop glow,\nI mint an A P I key before the roosters crow."
WOMAN, MAN = Voice("woman", VoiceGender.FEMALE, "f2"), Voice("man", VoiceGender.MALE, "m3")
STRANGER = Voice("stranger", VoiceGender.MALE, "m7", pitch=45)


@dataclass(frozen=True, slots=True)
class Recording:
    """A WAV file, and the words that are said in it; `transcript` has a mark more."""

    path: Path
    text: str
    transcript: str
    words: tuple[Word, ...]


Recorder = Callable[..., Awaitable[Recording]]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def utter(
    text: str, language: str, *, male: bool = False, monotone: bool = False, speed: float = 1.0
) -> Utterance:
    assert not monotone
    speech = await BuiltinSpeech().speak(SpeechRequest(text, MAN if male else WOMAN, language, speed))
    return Utterance(speech.pcm, speech.sample_rate, speech.timing)


@pytest.fixture
def tools() -> Tools:
    return Tools(utter=utter)


def write_wav(path: Path, samples: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(np.rint(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())


@pytest.fixture
def record(tmp_path: Path) -> Recorder:
    """Has a stranger say a text, with a little silence before and behind; `under` is laid below it."""

    async def recorded(
        text: str = SPOKEN, language: str = "en", *, speed: float = 1.1, under: float = 0.001
    ) -> Recording:
        speech = await BuiltinSpeech().speak(SpeechRequest(text, STRANGER, language, speed))
        samples = resampled(np.frombuffer(speech.pcm, "<i2") / 32768, speech.sample_rate)
        said = np.pad(samples, int(EDGE * RATE))
        noise = np.random.default_rng(0).normal(0, under, len(said))
        path = tmp_path / f"recording-{language}-{speed}-{under}.wav"
        write_wav(path, said + noise)
        words = (
            Word(word.text, Span(word.span.start + EDGE, word.span.end + EDGE))
            for word in speech.timing.words
        )
        return Recording(path, text, f"[Intro]\n{text}", tuple(words))

    return recorded


@pytest.fixture
async def recording(record: Recorder) -> Recording:
    return await record()


@pytest.fixture
def sound(tmp_path: Path) -> "Callable[[np.ndarray[tuple[int, ...], np.dtype[np.float64]]], Path]":
    """Writes samples from -1 to 1 as a recording."""

    def written(samples: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> Path:
        path = tmp_path / f"sound-{len(list(tmp_path.iterdir()))}.wav"
        write_wav(path, samples)
        return path

    return written


@pytest.fixture
def silence(tmp_path: Path) -> Path:
    path = tmp_path / "silence.wav"
    write_wav(path, np.random.default_rng(0).normal(0, 0.0001, 2 * RATE))
    return path


@pytest.fixture
def openai_engine(httpserver: HTTPServer, recording: Recording) -> TranscriptEngine:
    """A server that hears what is said, whatever it is sent, as servers with faster-whisper tell it."""

    def answer(_: Request) -> Response:
        words = [
            {
                "word": f" {word.text}",
                "start": float(word.span.start),
                "end": float(word.span.end),
                "probability": 0.9,
            }
            for word in recording.words
        ]
        return Response(json.dumps({"text": SPOKEN, "words": words}), content_type="application/json")

    httpserver.expect_request("/v1/audio/transcriptions", method="POST").respond_with_handler(answer)
    settings = EngineSettings(backend="openai", url=httpserver.url_for("/v1"), key=SecretStr("sk-test"))
    return openai.build(settings, Tools())


@pytest.fixture
def fal_engine(recording: Recording) -> Iterator[TranscriptEngine]:
    with FakeFal(listening_to(recording)) as host:
        yield hosted.fal(hosted_settings(host), Tools())


@pytest.fixture
def replicate_engine(recording: Recording) -> Iterator[TranscriptEngine]:
    with FakeReplicate(listening_to(recording)) as host:
        yield hosted.replicate(hosted_settings(host), Tools())


def hosted_settings(host: FakeHost) -> EngineSettings:
    return EngineSettings(url=host.url, key=SecretStr(KEY), poll_seconds=0.01, timeout_seconds=30)


def listening_to(recording: Recording) -> Callable[..., JsonValue]:
    """A model that hears what is said, whatever it is sent, as the usual ones tell it."""

    def hear(_host: FakeHost, _model: str, _inputs: dict[str, JsonValue]) -> JsonValue:
        chunks: list[JsonValue] = [
            {"timestamp": [float(word.span.start), float(word.span.end)], "text": f" {word.text}"}
            for word in recording.words
        ]
        return {"text": recording.text, "chunks": chunks}

    return hear


@pytest.fixture(scope="session")
def tiny_whisper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with random weights. On a busy machine, threads spin while they wait for each other: one
    is enough.
    """
    pytest.importorskip("faster_whisper", reason="the extra whisper is not installed")
    place = Path(__file__).with_name("tiny_whisper.py")
    folder = tmp_path_factory.mktemp("whisper") / "tiny"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OMP_NUM_THREADS", "1")
        runpy.run_path(str(place))["write_tiny_whisper"](folder)
        yield folder


@pytest.fixture
def whisper_engine(tiny_whisper: Path, tools: Tools) -> TranscriptEngine:
    return faster_whisper.build(EngineSettings(backend="whisper", model=str(tiny_whisper)), tools)


@pytest.fixture(params=["fake", "builtin", "openai", "fal", "replicate", "whisper"])
def engine(request: pytest.FixtureRequest, tools: Tools) -> TranscriptEngine:
    if request.param == "fake":
        return FakeTranscript()
    if request.param == "builtin":
        return builtin.build(EngineSettings(), tools)
    made: TranscriptEngine = request.getfixturevalue(f"{request.param}_engine")
    return made
