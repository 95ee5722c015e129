"""The parts of a recording that nobody named: where harmony and timbre change for good."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.transcript.aligning.features import RATE

Floats = NDArray[np.float64]

HOP, WINDOW = 4096, 8192  # samples
SECONDS = HOP / RATE
USUAL = 18.0  # seconds of a part
SHORTEST = 6.0
MOST = 16
BLUR = 9  # frames, so that a part is more than a chord
SNAP = 1.0  # seconds to a downbeat, at which a part begins


def boundaries_of(samples: Floats, downbeats: Sequence[float]) -> tuple[float, ...]:
    """Seconds at which a part begins or ends, from 0 to the end of `samples`; two at least.

    Clusters neighbours (McFee & Ellis, "Learning to segment songs with ordinal linear discriminant analysis",
    2014) over chroma and cepstra.
    """
    end = len(samples) / RATE
    count = min(round(end / USUAL), MOST)
    if count < 2:  # noqa: PLR2004 - a single part has nothing to find
        return (0.0, end)
    rows = _features(samples)
    if not rows.std():
        return (0.0, end)
    edges = [float(frame) * SECONDS for frame in _clustered(rows, count)]
    inner = [_snapped(edge, downbeats) for edge in edges if SHORTEST <= edge <= end - SHORTEST]
    kept = [0.0]
    for edge in inner:
        if edge - kept[-1] >= SHORTEST:
            kept.append(edge)
    return (*kept, end)


def _features(samples: Floats) -> Floats:
    from librosa.feature import chroma_stft, mfcc  # noqa: PLC0415 - only long recordings have parts

    chroma = chroma_stft(y=samples, sr=RATE, hop_length=HOP, n_fft=WINDOW, tuning=0.0)
    timbre = mfcc(y=samples, sr=RATE, hop_length=HOP, n_fft=WINDOW, n_mfcc=13)
    rows = np.vstack([_even(chroma), _even(timbre)])
    kernel = np.ones(BLUR) / BLUR
    padded = np.pad(rows, ((0, 0), (BLUR // 2, BLUR // 2)), mode="edge")
    return np.stack([np.convolve(row, kernel, mode="valid") for row in padded])


def _even(rows: Floats) -> Floats:
    return np.asarray((rows - rows.mean(axis=1, keepdims=True)) / (rows.std(axis=1, keepdims=True) + 1e-6))


def _clustered(rows: Floats, count: int) -> NDArray[np.int64]:
    from librosa.segment import agglomerative  # noqa: PLC0415

    return np.asarray(agglomerative(rows, min(count, rows.shape[1])))


def _snapped(edge: float, downbeats: Sequence[float]) -> float:
    near = min(downbeats, key=lambda beat: abs(beat - edge), default=edge)
    return near if abs(near - edge) <= SNAP else edge
