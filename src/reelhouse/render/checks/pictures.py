"""Looking at the pictures of a file: whether they decode, are black, or stand still.

By default only those pictures are decoded that others are built upon (about every second one), that somebody
wants to see, or that could hide something that somebody looks for: a picture that shows what its neighbours
do not show cannot be small. This takes half the time and misses no black picture.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.media.time import Span
from reelhouse.render.presenter.types import Box
from reelhouse.render.probe import LOCAL

if TYPE_CHECKING:
    import av

Plane = NDArray[np.uint8]

SPARSE = 8
"""Every eighth pixel of every eighth line shows as well whether a picture is black or stands still."""

BLACK_LUMA = 24
BLACK_SHARE = 0.995
STILL_DIFFERENCE = 0.1275
"""Steps of luma, on average, below which two pictures are the same."""

LONGEST_STILL = Fraction(3, 2)
"""Seconds that a presenter may stand like a photograph; they blink and sway all the time."""

NAL_LENGTH = 4
SLICES = frozenset({1, 5})

MACROBLOCK = 256
SMALL_BYTES = 0.25
"""For each macroblock. x264 needs twice as much to make a picture black whose neighbours are not."""


class PicturesDamaged(Exception):
    """The decoder gave up, or left pictures out; the message says what it said."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Three planes (yuv420p) of one decoded picture; they are gone when the next one comes."""

    y: Plane
    u: Plane
    v: Plane

    def cut(self, box: Box) -> tuple[Plane, Plane, Plane]:
        """The part in a box, as far as it lies in the picture."""
        left, top = max(0, box.x), max(0, box.y)
        right, bottom = max(left, box.x + box.width), max(top, box.y + box.height)
        half = np.s_[top // 2 : -(-bottom // 2), left // 2 : -(-right // 2)]
        return self.y[top:bottom, left:right], self.u[half], self.v[half]


class Looker(Protocol):
    """Somebody who looks at pictures in the order of their frames."""

    def wants(self, frame: int, *, large: bool) -> bool:
        """Whether this very frame must be among those that are seen.

        A `large` one, in bytes, could show what its neighbours do not show.
        """

    def see(self, frame: int, picture: Picture) -> None: ...


@dataclass(frozen=True, slots=True)
class Stretches:
    """Where pictures are black, and where they stand still for long, from the start of the file."""

    black: tuple[Span, ...]
    still: tuple[Span, ...]


class StretchFinder:
    """Finds long stillness, and black pictures: each one, unless a few may be missed (`black` is False)."""

    def __init__(self, fps: int, *, black: bool = True) -> None:
        self._fps = fps
        self._each = black
        self._black: list[Span] = []
        self._still: list[Span] = []
        self._dark_since: int | None = None
        self._still_since = 0
        self._reference: Plane | None = None
        self._end = 0

    def wants(self, _frame: int, *, large: bool) -> bool:
        return large and self._each

    def see(self, frame: int, picture: Picture) -> None:
        self._end = frame + 1
        sample = np.ascontiguousarray(picture.y[::SPARSE, ::SPARSE])
        dark = np.count_nonzero(sample <= BLACK_LUMA) >= BLACK_SHARE * sample.size
        if dark and self._dark_since is None:
            self._dark_since = frame
        elif not dark:
            self._end_dark(frame)
        if self._reference is None or _difference(sample, self._reference) >= STILL_DIFFERENCE:
            self._end_still(frame)
            self._reference, self._still_since = sample, frame

    def stretches(self, frames: int) -> Stretches:
        """What was found in a file of so many frames, all of which have been shown."""
        end = max(frames, self._end)
        self._end_dark(end)
        self._end_still(end)
        return Stretches(tuple(self._black), tuple(self._still))

    def _end_dark(self, frame: int) -> None:
        if self._dark_since is not None:
            self._black.append(self._span(self._dark_since, frame))
            self._dark_since = None

    def _end_still(self, frame: int) -> None:
        stood = self._span(self._still_since, frame)
        if self._reference is not None and stood.duration >= LONGEST_STILL:
            self._still.append(stood)

    def _span(self, first: int, end: int) -> Span:
        return Span(Fraction(first, self._fps), Fraction(end, self._fps))


def _difference(one: Plane, other: Plane) -> float:
    return cv2.mean(cv2.absdiff(one, other))[0]


def watch(path: Path, fps: int, lookers: Sequence[Looker], *, every_picture: bool = False) -> int:
    """Show the pictures of a file to `lookers`, in order; how many frames it holds is the answer.

    Raises `PicturesDamaged` at the first one that does not decode.
    """
    import av  # noqa: PLC0415 - 16 MB that a worker without work does without

    try:
        with av.open(str(path), options=LOCAL) as container:
            return _watch(container, fps, lookers, every_picture=every_picture)
    except (av.FFmpegError, OSError) as error:
        raise PicturesDamaged(str(error)) from error


def _watch(
    container: "av.container.InputContainer", fps: int, lookers: Sequence[Looker], *, every_picture: bool
) -> int:
    stream = container.streams.video[0]
    stream.thread_type = "NONE"
    stream.codec_context.options = {"err_detect": "explode", "skip_loop_filter": "all"}
    tick = float((stream.time_base or Fraction(0)) * fps)
    small = SMALL_BYTES * stream.width * stream.height / MACROBLOCK

    def telling(packet: "av.Packet[av.VideoStream]") -> bool:
        frame = round((packet.pts or 0) * tick)
        large = packet.size >= small
        return every_picture or any(looker.wants(frame, large=large) for looker in lookers)

    total = wanted = seen = 0
    decoder = stream.codec_context
    for packet in container.demux(stream):
        if not packet.size:
            continue
        shown = telling(packet) or _is_built_upon(memoryview(packet))
        decoder.skip_frame = "DEFAULT" if shown else "NONREF"
        total, wanted = total + 1, wanted + shown
        seen += _show(decoder.decode(packet), tick, lookers)
    seen += _show(decoder.decode(None), tick, lookers)
    if seen != wanted:
        raise PicturesDamaged(f"{seen} of {wanted} pictures came out of the decoder")
    return total


def _is_built_upon(packet: memoryview) -> bool:
    """Whether other pictures refer to this one: the `nal_ref_idc` of its first slice (ITU-T H.264, 7.4.1).

    Units in a packet of an MP4 file lie behind their lengths of four bytes each.
    """
    at = 0
    while at + NAL_LENGTH < len(packet):
        header = packet[at + NAL_LENGTH]
        if header & 0x1F in SLICES:
            return bool(header & 0x60)
        at += NAL_LENGTH + int.from_bytes(packet[at : at + NAL_LENGTH])
    return True


def _show(frames: "Iterable[av.VideoFrame]", tick: float, lookers: Sequence[Looker]) -> int:
    """Hand decoded frames on; `tick` is how many frames one unit of their time lasts."""
    count = 0
    for frame in frames:
        picture = Picture(*map(_plane, frame.planes))
        for looker in lookers:
            looker.see(round((frame.pts or 0) * tick), picture)
        count += 1
    return count


def _plane(plane: "av.video.plane.VideoPlane") -> Plane:
    lines = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    return lines[: plane.height, : plane.width]
