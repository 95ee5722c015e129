"""Sound as rows of numbers in which words look alike, whoever says them.

Frames of log-mel cepstra and loudness, with their slopes. A recording with a bed of music or noise is met
half way: the level of the bed in each band is added to the clean speech that it is compared with (parallel
model combination, Gales & Young 1992), so that both lose the same of their quiet sounds.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RATE = 16_000  # Hz
HOP = RATE // 100  # a frame every 10 ms
WINDOW = RATE * 25 // 1000
SIZE = 512
BLOCK = 4096  # frames that are transformed at once, so that memory stays bounded
MELS, CEPSTRA = 26, 12
LOWEST, HIGHEST = 100.0, 7000.0  # Hz
FLOOR = 1e-7
BED = 0.15  # of all frames, in which nothing but the bed is heard
LOUD = 0.95  # of all frames are softer than what counts as the level of speech
SPOKEN = 0.02  # of the level of speech, and a frame is speech
SLOPE_REACH = 2
WEIGHTS = np.array([1.0] * CEPSTRA + [2.0] + [0.7] * CEPSTRA + [1.4])
"""Of shape, loudness, and the slopes of both: pauses align speech better than any vowel."""


@dataclass(frozen=True, slots=True)
class Mels:
    """Power in each band of mel, a row a frame."""

    rows: Floats

    @property
    def level(self) -> float:
        """The power of loud speech in it."""
        return float(np.quantile(self.rows.sum(axis=1), LOUD)) + FLOOR

    @property
    def spoken(self) -> NDArray[np.bool_]:
        """The frames in which somebody may be speaking."""
        return np.asarray(self.rows.sum(axis=1) > SPOKEN * self.level)

    @property
    def bed(self) -> Floats:
        """What each band holds when nobody speaks."""
        return np.asarray(np.quantile(self.rows, BED, axis=0)) + FLOOR


def mels_of(samples: Floats, hop: int = HOP) -> Mels:
    """Frames around every `hop` of `samples`, which are at `RATE` and from -1 to 1."""
    count = len(samples) // hop + 1
    padded = np.pad(samples, (WINDOW // 2, WINDOW + hop))
    filters, window = _filters().T, np.hanning(WINDOW)
    blocks = []
    for first in range(0, count, BLOCK):
        starts = np.arange(first, min(first + BLOCK, count)) * hop
        frames = padded[starts[:, None] + np.arange(WINDOW)] * window
        blocks.append(np.abs(np.fft.rfft(frames, SIZE)) ** 2 @ filters)
    return Mels(np.concatenate(blocks))


def cepstra_of(rows: Floats) -> Floats:
    """Shape, loudness and their slopes in each frame of mels; not yet brought to one scale."""
    logs = np.log(rows + FLOOR)
    angles = np.pi / MELS * (np.arange(MELS) + 0.5)
    shape = logs @ np.cos(np.outer(np.arange(1, CEPSTRA + 1), angles)).T
    loudness = np.log(rows.sum(axis=1, keepdims=True) + FLOOR)
    still = np.hstack([shape, loudness])
    return np.hstack([still, _slopes(still)])


def resampled(samples: Floats, rate: int) -> Floats:
    """`samples` at `RATE`."""
    places = np.arange(len(samples) * RATE // rate) * (rate / RATE)
    return np.asarray(np.interp(places, np.arange(len(samples)), samples))


def _slopes(rows: Floats) -> Floats:
    padded = np.pad(rows, ((SLOPE_REACH, SLOPE_REACH), (0, 0)), mode="edge")
    slopes = np.zeros_like(rows)
    for step in range(1, SLOPE_REACH + 1):
        ahead = padded[SLOPE_REACH + step : len(rows) + SLOPE_REACH + step]
        slopes += step * (ahead - padded[SLOPE_REACH - step : len(rows) + SLOPE_REACH - step])
    return slopes


@cache
def _filters() -> Floats:
    hertz = np.fft.rfftfreq(SIZE, 1 / RATE)
    mels = np.linspace(2595 * np.log10(1 + LOWEST / 700), 2595 * np.log10(1 + HIGHEST / 700), MELS + 2)
    edges = 700 * (10 ** (mels / 2595) - 1)
    rising = (hertz - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - hertz) / (edges[2:] - edges[1:-1])[:, None]
    return np.asarray(np.maximum(0, np.minimum(rising, falling)))
