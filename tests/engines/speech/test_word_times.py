"""Word times of recordings that came without them, held against what the synthesiser itself knows."""

import os
import shutil
from dataclasses import replace

import numpy as np
import pytest

from reelhouse.engines.speech.alignment import Sound
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.backends.flite import FliteSpeech
from reelhouse.engines.speech.reference import Reference
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.speech.types import Speech, SpeechRequest, Voice, VoiceGender
from reelhouse.media.speech import Timing

SENTENCES = (
    "Here are three things nobody tells you about running a business.",
    "Ever wonder why top founders wake up at dawn? It is not about the alarm clock.",
    "In 2024, over 1,500 people tried it, and 87% came back for more.",
    "I am at an old inn in an area I adore.",
    "She sells sea shells by the sea shore, and he thinks that is fine.",
    "Who would have thought that a whole world was waiting outside?",
    "My mother made me many mugs of warm milk on Monday mornings.",
    "The problem is not the product; the problem is the price.",
    "Pat paid ten dollars to take two tickets to Paris.",
    "If it is to be, it is up to me.",
)
VOICES = {"slt": VoiceGender.FEMALE, "rms": VoiceGender.MALE, "awb": VoiceGender.MALE}
REFERENCE = Reference("test", 60)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def flite() -> None:
    if shutil.which("flite") is None:
        if "flite" in os.environ.get("REELHOUSE_TEST_REQUIRE", ""):
            pytest.fail("the program flite is not installed")
        pytest.skip("the program flite is not installed")


def asked(text: str, gender: VoiceGender, language: str = "en-us") -> SpeechRequest:
    timbre = "f3" if gender is VoiceGender.FEMALE else "m3"
    return SpeechRequest(text, Voice("other", gender, timbre), language=language)


async def found(request: SpeechRequest, other: Speech) -> Timing:
    known = await REFERENCE.speak(request)
    return await REFERENCE.aligned(known, request.language, Sound(other.pcm, other.sample_rate))


def late(timing: Timing, true: Timing) -> list[float]:
    """How many seconds each word is late."""
    pairs = zip(timing.words, true.words, strict=True)
    return [float(word.span.start - said.span.start) for word, said in pairs if said.span.duration]


@pytest.mark.usefixtures("flite")
async def test_words_light_up_when_another_synthesiser_says_them() -> None:
    """Half of them within 12 ms, nineteen of twenty within 40, which is one frame of a film."""
    offsets: list[float] = []
    for name, gender in VOICES.items():
        engine = FliteSpeech(SpeechSettings(backend="flite", voices={"other": name}))
        for text in SENTENCES:
            request = asked(text, gender)
            said = await engine.speak(request)
            offsets += late(await found(request, said), said.timing)

    errors = np.abs(offsets)
    assert np.median(errors) < 0.012
    assert np.percentile(errors, 95) < 0.040
    assert np.percentile(errors, 99) < 0.085
    assert abs(np.mean(offsets)) < 0.005


@pytest.mark.parametrize(("timbre", "pitch"), [("m7", 30), ("f5", 80), ("Andy", 50)])
async def test_words_light_up_when_another_voice_of_the_builtin_says_them(timbre: str, pitch: int) -> None:
    """Whom the acoustic model does not follow well, and warping all the better."""
    offsets: list[float] = []
    for text in SENTENCES[:5]:
        request = asked(text, VoiceGender.FEMALE)
        voice = Voice("true", VoiceGender.MALE, timbre, pitch=pitch)
        said = await BuiltinSpeech().speak(replace(request, voice=voice, speed=1.15))
        offsets += late(await found(request, said), said.timing)

    assert np.percentile(np.abs(offsets), 95) < 0.025
    assert np.abs(offsets).max() < 0.040


async def test_each_word_has_a_time_in_a_recording_that_says_something_else() -> None:
    request = asked("Cash comes first — and sleep comes last 🔥", VoiceGender.MALE)
    other = await BuiltinSpeech().speak(asked("Nobody at all, never, would say so.", VoiceGender.FEMALE))
    samples = np.frombuffer(other.pcm, "<i2")
    noise = np.random.default_rng(1).normal(0, 3000, len(samples))
    noisy = replace(other, pcm=np.clip(samples + noise, -32768, 32767).astype("<i2").tobytes())

    timing = await found(request, noisy)

    assert [word.text for word in timing.words] == request.text.split()
    edges = [edge for word in timing.words for edge in (word.span.start, word.span.end)]
    assert edges == sorted(edges)
    assert edges[-1] <= timing.duration == other.timing.duration


@pytest.mark.usefixtures("flite")
async def test_equal_recordings_give_equal_times() -> None:
    request = asked(SENTENCES[1], VoiceGender.FEMALE)
    said = await FliteSpeech(SpeechSettings(backend="flite")).speak(request)

    assert await found(request, said) == await found(request, said)


@pytest.mark.usefixtures("flite")
async def test_sounds_stay_within_the_words_that_they_belong_to() -> None:
    """The mouth moves with the words that light up."""
    request = asked(SENTENCES[0], VoiceGender.FEMALE)
    said = await FliteSpeech(SpeechSettings(backend="flite")).speak(request)

    timing = await found(request, said)

    opening = {word.text: word.span.start for word in timing.words}
    assert min(abs(sound.span.start - opening["three"]) for sound in timing.phonemes) < 0.03
    assert timing.source == "aligned"
