"""One gain that makes a mix as loud as it should be, and a curve that holds its peaks below a ceiling.

Everything is known beforehand: the energy of each 100 ms and the highest peak of each millisecond. So the
curve is down before a peak arrives, and no sample has to be looked at twice.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reelhouse.render.loudness import SEGMENT, STEP, Samples, integrated

Curve = NDArray[np.float32]
"""A gain at each border of two milliseconds, linear in between: one point more than milliseconds."""

FALL = 1.5
RISE = 0.1
"""dB a millisecond: down within a few, and back over some sixty, so that nothing pumps or crackles."""

SOFT = 2
"""Points on both sides that round the corners of a curve."""

ROUNDS = 12
EXACT = 0.01
MOST_GAIN = 40.0


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a whole mix: weighted energies of its 100 ms, and peaks of its milliseconds."""

    energies: NDArray[np.float64]
    peaks: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Levels:
    gain: float
    curve: Curve


def levels_for(survey: Survey, lufs: float, ceiling_dbtp: float) -> Levels:
    """The gain (a factor) and the curve after which a mix has this loudness, and no higher peak.

    Limiting costs loudness, which the gain makes good, which makes the limiter work more; some rounds settle
    it. What limiting takes from a segment is weighed by the peaks in it.
    """
    most = MOST_GAIN
    decibels = min(most, lufs - integrated(survey.energies))
    for _ in range(ROUNDS):
        curve = limiting_curve(survey.peaks * _factor(decibels), ceiling_dbtp)
        left = survey.energies * _share(survey.peaks, curve)[: len(survey.energies)]
        missing = lufs - (integrated(left) + decibels)
        if abs(missing) < EXACT or decibels + missing > most:
            break
        decibels += missing
    return Levels(_factor(decibels), limiting_curve(survey.peaks * _factor(decibels), ceiling_dbtp))


def limiting_curve(peaks: NDArray[np.float32], ceiling_dbtp: float) -> Curve:
    """Below 1 wherever a millisecond would pass the ceiling, falling ahead of it and rising slowly after."""
    needed = np.minimum(0.0, ceiling_dbtp - 20 * np.log10(np.maximum(peaks, 1e-9)))
    points = np.minimum(np.append(needed[:1], needed), np.append(needed, needed[-1:]))
    if not points.any():
        return np.ones(len(points), np.float32)
    points = _sliding(points).min(axis=1)
    times = np.arange(len(points))
    rising = RISE * times + np.minimum.accumulate(points - RISE * times)
    falling = (FALL * times + np.minimum.accumulate(rising[::-1] - FALL * times))[::-1]
    rounded = _sliding(falling).mean(axis=1)
    curve: Curve = np.power(10.0, rounded / 20).astype(np.float32)
    return curve


def apply_curve(samples: Samples, curve: Curve) -> Samples:
    """The samples (a whole number of milliseconds) under the part of a curve that belongs to them."""
    ramp = np.arange(STEP, dtype=np.float32) / STEP
    gains = curve[:-1, None] + (curve[1:] - curve[:-1])[:, None] * ramp
    return np.asarray(samples * gains.reshape(-1, 1), np.float32)


def _sliding(points: NDArray[np.floating]) -> NDArray[np.floating]:
    padded = np.pad(points, SOFT, mode="edge")
    return np.lib.stride_tricks.sliding_window_view(padded, 2 * SOFT + 1)


def _share(peaks: NDArray[np.float32], curve: Curve) -> NDArray[np.float64]:
    """How much of the energy of each segment a curve leaves."""
    steps = SEGMENT // STEP
    room = -len(peaks) % steps
    power = np.pad(np.square(peaks, dtype=np.float64) + 1e-12, (0, room), mode="edge")
    left = np.pad(np.square((curve[:-1] + curve[1:]) / 2, dtype=np.float64), (0, room), mode="edge")
    kept = (power * left).reshape(-1, steps).sum(axis=1)
    return np.asarray(kept / power.reshape(-1, steps).sum(axis=1))


def _factor(decibels: float) -> float:
    return float(10 ** (decibels / 20))
