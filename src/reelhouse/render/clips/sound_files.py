"""Sound files of strangers made into WAV, and samples of our own made into MP3."""

import asyncio
import wave
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from reelhouse.kit.errors import ReelhouseError
from reelhouse.kit.process import ProcessTimedOut
from reelhouse.render.errors import RenderFailed
from reelhouse.render.ffmpeg import PROTOCOLS, find_ffmpeg, telling_disk_full
from reelhouse.render.settings import RenderSettings

SPARE = Fraction(1)
"""Seconds that are decoded beyond the limit, to see that it is passed."""


class SoundRefused(ReelhouseError):
    """`reason` is half a sentence that goes on after "it cannot be used:"."""

    code = "sound_refused"

    def __init__(self, reason: str) -> None:
        super().__init__(f"The sound cannot be used: {reason}.")
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SoundFacts:
    seconds: Fraction
    rate: int
    channels: int


async def decode_sound(
    source: Path, out: Path, *, rate: int, channels: int, most_seconds: Fraction, settings: RenderSettings
) -> SoundFacts:
    """The first sound of any file that ffmpeg reads, as a WAV file of 16-bit samples.

    Raises `SoundRefused` for a file without sound, a damaged one, or one of more than `most_seconds`.
    """
    ffmpeg = await find_ffmpeg(settings)
    arguments = [
        *PROTOCOLS, "-i", str(source), "-map", "0:a:0", "-vn", "-sn", "-dn", "-t",
        str(float(most_seconds + SPARE)), "-ac", str(channels), "-ar", str(rate), "-c:a", "pcm_s16le",
        "-map_metadata", "-1", "-fflags", "+bitexact", "-f", "wav", str(out),
    ]  # fmt: skip
    try:
        await ffmpeg.run(arguments, cwd=out.parent, stage="decoding a sound")
    except RenderFailed as failure:
        raise SoundRefused("it has no sound that can be decoded") from failure
    except ProcessTimedOut as failure:
        raise SoundRefused("it takes too long to decode") from failure
    facts = await asyncio.to_thread(_facts, out)
    if not facts.seconds:
        raise SoundRefused("it has no sample of sound")
    if facts.seconds > most_seconds:
        raise SoundRefused(f"it is longer than {float(most_seconds):g} s")
    return facts


async def encode_sound(
    pcm: bytes, sample_rate: int, channels: int, out: Path, *, kbps: int, settings: RenderSettings
) -> None:
    """Write interleaved 16-bit samples as an MP3 file of a constant rate. Raises what ffmpeg's run raises."""
    raw = out.with_suffix(".pcm")
    with telling_disk_full(out.parent):
        await asyncio.to_thread(raw.write_bytes, pcm)
    ffmpeg = await find_ffmpeg(settings)
    arguments = [
        "-f", "s16le", "-ar", str(sample_rate), "-ac", str(channels), "-i", str(raw), "-c:a", "libmp3lame",
        "-b:a", f"{kbps}k", "-map_metadata", "-1", "-fflags", "+bitexact", "-f", "mp3", str(out),
    ]  # fmt: skip
    try:
        await ffmpeg.run(arguments, cwd=out.parent, stage="encoding a sound")
    finally:
        raw.unlink(missing_ok=True)


def _facts(path: Path) -> SoundFacts:
    with wave.open(str(path), "rb") as file:
        return SoundFacts(
            Fraction(file.getnframes(), file.getframerate()), file.getframerate(), file.getnchannels()
        )
