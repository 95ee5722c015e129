"""Speech by ElevenLabs: its own character times become word times."""

import base64

import numpy as np
import pytest
from pytest_httpserver import HTTPServer

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.speech.backends.elevenlabs import ElevenLabsSpeech
from reelhouse.engines.speech.base import SpeechEngine
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.speech.types import Speech, SpeechRequest, Voice, VoiceGender

EMMA = Voice("emma", VoiceGender.FEMALE, "f3")
HELLO = SpeechRequest("Hello there, how are you today? I am fine.", EMMA)
PATH = "/v1/text-to-speech/21m00Tcm4TlvDq8ikWAM/with-timestamps"


def latest(speech: Speech, true: Speech) -> float:
    """How far the worst word starts from where it was really said, in seconds."""
    pairs = zip(speech.timing.words, true.timing.words, strict=True)
    return max(abs(float(word.span.start - said.span.start)) for word, said in pairs)


async def test_it_asks_for_plain_samples_with_the_key_in_its_header(
    elevenlabs_engine: SpeechEngine, vendor_asked: list[dict[str, object]], httpserver: HTTPServer, key: str
) -> None:
    await elevenlabs_engine.speak(HELLO)

    asked = vendor_asked[0]
    assert (asked["path"], asked["query"]) == (PATH, "output_format=pcm_24000")
    assert (asked["text"], asked["model_id"]) == (HELLO.text, "eleven_multilingual_v2")
    assert httpserver.log[0][0].headers["xi-api-key"] == key


@pytest.mark.usefixtures("elevenlabs_engine")
async def test_a_configured_voice_stands_for_ours(
    elevenlabs_settings: SpeechSettings,
    vendor_asked: list[dict[str, object]],
) -> None:
    chosen = elevenlabs_settings.model_copy(update={"voices": {"emma": "cgSgspJ2msm6clMCkdW9"}})

    await ElevenLabsSpeech(chosen).speak(HELLO)

    assert "/cgSgspJ2msm6clMCkdW9/" in str(vendor_asked[0]["path"])


async def test_its_own_times_are_kept_and_the_sounds_follow_them(
    elevenlabs_engine: SpeechEngine, vendor_said: list[Speech]
) -> None:
    speech = await elevenlabs_engine.speak(HELLO)

    assert speech.timing.source == "measured"
    assert latest(speech, vendor_said[0]) < 0.001
    vowels = {sound.span.start: sound.ipa for sound in speech.timing.phonemes if sound.ipa == "oʊ"}
    true = [sound.span.start for sound in vendor_said[0].timing.phonemes if sound.ipa == "oʊ"]
    assert min(vowels) == pytest.approx(true[0], abs=0.06)


@pytest.mark.parametrize("speed", [0.6, 1.8])
async def test_a_speed_beyond_its_range_is_reached_all_the_same(
    elevenlabs_engine: SpeechEngine, vendor_asked: list[dict[str, object]], speed: float
) -> None:
    natural = await elevenlabs_engine.speak(HELLO)

    changed = await elevenlabs_engine.speak(SpeechRequest(HELLO.text, EMMA, speed=speed))

    assert vendor_asked[1]["voice_settings"] == {"speed": 0.7 if speed < 1 else 1.2}
    assert float(natural.timing.duration / changed.timing.duration) == pytest.approx(speed, rel=0.1)


async def test_missing_or_foreign_times_are_aligned_instead(
    httpserver: HTTPServer,
    elevenlabs_engine: SpeechEngine,
    elevenlabs_settings: SpeechSettings,
    vendor_said: list[Speech],
) -> None:
    await elevenlabs_engine.speak(HELLO)
    said = vendor_said[0]
    foreign = {
        "audio_base64": base64.b64encode(said.pcm).decode(),
        "alignment": {
            "characters": ["H", "i"],
            "character_start_times_seconds": [0.0, 0.1],
            "character_end_times_seconds": [0.1, 0.2],
        },
    }
    httpserver.clear()
    httpserver.expect_request(PATH).respond_with_json(foreign)

    speech = await ElevenLabsSpeech(elevenlabs_settings).speak(HELLO)

    assert speech.timing.source == "aligned"
    assert latest(speech, said) < 0.12


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"audio_base64": "not base64!"},
        {"audio_base64": ""},
        {"audio_base64": base64.b64encode(np.zeros(48_000, "<i2").tobytes()).decode()},
    ],
    ids=["nothing", "no base64", "empty", "silence"],
)
async def test_an_answer_without_speech_is_a_failure(
    httpserver: HTTPServer, elevenlabs_settings: SpeechSettings, answer: dict[str, str]
) -> None:
    httpserver.expect_request(PATH).respond_with_json(answer)

    with pytest.raises(EngineUnavailable):
        await ElevenLabsSpeech(elevenlabs_settings).speak(HELLO)


async def test_a_compressed_recording_is_refused(
    httpserver: HTTPServer, elevenlabs_settings: SpeechSettings
) -> None:
    song = base64.b64encode(b"ID3\x04" + bytes(9000)).decode()
    httpserver.expect_request(PATH).respond_with_json({"audio_base64": song})

    with pytest.raises(EngineRefused):
        await ElevenLabsSpeech(elevenlabs_settings).speak(HELLO)


async def test_a_rejected_key_names_its_setting_and_not_itself(
    httpserver: HTTPServer, elevenlabs_settings: SpeechSettings, key: str
) -> None:
    """Promise 37."""
    detail = {"detail": {"status": "invalid_api_key", "message": f"Invalid API key {key}"}}
    httpserver.expect_request(PATH).respond_with_json(detail, status=401)

    with pytest.raises(EngineRefused, match="REELHOUSE_SPEECH_KEY") as refusal:
        await ElevenLabsSpeech(elevenlabs_settings).speak(HELLO)

    assert key not in str(refusal.value)
