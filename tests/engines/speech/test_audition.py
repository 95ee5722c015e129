"""A voice is measured, and what is wrong with it is named."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from reelhouse.engines.speech.alignment import Sound, align
from reelhouse.engines.speech.audition import Audition, audition, outliers
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.types import Speech, SpeechRequest, Voice, VoiceGender

TEXT = "Ever wonder why top founders wake up at dawn? It is not about the alarm clock."
WOMAN = Voice("woman", VoiceGender.FEMALE, "f3")
LUFS = -22.0


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def said(text: str = TEXT, voice: Voice = WOMAN, speed: float = 1.0) -> Speech:
    return await BuiltinSpeech().speak(SpeechRequest(text, voice, speed=speed))


async def heard(speech: Speech, lufs: float = LUFS) -> Audition:
    known = await said()
    aligned = align(sound_of(known), known.timing, sound_of(speech))
    return audition(speech, lufs, aligned)


def sound_of(speech: Speech) -> Sound:
    return Sound(speech.pcm, speech.sample_rate)


def louder(speech: Speech, gain: float) -> Speech:
    samples = np.frombuffer(speech.pcm, "<i2") * gain
    return replace(speech, pcm=np.clip(samples, -32768, 32767).astype("<i2").tobytes())


async def test_a_good_voice_is_not_doubted() -> None:
    found = await heard(await said())

    assert outliers(found, VoiceGender.FEMALE) == ()
    assert found.lowest < found.pitch < found.highest
    assert found.likeness > 0.9
    assert found.off == 0


async def test_pitch_follows_the_voice() -> None:
    low, high = [await heard(await said(voice=replace(WOMAN, pitch=pitch))) for pitch in (30, 70)]

    assert high.pitch > 1.3 * low.pitch


async def test_a_monotone_voice_has_a_smaller_range() -> None:
    flat, lively = [await heard(await said(voice=replace(WOMAN, pitch_range=span))) for span in (0, 99)]

    assert flat.highest - flat.lowest < 0.3 * (lively.highest - lively.lowest)


async def test_a_woman_who_is_cast_as_a_man_is_doubted() -> None:
    assert "pitch" in outliers(await heard(await said()), VoiceGender.MALE)


@pytest.mark.parametrize("speed", [0.5, 1.8])
async def test_a_voice_that_drags_or_hurries_is_doubted(speed: float) -> None:
    assert "syllables" in outliers(await heard(await said(speed=speed)), VoiceGender.FEMALE)


async def test_a_voice_that_clips_is_doubted() -> None:
    assert "clipped" in outliers(await heard(louder(await said(), 6)), VoiceGender.FEMALE)


async def test_a_voice_that_is_hardly_heard_is_doubted() -> None:
    doubts = outliers(await heard(louder(await said(), 0.1), LUFS - 20), VoiceGender.FEMALE)

    assert {"lufs", "silence"} <= set(doubts)


async def test_a_voice_under_noise_is_doubted() -> None:
    speech = await said()
    noise = np.random.default_rng(1).normal(0, 6000, len(speech.pcm) // 2)
    samples = np.clip(np.frombuffer(speech.pcm, "<i2") + noise, -32768, 32767)

    doubts = outliers(await heard(replace(speech, pcm=samples.astype("<i2").tobytes())), VoiceGender.FEMALE)

    assert {"dynamics", "likeness"} & set(doubts)


async def test_word_times_that_do_not_fit_the_sound_are_doubted() -> None:
    speech = await said()
    late = replace(speech, timing=speech.timing.shifted(Fraction(3, 10)))

    assert "off" in outliers(await heard(late), VoiceGender.FEMALE)
