"""Small recordings, made of nothing."""

import io
import wave

import numpy as np


def wav(seconds: float, rate: int = 16_000) -> bytes:
    """A tone, as a mono WAV file of 16-bit samples."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        tone = np.sin(np.arange(round(seconds * rate)) / 9) * 9000
        sound.writeframes(tone.astype("<i2").tobytes())
    return file.getvalue()
