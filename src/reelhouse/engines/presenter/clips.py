"""What a video file from elsewhere really is."""

import io
from dataclasses import dataclass
from fractions import Fraction

import av

MAGIC = ((4, b"ftyp"), (0, b"\x1a\x45\xdf\xa3"))  # MP4, WebM


class NotAClip(Exception):
    """The bytes are no video that can be shown; the message says why."""


@dataclass(frozen=True, slots=True)
class Clip:
    width: int
    height: int
    seconds: Fraction


def examine(video: bytes) -> Clip:
    """Size and length of an MP4 or WebM file whose first picture can be decoded. Raises `NotAClip`."""
    if not any(video[place : place + len(mark)] == mark for place, mark in MAGIC):
        raise NotAClip(f"it is neither MP4 nor WebM; it starts with {video[:8]!r}")
    try:
        with av.open(io.BytesIO(video), "r", metadata_errors="ignore") as container:
            if not container.streams.video:
                raise NotAClip("it has no pictures")
            stream = container.streams.video[0]
            frame = next(container.decode(stream), None)
            if frame is None:
                raise NotAClip("it has no pictures")
            return Clip(frame.width, frame.height, _seconds(container, stream))
    except (av.FFmpegError, ValueError) as failure:
        raise NotAClip(f"it cannot be decoded ({type(failure).__name__})") from None


def _seconds(container: av.container.InputContainer, stream: av.VideoStream) -> Fraction:
    if stream.duration and stream.time_base:
        return stream.duration * stream.time_base
    return Fraction(container.duration or 0, av.time_base)
