"""Samples as a file that is named by what it holds."""

import hashlib
import wave
from pathlib import Path

from reelhouse.render.ffmpeg import telling_disk_full


def write_wav(folder: Path, pcm: bytes, sample_rate: int, channels: int) -> tuple[Path, str]:
    """Write 16-bit samples into `folder`, which is made; the file and its SHA-256. Raises `NoSpaceLeft`."""
    path = folder / f"{hashlib.sha256(pcm).hexdigest()[:16]}.wav"
    with telling_disk_full(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _write_sound(path, pcm, sample_rate, channels)
    with path.open("rb") as file:
        return path, hashlib.file_digest(file, "sha256").hexdigest()


def _write_sound(path: Path, pcm: bytes, sample_rate: int, channels: int) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(sample_rate)
        file.writeframes(pcm)
