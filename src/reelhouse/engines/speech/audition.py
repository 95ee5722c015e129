"""A voice auditioned by measure, where no ears are at hand: how high, how quick, how loud and how clear.

Pitch is looked for by autocorrelation, the first of its high peaks, in windows of some six periods of the
deepest voice. Syllables are counted by vowels, which the times of sounds name.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.speech.alignment import Aligned
from reelhouse.engines.speech.types import Speech, VoiceGender
from reelhouse.media.speech import Timing

Floats = NDArray[np.float64]

LOWEST, HIGHEST = 60, 420  # Hz in which a voice is looked for
WINDOW = 0.08  # seconds
LOUD = 0.02  # a window below this level, -34 dBFS, is a pause
PERIODIC = 0.5  # a window whose autocorrelation stays below this is a consonant
FIRST_PEAK = 0.88  # of the highest peak; lower pitches have peaks at each multiple of their period
CLIPPED = 32_700  # of 32,768
VOWELS = frozenset("aeiouyɑæʌəɔɪʊɛɜɚɐɒøœɨʉɯɤᵻɵɘɞɶ")


@dataclass(frozen=True, slots=True)
class Audition:
    """What was heard of a voice.

    `pitch` is its median in Hz, `lowest` and `highest` what nine of ten voiced moments lie between;
    `syllables` are those a second while it speaks; `dynamics` the dB between its soft and its loud moments;
    `voiced`, `silence` and `clipped` are shares of what is loud, of all time, and of all samples. `likeness`
    is that of `Aligned`: how far somebody who expects these words hears them. `off` is by how many seconds
    half of the words are off at most, from the times that came with the recording to those found in it.
    """

    pitch: float
    lowest: float
    highest: float
    syllables: float
    lufs: float
    dynamics: float
    voiced: float
    silence: float
    clipped: float
    likeness: float
    off: float


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an adult voice that reads to an audience stays within; anything else is worth a listen."""

    pitch: tuple[float, float]
    syllables: tuple[float, float] = (3.2, 6.5)
    lufs: tuple[float, float] = (-27.0, -17.0)
    dynamics: tuple[float, float] = (4.0, 24.0)
    voiced: tuple[float, float] = (0.55, 1.0)
    silence: tuple[float, float] = (0.0, 0.35)
    clipped: tuple[float, float] = (0.0, 0.0001)
    likeness: tuple[float, float] = (0.45, 1.0)
    off: tuple[float, float] = (0.0, 0.02)


BOUNDS = {
    VoiceGender.MALE: Bounds(pitch=(75.0, 160.0)),
    VoiceGender.FEMALE: Bounds(pitch=(155.0, 275.0)),
}


def audition(speech: Speech, lufs: float, aligned: Aligned) -> Audition:
    """Measure `speech`, which is `lufs` loud and was compared with another recording of its words."""
    samples = np.frombuffer(speech.pcm, "<i2")
    sound = samples.astype(np.float64) / 32768
    size = int(WINDOW * speech.sample_rate)
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(sound, (0, size)), size)[:: size // 4]
    levels = np.sqrt(np.square(windows).mean(axis=1))
    loud = levels > LOUD
    pitches = np.array([pitch for pitch in _pitches(windows[loud], speech.sample_rate) if pitch] or [0.0])
    decibels = 20 * np.log10(levels[loud]) if loud.any() else np.zeros(1)
    silence = 1 - float(loud.mean())
    return Audition(
        pitch=float(np.median(pitches)),
        lowest=float(np.percentile(pitches, 5)),
        highest=float(np.percentile(pitches, 95)),
        syllables=_syllables(speech.timing) / max(float(speech.timing.duration) * (1 - silence), 0.1),
        lufs=lufs,
        dynamics=float(np.percentile(decibels, 95) - np.percentile(decibels, 10)),
        voiced=float(np.count_nonzero(pitches)) / max(int(loud.sum()), 1),
        silence=silence,
        clipped=float((np.abs(samples.astype(np.int32)) >= CLIPPED).mean()),
        likeness=aligned.likeness,
        off=_off(speech.timing, aligned.timing),
    )


def outliers(heard: Audition, gender: VoiceGender) -> tuple[str, ...]:
    """The names of what lies outside of the bounds for `gender`."""
    bounds = BOUNDS[gender]
    return tuple(
        name
        for name in Bounds.__dataclass_fields__
        if not getattr(bounds, name)[0] <= getattr(heard, name) <= getattr(bounds, name)[1]
    )


def _pitches(windows: Floats, sample_rate: int) -> Iterator[float]:
    """Hz of each window; 0 where nothing repeats."""
    shortest, longest = sample_rate // HIGHEST, sample_rate // LOWEST
    size = windows.shape[1]
    fading = 1 - np.arange(longest + 2) / size
    for window in windows:
        power = np.abs(np.fft.rfft(window - window.mean(), 4 * size)) ** 2
        likeness = np.fft.irfft(power)[: longest + 2]
        likeness = likeness / max(likeness[0], 1e-12) / fading
        yield _first_peak(likeness, shortest, longest, sample_rate)


def _first_peak(likeness: Floats, shortest: int, longest: int, sample_rate: int) -> float:
    best = likeness[shortest:longest].max()
    if best < PERIODIC:
        return 0.0
    for lag in range(shortest, longest):
        if likeness[lag] >= max(likeness[lag - 1], likeness[lag + 1], FIRST_PEAK * best):
            return sample_rate / lag
    return 0.0


def _syllables(timing: Timing) -> int:
    return sum(bool(VOWELS & set(sound.ipa)) for sound in timing.phonemes)


def _off(told: Timing, found: Timing) -> float:
    pairs = zip(told.words, found.words, strict=True)
    late = [abs(float(one.span.start - other.span.start)) for one, other in pairs if one.span.duration]
    return float(np.median(late)) if late else 0.0
