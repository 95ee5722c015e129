"""The band: each instrument is a function from a note to samples, made of sines, noise and envelopes.

Everything is float32 at 48 kHz, mono or with two columns, and starts and ends at zero: nothing clicks.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

RATE = 48_000
TABLE = 8192  # samples of one period
RELEASE = 0.35  # seconds in which a pad gives way to the next
SPREAD = 1.0022  # detuning between left and right: four cents
NYQUIST_SHARE = 0.4


def hertz(pitch: int) -> float:
    return 440.0 * 2 ** ((pitch - 69) / 12)


def pad(pitch: int, length: float) -> Samples:
    """Two soft voices, one to each side, that swell and overlap their successor. Stereo."""
    frames = int((length + RELEASE) * RATE)
    attack = min(0.22, length / 3)
    rise = np.minimum(_seconds(frames) / np.float32(attack), 1)
    fall = np.clip((frames / RATE - _seconds(frames)) / np.float32(RELEASE), 0, 1)
    envelope = _smooth(rise) * _smooth(fall)
    left = _wave(pitch, "pad", frames)
    right = _wave(pitch, "pad", frames, detune=SPREAD, phase=0.31)
    return np.stack([left * envelope, right * envelope], axis=1)


def keys(pitch: int, length: float, colour: str) -> Samples:
    """A struck or plucked tone whose brightness dies before its body."""
    decay, brightness = COLOURS[colour]
    frames = int(min(length + 0.4, 4 * decay) * RATE)
    seconds = _seconds(frames)
    body = _wave(pitch, "round", frames) * np.exp(-seconds / np.float32(decay))
    shine = _wave(pitch, "bright" if colour == "bright" else "bell", frames)
    return _edges(body + brightness * shine * np.exp(-seconds / np.float32(decay / 3)))


def lead(pitch: int, length: float) -> Samples:
    """A gentle bell for the melody."""
    frames = int((length + 0.6) * RATE)
    seconds = _seconds(frames)
    tone = _wave(pitch, "round", frames) + 0.25 * _wave(pitch + 12, "round", frames)
    return _edges(tone * np.exp(-seconds / np.float32(0.55)), attack=0.008)


def bass(pitch: int, length: float) -> Samples:
    frames = int(length * RATE)
    seconds = _seconds(frames)
    return _edges(
        _wave(pitch, "bass", frames) * np.exp(-seconds / np.float32(0.7)), attack=0.006, release=0.05
    )


@cache
def kick() -> Samples:
    seconds = _seconds(int(0.32 * RATE))
    sweep = 48 * seconds + 95 * 0.028 * (1 - np.exp(-seconds / np.float32(0.028)))
    return _edges(np.sin(2 * np.pi * sweep) * np.exp(-seconds / np.float32(0.11)), attack=0.001)


@cache
def tom() -> Samples:
    seconds = _seconds(int(0.9 * RATE))
    sweep = 58 * seconds + 40 * 0.06 * (1 - np.exp(-seconds / np.float32(0.06)))
    body = np.sin(2 * np.pi * sweep) * np.exp(-seconds / np.float32(0.3))
    return _edges(body + 0.12 * _noise("tom", len(seconds), 200, 1500) * np.exp(-seconds / np.float32(0.06)))


@cache
def clap() -> Samples:
    """Three near-simultaneous bursts and their room."""
    seconds = _seconds(int(0.26 * RATE))
    bursts = sum(
        np.where(seconds >= late, np.exp(-(seconds - late) / np.float32(decay)), 0)
        for late, decay in ((0.0, 0.006), (0.011, 0.006), (0.021, 0.055))
    )
    return _edges(_noise("clap", len(seconds), 900, 6500) * bursts, attack=0.001)


@cache
def rim() -> Samples:
    seconds = _seconds(int(0.09 * RATE))
    knock = np.sin(2 * np.pi * 1650 * seconds) + 0.6 * np.sin(2 * np.pi * 480 * seconds)
    return _edges(0.5 * knock * np.exp(-seconds / np.float32(0.016)), attack=0.001)


@cache
def hat() -> Samples:
    seconds = _seconds(int(0.11 * RATE))
    return _edges(
        _noise("hat", len(seconds), 7500, 15000) * np.exp(-seconds / np.float32(0.022)), attack=0.0008
    )


@cache
def crash() -> Samples:
    seconds = _seconds(int(2.2 * RATE))
    return _edges(
        _noise("crash", len(seconds), 3500, 13000) * np.exp(-seconds / np.float32(0.55)), attack=0.003
    )


COLOURS = {"soft": (1.1, 0.5), "bright": (0.32, 1.1), "muted": (0.38, 0.7), "dark": (1.8, 0.25)}
"""Seconds in which a key dies away to a third, and how much it shines at first."""

HARMONICS = {
    "pad": (1.0, 0.5, 0.28, 0.14, 0.08, 0.05),
    "round": (1.0, 0.22, 0.1, 0.03),
    "bell": (0.4, 1.0, 0.2, 0.6, 0.15, 0.4, 0.1, 0.25),
    "bright": tuple(1 / (order + 1) ** 0.8 for order in range(16)),
    "bass": (1.0, 0.42, 0.16, 0.05),
}


@cache
def _table(name: str, harmonics: int) -> Samples:
    """One period of a tone; tables for high notes leave out what would alias."""
    phase = 2 * np.pi * np.arange(TABLE) / TABLE
    strengths = HARMONICS[name][:harmonics]
    period = sum(strength * np.sin((order + 1) * phase) for order, strength in enumerate(strengths))
    return np.asarray(period / sum(HARMONICS[name]), np.float32)


def _wave(pitch: int, name: str, frames: int, *, detune: float = 1.0, phase: float = 0.0) -> Samples:
    frequency = hertz(pitch) * detune
    table = _table(name, max(1, int(NYQUIST_SHARE * RATE / frequency)))
    step = frequency * TABLE / RATE
    places = (np.arange(frames) * step + phase * TABLE).astype(np.int64)
    return table[places % TABLE]


@cache
def _noise(name: str, frames: int, lowest: float, highest: float) -> Samples:
    """Noise between two frequencies in Hz, the same each time."""
    dice = np.random.default_rng(sum(name.encode()))
    spectrum = np.fft.rfft(dice.standard_normal(frames))
    frequencies = np.fft.rfftfreq(frames, 1 / RATE)
    spectrum *= 1 / (1 + (lowest / np.maximum(frequencies, 1)) ** 4) / (1 + (frequencies / highest) ** 4)
    noise = np.fft.irfft(spectrum, frames)
    return np.asarray(noise / np.abs(noise).max(), np.float32)


def _seconds(frames: int) -> Samples:
    return np.arange(frames, dtype=np.float32) / np.float32(RATE)


def _smooth(ramp: Samples) -> Samples:
    """A straight ramp from 0 to 1, rounded at both ends."""
    return np.asarray(ramp * ramp * (3 - 2 * ramp), np.float32)


def _edges(samples: NDArray[np.floating], attack: float = 0.003, release: float = 0.02) -> Samples:
    shaped = np.array(samples, np.float32)
    rise, fall = min(int(attack * RATE), len(shaped)), min(int(release * RATE), len(shaped))
    shaped[:rise] *= _smooth(np.linspace(0, 1, rise, dtype=np.float32))
    shaped[len(shaped) - fall :] *= _smooth(np.linspace(1, 0, fall, dtype=np.float32))
    return shaped
