"""A caller's own music as a bed of exactly the length that is wanted."""

import wave
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FADE_SECONDS = 2.0
SEAM_SECONDS = 0.5
"""Where a short piece begins again, its end and its beginning are mixed for so long."""


def bed_of(source: Path, seconds: Fraction, out: Path) -> Path:
    """Repeat or cut a WAV file of 16-bit samples to `seconds`, fading out at its end."""
    with wave.open(str(source), "rb") as file:
        rate, channels = file.getframerate(), file.getnchannels()
        samples = np.frombuffer(file.readframes(file.getnframes()), np.int16).reshape(-1, channels)
    wanted = round(seconds * rate)
    bed = _repeated(samples.astype(np.float32), wanted, round(SEAM_SECONDS * rate))[:wanted]
    fade = min(wanted, round(FADE_SECONDS * rate))
    bed[wanted - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)[:, None]
    with wave.open(str(out), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.rint(bed).clip(-32768, 32767).astype(np.int16).tobytes())
    return out


def _repeated(samples: NDArray[np.float32], wanted: int, seam: int) -> NDArray[np.float32]:
    """At least `wanted` samples of it, one round mixed into the next."""
    seam = min(seam, len(samples) // 2)
    ramp = np.linspace(0, 1, seam, dtype=np.float32)[:, None]
    bed = samples
    while len(bed) < wanted:
        mixed = bed[len(bed) - seam :] * (1 - ramp) + samples[:seam] * ramp
        bed = np.concatenate([bed[: len(bed) - seam], mixed, samples[seam:]])
    return bed.copy()
