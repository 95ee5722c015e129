"""What the samples of a recording tell, whatever is said in it."""

import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.transcript.aligning.features import HOP, RATE, Floats, mels_of
from reelhouse.engines.transcript.annotating.beats import Pulse, pulse_of
from reelhouse.engines.transcript.annotating.sections import boundaries_of

FULL_SCALE = 32767
QUIET = 0.001  # -60 dB of full scale
BED = 0.1  # of all frames are the background
MOST_DECIBELS = 99.0
CLIPPED_IN_ROW = 3


@dataclass(frozen=True, slots=True)
class Sounding:
    """`voiced` are frames of 10 ms in which somebody may speak. `signal_to_noise` is in dB, at most 99: of
    loud frames against the quietest; None for silence. `level` is the RMS in dB of full scale.
    """

    pulse: Pulse
    boundaries: tuple[float, ...]
    voiced: NDArray[np.bool_]
    clipped: int
    signal_to_noise: float | None
    level: float


def sounding_of(path: Path, *, parts: bool) -> Sounding:
    """Of a mono WAV file of 16 kHz and 16 bits. Without `parts`, all of it is one."""
    with wave.open(str(path), "rb") as file:
        whole = np.frombuffer(file.readframes(file.getnframes()) or bytes(2), "<i2")
    samples = whole.astype(np.float64) / FULL_SCALE
    mels = mels_of(samples)
    pulse = pulse_of(mels)
    levels = _levels(samples)
    voiced = mels.spoken[: len(levels)] & (levels > QUIET)
    return Sounding(
        pulse=pulse,
        boundaries=boundaries_of(samples, mels, pulse.downbeats) if parts else (0.0, len(samples) / RATE),
        voiced=voiced,
        clipped=_clipped(whole),
        signal_to_noise=_signal_to_noise(levels),
        level=round(_decibels(float(np.sqrt((samples**2).mean()))), 1),
    )


def _levels(samples: Floats) -> NDArray[np.float64]:
    frames = samples[: len(samples) // HOP * HOP].reshape(-1, HOP)
    return np.asarray(np.sqrt((frames**2).mean(axis=1)))


def _clipped(samples: NDArray[np.int16]) -> int:
    """Samples at full scale with neighbours at full scale: a single one is no clipping."""
    full = np.abs(samples.astype(np.int32)) >= FULL_SCALE
    runs = np.convolve(full, np.ones(CLIPPED_IN_ROW), mode="same") >= CLIPPED_IN_ROW
    return int((np.convolve(runs, np.ones(CLIPPED_IN_ROW), mode="same") > 0).sum()) if runs.any() else 0


def _signal_to_noise(levels: NDArray[np.float64]) -> float | None:
    if not len(levels) or levels.max() <= QUIET:
        return None
    loud = float(np.quantile(levels, 1 - BED))
    return round(min(_decibels(loud) - _decibels(float(np.quantile(levels, BED))), MOST_DECIBELS), 1)


def _decibels(amplitude: float) -> float:
    return float(20 * np.log10(max(amplitude, 1e-5)))
