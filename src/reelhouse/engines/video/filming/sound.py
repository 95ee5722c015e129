"""How the reference sound moves a picture."""

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.video.filming.moments import FADE_FRAMES, Canvas

Track = NDArray[np.float64]

WINDOWS_PER_SECOND = 100
SMOOTHING_WINDOWS = 4.0
QUIET = 0.004
"""An envelope whose peaks are below this share of full scale is silence, however much it could be raised."""

SWELL, BOB, LIGHT = 0.045, 0.007, 0.07
"""At the loudest: how much the subject grows, how far it goes up and down (share of the width), and how much
brighter it is."""


def loudness(sound: Path, frames: int, rate: int) -> Track:
    """From 0 for silence to 1 for the loudest, one a frame; silence after the sound's end.

    Raises `EngineRefused` for what is not a WAV file of 16 bits.
    """
    if not frames:
        return np.zeros(0)
    samples, hertz = _samples(sound, frames / rate)
    step = max(hertz // WINDOWS_PER_SECOND, 1)
    windows = samples[: len(samples) // step * step].reshape(-1, step)
    level = np.sqrt(np.mean(np.square(windows, dtype=np.float64), axis=1))
    if not len(level) or np.percentile(level, 95) < QUIET:
        return np.zeros(frames)
    reach = np.arange(-12, 13)
    bell = np.exp(-(reach**2) / (2 * SMOOTHING_WINDOWS**2))
    calm = np.convolve(np.pad(level, 12), bell / bell.sum(), mode="valid")
    share = np.clip(calm / np.percentile(calm, 95), 0, 1) ** 0.7
    times = np.arange(frames) / rate
    return np.asarray(np.interp(times, (np.arange(len(share)) + 0.5) / WINDOWS_PER_SECOND, share, right=0.0))


def _samples(sound: Path, seconds: float) -> tuple[NDArray[np.float32], int]:
    """One channel from -1 to 1, no more than `seconds`, and its rate."""
    try:
        with wave.open(str(sound), "rb") as file:
            if file.getsampwidth() != 2:  # noqa: PLR2004 - bytes
                raise EngineRefused("builtin", "the reference audio is not of 16 bits")
            channels, hertz = file.getnchannels(), file.getframerate()
            data = file.readframes(round(seconds * hertz) + 1)
    except (OSError, EOFError, wave.Error) as failure:
        reason = f"the reference audio cannot be read ({type(failure).__name__})"
        raise EngineRefused("builtin", reason) from None
    whole = np.frombuffer(data[: len(data) // (2 * channels) * 2 * channels], "<i2").reshape(-1, channels)
    return (whole.mean(axis=1) / 32768).astype(np.float32), hertz


def swayed(loud: Track, canvas: Canvas) -> dict[str, Track]:
    """What `loud` adds to the camera's tracks; nothing at frame zero."""
    fade = np.clip(np.arange(len(loud)) / FADE_FRAMES, 0, 1)
    driven = loud * fade * fade * (3 - 2 * fade)
    beat = np.sin(np.cumsum(2 * np.pi * (1.3 + 1.1 * loud) / canvas.rate))
    return {
        "swell": SWELL * driven * (0.8 + 0.2 * beat),
        "bob": BOB * driven * beat,
        "light": LIGHT * driven,
    }
