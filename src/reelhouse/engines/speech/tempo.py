"""Makes a recording quicker or slower without touching its pitch.

Waveform-similarity overlap-add (Verhelst & Roelands, 1993): short windows are laid closer together or
further apart, each moved by a few milliseconds to where it continues the one before it best.
"""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.speech.alignment import Sound
from reelhouse.media.speech import Phoneme, Timing, Word
from reelhouse.media.time import Span

Floats = NDArray[np.float64]

WINDOW_SECONDS = 0.030
SEARCH_SECONDS = 0.008  # one period of a low voice


def at_tempo(sound: Sound, timing: Timing, factor: Fraction) -> tuple[Sound, Timing]:
    """`sound` at `factor` times its speed, and its times; a factor of 1 changes nothing."""
    if factor == 1:
        return sound, timing
    samples = np.frombuffer(sound.pcm, "<i2").astype(np.float64)
    stretched = np.clip(np.rint(_stretched(samples, sound.sample_rate, factor)), -32768, 32767)
    quicker = Sound(stretched.astype("<i2").tobytes(), sound.sample_rate)
    return quicker, _scaled(timing, factor, quicker.duration)


def _stretched(samples: Floats, sample_rate: int, factor: Fraction) -> Floats:
    half = int(WINDOW_SECONDS * sample_rate / 2)
    reach = int(SEARCH_SECONDS * sample_rate)
    length = round(len(samples) / factor)
    steps = length // half + 2
    source = np.pad(samples, (reach + half, reach + half * 4 + int(half * factor)))
    window = np.hanning(2 * half + 1)[:-1]
    result = np.zeros((steps + 1) * half, np.float64)
    place = reach  # where the last window was taken from
    for step in range(steps):
        target = min(reach + int(step * half * factor), len(source) - 2 * half - reach)
        if step:
            place = _best_place(source, target, expected=source[place + half : place + 2 * half], reach=reach)
        result[step * half : (step + 2) * half] += source[place : place + 2 * half] * window
    return result[half : half + length]


def _best_place(source: Floats, target: int, *, expected: Floats, reach: int) -> int:
    """The start near `target` from which the sound goes on most like `expected`."""
    around = source[target - reach : target + reach + len(expected)]
    likeness = np.correlate(around, expected, "valid")
    squares = np.concatenate([[0.0], np.cumsum(around.astype(np.float64) ** 2)])
    energy = squares[len(expected) :] - squares[: -len(expected)]
    return target - reach + int(np.argmax(likeness / np.sqrt(energy + 1.0)))


def _scaled(timing: Timing, factor: Fraction, duration: Fraction) -> Timing:
    def scaled(span: Span) -> Span:
        return Span(min(span.start / factor, duration), min(span.end / factor, duration))

    sounds = (Phoneme(sound.ipa, scaled(sound.span)) for sound in timing.phonemes)
    return Timing(
        words=tuple(Word(word.text, scaled(word.span)) for word in timing.words),
        phonemes=tuple(sound for sound in sounds if sound.span.duration),
        duration=duration,
        source=timing.source,
    )
