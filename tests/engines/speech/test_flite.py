"""Speech by flite: each word has its own sounds, and voices, pitch and pace are followed."""

import shutil

import numpy as np
import pytest

from reelhouse.engines.errors import EngineNotConfigured, EngineRefused, EngineUnavailable
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.backends.flite import FliteSpeech
from reelhouse.engines.speech.factory import speech_engine
from reelhouse.engines.speech.flite.matching import owners
from reelhouse.engines.speech.flite.reading import alone, plain
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.speech.types import Speech, SpeechRequest, Voice, VoiceGender

EMMA = Voice("emma", VoiceGender.FEMALE, "f3")
JOHN = Voice("john", VoiceGender.MALE, "m3")
TEXT = "Ever wonder why top founders wake up at dawn? It is not about the alarm clock."

needs_flite = pytest.mark.skipif(shutil.which("flite") is None, reason="the program flite is not installed")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def engine() -> FliteSpeech:
    return FliteSpeech(SpeechSettings(backend="flite"))


def heard(speech: Speech, word: str) -> str:
    """The sounds within the span of `word`, in IPA."""
    span = next(known.span for known in speech.timing.words if known.text == word)
    return "".join(sound.ipa for sound in speech.timing.phonemes if span.start <= sound.span.start < span.end)


def pitch_of(speech: Speech) -> float:
    """The median of the pitches of all voiced frames, in Hz."""
    samples = np.frombuffer(speech.pcm, "<i2").astype(np.float64)
    slowest, quickest = speech.sample_rate // 60, speech.sample_rate // 400
    pitches = []
    for start in range(0, len(samples) - 1024, 512):
        frame = samples[start : start + 1024]
        likeness = np.correlate(frame, frame, "full")[1023:]
        lag = quickest + int(likeness[quickest:slowest].argmax())
        if np.sqrt(np.mean(frame**2)) > 800 and likeness[lag] > 0.5 * likeness[0]:
            pitches.append(speech.sample_rate / lag)
    return float(np.median(pitches))


@needs_flite
@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        ("https://www.example.com/now", "ɪɡzæmpəldɑːtkɑːmslæʃnaʊ"),
        ("$25.50,", "twɛntiːfaɪvdɑːlɜːzfɪftiːsɛnts"),
        ("3,000,000", "θɹiːmɪljən"),
        ("me@example.org.", "miːætɪɡzæmpəldɑːtɔːɹɡ"),
        ("50%", "fɪftiːpɜːsɛnt"),
        ("Naïve", "naɪiːv"),
        ("-", ""),
        ("🔥", ""),
    ],
)
async def test_each_word_has_the_sounds_that_it_is_said_with(
    engine: FliteSpeech, word: str, sounds: str
) -> None:
    speech = await engine.speak(SpeechRequest(f"It was {word} and that was it.", EMMA))

    assert heard(speech, word) == sounds
    assert heard(speech, "that") == "ðæt"


@needs_flite
@pytest.mark.parametrize(("pitch", "hertz"), [(20, 145), (50, 175), (80, 211)])
async def test_the_pitch_is_followed(engine: FliteSpeech, pitch: int, hertz: float) -> None:
    voice = Voice("emma", VoiceGender.FEMALE, "f3", pitch=pitch)

    speech = await engine.speak(SpeechRequest(TEXT, voice))

    assert pitch_of(speech) == pytest.approx(hertz, rel=0.08)


@needs_flite
async def test_men_and_women_have_voices_of_their_own(engine: FliteSpeech) -> None:
    deep = Voice("jack", VoiceGender.MALE, "m1", pitch=20)

    pitches = [pitch_of(await engine.speak(SpeechRequest(TEXT, voice))) for voice in (deep, JOHN, EMMA)]

    assert pitches[0] < 115 < pitches[1] < 145 < pitches[2]


@needs_flite
@pytest.mark.parametrize("name", ["slt", "rms", "awb", "kal16"])
async def test_a_voice_may_be_chosen_by_its_name(name: str) -> None:
    """And all of them take about the time that the builtin takes."""
    engine = FliteSpeech(SpeechSettings(backend="flite", voices={"emma": name}))

    speech = await engine.speak(SpeechRequest(TEXT, EMMA))

    builtin = await BuiltinSpeech().speak(SpeechRequest(TEXT, EMMA))
    assert float(speech.timing.duration / builtin.timing.duration) == pytest.approx(1, abs=0.15)


@needs_flite
async def test_a_voice_that_flite_does_not_have_is_refused() -> None:
    engine = FliteSpeech(SpeechSettings(backend="flite", voices={"emma": "siri; rm -rf"}))

    with pytest.raises(EngineRefused, match="slt"):
        await engine.speak(SpeechRequest(TEXT, EMMA))


@needs_flite
@pytest.mark.parametrize(("text", "language"), [("Hola amigos", "es"), ("Привет, как дела?", "en-us")])
async def test_other_languages_are_refused(engine: FliteSpeech, text: str, language: str) -> None:
    with pytest.raises(EngineRefused, match="English only"):
        await engine.speak(SpeechRequest(text, EMMA, language=language))


@needs_flite
async def test_a_text_that_looks_like_an_option_is_only_read(engine: FliteSpeech) -> None:
    speech = await engine.speak(SpeechRequest("--version -o /etc/passwd\x01 \x00 `id`", EMMA))

    assert len(speech.timing.words) == 5


@needs_flite
async def test_flite_is_not_waited_for_without_end(engine: FliteSpeech) -> None:
    engine._timeout_seconds = 0

    with pytest.raises(EngineUnavailable, match="did not end"):
        await engine.speak(SpeechRequest(TEXT, EMMA))


def test_without_the_program_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(EngineNotConfigured, match="apt-get install flite"):
        speech_engine(SpeechSettings(backend="flite"))


@pytest.mark.parametrize(
    ("said", "words", "belongs"),
    [
        (["dh", "iy", "ae", "p"], [["dh", "ax"], ["ae", "p"]], [0, 0, 1, 1]),
        (["a", "b", "c"], [["a"], [], ["c"]], [0, 0, 2]),
        (["a", "b"], [["a"], ["x", "y"], ["b"]], [0, 2]),
        (["a", "b"], [[], []], [0, 0]),
    ],
)
def test_sounds_are_matched_to_words_in_order(
    said: list[str], words: list[list[str]], belongs: list[int]
) -> None:
    assert owners(said, words) == belongs


def test_what_flite_reads_is_plain_english() -> None:
    assert plain("Café — “shop.example/a” 5% 🔥") == "Cafe , shop dot example slash a 5 percent"
    assert alone("$3,000.50, (don't)!") == "$3,000.50 don't"
