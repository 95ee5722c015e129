"""What the builtin finds, against words whose times are known."""

import shutil
import wave
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.speech.backends.flite import FliteSpeech
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.speech.types import SpeechRequest, Voice, VoiceGender
from reelhouse.engines.tools import Tools
from reelhouse.engines.transcript.backends.builtin import BuiltinTranscript, build
from reelhouse.engines.transcript.types import TranscriptRequest

if TYPE_CHECKING:
    from tests.engines.transcript.conftest import Recorder, Recording

GERMAN = "Guten Morgen zusammen. Zuerst wählt der Schreiner ein Brett aus Eiche und misst es zweimal."
FRENCH = "Bonjour à tous. D'abord, le menuisier choisit une planche de chêne et la mesure deux fois."
ODD = "We paid $42 for Zürich's API, and Xqyzzt didn't complain about the 3 roosters."
OTHER = "Investors fear that the economy may slow down before winter, and that demand is weak."


@pytest.fixture
def engine(tools: Tools) -> BuiltinTranscript:
    return build(EngineSettings(), tools)


def errors(heard: list[float], known: list[float]) -> tuple[float, float]:
    """Median and 95 % of the distances, in seconds."""
    far = np.abs(np.array(heard) - np.array(known))
    return float(np.median(far)), float(np.quantile(far, 0.95))


@pytest.mark.parametrize(
    ("text", "language"), [(GERMAN, "de"), (FRENCH, "fr"), (ODD, "en")], ids=["de", "fr", "odd words"]
)
async def test_words_are_found_where_they_are_said(
    engine: BuiltinTranscript, record: "Recorder", text: str, language: str
) -> None:
    recording = await record(text, language)

    heard = await engine.hear(TranscriptRequest(recording.path, language, text))

    starts = [float(word.span.start) for word in heard.words]
    median, most = errors(starts, [float(word.span.start) for word in recording.words])
    assert median < 0.04
    assert most < 0.15
    assert min(word.confidence for word in heard.words) > 0.5


@pytest.mark.skipif(shutil.which("flite") is None, reason="the program flite is not installed")
async def test_words_of_another_synthesiser_are_found(engine: BuiltinTranscript, tmp_path: Path) -> None:
    text = "Boots on the porch and a laptop glow, I mint an A P I key before the roosters crow."
    flite = FliteSpeech(SpeechSettings(backend="flite", voices={"v": "kal16"}))
    speech = await flite.speak(SpeechRequest(text, Voice("v", VoiceGender.MALE, "m7"), "en"))
    assert speech.sample_rate == 16_000
    path = tmp_path / "flite.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(speech.pcm)

    heard = await engine.hear(TranscriptRequest(path, "en", text))

    starts = [float(word.span.start) for word in heard.words]
    median, most = errors(starts, [float(word.span.start) for word in speech.timing.words])
    assert median < 0.04
    assert most < 0.15
    assert set(heard.scores) == {"forced-alignment", "synthesis-warping"}
    assert heard.method == max(heard.scores, key=lambda method: heard.scores[method])


async def test_a_transcript_of_something_else_is_not_believed(
    engine: BuiltinTranscript, recording: "Recording"
) -> None:
    heard = await engine.hear(TranscriptRequest(recording.path, "en", OTHER))

    assert sum(word.confidence for word in heard.words) / len(heard.words) < 0.4
    assert max(heard.scores.values()) < 0.5
    assert heard.notes == (
        "What is heard does not fit the transcript well; its times are not to be relied on.",
    )


async def test_words_wait_for_the_end_of_a_pause(engine: BuiltinTranscript, record: "Recorder") -> None:
    first, second = await record("We mint a key,"), await record("before the roosters crow.", speed=1.0)
    pause, halves = np.zeros(3 * 16_000, "<i2"), []
    for half in (first, second):
        with wave.open(str(half.path), "rb") as file:
            halves.append(np.frombuffer(file.readframes(file.getnframes()), "<i2"))
    with wave.open(str(first.path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(np.concatenate([halves[0], pause, halves[1]]).tobytes())

    heard = await engine.hear(TranscriptRequest(first.path, "en", "We mint a key, before the roosters crow."))

    resumed = len(halves[0]) / 16_000 + 3
    assert heard.words[3].span.end < resumed - 3
    assert heard.words[4].span.start == pytest.approx(resumed + 0.3, abs=0.1)


async def test_english_is_found_without_a_voice_to_compare_with(recording: "Recording") -> None:
    heard = await build(EngineSettings(), Tools()).hear(
        TranscriptRequest(recording.path, "en", recording.text)
    )

    assert list(heard.scores) == ["forced-alignment"]


async def test_a_model_that_it_does_not_have_is_told(
    engine: BuiltinTranscript, recording: "Recording"
) -> None:
    heard = await engine.hear(
        TranscriptRequest(recording.path, "en", recording.text, model="distil-large-v3")
    )

    assert heard.notes == ("The builtin engine has no model 'distil-large-v3'; it listened by its own.",)


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("de", None, "hears English only"),
        ("xx", "hello", "no language 'xx'"),
        ("ja", "今日は", "kanji"),
        ("en", "[Intro] -- 🔥", "no word"),
        ("en", "word " * 500, "longer than what anybody says: 500 words"),
    ],
)
async def test_what_it_cannot_hear_is_refused_with_a_reason(
    engine: BuiltinTranscript, recording: "Recording", language: str, text: str | None, reason: str
) -> None:
    with pytest.raises(EngineRefused, match=reason):
        await engine.hear(TranscriptRequest(recording.path, language, text))


async def test_other_languages_are_told_who_hears_them(
    engine: BuiltinTranscript, recording: "Recording"
) -> None:
    with pytest.raises(EngineRefused, match="set REELHOUSE_TRANSCRIPT_BACKEND to whisper or openai"):
        await engine.hear(TranscriptRequest(recording.path, "de"))


async def test_nothing_is_heard_in_silence(engine: BuiltinTranscript, silence: Path) -> None:
    assert (await engine.hear(TranscriptRequest(silence, "en"))).words == ()


async def test_over_ten_minutes_are_refused(engine: BuiltinTranscript, tmp_path: Path) -> None:
    path = tmp_path / "long.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(bytes(2 * 16_000 * 601))

    with pytest.raises(EngineRefused, match="600 s at most, not 601"):
        await engine.hear(TranscriptRequest(path, "en", "hello"))
