"""What a video file says it is, read without decoding all of it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from reelhouse.render.parameter_sets import pixel_format_of

if TYPE_CHECKING:
    import av

MICROSECONDS = 1_000_000
"""The time base in which a container tells its duration."""

LOCAL = {"protocol_whitelist": "file"}
"""A file that names another place is not followed there."""

UNDECODED = {**LOCAL, "skip_frame": "all"}
"""Opening a file decodes its first pictures, 12 ms of CPU at 1080x1920, to learn what H.264 tells anyway."""

HEADER = 8
LONG_HEADER = 16


@dataclass(frozen=True, slots=True)
class Probe:
    """Facts of a container and its first picture and sound streams; what is absent is empty or 0."""

    container: str
    duration: Fraction
    video_codec: str
    profile: str
    pixel_format: str
    colour: str
    width: int
    height: int
    fps: Fraction
    frames: int
    audio_codec: str
    sample_rate: int
    sound_duration: Fraction
    faststart: bool
    pictures: tuple[bytes, ...]
    """A digest of each picture as it is encoded, in decoding order."""

    parameters: bytes
    """What a decoder is told before the first picture (for H.264, its parameter sets)."""


def probe(path: Path, *, decode: bool = True) -> Probe | None:
    """The facts of a file, or None when it is no media file that can be read to its end.

    Without `decode` they are what the container and the parameter sets of H.264 say, which is enough for
    files of our own that are decoded elsewhere.
    """
    import av  # noqa: PLC0415 - 16 MB that a worker without work does without

    try:
        with av.open(str(path), options=LOCAL if decode else UNDECODED) as container:
            return _probe(container, path)
    except (av.FFmpegError, OSError):
        return None


def _probe(container: "av.container.InputContainer", path: Path) -> Probe:
    video = next(iter(container.streams.video), None)
    audio = next(iter(container.streams.audio), None)
    packets = container.demux(video) if video else ()
    pictures = tuple(_digest(packet) for packet in packets if packet.size)
    context = video.codec_context if video else None
    parameters = bytes((context.extradata if context else None) or b"")
    return Probe(
        container=container.format.name,
        duration=Fraction(container.duration or 0, MICROSECONDS),
        video_codec=context.name if context else "",
        profile=(context.profile or "") if context else "",
        pixel_format=_pixel_format(context, parameters) if context else "",
        colour=_colour(context) if context else "",
        width=context.width if context else 0,
        height=context.height if context else 0,
        fps=Fraction(video.average_rate or 0) if video else Fraction(0),
        frames=len(pictures),
        audio_codec=audio.codec_context.name if audio else "",
        sample_rate=audio.codec_context.sample_rate if audio else 0,
        sound_duration=_length(audio),
        faststart=_moov_first(path),
        pictures=pictures,
        parameters=parameters,
    )


def _pixel_format(context: "av.VideoCodecContext", parameters: bytes) -> str:
    """Empty where it is known only from a decoded picture."""
    return context.pix_fmt or (pixel_format_of(parameters) if context.name == "h264" else "")


def _digest(packet: "av.Packet[av.VideoStream]") -> bytes:
    return hashlib.blake2b(memoryview(packet), digest_size=16).digest()


def _length(stream: "av.AudioStream | None") -> Fraction:
    if stream is None or stream.duration is None or stream.time_base is None:
        return Fraction(0)
    return stream.duration * stream.time_base


def _colour(context: "av.VideoCodecContext") -> str:
    """Range, matrix, primaries and transfer by their numbers in ITU-T H.273; ``1-1-1-1`` is bt709, tv."""
    kinds = (context.color_range, context.colorspace, context.color_primaries, context.color_trc)
    return "-".join(str(int(kind)) for kind in kinds)


def _moov_first(path: Path) -> bool:
    """Whether the index lies before the pictures, so that a player may start while it loads."""
    for kind in _boxes(path):
        if kind in {b"moov", b"mdat"}:
            return kind == b"moov"
    return False


def _boxes(path: Path) -> Iterator[bytes]:
    """The kinds of the outermost boxes of an ISO media file (ISO/IEC 14496-12, 4.2)."""
    with path.open("rb") as file:
        at = 0
        while len(header := file.read(LONG_HEADER)) >= HEADER:
            yield header[4:8]
            size = int.from_bytes(header[:4], "big")
            if size == 1:
                size = int.from_bytes(header[8:16], "big")
            if size < HEADER:
                return
            at += size
            file.seek(at)
