"""What a voice says, without the pitch at which it says it: its spectrum from moment to moment.

After CheapTrick (Morise 2015): a window of three periods, the power smoothed over two thirds of the pitch,
    and
a lifter that takes away what the harmonics left. The voice must be monotone: its pitch is measured once.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.music.songs.playing.waves import Samples

SIZE = 1024
HOP = 0.005  # seconds
RESPONSE = 1024  # samples of a pulse at 44.1 kHz
LOWEST, HIGHEST = 70.0, 330.0
CLEAR, UNCLEAR = 0.85, 0.5  # likeness of neighbouring periods: surely voiced, surely not


@dataclass(frozen=True, slots=True)
class Voiceprint:
    """A row for each 5 ms: `pulses` is what one stroke of the glottis sounds like at 44.1 kHz."""

    pulses: Samples
    voicing: Samples
    source: Samples
    """The recording itself at 44.1 kHz, for what has no pitch."""


def pitch_of(sound: Samples, rate: int) -> float:
    """The pitch in Hz of a monotone voice: the lag at which it is most like itself, where it is loud."""
    size = 2048
    frames = [sound[begin : begin + size] for begin in range(0, max(len(sound) - size, 1), size)]
    frames = sorted(
        (frame for frame in frames if len(frame) == size), key=lambda frame: -float((frame**2).sum())
    )[:24]
    total = np.zeros(size)
    for frame in frames:
        spectrum = np.abs(np.fft.rfft(frame * np.hanning(size), 2 * size)) ** 2
        own = np.fft.irfft(spectrum)[:size]
        total += own / (own[0] + 1e-9)
    low, high = int(rate / HIGHEST), int(rate / LOWEST)
    if not frames:
        return 150.0
    lag = low + int(np.argmax(total[low:high]))
    before, here, after = total[lag - 1], total[lag], total[lag + 1]
    bend = before - 2 * here + after
    return float(rate / (lag + (0.5 * (before - after) / bend if bend else 0.0)))


def voiceprint_of(sound: Samples, rate: int, pitch: float) -> Voiceprint:
    """Of one line; `rate` is half of 44.1 kHz."""
    frames = _framed(sound, rate, pitch)
    spectrum = _smoothed(frames, rate, pitch)
    return Voiceprint(_pulses(spectrum), _voicing(sound, rate, pitch, len(frames)), doubled_rate(sound))


def _centres(length: int, rate: int) -> NDArray[np.int64]:
    count = int(length / rate / HOP) + 1
    return np.asarray(np.rint(np.arange(count) * HOP * rate), np.int64)


def _framed(sound: Samples, rate: int, pitch: float) -> NDArray[np.float64]:
    """Three periods around each moment, in a window of energy 1."""
    half = int(1.5 * rate / pitch)
    padded = np.pad(sound.astype(np.float64), (half, half + SIZE))
    places = _centres(len(sound), rate)[:, None] + np.arange(2 * half + 1)
    window = np.hanning(2 * half + 3)[1:-1]
    return np.asarray(padded[places] * (window / np.sqrt((window**2).sum())))


def _smoothed(frames: NDArray[np.float64], rate: int, pitch: float) -> NDArray[np.float64]:
    """Logarithm of the amplitude of each bin: (moments, SIZE / 2 + 1)."""
    power = np.abs(np.fft.rfft(frames, SIZE, axis=1)) ** 2 + 1e-12
    width = 2 * pitch / 3 / (rate / SIZE)
    mirrored = np.concatenate([power[:, :0:-1], power, power[:, -2::-1]], axis=1)
    summed = np.cumsum(mirrored, axis=1)
    places = np.arange(power.shape[1]) + power.shape[1] - 1
    low, high = places - width / 2 - 0.5, places + width / 2 - 0.5
    smooth = (_between(summed, high) - _between(summed, low)) / width
    cepstrum = np.fft.irfft(np.log(np.maximum(smooth, 1e-12)), axis=1)
    quefrency = np.minimum(np.arange(SIZE), SIZE - np.arange(SIZE)) / rate
    lifter = np.sinc(pitch * quefrency) * (1.18 - 0.18 * np.cos(2 * np.pi * pitch * quefrency))
    return np.asarray(0.5 * np.fft.rfft(cepstrum * lifter, axis=1).real)


def _between(rows: NDArray[np.float64], places: NDArray[np.float64]) -> NDArray[np.float64]:
    whole = np.floor(places).astype(int)
    part = places - whole
    return np.asarray(rows[:, whole] * (1 - part) + rows[:, whole + 1] * part)


def _pulses(logarithm: NDArray[np.float64]) -> Samples:
    """Minimum-phase responses, at twice the rate, ending at zero."""
    cepstrum = np.fft.irfft(logarithm, axis=1)
    cepstrum[:, 1 : SIZE // 2] *= 2
    cepstrum[:, SIZE // 2 + 1 :] = 0
    spectrum = np.exp(np.fft.rfft(cepstrum, axis=1))
    spectrum[:, -24:] *= np.linspace(1, 0, 24)
    doubled = np.zeros((len(spectrum), SIZE + 1), complex)
    doubled[:, : spectrum.shape[1]] = spectrum * 2
    made = np.fft.irfft(doubled, 2 * SIZE, axis=1)[:, :RESPONSE]
    made[:, -200:] *= np.linspace(1, 0, 200)
    return made.astype(np.float32)


def _voicing(sound: Samples, rate: int, pitch: float, count: int) -> Samples:
    """How alike two neighbouring periods are at each moment, from 0 for noise to 1 for a clear tone."""
    period = round(rate / pitch)
    padded = np.pad(sound.astype(np.float64), (2 * period, 2 * period + 2))
    best = np.zeros(count)
    for lag in range(period - 2, period + 3):
        product = np.cumsum(padded[:-lag] * padded[lag:])
        own = np.cumsum(padded**2)
        begin = _centres(len(sound), rate)[:count] + period - lag // 2
        end = np.minimum(begin + period, len(product) - 1)
        cross = product[end] - product[begin]
        energy = np.sqrt(np.maximum((own[end] - own[begin]) * (own[end + lag] - own[begin + lag]), 1e-9))
        best = np.maximum(best, cross / energy)
    steady = np.convolve(
        np.pad(np.clip((best - UNCLEAR) / (CLEAR - UNCLEAR), 0, 1), 1, mode="edge"),
        (0.25, 0.5, 0.25),
        "valid",
    )
    return steady.astype(np.float32)


def doubled_rate(sound: Samples) -> Samples:
    """Twice as many samples, by the spectrum of the whole line."""
    size = 1 << (len(sound) + 256 - 1).bit_length()
    spectrum = np.fft.rfft(sound, size)
    wide = np.zeros(size + 1, spectrum.dtype)
    wide[: len(spectrum)] = spectrum * 2
    return np.asarray(np.fft.irfft(wide, 2 * size)[: 2 * len(sound)], np.float32)
