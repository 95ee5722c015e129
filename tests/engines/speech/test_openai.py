"""Speech by OpenAI-compatible servers: what is asked, how it is aligned, and what counts as a failure."""

import struct

import numpy as np
import pytest
from numpy.typing import NDArray
from pytest_httpserver import HTTPServer
from werkzeug import Response

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.speech.backends.openai import OpenAISpeech
from reelhouse.engines.speech.base import SpeechEngine
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.speech.types import Speech, SpeechRequest, Voice, VoiceGender

EMMA = Voice("emma", VoiceGender.FEMALE, "f3")
HELLO = SpeechRequest("Hello there, how are you today? I am fine.", EMMA, speed=1.2)
PATH = "/v1/audio/speech"


async def test_it_asks_for_wav_with_our_words_and_speed(
    openai_engine: SpeechEngine, vendor_asked: list[dict[str, object]]
) -> None:
    await openai_engine.speak(HELLO)

    asked = vendor_asked[0]
    assert (asked["input"], asked["speed"]) == (HELLO.text, 1.2)
    assert (asked["voice"], asked["response_format"], asked["model"]) == ("nova", "wav", "tts-1")


@pytest.mark.usefixtures("openai_engine")
async def test_settings_choose_model_and_voice(
    openai_settings: SpeechSettings, vendor_asked: list[dict[str, object]]
) -> None:
    chosen = openai_settings.model_copy(update={"model": "kokoro", "voices": {"emma": "af_sky"}})

    await OpenAISpeech(chosen).speak(HELLO)

    assert (vendor_asked[0]["model"], vendor_asked[0]["voice"]) == ("kokoro", "af_sky")


async def test_words_are_aligned_to_what_was_really_said(
    openai_engine: SpeechEngine, vendor_said: list[Speech]
) -> None:
    speech = await openai_engine.speak(HELLO)

    assert speech.timing.source == "aligned"
    assert speech.pcm == vendor_said[0].pcm
    late = [
        abs(float(word.span.start - true.span.start))
        for word, true in zip(speech.timing.words, vendor_said[0].timing.words, strict=True)
    ]
    assert np.mean(late) < 0.03
    assert max(late) < 0.1


async def test_the_key_goes_into_the_header_and_nowhere_else(
    httpserver: HTTPServer, openai_settings: SpeechSettings, key: str
) -> None:
    """Promise 37."""
    echo = {"error": {"message": f"Incorrect API key provided: {key}"}}
    httpserver.expect_request(PATH).respond_with_json(echo, status=400)

    with pytest.raises(EngineRefused) as refusal:
        await OpenAISpeech(openai_settings).speak(HELLO)

    assert httpserver.log[0][0].headers["Authorization"] == f"Bearer {key}"
    assert key not in str(refusal.value)
    assert "[key]" in str(refusal.value)


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 413, 422])
async def test_what_the_vendor_forbids_is_refused(
    httpserver: HTTPServer, openai_settings: SpeechSettings, status: int
) -> None:
    httpserver.expect_request(PATH).respond_with_json({"error": {"message": "no"}}, status=status)

    with pytest.raises(EngineRefused, match=str(status)):
        await OpenAISpeech(openai_settings).speak(HELLO)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503])
async def test_a_vendor_in_trouble_may_be_asked_again(
    httpserver: HTTPServer, openai_settings: SpeechSettings, status: int
) -> None:
    """Promise 41."""
    httpserver.expect_request(PATH).respond_with_data("<html>busy</html>", status=status)

    with pytest.raises(EngineUnavailable, match=str(status)):
        await OpenAISpeech(openai_settings).speak(HELLO)


async def test_a_vendor_out_of_reach_may_be_asked_again(openai_settings: SpeechSettings) -> None:
    nobody = openai_settings.model_copy(update={"url": "http://127.0.0.1:9/v1"})

    with pytest.raises(EngineUnavailable, match="ConnectError"):
        await OpenAISpeech(nobody).speak(HELLO)


async def test_an_address_that_is_none_is_refused(openai_settings: SpeechSettings) -> None:
    with pytest.raises(EngineRefused, match="REELHOUSE_SPEECH_URL"):
        await OpenAISpeech(openai_settings.model_copy(update={"url": "ftp://example"})).speak(HELLO)


def chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body


def riff(kind: int, bits: int, body: bytes, channels: int = 1) -> bytes:
    frame = channels * bits // 8
    layout = struct.pack("<HHIIHH", kind, channels, 24_000, 24_000 * frame, frame, bits)
    return (
        b"RIFF\0\0\0\0WAVE" + chunk(b"fmt ", layout) + chunk(b"LIST", b"odd") + b"\0" + chunk(b"data", body)
    )


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (b"ID3\x04" + bytes(5000), "audio/mpeg"),
        (b"\xff\xfb\x90\x00" * 5000, "audio/wav"),
        (b"OggS" + bytes(5000), "application/ogg"),
        (riff(7, 8, bytes(48_000)), "audio/wav"),
        (riff(1, 16, bytes(48_000), channels=6), "audio/wav"),
        (b"RIFF\0\0\0\0WAVE" + chunk(b"data", bytes(100)), "audio/wav"),
        (b'{"status": "ok"}', "application/json"),
    ],
    ids=["mp3", "mp3 as wav", "ogg", "mu-law", "six channels", "no format", "json"],
)
async def test_what_is_no_plain_sound_is_refused(
    httpserver: HTTPServer, openai_settings: SpeechSettings, content: bytes, content_type: str
) -> None:
    httpserver.expect_request(PATH).respond_with_data(content, content_type=content_type)

    with pytest.raises(EngineRefused):
        await OpenAISpeech(openai_settings).speak(HELLO)


@pytest.mark.parametrize("body", [b"", bytes(2), bytes(96_000)], ids=["empty", "one sample", "silence"])
async def test_an_answer_without_sound_is_a_failure(
    httpserver: HTTPServer, openai_settings: SpeechSettings, body: bytes
) -> None:
    """Promise 41: never a wrong success."""
    httpserver.expect_request(PATH).respond_with_data(riff(1, 16, body), content_type="audio/wav")

    with pytest.raises(EngineUnavailable):
        await OpenAISpeech(openai_settings).speak(HELLO)


def tone() -> NDArray[np.float64]:
    return np.asarray(0.5 * np.sin(np.arange(48_000) * 0.05))


@pytest.mark.parametrize(
    "content",
    [
        riff(1, 8, (128 + tone() * 127).astype(np.uint8).tobytes()),
        riff(1, 16, np.repeat(tone() * 32767, 2).astype("<i2").tobytes(), channels=2),
        riff(1, 24, b"".join(int(x * 8388607).to_bytes(3, "little", signed=True) for x in tone())),
        riff(1, 32, (tone() * 2147483647).astype("<i4").tobytes()),
        riff(3, 32, tone().astype("<f4").tobytes()),
    ],
    ids=["8 bit", "stereo", "24 bit", "32 bit", "float"],
)
async def test_every_plain_kind_of_wav_becomes_the_same_sound(
    httpserver: HTTPServer, openai_settings: SpeechSettings, content: bytes
) -> None:
    httpserver.expect_request(PATH).respond_with_data(content, content_type="audio/wav")

    speech = await OpenAISpeech(openai_settings).speak(HELLO)

    heard = np.frombuffer(speech.pcm, "<i2").astype(np.float64) / 32767
    assert (speech.sample_rate, len(heard)) == (24_000, 48_000)
    assert np.abs(heard - tone()).max() < 0.016  # two steps of eight bits


async def test_raw_samples_are_read_at_their_documented_rate(
    httpserver: HTTPServer, openai_settings: SpeechSettings
) -> None:
    raw = (tone() * 32767).astype("<i2").tobytes()
    answer = Response(raw, content_type="audio/pcm")
    httpserver.expect_request(PATH).respond_with_response(answer)

    speech = await OpenAISpeech(openai_settings).speak(HELLO)

    assert (speech.pcm, speech.sample_rate) == (raw, 24_000)


async def test_what_cannot_be_timed_is_refused_before_the_vendor_is_paid(
    openai_engine: SpeechEngine, vendor_asked: list[dict[str, object]]
) -> None:
    with pytest.raises(EngineRefused, match="openai"):
        await openai_engine.speak(SpeechRequest("🔥 🔥 🔥", EMMA))

    assert vendor_asked == []
