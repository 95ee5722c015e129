"""The builtin voice: what it says, how fast, and that its process never stays behind."""

import asyncio
import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.effort import examples

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.speech.backends.builtin import LONGEST_TEXT, BuiltinSpeech
from reelhouse.engines.speech.espeak import process
from reelhouse.engines.speech.types import Speech, SpeechRequest, Voice, VoiceGender

EMMA = Voice("emma", VoiceGender.FEMALE, "f3")

SCRIPTS = tuple(
    """
Ever wonder why top founders wake up at 5am? It is not about the alarm clock. It is about the mindset.

Stop scrolling for a second. This little bottle keeps your coffee hot for twelve hours, and it fits in any
bag. Grab yours before the weekend.

I tried every planner on the market, and nothing stuck. Then a friend showed me this app. Two weeks later,
my mornings finally make sense.

Here are three things nobody tells you about running a small business. Cash comes first. Customers come
second. Sleep comes last, sadly.

Most people think healthy food has to be expensive. It does not. With ten dollars and twenty minutes, you can
cook dinner for the whole family.
""".strip().split("\n\n")
)


async def speak(text: str, voice: Voice = EMMA, language: str = "en-us", speed: float = 1.0) -> Speech:
    return await BuiltinSpeech().speak(SpeechRequest(text, voice, language, speed))


def samples_of(speech: Speech) -> NDArray[np.float64]:
    return np.asarray(np.frombuffer(speech.pcm, "<i2").astype(np.float64) / 32768)


def children() -> list[psutil.Process]:
    return [
        child for child in psutil.Process().children(recursive=True) if "child.py" in str(child.cmdline())
    ]


@pytest.mark.parametrize("speed", [0.7, 1.0, 1.5])
async def test_plain_english_is_spoken_at_two_and_a_half_words_a_second(speed: float) -> None:
    rates = []
    for script in SCRIPTS:
        speech = await speak(script, speed=speed)
        rates.append(len(script.split()) / float(speech.timing.duration))

    assert np.mean(rates) == pytest.approx(2.5 * speed, rel=0.03)


async def test_the_same_words_sound_the_same_at_any_time() -> None:
    """espeak-ng would seed its breath by the clock's second."""
    began = int(time.time())
    recordings = [await speak("Hello there.")]

    while int(time.time()) == began:
        recordings.append(await speak("Hello there."))
    recordings.append(await speak("Hello there."))

    assert all(recording == recordings[0] for recording in recordings)


async def test_the_pace_of_a_voice_multiplies_its_speed() -> None:
    quick_voice = Voice("quick", VoiceGender.FEMALE, "f3", pace=1.25)

    by_voice = await speak(SCRIPTS[0], quick_voice)

    by_speed = await speak(SCRIPTS[0], speed=1.25)
    assert by_voice == by_speed


@pytest.mark.parametrize("timbre", ["f1", "f3", "m3", "m7", "klatt4", "whisper"])
async def test_every_timbre_is_level_and_clean(timbre: str) -> None:
    speech = await speak(SCRIPTS[1], Voice(timbre, VoiceGender.MALE, timbre))

    samples = samples_of(speech)
    active = samples[np.abs(samples) > 0.02]
    assert 20 * np.log10(np.sqrt(np.mean(active**2))) == pytest.approx(-19.5, abs=2)
    assert np.abs(samples).max() < 0.85
    assert np.abs(samples[:20]).max() < 0.01, "it begins with a click"
    assert np.abs(samples[-20:]).max() < 0.001, "it ends with a click"


async def test_the_first_word_comes_at_once() -> None:
    speech = await speak(SCRIPTS[0])

    samples = samples_of(speech)
    assert np.argmax(np.abs(samples) > 0.02) / speech.sample_rate < 0.06


async def test_pitch_and_its_range_change_the_voice_and_not_the_words() -> None:
    plain = await BuiltinSpeech().speak(SpeechRequest(SCRIPTS[0], EMMA))

    lively = await BuiltinSpeech().speak(
        SpeechRequest(SCRIPTS[0], EMMA, pitch_shift=15, pitch_range_shift=25)
    )

    assert lively.pcm != plain.pcm
    assert lively.timing.duration == pytest.approx(plain.timing.duration, rel=0.05)


async def test_joined_words_share_their_time_and_ornaments_take_none() -> None:
    speech = await speak("best of the lot 🔥 today")

    spans = {word.text: word.span for word in speech.timing.words}
    assert spans["of"].duration > 0
    assert spans["the"].start == spans["of"].end
    assert spans["🔥"].duration == 0


async def test_money_is_read_the_way_it_is_said() -> None:
    figure = await speak("It costs $25.50 today")

    spelled = await speak("It costs 25 dollars 50 cents today")
    assert [sound.ipa for sound in figure.timing.phonemes] == [sound.ipa for sound in spelled.timing.phonemes]


async def test_pauses_are_told_between_sentences_and_not_inside_words() -> None:
    speech = await speak("Stop. Wait a moment.")

    first, second = speech.timing.words[:2]
    pauses = [sound.span for sound in speech.timing.phonemes if not sound.ipa]
    assert any(pause.start >= first.span.end and pause.end <= second.span.start for pause in pauses)
    assert not any(
        word.span.start < pause.start < word.span.end for word in speech.timing.words for pause in pauses
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Guten Morgen, wie geht es dir?"),
        ("es-MX", "Buenos días, ¿cómo estás?"),
        ("pt-BR", "Bom dia, tudo bem?"),
        ("fr-CA", "Bonjour, ça va bien?"),
        ("zh", "你好 世界"),
        ("en", "Good morning to you"),
        ("en-us", "Привет мир, как дела?"),
        ("en-us", "こんにちは せかい"),
        ("en-us", "안녕하세요 여러분"),
        ("en-us", "مرحبا بالعالم"),
    ],
)
async def test_languages_and_alphabets_are_spoken(language: str, text: str) -> None:
    speech = await speak(text, language=language)

    assert [word.text for word in speech.timing.words] == text.split()
    assert speech.timing.duration < 4, "it spells letters instead of reading words"


@pytest.mark.parametrize(
    "request_",
    [
        SpeechRequest("Hello there", EMMA, language="tlh"),
        SpeechRequest("Hello there", Voice("x", VoiceGender.MALE, "../../../etc/passwd")),
        SpeechRequest("Hello there", EMMA, speed=3.0),
        SpeechRequest("a " * LONGEST_TEXT, EMMA),
        SpeechRequest("🔥 — !!! ...", EMMA),
    ],
    ids=["language", "timbre", "speed", "length", "nothing to say"],
)
async def test_what_it_cannot_say_is_refused(request_: SpeechRequest) -> None:
    with pytest.raises(EngineRefused):
        await BuiltinSpeech().speak(request_)


@pytest.mark.parametrize(
    "text",
    [
        "\x00 \x01 50P hello \x1b[31m there",
        "<speak><audio src='/etc/passwd'/>hello</speak> [[h@loU]] {p}",
        "\ud800 lone \udfff surrogates",
        "x" * 3000,
        "word " * 600,
        "\u202eright to left\u202c \ufeff marks \u200d\u200c here",
        "é" * 300 + " " + "ǅ" * 300,
        "....,,,,!!!!????  ;;;; a ;;;; ))))) (((((",
        "9" * 400,
    ],
    ids=["control", "markup", "surrogates", "one word", "many", "direction", "accents", "marks", "digits"],
)
async def test_hostile_text_is_spoken_or_refused_but_never_breaks(text: str) -> None:
    """Promise 38."""
    speech = await speak(text)

    assert [word.text for word in speech.timing.words] == text.split()
    assert all(before.span.end <= after.span.start for before, after in pairwise(speech.timing.words))


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=80))
def test_any_text_at_all_keeps_the_promise_of_words(text: str) -> None:
    try:
        speech = asyncio.run(speak(text))
    except EngineRefused:
        return

    words = speech.timing.words
    assert [word.text for word in words] == text.split()
    assert all(before.span.end <= after.span.start for before, after in pairwise(words))


async def test_a_timeout_is_an_outage_and_leaves_no_process() -> None:
    with pytest.raises(EngineUnavailable):
        await BuiltinSpeech(timeout_seconds=0.001).speak(SpeechRequest("word " * 950, EMMA))

    assert children() == []


async def test_a_cancelled_call_leaves_no_process() -> None:
    """Promise 39: a cancelled step takes its child with it."""
    task = asyncio.create_task(BuiltinSpeech().speak(SpeechRequest("word " * 950, EMMA)))
    while not children():  # noqa: ASYNC110 - nothing of ours tells when the child is there
        await asyncio.sleep(0)

    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
    assert children() == []


async def test_a_child_that_dies_is_an_outage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Promise 41."""
    broken = tmp_path / "child.py"
    broken.write_text("raise SystemExit('the disk is gone')")
    monkeypatch.setattr(process, "CHILD", broken)

    with pytest.raises(EngineUnavailable, match="the disk is gone"):
        await speak("Hello there")


async def test_the_library_is_never_loaded_into_this_process() -> None:
    await speak("Hello there")

    maps = {Path(entry.path).name for entry in psutil.Process().memory_maps()}
    assert not [name for name in maps if "espeak" in name]
