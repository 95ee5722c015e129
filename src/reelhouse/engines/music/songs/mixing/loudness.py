"""How loud a recording is, by ITU-R BS.1770, and a limiter that never lets a peak through."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.music.songs.playing.waves import RATE, Samples

BLOCK = RATE * 2 // 5
ABSOLUTE_GATE, RELATIVE_GATE = -70.0, -10.0
STEP = 32  # samples that share a gain of the limiter
LOOK = 9  # steps before and after a peak in which the gain comes and goes
HALF_BAND = (-0.0105, 0.0465, -0.1525, 0.6165, 0.6165, -0.1525, 0.0465, -0.0105)
"""Estimates the sample that would lie between two samples, where peaks hide."""

CHUNK = 1 << 18


def loudness(sound: Samples, every: int = 1) -> float:
    """Integrated LUFS with both gates. Only each `every`-th block of 0.4 s is looked at."""
    powers = _powers(sound, every)
    levels = -0.691 + 10 * np.log10(powers + 1e-15)
    heard = powers[levels > ABSOLUTE_GATE]
    if not len(heard):
        return ABSOLUTE_GATE
    floor = -0.691 + 10 * np.log10(heard.mean()) + RELATIVE_GATE
    heard = heard[-0.691 + 10 * np.log10(heard) > floor]
    return float(-0.691 + 10 * np.log10(heard.mean()))


def _powers(sound: Samples, every: int) -> NDArray[np.float64]:
    count = max(len(sound) // BLOCK, 1)
    weights = _k_weights(BLOCK)
    powers = []
    for number in range(0, count, every):
        block = sound[number * BLOCK : (number + 1) * BLOCK]
        spectrum = np.fft.rfft(block, BLOCK, axis=0)
        energy = (spectrum.real**2 + spectrum.imag**2).sum(axis=1)
        powers.append(2 * float((energy * weights).sum()) / BLOCK**2)
    return np.array(powers)


@cache
def _k_weights(frames: int) -> NDArray[np.float64]:
    """|K(f)|² of BS.1770 at each bin, from its filters as they are at 48 kHz."""
    frequencies = np.fft.rfftfreq(frames, 1 / RATE)
    turn = np.exp(-2j * np.pi * frequencies / 48_000)
    shelf = (1.53512485958697 - 2.69169618940638 * turn + 1.19839281085285 * turn**2) / (
        1 - 1.69065929318241 * turn + 0.73248077421585 * turn**2
    )
    high_pass = (1 - 2 * turn + turn**2) / (1 - 1.99004745483398 * turn + 0.99007225036621 * turn**2)
    return np.asarray(np.abs(shelf * high_pass) ** 2)


def balance(sound: Samples, edges: Sequence[float]) -> NDArray[np.float64]:
    """Decibels of the whole that lie between each two neighbouring `edges` in Hz, from every fifth block."""
    frequencies = np.fft.rfftfreq(BLOCK, 1 / RATE)
    total = np.zeros(len(frequencies))
    for begin in range(0, max(len(sound) - BLOCK, 1), 5 * BLOCK):
        spectrum = np.fft.rfft(
            sound[begin : begin + BLOCK].sum(axis=1) * np.hanning(len(sound[begin : begin + BLOCK])), BLOCK
        )
        total += spectrum.real**2 + spectrum.imag**2
    shares = [total[(frequencies >= low) & (frequencies < high)].sum() for low, high in pairwise(edges)]
    return np.asarray(10 * np.log10(np.array(shares) / (total.sum() + 1e-12) + 1e-12))


def limit(sound: Samples, ceiling: float) -> None:
    """In place: peaks, and those between samples, stay below `ceiling`."""
    needed = np.minimum(ceiling / np.maximum(_peaks(sound), 1e-9), 1.0)
    if needed.min() >= 1:
        return
    padded = np.pad(needed, LOOK, constant_values=1.0)
    lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * LOOK + 1).min(axis=1)
    window = np.hanning(LOOK * 2 + 1)[1:-1]
    smooth = np.convolve(np.pad(lowest, LOOK - 1, mode="edge"), window / window.sum(), mode="valid")
    for begin in range(0, len(sound), CHUNK):
        places = np.arange(begin, min(begin + CHUNK, len(sound)))
        gains = np.interp(places / STEP - 0.5, np.arange(len(smooth)), smooth)
        sound[begin : begin + CHUNK] *= gains[:, None].astype(np.float32)


def _peaks(sound: Samples) -> NDArray[np.float64]:
    """The highest of each `STEP` samples, between them too."""
    count = -(-len(sound) // STEP)
    peaks = np.zeros(count)
    for begin in range(0, len(sound), CHUNK):
        piece = sound[begin : begin + CHUNK + 8]
        between = np.zeros_like(piece)
        if len(piece) > len(HALF_BAND):
            span = len(piece) - len(HALF_BAND) + 1
            between[3 : 3 + span] = sum(
                np.float32(weight) * piece[place : place + span] for place, weight in enumerate(HALF_BAND)
            )
        both = np.maximum(np.abs(piece), np.abs(between))
        highest = np.maximum(both[:, 0], both[:, 1])[:CHUNK]
        rest = -len(highest) % STEP
        blocks = np.pad(highest, (0, rest)).reshape(-1, STEP).max(axis=1)
        peaks[begin // STEP : begin // STEP + len(blocks)] = blocks[: count - begin // STEP]
    return peaks
