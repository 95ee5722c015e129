"""Tones whose colour changes while they sound: wave tables that are blended into one another over time.

Everything is float32 at 44.1 kHz, mono, or with a column for each side.
"""

from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

RATE = 44_100
TABLE = 8192  # samples of one period; the nearest is read, so many make a clean tone
NYQUIST_SHARE = 0.42
MOST_HARMONICS = 72

Samples = NDArray[np.float32]
Strengths = NDArray[np.float64]
"""A row for each moment, a column for each harmonic."""


def hertz(pitch: float) -> float:
    """Of a MIDI number; 69 is the A of 440 Hz."""
    return float(440.0 * 2 ** ((pitch - 69) / 12))


def seconds_of(frames: int) -> Samples:
    return np.arange(frames, dtype=np.float32) / np.float32(RATE)


def orders_for(frequency: float) -> Strengths:
    """Numbers of the harmonics that stay well below half the sample rate."""
    most = max(1, min(MOST_HARMONICS, int(NYQUIST_SHARE * RATE / frequency)))
    return np.arange(1, most + 1, dtype=np.float64)


def tables_of(strengths: Strengths, seed: int = 0) -> Samples:
    """One period for each row of `strengths`; the phases are scattered, so that peaks stay low."""
    dice = np.random.default_rng(seed)
    turns = np.exp(2j * np.pi * dice.random(strengths.shape[1]) * (0.35 if seed else 0.0))
    spectrum = np.zeros((len(strengths), TABLE // 2 + 1), np.complex64)
    spectrum[:, 1 : strengths.shape[1] + 1] = strengths * turns * (-0.5j * TABLE)
    return np.fft.irfft(spectrum, TABLE, axis=1).astype(np.float32)


def places_of(
    frequency: float, frames: int, start: float = 0.0, bend: Samples | None = None
) -> NDArray[np.int32]:
    """Which sample of the table is due; `bend` is a factor on the frequency for each frame."""
    step = frequency * TABLE / RATE
    if bend is None:
        walk = np.arange(frames, dtype=np.float64) * step
    else:
        walk = np.cumsum(bend, dtype=np.float64) * step
    return (walk + start * TABLE).astype(np.int64).astype(np.int32) & np.int32(TABLE - 1)


def read(tables: Samples, moments: tuple[float, ...], places: NDArray[np.int32]) -> Samples:
    """The tone: from table to table as the `moments` (seconds) come; the last one stays."""
    out = np.empty(len(places), np.float32)
    edges = [min(int(moment * RATE), len(places)) for moment in moments]
    for row, (begin, end) in enumerate(pairwise(edges)):
        if end <= begin:
            continue
        here = places[begin:end]
        turn = np.linspace(0, 1, end - begin, endpoint=False, dtype=np.float32)
        one = tables[row][here]
        out[begin:end] = one + (tables[row + 1][here] - one) * turn
    if edges[-1] < len(places):
        out[edges[-1] :] = tables[-1][places[edges[-1] :]]
    return out


def edged(sound: Samples, attack: float, release: float) -> Samples:
    """Rounded at both ends, so that nothing clicks."""
    rise, fall = min(int(attack * RATE), len(sound)), min(int(release * RATE), len(sound))
    ramp_up, ramp_down = smooth(rise), smooth(fall)[::-1]
    if sound.ndim > 1:
        ramp_up, ramp_down = ramp_up[:, None], ramp_down[:, None]
    sound[:rise] *= ramp_up
    sound[len(sound) - fall :] *= ramp_down
    return sound


@cache
def smooth(frames: int) -> Samples:
    """From 0 to 1, rounded."""
    ramp = np.linspace(0, 1, frames, dtype=np.float32)
    return np.asarray(ramp * ramp * (3 - 2 * ramp), np.float32)


@cache
def noise(seed: int, frames: int, lowest: float, highest: float) -> Samples:
    """Noise between two frequencies in Hz, of root mean square 1, the same each time."""
    dice = np.random.default_rng(seed)
    spectrum = np.fft.rfft(dice.standard_normal(frames))
    frequencies = np.fft.rfftfreq(frames, 1 / RATE)
    spectrum *= 1 / (1 + (lowest / np.maximum(frequencies, 1)) ** 4) / (1 + (frequencies / highest) ** 4)
    made = np.fft.irfft(spectrum, frames)
    return np.asarray(made / np.sqrt((made**2).mean()), np.float32)
