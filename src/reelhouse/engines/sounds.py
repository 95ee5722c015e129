"""Sound files that vendors send, as plain samples: decoded under limits, and cut to the sample."""

import io
from fractions import Fraction

import av
import numpy as np
from av.audio.resampler import AudioResampler

from reelhouse.engines.errors import EngineRefused

MOST_SECONDS = 900
RATES = range(8_000, 192_001)
FADE_SECONDS = 0.02  # at the end of what is cut off, so that it does not click
SHORTFALL = Fraction(1, 10)  # of what was asked for, that may be missing and is filled with silence

KINDS = (
    (b"RIFF", "wav"),
    (b"ID3", "mp3"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
    (b"FORM", "aiff"),
    (b"\x1a\x45\xdf\xa3", "matroska"),
)
"""What a file starts with, and how it is read. Nothing is guessed: some readers of ffmpeg open other files,
or addresses."""


def kind_of(content: bytes) -> str | None:
    """How ffmpeg calls the format of a sound file; None for what is none of those that vendors send."""
    for start, kind in KINDS:
        if content.startswith(start):
            return kind
    if content[4:8] == b"ftyp":
        return "mp4"
    if len(content) > 1 and content[0] == 0xFF and content[1] & 0xE0 == 0xE0:  # noqa: PLR2004 - MPEG's sync
        return "aac" if content[1] & 0xF6 == 0xF0 else "mp3"  # noqa: PLR2004 - layer 0 is ADTS
    return None


def decoded(
    engine: str, content: bytes, *, channels: int, most_seconds: float = MOST_SECONDS
) -> tuple[bytes, int]:
    """Interleaved 16-bit samples on one or two channels, and their rate, which is the file's own.

    Raises `EngineRefused` for what is no sound, is damaged, or lasts longer than `most_seconds`.
    """
    kind = kind_of(content)
    if kind is None:
        raise EngineRefused(engine, f"it sent no sound file; it starts with {content[:4]!r}")
    try:
        with av.open(io.BytesIO(content), "r", format=kind) as file:
            if not file.streams.audio:
                raise EngineRefused(engine, "its file has no sound")
            stream = file.streams.audio[0]
            rate = stream.rate
            if rate not in RATES:
                raise EngineRefused(engine, f"its sound has {rate} samples a second")
            resampler = AudioResampler("s16", "mono" if channels == 1 else "stereo", rate)
            pcm = bytearray()
            for frame in file.decode(stream):
                for part in resampler.resample(frame):
                    pcm += part.to_ndarray().tobytes()
                if len(pcm) > most_seconds * rate * 2 * channels:
                    raise EngineRefused(engine, f"its sound lasts longer than {most_seconds:g} s")
            for part in resampler.resample(None):
                pcm += part.to_ndarray().tobytes()
    except (av.FFmpegError, ValueError):
        raise EngineRefused(engine, "its sound cannot be read") from None
    if not pcm:
        raise EngineRefused(engine, "it sent no sound")
    return bytes(pcm), rate


def exactly(
    engine: str, pcm: bytes, *, channels: int, sample_rate: int, duration: Fraction
) -> tuple[bytes, tuple[str, ...]]:
    """``round(duration * sample_rate)`` frames: the rest is cut off, and a little that is missing is silent.

    Raises `EngineRefused` when more than a tenth is missing.
    """
    wanted = round(duration * sample_rate)
    samples = np.frombuffer(pcm, "<i2").reshape(-1, channels)
    if len(samples) < wanted * (1 - SHORTFALL):
        made, asked = len(samples) / sample_rate, float(duration)
        raise EngineRefused(engine, f"its sound lasts {made:.1f} s instead of {asked:.1f} s")
    if len(samples) <= wanted:
        missing = (wanted - len(samples)) / sample_rate
        notes = (f"The last {missing:.2f} s are silent.",) if missing >= FADE_SECONDS else ()
        return np.pad(samples, ((0, wanted - len(samples)), (0, 0))).tobytes(), notes
    kept = samples[:wanted].astype(np.float64)
    fade = min(round(FADE_SECONDS * sample_rate), wanted)
    kept[wanted - fade :] *= np.linspace(1, 0, fade)[:, np.newaxis]
    return np.rint(kept).astype("<i2").tobytes(), ()
