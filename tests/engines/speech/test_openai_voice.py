"""Voices by description or example from OpenAI-compatible servers."""

import base64
import io
import json
import wave
from typing import Any

import numpy as np
import pytest
from pydantic import SecretStr
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reelhouse.engines.errors import EngineNotConfigured, EngineRefused, EngineUnavailable
from reelhouse.engines.speech.backends.openai_voice import OpenAIVoice
from reelhouse.engines.speech.families import VOICE
from reelhouse.engines.speech.settings import VoiceSettings
from reelhouse.engines.speech.types import CloneRequest, DescribedRequest

PATH = "/v1/audio/speech"
KEY = "sk-never-shown-anywhere-4242"
RATE = 24_000


def recording(seconds: float = 0.5) -> bytes:
    file = io.BytesIO()
    samples = np.sin(2 * np.pi * 220 * np.arange(round(seconds * RATE)) / RATE) * 9000
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(samples.astype("<i2").tobytes())
    return file.getvalue()


@pytest.fixture
def settings(httpserver: HTTPServer) -> VoiceSettings:
    return VoiceSettings(
        backend="openai", url=httpserver.url_for("/v1"), key=SecretStr(KEY), timeout_seconds=30
    )


@pytest.fixture
def asked(httpserver: HTTPServer) -> list[dict[str, Any]]:
    """What the server was asked; it always says the same."""
    bodies: list[dict[str, Any]] = []

    def answer(request: Request) -> Response:
        bodies.append(json.loads(request.get_data()))
        return Response(recording(), content_type="audio/wav")

    httpserver.expect_request(PATH, method="POST").respond_with_handler(answer)
    return bodies


@pytest.mark.parametrize(
    ("description", "voice"),
    [
        ("a calm old woman with a warm voice", "nova"),
        ("A gruff man, father of three girls", "onyx"),
        ("the ideal narrator of mangoes and humans", "alloy"),
    ],
)
async def test_a_description_chooses_a_voice_and_guides_it(
    settings: VoiceSettings, asked: list[dict[str, Any]], description: str, voice: str
) -> None:
    spoken = await OpenAIVoice(settings).describe(DescribedRequest("Hello there.", description))

    assert asked == [
        {
            "model": "gpt-4o-mini-tts",
            "input": "Hello there.",
            "instructions": description,
            "voice": voice,
            "response_format": "wav",
        }
    ]
    assert (len(spoken.pcm), spoken.sample_rate) == (RATE, RATE)
    assert repr(voice) in spoken.notes[0]


async def test_a_model_that_designs_voices_gets_the_description_alone(
    settings: VoiceSettings, asked: list[dict[str, Any]]
) -> None:
    model = "Qwen/Qwen3-TTS-12Hz-1.7B-VoiceDesign"

    spoken = await OpenAIVoice(settings.model_copy(update={"model": model})).describe(
        DescribedRequest("Guten Tag.", "eine ruhige Stimme", language="de")
    )

    assert asked[0] == {
        "model": model,
        "input": "Guten Tag.",
        "instructions": "eine ruhige Stimme",
        "response_format": "wav",
        "task_type": "VoiceDesign",
        "language": "German",
    }
    assert spoken.notes == ()


async def test_a_clone_gets_the_recording_and_what_it_says(
    settings: VoiceSettings, asked: list[dict[str, Any]]
) -> None:
    reference = recording(2)

    await OpenAIVoice(settings).clone(
        CloneRequest("Hello there.", reference, "I said this.", seed=7, most_tokens=300)
    )

    (body,) = asked
    kind, _, data = str(body.pop("ref_audio")).partition(",")
    assert (kind, base64.b64decode(data)) == ("data:audio/wav;base64", reference)
    assert body == {
        "input": "Hello there.",
        "response_format": "wav",
        "task_type": "Base",
        "ref_text": "I said this.",
        "language": "English",
        "max_new_tokens": 300,
        "seed": 7,
    }


async def test_without_a_transcript_the_voice_alone_is_taken(
    settings: VoiceSettings, asked: list[dict[str, Any]]
) -> None:
    await OpenAIVoice(settings).clone(CloneRequest("Hello.", recording(), " "))

    assert asked[0]["x_vector_only_mode"] is True
    assert "ref_text" not in asked[0]


async def test_openai_itself_is_not_asked_to_clone() -> None:
    engine = OpenAIVoice(VoiceSettings(backend="openai", key=SecretStr(KEY)))

    with pytest.raises(EngineRefused, match="REELHOUSE_VOICE_URL"):
        await engine.clone(CloneRequest("Hello.", recording(), "I said this."))


@pytest.mark.parametrize("content", [b"", b"<html>busy</html>", b'{"error": "x"}', b"RIFF" + bytes(40)])
async def test_what_is_no_sound_is_refused(
    httpserver: HTTPServer, settings: VoiceSettings, content: bytes
) -> None:
    httpserver.expect_request(PATH).respond_with_data(content, content_type="audio/wav")

    with pytest.raises(EngineRefused, match="'openai'"):
        await OpenAIVoice(settings).describe(DescribedRequest("Hello.", "a woman"))


async def test_a_text_that_is_too_long_is_refused_before_anybody_is_asked(settings: VoiceSettings) -> None:
    with pytest.raises(EngineRefused, match="over 4096"):
        await OpenAIVoice(settings).describe(DescribedRequest("a" * 5000, "a woman"))


@pytest.mark.parametrize(("status", "error"), [(400, EngineRefused), (503, EngineUnavailable)])
async def test_failures_are_told_without_the_key(
    httpserver: HTTPServer, settings: VoiceSettings, status: int, error: type[Exception]
) -> None:
    httpserver.expect_request(PATH).respond_with_json({"error": {"message": f"no {KEY}"}}, status=status)

    with pytest.raises(error, match=r"no \[key\]"):
        await OpenAIVoice(settings).describe(DescribedRequest("Hello.", "a woman"))


def test_a_house_without_a_cloning_backend_says_who_could() -> None:
    with pytest.raises(EngineNotConfigured, match=r"cloning a voice.*elevenlabs.*openai"):
        VOICE.able(VoiceSettings(), "clone")
