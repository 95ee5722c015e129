"""Rooms and filters by convolution, in blocks, so that long pieces need no more memory than short ones."""

from collections.abc import Sequence

import numpy as np

from reelhouse.engines.music.songs.playing.waves import RATE, Samples

EQ_TAPS = 4096
PRE_DELAY = 0.018


def convolve(sound: Samples, response: Samples, *, delay: int = 0) -> None:
    """In place: each side of `sound` through its own column of `response`; moved to the front by `delay`."""
    size = 1 << (4 * len(response) - 1).bit_length()
    block = size - len(response) + 1
    spectrum = np.fft.rfft(response, size, axis=0)
    tail = np.zeros((len(response) - 1, 2), np.float32)
    for begin in range(0, len(sound) + delay, block):
        piece = sound[begin : begin + block]
        made = np.fft.irfft(np.fft.rfft(piece, size, axis=0) * spectrum, size, axis=0).astype(np.float32)
        made[: len(tail)] += tail
        tail = made[block:].copy()
        first = max(begin - delay, 0)
        last = min(begin - delay + block, len(sound))
        if last > first:
            offset = first - (begin - delay)
            sound[first:last] = made[offset : offset + last - first]


def hall(seconds: float, dark: float, seed: int = 7) -> Samples:
    """A room that dies away within `seconds`; its treble dies sooner, above `dark` Hz. Energy 1 a side."""
    frames = int(seconds * RATE)
    dice = np.random.default_rng(seed)
    at = np.arange(frames) / RATE
    made = np.zeros((frames, 2))
    bands = ((0.0, dark / 4, 1.0), (dark / 4, dark, 0.8), (dark, 16000.0, 0.4))
    frequencies = np.fft.rfftfreq(frames, 1 / RATE)
    for low, high, share in bands:
        spectrum = np.fft.rfft(dice.standard_normal((frames, 2)), axis=0)
        shape = 1 / (1 + (low / np.maximum(frequencies, 1)) ** 6) / (1 + (frequencies / high) ** 6)
        made += (
            np.fft.irfft(spectrum * shape[:, None], frames, axis=0)
            * np.exp(-6.9 * at / (seconds * share))[:, None]
        )
    made *= np.minimum(at / 0.012, 1)[:, None]
    made = np.concatenate([np.zeros((int(PRE_DELAY * RATE), 2)), made])
    return np.asarray(made / np.sqrt((made**2).sum(axis=0)), np.float32)


def equaliser(points: Sequence[tuple[float, float]]) -> Samples:
    """A linear-phase filter through (Hz, decibels); it delays by half of `EQ_TAPS`."""
    frequencies = np.fft.rfftfreq(EQ_TAPS, 1 / RATE)
    places = np.log2(np.maximum(frequencies, 5.0))
    gains = 10 ** (
        np.interp(places, [np.log2(hertz) for hertz, _ in points], [gain for _, gain in points]) / 20
    )
    gains[0] = 0.0
    response = np.roll(np.fft.irfft(gains), EQ_TAPS // 2) * np.hanning(EQ_TAPS)
    return np.asarray(np.repeat(response[:, None], 2, axis=1), np.float32)
