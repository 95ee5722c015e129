"""Voices by description or example from ElevenLabs: what is kept there is taken away again.

The server speaks the documented protocol: a design and its voice, an added voice, speech, and deletion.
"""

import asyncio
import base64
import io
import json
import threading
import wave
from dataclasses import dataclass, field
from typing import Any

import pytest
from pydantic import SecretStr
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.speech.backends.elevenlabs_voice import ElevenLabsVoice
from reelhouse.engines.speech.settings import VoiceSettings
from reelhouse.engines.speech.types import CloneRequest, DescribedRequest

KEY = "sk-never-shown-anywhere-4242"
PCM = bytes(range(256)) * 20
LONG = (
    "This sentence is long enough for a design to say it itself, which saves a voice and a second call there."
)


def recording() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(22_050)
        sound.writeframes(PCM)
    return file.getvalue()


@dataclass
class Studio:
    """ElevenLabs on loopback. `speech` is its answer to a text, or the status with which it fails."""

    speech: bytes | int = PCM
    verifies: bool = False
    deletion: int = 200
    voices: set[str] = field(default_factory=set)
    asked: list[tuple[str, Any]] = field(default_factory=list)
    speaking: threading.Event = field(default_factory=threading.Event)
    may_speak: threading.Event = field(default_factory=threading.Event)

    def design(self, request: Request) -> Response:
        self.asked.append(("design", request.json))
        preview = {
            "audio_base_64": base64.b64encode(recording()).decode(),
            "generated_voice_id": "generated-1",
            "media_type": "audio/mpeg",
            "duration_secs": 0.1,
        }
        return _json({"previews": [preview, preview], "text": "said"})

    def create(self, request: Request) -> Response:
        self.asked.append(("create", request.json))
        return self._keep()

    def add(self, request: Request) -> Response:
        files = [(file.filename, file.read()) for file in request.files.getlist("files")]
        self.asked.append(("add", {**request.form, "files": files}))
        return self._keep()

    def speak(self, request: Request) -> Response:
        self.asked.append(("speak", {**(request.json or {}), **request.args, "path": request.path}))
        self.speaking.set()
        self.may_speak.wait(20)
        if isinstance(self.speech, int):
            return _json({"detail": {"message": f"quota of {KEY}"}}, self.speech)
        return Response(self.speech, content_type="audio/pcm")

    def delete(self, request: Request) -> Response:
        self.voices.discard(request.path.rpartition("/")[2])
        self.asked.append(("delete", request.path))
        return _json({"status": "ok"}, self.deletion)

    def _keep(self) -> Response:
        self.voices.add("voice-1")
        return _json({"voice_id": "voice-1", "requires_verification": self.verifies})


def _json(body: object, status: int = 200) -> Response:
    return Response(json.dumps(body), status=status, content_type="application/json")


@pytest.fixture
def studio(httpserver: HTTPServer) -> Studio:
    studio = Studio()
    studio.may_speak.set()
    key = {"xi-api-key": KEY}
    for path, method, handler in (
        ("/v1/text-to-voice/design", "POST", studio.design),
        ("/v1/text-to-voice", "POST", studio.create),
        ("/v1/voices/add", "POST", studio.add),
        ("/v1/text-to-speech/voice-1", "POST", studio.speak),
        ("/v1/voices/voice-1", "DELETE", studio.delete),
    ):
        httpserver.expect_request(path, method=method, headers=key).respond_with_handler(handler)
    return studio


@pytest.fixture
def engine(httpserver: HTTPServer) -> ElevenLabsVoice:
    return ElevenLabsVoice(
        VoiceSettings(backend="elevenlabs", url=httpserver.url_for("/v1"), key=SecretStr(KEY))
    )


async def test_a_long_text_is_said_by_the_design_itself(studio: Studio, engine: ElevenLabsVoice) -> None:
    spoken = await engine.describe(DescribedRequest(LONG, "a calm old woman with a warm voice", seed=7))

    assert (spoken.pcm, spoken.sample_rate) == (PCM, 22_050)
    assert studio.asked == [
        (
            "design",
            {
                "voice_description": "a calm old woman with a warm voice",
                "model_id": "eleven_multilingual_ttv_v2",
                "seed": 7,
                "text": LONG,
            },
        )
    ]


async def test_a_short_text_is_said_by_a_voice_that_is_kept_for_it_alone(
    studio: Studio, engine: ElevenLabsVoice
) -> None:
    spoken = await engine.describe(DescribedRequest("Hello.", "warm", seed=7))

    assert (spoken.pcm, spoken.sample_rate, spoken.notes) == (PCM, 24_000, ())
    assert [step for step, _ in studio.asked] == ["design", "create", "speak", "delete"]
    design, create, speak, _ = (body for _, body in studio.asked)
    assert design["auto_generate_text"] is True
    assert len(design["voice_description"]) >= 20
    assert design["voice_description"].endswith("warm")
    assert create["generated_voice_id"] == "generated-1"
    assert speak == {
        "text": "Hello.",
        "model_id": "eleven_multilingual_v2",
        "seed": 7,
        "output_format": "pcm_24000",
        "path": "/v1/text-to-speech/voice-1",
    }
    assert studio.voices == set()


async def test_a_clone_is_added_speaks_and_is_deleted(studio: Studio, engine: ElevenLabsVoice) -> None:
    spoken = await engine.clone(CloneRequest("Hello.", recording(), "I said this."))

    assert (spoken.pcm, spoken.notes) == (PCM, ())
    assert [step for step, _ in studio.asked] == ["add", "speak", "delete"]
    assert studio.asked[0][1]["files"] == [("reference.wav", recording())]
    assert studio.asked[0][1]["name"].startswith("reelhouse-")
    assert studio.voices == set()


@pytest.mark.parametrize(("status", "error"), [(422, EngineRefused), (500, EngineUnavailable)])
async def test_a_clone_that_fails_to_speak_is_deleted_too(
    studio: Studio, engine: ElevenLabsVoice, status: int, error: type[Exception]
) -> None:
    studio.speech = status

    with pytest.raises(error, match=r"quota of \[key\]"):
        await engine.clone(CloneRequest("Hello.", recording(), "I said this."))

    assert studio.voices == set()


async def test_a_clone_that_is_cancelled_is_deleted_too(studio: Studio, engine: ElevenLabsVoice) -> None:
    studio.may_speak.clear()
    waiting = asyncio.create_task(engine.clone(CloneRequest("Hello.", recording(), "I said this.")))
    await asyncio.to_thread(studio.speaking.wait, 20)

    waiting.cancel()
    studio.may_speak.set()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    assert studio.voices == set()


async def test_a_voice_that_must_be_verified_is_refused_and_deleted(
    studio: Studio, engine: ElevenLabsVoice
) -> None:
    studio.verifies = True

    with pytest.raises(EngineRefused, match="verified by its owner"):
        await engine.clone(CloneRequest("Hello.", recording(), "I said this."))

    assert [step for step, _ in studio.asked] == ["add", "delete"]


async def test_a_voice_that_stays_behind_is_told(studio: Studio, engine: ElevenLabsVoice) -> None:
    studio.deletion = 500

    spoken = await engine.clone(CloneRequest("Hello.", recording(), "I said this."))

    assert "could not be deleted" in spoken.notes[0]


@pytest.mark.parametrize("speech", [b"", b"RIFF" + bytes(50)])
async def test_rubbish_for_speech_is_refused(
    httpserver: HTTPServer, engine: ElevenLabsVoice, speech: bytes
) -> None:
    httpserver.expect_request("/v1/voices/add").respond_with_json({"voice_id": "voice-2"})
    httpserver.expect_request("/v1/text-to-speech/voice-2").respond_with_data(
        speech, content_type="audio/mpeg"
    )
    httpserver.expect_request("/v1/voices/voice-2", method="DELETE").respond_with_json({})

    with pytest.raises(EngineRefused):
        await engine.clone(CloneRequest("Hello.", recording(), "I said this."))


@pytest.mark.parametrize(
    "body",
    [{}, {"previews": []}, {"previews": [{"audio_base_64": "!", "generated_voice_id": "g"}]}],
)
async def test_rubbish_for_a_design_is_refused(
    httpserver: HTTPServer, engine: ElevenLabsVoice, body: dict[str, object]
) -> None:
    httpserver.expect_request("/v1/text-to-voice/design").respond_with_json(body)

    with pytest.raises(EngineRefused):
        await engine.describe(DescribedRequest(LONG, "a calm old woman with a warm voice"))
