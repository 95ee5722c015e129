"""The parts of a recording that nobody named: where harmony and timbre change for good.

Librosa has all of this too, and compiles for half a minute in every new process before it begins.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.transcript.aligning.features import CEPSTRA, RATE, Mels, cepstra_of
from reelhouse.engines.transcript.aligning.features import HOP as MEL_HOP

Floats = NDArray[np.float64]

MEL_FRAMES = 25
HOP, WINDOW = MEL_FRAMES * MEL_HOP, 8192  # samples
SECONDS = HOP / RATE
BLOCK = 256  # frames that are transformed at once, so that memory stays bounded
LOWEST, HIGHEST = 60.0, 2000.0  # Hz, in which harmony is heard
PITCHES, TUNING = 12, 440.0
SHARPNESS = 0.3  # of a semitone, as a standard deviation
USUAL = 18.0  # seconds of a part
SHORTEST = 6.0
MOST = 16
BLUR = 9  # frames, so that a part is more than a chord
SNAP = 1.0  # seconds to a downbeat, at which a part begins


def boundaries_of(samples: Floats, mels: Mels, downbeats: Sequence[float]) -> tuple[float, ...]:
    """Seconds at which a part begins or ends, from 0 to the end of `samples`; two at least.

    Neighbours that are alike are joined (Ward, "Hierarchical grouping to optimize an objective function",
    1963), by the pitch classes and the cepstra that are heard.
    """
    end = len(samples) / RATE
    count = min(round(end / USUAL), MOST)
    if count < 2:  # noqa: PLR2004 - a single part has nothing to find
        return (0.0, end)
    rows = _features(samples, mels)
    if not rows.std():
        return (0.0, end)
    edges = [frame * SECONDS for frame in _starts(rows, count)]
    inner = [_snapped(edge, downbeats) for edge in edges if SHORTEST <= edge <= end - SHORTEST]
    kept = [0.0]
    for edge in inner:
        if edge - kept[-1] >= SHORTEST:
            kept.append(edge)
    return (*kept, end)


def _features(samples: Floats, mels: Mels) -> Floats:
    """A row a frame of harmony and timbre, blurred over time."""
    harmony, timbre = _chroma(samples), _timbre(mels)
    frames = min(len(harmony), len(timbre))
    rows = np.hstack([_even(harmony[:frames]), _even(timbre[:frames])])
    kernel = np.ones(BLUR) / BLUR
    padded = np.pad(rows, ((BLUR // 2, BLUR // 2), (0, 0)), mode="edge")
    return np.stack([np.convolve(column, kernel, mode="valid") for column in padded.T], axis=1)


def _chroma(samples: Floats) -> Floats:
    """How loud each of the twelve pitch classes is in each frame, next to the loudest of them."""
    count = len(samples) // HOP + 1
    padded = np.pad(samples, (WINDOW // 2, WINDOW + HOP))
    blocks = []
    for first in range(0, count, BLOCK):
        starts = np.arange(first, min(first + BLOCK, count)) * HOP
        frames = padded[starts[:, None] + np.arange(WINDOW)] * np.hanning(WINDOW)
        blocks.append(np.abs(np.fft.rfft(frames)) ** 2 @ _pitch_classes())
    heard = np.concatenate(blocks)
    return np.asarray(heard / np.maximum(heard.max(axis=1, keepdims=True), 1e-9))


@cache
def _pitch_classes() -> Floats:
    """What each bin of a spectrum adds to each pitch class, C first."""
    hertz = np.fft.rfftfreq(WINDOW, 1 / RATE)
    heard = (hertz >= LOWEST) & (hertz <= HIGHEST)
    semitones = PITCHES * np.log2(np.where(heard, hertz, TUNING) / TUNING) + 9
    apart = (semitones[:, None] - np.arange(PITCHES) + PITCHES / 2) % PITCHES - PITCHES / 2
    return np.asarray(np.exp(-0.5 * (apart / SHARPNESS) ** 2) * heard[:, None])


def _timbre(mels: Mels) -> Floats:
    """The mean cepstra and loudness of the frames of mel in each frame."""
    still = cepstra_of(mels.rows)[:, : CEPSTRA + 1]
    whole = len(still) // MEL_FRAMES * MEL_FRAMES
    return np.asarray(still[:whole].reshape(-1, MEL_FRAMES, CEPSTRA + 1).mean(axis=1))


def _even(rows: Floats) -> Floats:
    return np.asarray((rows - rows.mean(axis=0)) / (rows.std(axis=0) + 1e-6))


def _starts(rows: Floats, count: int) -> list[int]:
    """The frames at which `count` stretches begin that are as even as can be, each by itself.

    Two neighbours are joined, again and again, where the sum of squares within grows the least.
    """
    starts, sizes, means = list(range(len(rows))), np.ones(len(rows)), rows.copy()
    while len(starts) > count:
        growth = (sizes[:-1] * sizes[1:] / (sizes[:-1] + sizes[1:])) * ((means[:-1] - means[1:]) ** 2).sum(
            axis=1
        )
        place = int(growth.argmin())
        both = sizes[place] + sizes[place + 1]
        means[place] = (means[place] * sizes[place] + means[place + 1] * sizes[place + 1]) / both
        sizes[place] = both
        means, sizes = np.delete(means, place + 1, axis=0), np.delete(sizes, place + 1)
        del starts[place + 1]
    return starts


def _snapped(edge: float, downbeats: Sequence[float]) -> float:
    near = min(downbeats, key=lambda beat: abs(beat - edge), default=edge)
    return near if abs(near - edge) <= SNAP else edge
