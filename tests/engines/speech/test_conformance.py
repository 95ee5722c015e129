"""What every speech engine promises, whoever speaks."""

from itertools import pairwise

import numpy as np
import pytest

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.speech.base import SpeechEngine
from reelhouse.engines.speech.types import Speech, SpeechRequest, Voice, VoiceGender

EMMA = Voice("emma", VoiceGender.FEMALE, "f3")

SCRIPTS = {
    "plain": "Ever wonder why top founders wake up at 5am? It is not about the alarm clock.",
    "money": "It costs $25.50, or €3 a week - 50% off & no catch!",
    "joined": "Some of the best of the rest are in the making of the day.",
    "ornaments": '**Bold** claim — really? 🔥 🔥 ok ... I ❤️ it, (yes) "quoted" & done.',
    "address": "Visit https://www.example.com/a?b=1 or write to me@example.org today.",
    "hyphens": "A state-of-the-art, don't-ask, rock'n'roll, mother-in-law kind of thing.",
    "numbers": "In 2024 some 3,000,000 people ran 26.2 miles in under 4:30 hours.",
    "lines": "First line.\n\nSecond line,\twith tabs\r\nand a third.",
    "leading": "🔥 — Well, this starts with nothing to say 🔥",
    "one": "Hello",
    "signs": "This\0is \x1b[31m broken \ud800 in many\x7f \ud83d places.",
}


async def speak(engine: SpeechEngine, text: str, **changes: float) -> Speech:
    return await engine.speak(SpeechRequest(text, EMMA, speed=changes.get("speed", 1.0)))


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS.keys())
async def test_every_token_is_one_word_in_order_without_overlap(engine: SpeechEngine, script: str) -> None:
    speech = await speak(engine, script)

    words = speech.timing.words
    assert [word.text for word in words] == script.split()
    assert all(before.span.end <= after.span.start for before, after in pairwise(words))
    assert words[0].span.start >= 0
    assert words[-1].span.end <= speech.timing.duration


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS.keys())
async def test_sounds_follow_each_other_through_the_recording(engine: SpeechEngine, script: str) -> None:
    speech = await speak(engine, script)

    sounds = speech.timing.phonemes
    assert any(sound.ipa for sound in sounds)
    assert all(sound.span.duration > 0 for sound in sounds)
    assert all(before.span.end <= after.span.start for before, after in pairwise(sounds))
    assert sounds[-1].span.end <= speech.timing.duration


async def test_the_samples_last_as_long_as_the_timing_says(engine: SpeechEngine) -> None:
    speech = await speak(engine, SCRIPTS["plain"])

    assert len(speech.pcm) // 2 == speech.timing.duration * speech.sample_rate
    assert speech.engine == engine.name


async def test_words_stand_where_the_sound_is(engine: SpeechEngine) -> None:
    speech = await speak(engine, SCRIPTS["plain"])

    loud = np.abs(np.frombuffer(speech.pcm, "<i2").astype(float))
    seconds = np.arange(len(loud)) / speech.sample_rate
    inside = np.zeros(len(loud), dtype=bool)
    for word in speech.timing.words:
        inside |= (seconds >= float(word.span.start)) & (seconds < float(word.span.end))
    assert loud[inside].sum() > 0.97 * loud.sum()


async def test_a_higher_speed_takes_less_time_in_proportion(engine: SpeechEngine) -> None:
    slow = await speak(engine, SCRIPTS["plain"], speed=0.8)

    quick = await speak(engine, SCRIPTS["plain"], speed=1.6)

    assert float(slow.timing.duration / quick.timing.duration) == pytest.approx(2, rel=0.12)


async def test_equal_requests_give_equal_recordings(engine: SpeechEngine) -> None:
    first = await speak(engine, SCRIPTS["plain"])

    second = await speak(engine, SCRIPTS["plain"])

    assert first == second


async def test_a_text_without_a_word_is_refused(engine: SpeechEngine) -> None:
    with pytest.raises(EngineRefused):
        await speak(engine, " \n\t ")
