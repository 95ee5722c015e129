"""Showing the pictures of a file to those who look at them, and whether they decode.

By default only those pictures are decoded that others are built upon (about every second one, or every fourth
where it is known that B pictures carry only each other), that somebody wants to see, or that could hide
something that somebody looks for: a picture that shows what its neighbours do not show cannot be small. This
takes a third to half of the time and misses no black picture.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from reelhouse.render.checks.pictures import Looker, Picture, Plane
from reelhouse.render.probe import UNDECODED

if TYPE_CHECKING:
    import av

NAL_LENGTH = 4
SLICES = frozenset({1, 5})
SLICE_TYPES, B_SLICE = 5, 1

MACROBLOCK = 256
SMALL_BYTES = 0.25
"""For each macroblock. x264 needs twice as much to make a picture black whose neighbours are not."""


class PicturesDamaged(Exception):
    """The decoder gave up, or left pictures out; the message says what it said."""


def watch(
    path: Path,
    fps: int,
    lookers: Sequence[Looker],
    *,
    every_picture: bool = False,
    anchored: bool = False,
    pixel_format: str = "",
) -> int:
    """Show the pictures of a file to `lookers`, in order; how many frames it holds is the answer.

    Of an `anchored` file, B pictures are decoded only near those that somebody wants to see. Raises
    `PicturesDamaged` when one does not decode, or not to the `pixel_format` where one is named.
    """
    import av  # noqa: PLC0415 - 16 MB that a worker without work does without

    try:
        with av.open(str(path), options=UNDECODED) as container:
            choice = _Choice(lookers, every_picture=every_picture, anchored=anchored)
            return _watch(container, fps, choice, pixel_format)
    except (av.FFmpegError, OSError) as error:
        raise PicturesDamaged(str(error)) from error


@dataclass(frozen=True, slots=True)
class _Encoded:
    """A picture before it is decoded: whether it lies between two others, and whether others refer to it."""

    packet: "av.Packet[av.VideoStream]"
    frame: int
    large: bool
    between: bool
    built_upon: bool


@dataclass(frozen=True, slots=True)
class _Choice:
    """Which pictures are shown to whom."""

    lookers: Sequence[Looker]
    every_picture: bool
    anchored: bool

    def of(self, group: Sequence[_Encoded]) -> Iterator[tuple[_Encoded, bool]]:
        """A picture and the B pictures that follow it, each with whether it is decoded."""
        wanted = [self._wants(picture) for picture in group]
        carried = not self.anchored or any(wanted[1:]) or self._lacking(group[-1].frame)
        for number, (picture, named) in enumerate(zip(group, wanted, strict=True)):
            yield picture, named or (picture.built_upon and (carried or not number))

    def _wants(self, picture: _Encoded) -> bool:
        lookers = (looker.wants(picture.frame, large=picture.large) for looker in self.lookers)
        return self.every_picture or any(lookers)

    def _lacking(self, frame: int) -> bool:
        return any(looker.lacks(frame) for looker in self.lookers)


def _watch(container: "av.container.InputContainer", fps: int, choice: _Choice, pixel_format: str) -> int:
    stream = container.streams.video[0]
    stream.thread_type = "NONE"
    decoder = stream.codec_context
    # A picture that was left out is missed by the decoder, which must not give up for that.
    careful = {} if choice.anchored else {"err_detect": "explode"}
    decoder.options = {"skip_loop_filter": "all", **careful}
    tick = float((stream.time_base or Fraction(0)) * fps)
    show = partial(_show, tick=tick, lookers=choice.lookers, pixel_format=pixel_format)
    total = wanted = seen = 0
    for group in _groups(_encoded(container, tick)):
        for picture, shown in choice.of(group):
            if choice.anchored and not shown:
                total += 1
                continue
            decoder.skip_frame = "DEFAULT" if shown else "NONREF"
            total, wanted = total + 1, wanted + shown
            seen += show(decoder.decode(picture.packet))
    seen += show(decoder.decode(None))
    if seen != wanted:
        raise PicturesDamaged(f"{seen} of {wanted} pictures came out of the decoder")
    return total


def _encoded(container: "av.container.InputContainer", tick: float) -> Iterator[_Encoded]:
    """All pictures in the order in which they are decoded; `tick` as for `_show`."""
    stream = container.streams.video[0]
    small = SMALL_BYTES * stream.width * stream.height / MACROBLOCK
    for packet in container.demux(stream):
        if packet.size:
            between, built_upon = _role(memoryview(packet))
            frame = round((packet.pts or 0) * tick)
            yield _Encoded(packet, frame, packet.size >= small, between, built_upon)


def _groups(pictures: Iterable[_Encoded]) -> Iterator[list[_Encoded]]:
    """Each picture that is no B picture, with those that follow it."""
    group: list[_Encoded] = []
    for picture in pictures:
        if group and not picture.between:
            yield group
            group = []
        group.append(picture)
    if group:
        yield group


def _role(packet: memoryview) -> tuple[bool, bool]:
    """Whether this is a B picture, and whether others refer to it (ITU-T H.264, 7.3.3 and 7.4.1).

    Both stand at the start of its first slice: the type as the second number of Exp-Golomb code, behind the
    number of its first macroblock, which is 0. Units in a packet of an MP4 file lie behind their lengths of
    four bytes each.
    """
    at = 0
    while at + NAL_LENGTH + 2 < len(packet):
        unit = at + NAL_LENGTH
        if packet[unit] & 0x1F in SLICES:
            bits = f"{packet[unit + 1]:08b}{packet[unit + 2]:08b}"[1:]
            zeros = len(bits) - len(bits.lstrip("0"))
            kind = int(bits[zeros : 2 * zeros + 1] or "1", 2) - 1
            return kind % SLICE_TYPES == B_SLICE, bool(packet[unit] & 0x60)
        at = unit + int.from_bytes(packet[at:unit])
    return False, True


def _show(
    frames: "Iterable[av.VideoFrame]", tick: float, lookers: Sequence[Looker], pixel_format: str
) -> int:
    """Hand decoded frames on; `tick` is how many frames one unit of their time lasts.

    Raises `PicturesDamaged` where a decoder had to make up a part, or found another format.
    """
    count = 0
    for frame in frames:
        if frame.is_corrupt:
            raise PicturesDamaged(f"frame {round((frame.pts or 0) * tick)} is damaged")
        if pixel_format and frame.format.name != pixel_format:
            raise PicturesDamaged(f"pictures are {frame.format.name}, not {pixel_format}")
        picture = Picture(*map(_plane, frame.planes))
        for looker in lookers:
            looker.see(round((frame.pts or 0) * tick), picture)
        count += 1
    return count


def _plane(plane: "av.video.plane.VideoPlane") -> Plane:
    lines = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    return lines[: plane.height, : plane.width]
