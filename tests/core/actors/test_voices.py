"""Voices auditioned by measure, since ears are not at hand: pitch, pace, voicing and level."""

import asyncio
from dataclasses import dataclass

import numpy as np
import pytest

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.types import Actor, Gender
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.espeak.voices import catalogue
from reelhouse.engines.speech.types import Speech, SpeechRequest

SENTENCE = "Ever wonder why top founders wake up at five in the morning? It is not about the alarm clock."
SAMPLE = LIBRARY[::14]
LOWEST, HIGHEST = 60, 420  # hertz in which a voice is looked for
WINDOW = 0.08  # seconds, some six periods of the deepest voice
LOUD = 0.02  # a window below this level is a pause
PERIODIC = 0.5  # a window whose autocorrelation stays below this is a consonant

RANGES = {Gender.MALE: (75, 160), Gender.FEMALE: (155, 275)}
"""Median fundamental frequencies of adult voices, in hertz, with room for the young and the deep."""

UNPLEASANT = (
    "whisper",
    "croak",
    "robosoft",
    "klatt",
    "unirobot",
    "demonic",
    "announcer",
    "grandpa",
    "grandma",
)


@dataclass(frozen=True, slots=True)
class Audition:
    """What was heard: median pitch, words a second, share of voiced windows, level and highest sample."""

    pitch: float
    pace: float
    voiced: float
    level: float
    peak: float


def audition(speech: Speech) -> Audition:
    sound = np.frombuffer(speech.pcm, "<i2").astype(np.float64) / 32768
    size = int(WINDOW * speech.sample_rate)
    windows = [sound[at : at + size] for at in range(0, len(sound) - size, size // 4)]
    levels = [float(np.sqrt(np.mean(window**2))) for window in windows]
    loud = [window for window, level in zip(windows, levels, strict=True) if level > LOUD]
    pitches = [pitch for pitch in (pitch_of(window, speech.sample_rate) for window in loud) if pitch]
    return Audition(
        pitch=float(np.median(pitches)),
        pace=len(speech.timing.words) / float(speech.timing.duration),
        voiced=len(pitches) / len(loud),
        level=float(20 * np.log10(np.mean([level for level in levels if level > LOUD]))),
        peak=float(np.abs(sound).max()),
    )


def pitch_of(window: np.ndarray, sample_rate: int) -> float:
    """Hertz by autocorrelation, the first of its high peaks; 0 when nothing repeats."""
    spectrum = np.abs(np.fft.rfft(window - window.mean(), 4 * len(window))) ** 2
    shortest, longest = sample_rate // HIGHEST, sample_rate // LOWEST
    likeness = np.fft.irfft(spectrum)[: longest + 2]
    likeness = likeness / likeness[0] / (1 - np.arange(longest + 2) / len(window))
    best = likeness[shortest:longest].max()
    if best < PERIODIC:
        return 0
    for lag in range(shortest, longest):
        if likeness[lag] >= max(likeness[lag - 1], likeness[lag + 1], 0.88 * best):
            return sample_rate / lag
    return 0


@pytest.fixture(scope="module")
def heard() -> list[tuple[Actor, Audition]]:
    async def speak(actor: Actor) -> Speech:
        return await BuiltinSpeech().speak(SpeechRequest(text=SENTENCE, voice=actor.voice))

    return [(actor, audition(asyncio.run(speak(actor)))) for actor in SAMPLE]


def test_every_timbre_is_installed_and_pleasant() -> None:
    for actor in LIBRARY:
        assert actor.voice.timbre in catalogue().timbres
        assert not actor.voice.timbre.lower().startswith(UNPLEASANT)


def test_pitch_lies_where_such_people_speak(heard: list[tuple[Actor, Audition]]) -> None:
    for actor, audition_ in heard:
        lowest, highest = RANGES[actor.gender]
        assert lowest < audition_.pitch < highest, actor.slug


def test_nobody_hurries_or_drags(heard: list[tuple[Actor, Audition]]) -> None:
    for actor, audition_ in heard:
        assert 2.3 < audition_.pace < 3.4, actor.slug


def test_voices_are_clear_level_and_never_clip(heard: list[tuple[Actor, Audition]]) -> None:
    for actor, audition_ in heard:
        assert audition_.voiced > 0.6, actor.slug
        assert -25 < audition_.level < -20, actor.slug
        assert audition_.peak < 0.85, actor.slug


def test_voices_of_a_gender_are_spread_out() -> None:
    """No timbre speaks for more than a seventh of the people who could have it."""
    for gender in Gender:
        timbres = sorted(actor.voice.timbre for actor in LIBRARY if actor.gender is gender)
        assert max(timbres.count(timbre) for timbre in set(timbres)) <= 15
