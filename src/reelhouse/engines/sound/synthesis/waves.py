"""What all recipes are made of: noise in bands, struck things, tones, and envelopes. Mono at 48 kHz."""

import numpy as np
from numpy.typing import NDArray

RATE = 48_000

Samples = NDArray[np.float64]
Chance = np.random.Generator


def count_of(seconds: float) -> int:
    return max(int(seconds * RATE), 1)


def times(seconds: float) -> Samples:
    return np.arange(count_of(seconds)) / RATE


def decay(seconds: float, half_life: float, attack: float = 0.001) -> Samples:
    """Rises in `attack` seconds, then halves every `half_life`."""
    at = times(seconds)
    return np.minimum(at / attack, 1.0) * 0.5 ** (at / half_life)


def noise(seconds: float, low: float, high: float, chance: Chance) -> Samples:
    """Noise between two pitches, of root mean square 1."""
    length = count_of(seconds)
    size = 1 << (length - 1).bit_length()
    spectrum = np.fft.rfft(chance.standard_normal(size))
    pitches = np.fft.rfftfreq(size, 1 / RATE)
    edge_low = 1 / (1 + (low / np.maximum(pitches, 1e-3)) ** 6)
    edge_high = 1 / (1 + (pitches / high) ** 6)
    sound = np.fft.irfft(spectrum * edge_low * edge_high)[:length]
    level = float(np.sqrt((sound**2).mean())) or 1.0
    return np.asarray(sound / level)


def modes(
    seconds: float, pitches: tuple[float, ...], half_life: float, chance: Chance, spread: float = 0.01
) -> Samples:
    """A thing that was struck: each mode dies the sooner the higher it is."""
    at = times(seconds)
    sound = np.zeros_like(at)
    for number, pitch in enumerate(pitches):
        exact = pitch * (1 + spread * chance.standard_normal())
        life = half_life / (1 + 0.35 * number)
        sound += (
            np.sin(2 * np.pi * exact * at + chance.uniform(0, 6.28)) * 0.5 ** (at / life) / (1 + 0.5 * number)
        )
    return sound * np.minimum(at / 0.0008, 1.0)


def sweep(seconds: float, start: float, end: float) -> Samples:
    """A tone that glides."""
    at = times(seconds) / seconds
    pitch = start * (end / start) ** at
    return np.sin(2 * np.pi * np.cumsum(pitch) / RATE)


def tone(seconds: float, pitch: float, harmonics: tuple[float, ...] = (1.0,)) -> Samples:
    at = times(seconds)
    sound = np.zeros_like(at)
    for number, level in enumerate(harmonics, start=1):
        sound += level * np.sin(2 * np.pi * pitch * number * at)
    return sound


def wander(seconds: float, per_second: float, chance: Chance) -> Samples:
    """A slow random line between 0 and 1."""
    points = max(int(seconds * per_second) + 2, 3)
    spots = np.linspace(0, seconds, points)
    return np.interp(times(seconds), spots, chance.uniform(0, 1, points))


def scattered(seconds: float, each: Samples, per_second: float, chance: Chance) -> Samples:
    """Many grains of one kind at random moments, of random strength."""
    length = count_of(seconds)
    hits = np.zeros(length)
    number = max(int(seconds * per_second), 1)
    places = chance.integers(0, length, number)
    np.add.at(hits, places, chance.uniform(0.2, 1.0, number))
    return convolved(hits, each)[:length]


def convolved(sound: Samples, response: Samples) -> Samples:
    total = len(sound) + len(response) - 1
    size = 1 << (total - 1).bit_length()
    return np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(response, size))[:total]


def placed(pieces: list[tuple[float, Samples]], seconds: float) -> Samples:
    """Pieces at their moments, on one line of `seconds`."""
    line = np.zeros(count_of(seconds))
    for start, piece in pieces:
        begin = int(start * RATE)
        end = min(begin + len(piece), len(line))
        if begin < end:
            line[begin:end] += piece[: end - begin]
    return line
