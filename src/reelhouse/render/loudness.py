"""How loud a sound is, by ITU-R BS.1770-5 (EBU R 128): integrated loudness and true peak."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reelhouse.render.ffmpeg import PROTOCOLS, Ffmpeg

Samples = NDArray[np.float32]
"""Samples × channels at 48 kHz, 1.0 as full scale."""

TARGET_LUFS = -14.0
TOLERANCE_LU = 1.0
CEILING_DBTP = -1.0
SILENCE_LUFS = -70.0
"""What the measurement calls everything below its absolute gate."""

SAMPLE_RATE = 48_000
SEGMENT = SAMPLE_RATE // 10
"""Gating blocks are 400 ms long and begin every 100 ms, so each is the sum of four segments."""

OVERLAP = 960
WINDOW = SEGMENT + OVERLAP
"""Segments fade into each other for 20 ms, so that no rumble leaks into what is weighed."""

BLOCK_SEGMENTS = 4
RELATIVE_GATE = -10.0
OFFSET = -0.691
"""What BS.1770 adds, so that 1 kHz at full scale on one channel is −3.01 LUFS."""

# The two filters of BS.1770-5, annex 1, tables 1 and 2, at 48 kHz: numerator and denominator.
HEAD_SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
LOW_CUT = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))

STEP = SAMPLE_RATE // 1000
"""Peaks are known for each millisecond."""

REACH = 6
PHASES = (0.25, 0.5, 0.75)
"""Between two samples the signal is looked at three times: four times the sample rate, as annex 2 says."""

SUMMARY = re.compile(
    r"I:\s+(?P<lufs>-?[\d.]+|-?inf|nan) LUFS.*?Peak:\s+(?P<peak>-?[\d.]+|-?inf) dBFS", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Loudness:
    lufs: float
    true_peak_dbtp: float

    @property
    def silent(self) -> bool:
        return self.lufs <= SILENCE_LUFS


class Meter:
    """Weighs a sound that arrives in pieces.

    A segment's weighted energy is summed in its spectrum, which needs no filter that runs from sample to
    sample. Against such filters it differs by less than 0.1 LU.
    """

    def __init__(self) -> None:
        self._energies: list[NDArray[np.float64]] = []
        self._rest: Samples | None = None

    def add(self, samples: Samples) -> None:
        if self._rest is not None:
            samples = np.concatenate((self._rest, samples))
        segments = max(0, (len(samples) - OVERLAP) // SEGMENT)
        self._rest = samples[segments * SEGMENT :].copy()
        if segments:
            self._energies.append(_energies(samples[: segments * SEGMENT + OVERLAP]))

    @property
    def energies(self) -> NDArray[np.float64]:
        """The weighted mean square of each segment, summed over the channels."""
        return np.concatenate(self._energies) if self._energies else np.zeros(0)

    @property
    def lufs(self) -> float:
        return integrated(self.energies)


def integrated(energies: NDArray[np.float64]) -> float:
    """Loudness by both gates of BS.1770 from the energies of segments, `SILENCE_LUFS` at the least.

    A sound shorter than one gating block is one block.
    """
    if not len(energies):
        return SILENCE_LUFS
    length = min(BLOCK_SEGMENTS, len(energies))
    blocks = np.convolve(energies, np.full(length, 1 / length), mode="valid")
    loud = blocks[_lufs(blocks) > SILENCE_LUFS]
    if not len(loud):
        return SILENCE_LUFS
    louder = loud[_lufs(loud) > _lufs(loud.mean()) + RELATIVE_GATE]
    return max(SILENCE_LUFS, float(_lufs(louder.mean())))


def _lufs(energy: NDArray[np.float64] | np.floating) -> NDArray[np.float64]:
    return np.asarray(OFFSET + 10 * np.log10(np.maximum(energy, 1e-12)))


def _energies(samples: Samples) -> NDArray[np.float64]:
    total = np.zeros(len(samples) // SEGMENT)
    for channel in range(samples.shape[1]):
        windows = np.lib.stride_tricks.sliding_window_view(samples[:, channel], WINDOW)[::SEGMENT]
        level = windows.mean(axis=1, keepdims=True)  # a constant offset is not heard
        spectra = np.fft.rfft((windows - level) * _fade())
        power = np.square(spectra.real) + np.square(spectra.imag)
        total += power @ _weights()
    return total


@cache
def _fade() -> NDArray[np.float32]:
    """Squares of neighbouring windows add up to one where they overlap."""
    rising = np.sin(np.pi / 2 * (np.arange(OVERLAP) + 0.5) / OVERLAP)
    flat = np.ones(SEGMENT - OVERLAP)
    return np.concatenate((rising, flat, rising[::-1])).astype(np.float32)


@cache
def _weights() -> NDArray[np.float32]:
    """What each line of a window's spectrum counts for, by Parseval's theorem."""
    turns = np.exp(-2j * np.pi * np.arange(WINDOW // 2 + 1) / WINDOW)
    weights = np.ones(len(turns))
    for numerator, denominator in (HEAD_SHELF, LOW_CUT):
        weights *= np.square(np.abs(_at(numerator, turns) / _at(denominator, turns)))
    weights[1:-1] *= 2
    return (weights / (WINDOW * SEGMENT)).astype(np.float32)


def _at(coefficients: tuple[float, float, float], turns: NDArray[np.complex128]) -> NDArray[np.complex128]:
    first, second, third = coefficients
    return np.asarray(first + second * turns + third * turns**2)


def peaks(samples: Samples, *, before: Samples, after: Samples, near: float) -> NDArray[np.float32]:
    """The highest level of each millisecond of `samples` (a whole number of them), over all channels.

    Between the samples it is looked for only where these reach `near`. `before` and `after` are `REACH`
    samples of what surrounds the piece.
    """
    framed = np.abs(samples).reshape(-1, STEP * samples.shape[1])
    highest: NDArray[np.float32] = framed.max(axis=1)
    close = np.flatnonzero(highest >= near)
    if len(close):
        around = np.concatenate((before, samples, after))
        windows = np.lib.stride_tricks.sliding_window_view(around, STEP + 2 * REACH, axis=0)[::STEP]
        between = np.abs(windows[close] @ _interpolation()).max(axis=(1, 2))
        highest[close] = np.maximum(highest[close], between)
    return highest


@cache
def _interpolation() -> NDArray[np.float32]:
    """From a millisecond and its surroundings to the values between its samples, by a windowed sinc."""
    matrix = np.zeros((STEP + 2 * REACH, STEP * len(PHASES)), np.float32)
    for number, phase in enumerate(PHASES):
        away = np.arange(1 - REACH, REACH + 1) - phase
        taps = np.sinc(away) * np.square(np.cos(np.pi * away / (2 * REACH + 1)))
        taps /= taps.sum()
        for at in range(STEP):
            matrix[at + 1 : at + 1 + 2 * REACH, at + number * STEP] = taps
    return matrix


async def measure(ffmpeg: Ffmpeg, path: Path) -> Loudness:
    """The loudness of the first sound of a file, as ffmpeg's `ebur128` hears it."""
    arguments = [
        *PROTOCOLS, "-i", str(path), "-map", "0:a:0", "-af",
        "ebur128=peak=true:framelog=quiet", "-f", "null", "-",
    ]  # fmt: skip
    told = await ffmpeg.run(arguments, cwd=path.parent, stage="measuring loudness", level="info")
    return summary_of(told.log)


def summary_of(log: str) -> Loudness:
    """The figures at the end of what the `ebur128` filter says; a log without them is a silent sound."""
    found = list(SUMMARY.finditer(log))
    if not found:
        return Loudness(SILENCE_LUFS, SILENCE_LUFS)
    return Loudness(_figure(found[-1]["lufs"]), _figure(found[-1]["peak"]))


def _figure(text: str) -> float:
    return SILENCE_LUFS if text.lstrip("-") in {"inf", "nan"} else float(text)
