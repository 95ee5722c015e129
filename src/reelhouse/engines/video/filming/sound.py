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
ACCENT = 0.45
"""A rise of loudness that is at least this share of the steepest is an accent."""

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


def articulation(sound: Path, frames: int, rate: int) -> tuple[Track, Track]:
    """How wide a mouth is open at every frame, and how strong an accent is: both from 0 to 1.

    The mouth follows the loudness of a voice's band within 30 ms and shuts in its pauses; accents are where
    it rises most, and die away in a third of a second. Raises as `loudness`.
    """
    if not frames:
        return np.zeros(0), np.zeros(0)
    samples, hertz = _samples(sound, frames / rate)
    step = max(hertz // WINDOWS_PER_SECOND, 1)
    voice = (
        samples - np.convolve(samples, np.ones(step) / step, mode="same") if len(samples) > step else samples
    )
    windows = voice[: len(voice) // step * step].reshape(-1, step)
    level = np.sqrt(np.mean(np.square(windows, dtype=np.float64), axis=1))
    if not len(level) or np.percentile(level, 95) < QUIET / 2:
        return np.zeros(frames), np.zeros(frames)
    loud = np.percentile(level, 96)
    share = np.clip((level - 0.06 * loud) / loud, 0, 1) ** 0.62
    opening = np.empty_like(share)
    now = 0.0
    for place, wanted in enumerate(share):
        now += (wanted - now) * (0.55 if wanted > now else 0.34)
        opening[place] = now
    rise = np.clip(np.diff(np.convolve(share, np.ones(5) / 5, mode="same"), prepend=share[0]), 0, None)
    accents = np.empty_like(rise)
    now = 0.0
    for place, jump in enumerate(rise / max(float(rise.max()), 1e-6)):
        now = max(now * 0.955, jump if jump > ACCENT else 0.0)
        accents[place] = now
    calm = np.convolve(accents, np.ones(9) / 9, mode="same")
    times = (np.arange(len(opening)) + 0.5) / WINDOWS_PER_SECOND
    at = np.arange(frames) / rate
    return np.interp(at, times, opening, right=0.0), np.interp(at, times, calm, right=0.0)


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
