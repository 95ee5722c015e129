"""Every speech backend, each against something real: a child process, or a vendor that answers on loopback.

The vendors' recordings are spoken by the builtin with another voice, so that the true word times are known.
"""

import asyncio
import base64
import io
import json
import re
import shutil
import wave
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from pydantic import SecretStr
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.backends.elevenlabs import ElevenLabsSpeech
from reelhouse.engines.speech.backends.flite import FliteSpeech
from reelhouse.engines.speech.backends.openai import OpenAISpeech
from reelhouse.engines.speech.base import SpeechEngine
from reelhouse.engines.speech.fake import FakeSpeech
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.speech.types import Speech, SpeechRequest, Voice, VoiceGender

VENDORS_VOICE = Voice("vendor", VoiceGender.MALE, "m7", pitch=45)


def wav_of(speech: Speech, *, streamed: bool = False) -> bytes:
    """`speech` as a WAV file; a `streamed` one claims the greatest length, since its end was not known."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(speech.sample_rate)
        file.writeframes(speech.pcm)
    content = buffer.getvalue()
    return content[:40] + b"\xff\xff\xff\xff" + content[44:] if streamed else content


@dataclass
class VendorSpeech:
    """A vendor's server: it speaks, and remembers what it was asked and what it said."""

    asked: list[dict[str, object]] = field(default_factory=list)
    said: list[Speech] = field(default_factory=list)

    def answer_openai(self, request: Request) -> Response:
        body = self._note(request)
        speech = self._say(str(body["input"]), float(str(body["speed"])))
        return Response(wav_of(speech, streamed=True), content_type="audio/wav")

    def answer_elevenlabs(self, request: Request) -> Response:
        body = self._note(request)
        settings = body["voice_settings"]
        assert isinstance(settings, dict)
        speech = self._say(str(body["text"]), float(settings["speed"]), sample_rate=24_000)
        return Response(
            json.dumps(with_timestamps(str(body["text"]), speech)), content_type="application/json"
        )

    def _note(self, request: Request) -> dict[str, object]:
        body = json.loads(request.get_data())
        assert isinstance(body, dict)
        self.asked.append({**body, "path": request.path, "query": request.query_string.decode()})
        return body

    def _say(self, text: str, speed: float, sample_rate: int | None = None) -> Speech:
        speech = asyncio.run(BuiltinSpeech().speak(SpeechRequest(text, VENDORS_VOICE, speed=speed)))
        if sample_rate is not None:
            speech = _resampled(speech, sample_rate)
        self.said.append(speech)
        return speech


def _resampled(speech: Speech, sample_rate: int) -> Speech:
    samples = np.frombuffer(speech.pcm, "<i2")
    count = int(speech.timing.duration * sample_rate)
    places = np.arange(count) * speech.sample_rate / sample_rate
    pcm = np.rint(np.interp(places, np.arange(len(samples)), samples)).astype("<i2").tobytes()
    return replace(speech, pcm=pcm, sample_rate=sample_rate)


def with_timestamps(text: str, speech: Speech) -> dict[str, object]:
    """What ``/with-timestamps`` answers for `speech`: every character of `text` with its times."""
    starts: list[float] = []
    ends: list[float] = []
    place = 0
    for word in speech.timing.words:
        first = text.index(word.text, place)
        starts += [float(word.span.start)] * (first - place)
        ends += [float(word.span.start)] * (first - place)
        share = float(word.span.duration) / len(word.text)
        starts += [float(word.span.start) + share * index for index in range(len(word.text))]
        ends += [float(word.span.start) + share * (index + 1) for index in range(len(word.text))]
        place = first + len(word.text)
    last = float(speech.timing.duration)
    starts += [last] * (len(text) - place)
    ends += [last] * (len(text) - place)
    return {
        "audio_base64": base64.b64encode(speech.pcm).decode(),
        "alignment": {
            "characters": list(text),
            "character_start_times_seconds": starts,
            "character_end_times_seconds": ends,
        },
        "normalized_alignment": None,
    }


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def key() -> str:
    return "sk-never-shown-anywhere-4242"


@pytest.fixture
def vendor() -> VendorSpeech:
    return VendorSpeech()


@pytest.fixture
def vendor_asked(vendor: VendorSpeech) -> list[dict[str, object]]:
    """The bodies that the vendor received, with their path and query."""
    return vendor.asked


@pytest.fixture
def vendor_said(vendor: VendorSpeech) -> list[Speech]:
    """What the vendor really said, with its true times."""
    return vendor.said


@pytest.fixture
def openai_settings(httpserver: HTTPServer, key: str) -> SpeechSettings:
    return SpeechSettings(
        backend="openai", url=httpserver.url_for("/v1"), key=SecretStr(key), timeout_seconds=30
    )


@pytest.fixture
def elevenlabs_settings(httpserver: HTTPServer, key: str) -> SpeechSettings:
    return SpeechSettings(
        backend="elevenlabs", url=httpserver.url_for(""), key=SecretStr(key), timeout_seconds=30
    )


@pytest.fixture
def openai_engine(
    httpserver: HTTPServer, vendor: VendorSpeech, openai_settings: SpeechSettings
) -> SpeechEngine:
    httpserver.expect_request("/v1/audio/speech", method="POST").respond_with_handler(vendor.answer_openai)
    return OpenAISpeech(openai_settings)


@pytest.fixture
def elevenlabs_engine(
    httpserver: HTTPServer, vendor: VendorSpeech, elevenlabs_settings: SpeechSettings
) -> SpeechEngine:
    spoken = re.compile(r"^/v1/text-to-speech/[^/]+/with-timestamps$")
    httpserver.expect_request(spoken, method="POST").respond_with_handler(vendor.answer_elevenlabs)
    return ElevenLabsSpeech(elevenlabs_settings)


@pytest.fixture(params=["fake", "builtin", "flite", "openai", "elevenlabs"])
def engine(request: pytest.FixtureRequest) -> SpeechEngine:
    if request.param == "fake":
        return FakeSpeech()
    if request.param == "builtin":
        return BuiltinSpeech()
    if request.param == "flite":
        if shutil.which("flite") is None:
            pytest.skip("the program flite is not installed")
        return FliteSpeech(SpeechSettings(backend="flite"))
    vendors: SpeechEngine = request.getfixturevalue(f"{request.param}_engine")
    return vendors
