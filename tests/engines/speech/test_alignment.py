"""Times that are carried over to another recording, or to another tempo."""

import shutil
from fractions import Fraction

import numpy as np
import pytest

from reelhouse.engines.speech.alignment import Sound, align
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.backends.flite import FliteSpeech
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.speech.tempo import at_tempo
from reelhouse.engines.speech.types import Speech, SpeechRequest, Voice, VoiceGender
from reelhouse.media.speech import Timing

TEXT = "Here are three things nobody tells you about running a business. Cash comes first. Sleep comes last."


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def spoken(timbre: str, speed: float = 1.0) -> Speech:
    voice = Voice(timbre, VoiceGender.FEMALE, timbre)
    return await BuiltinSpeech().speak(SpeechRequest(TEXT, voice, speed=speed))


def sound_of(speech: Speech) -> Sound:
    return Sound(speech.pcm, speech.sample_rate)


def errors(timing: Timing, true: Timing, late: float = 0.0) -> list[float]:
    pairs = zip(timing.words, true.words, strict=True)
    return [abs(float(word.span.start - said.span.start) - late) for word, said in pairs]


@pytest.mark.parametrize(("timbre", "speed"), [("m7", 1.3), ("m3", 0.8), ("klatt4", 1.5), ("Andy", 1.0)])
async def test_words_are_found_in_another_voice_at_another_pace(timbre: str, speed: float) -> None:
    known, other = await spoken("f3"), await spoken(timbre, speed)

    timing = align(sound_of(known), known.timing, sound_of(other)).timing

    assert np.mean(errors(timing, other.timing)) < 0.015
    assert max(errors(timing, other.timing)) < 0.09
    assert timing.duration == other.timing.duration


@pytest.mark.skipif(shutil.which("flite") is None, reason="the program flite is not installed")
@pytest.mark.parametrize("name", ["slt", "rms", "awb", "kal16"])
@pytest.mark.parametrize("speed", [0.85, 1.2])
async def test_words_are_found_in_the_voice_of_another_synthesiser(name: str, speed: float) -> None:
    """Such as a vendor's that sends no times: half of the words within 25 ms, nine of ten within 70."""
    known = await spoken("f3")
    engine = FliteSpeech(SpeechSettings(backend="flite", voices={"other": name}))
    other = await engine.speak(
        SpeechRequest(TEXT, Voice("other", VoiceGender.FEMALE, "f3", pitch=60), speed=speed)
    )

    timing = align(sound_of(known), known.timing, sound_of(other)).timing

    late = errors(timing, other.timing)
    assert np.median(late) < 0.025
    assert np.percentile(late, 90) < 0.07
    assert max(late) < 0.17


async def test_equal_recordings_are_aligned_equally() -> None:
    known, other = await spoken("f3"), await spoken("m7", 1.2)

    first = align(sound_of(known), known.timing, sound_of(other))

    assert align(sound_of(known), known.timing, sound_of(other)) == first


async def test_silence_before_the_first_word_moves_every_word() -> None:
    known, other = await spoken("f3"), await spoken("m7")
    late = Sound(bytes(2 * 22_050 // 2) + other.pcm, 22_050)  # half a second

    timing = align(sound_of(known), known.timing, late).timing

    assert np.mean(errors(timing, other.timing, late=0.5)) < 0.04


@pytest.mark.parametrize("factor", [Fraction(5, 3), Fraction(7, 10), Fraction(21, 20)])
async def test_another_tempo_scales_sound_and_times_alike(factor: Fraction) -> None:
    speech = await spoken("f3")

    sound, timing = at_tempo(sound_of(speech), speech.timing, factor)

    assert float(sound.duration * factor) == pytest.approx(float(speech.timing.duration), abs=0.001)
    heard = align(sound_of(speech), speech.timing, sound).timing
    assert np.mean(errors(heard, timing)) < 0.015


async def test_another_tempo_keeps_the_pitch() -> None:
    seconds = np.arange(22_050 * 2) / 22_050
    hum = Sound((8000 * np.sin(2 * np.pi * 180 * seconds)).astype("<i2").tobytes(), 22_050)
    timing = Timing((), (), hum.duration)

    quick, _ = at_tempo(hum, timing, Fraction(3, 2))

    samples = np.frombuffer(quick.pcm, "<i2").astype(np.float64)
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    assert np.argmax(spectrum) * 22_050 / len(samples) == pytest.approx(180, abs=2)
