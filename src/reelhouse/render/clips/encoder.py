"""Frames that an engine draws become a film: converted in a thread, encoded in a process."""

from collections.abc import Generator, Iterator
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.render.clips.pictures import CRF, h264, into_mp4, raw, tagged
from reelhouse.render.errors import RenderFailed
from reelhouse.render.ffmpeg import PROTOCOLS, find_ffmpeg
from reelhouse.render.painting.planes import (
    BLUE_DIFFERENCE,
    LUMA,
    RED_DIFFERENCE,
    Planes,
    blank,
)
from reelhouse.render.scratch import unfinished
from reelhouse.render.settings import RenderSettings

Frame = NDArray[np.uint8]
"""Rows, columns, and the three colours red, green, blue."""

COLOURS = np.array([LUMA, BLUE_DIFFERENCE, RED_DIFFERENCE])


class EncodeFilm(Protocol):
    """What engines are lent to write films with; see `film_encoder`."""

    async def __call__(
        self, frames: Iterator[Frame], *, width: int, height: int, fps: Fraction, out: Path, crf: int = CRF
    ) -> None: ...


def film_encoder(settings: RenderSettings) -> EncodeFilm:
    """An encoder that writes frames as H.264 (High, 4:2:0, BT.709) into an MP4 file.

    One frame is in memory at a time. What the iterator raises goes on to the caller, and then, as on
    cancellation, nothing is left of the file. Raises `ValueError` for an odd size or a frame of another size
    than was announced, `RenderFailed`, `NoSpaceLeft` or `ProcessTimedOut`.
    """

    async def encode(
        frames: Iterator[Frame], *, width: int, height: int, fps: Fraction, out: Path, crf: int = CRF
    ) -> None:
        picture = blank(width, height)
        count = 0

        def pour(inlet: BinaryIO) -> None:
            nonlocal count
            try:
                for frame in frames:
                    convert(frame, picture)
                    write_planes(inlet, picture)
                    count += 1
            finally:
                if isinstance(frames, Generator):
                    frames.close()  # what it cleans up it cleans up in the thread where it ran

        ffmpeg = await find_ffmpeg(settings)
        with unfinished(out.with_suffix(".mp4")) as made:
            arguments = [
                *PROTOCOLS, *raw(width, height, fps), "-i", "pipe:0", "-vf", tagged(),
                *h264(settings, fps, crf=crf), *into_mp4(fps), made.name,
            ]  # fmt: skip
            await ffmpeg.run(arguments, cwd=out.parent, stage="encoding a film", stdin=pour)
            if not count:
                raise RenderFailed("encoding a film", "there was no frame to encode")
            made.replace(out)

    return encode


def convert(frame: Frame, picture: Planes) -> None:
    """Turn red, green and blue into the planes of `picture`, each chroma pixel the mean of four.

    A quarter of what ffmpeg's scaler takes for it, and nearer to the exact values. Raises `ValueError`.
    """
    if frame.shape != (picture.height, picture.width, 3) or frame.dtype != np.uint8:
        wanted = (picture.height, picture.width, 3)
        raise ValueError(f"a frame is {frame.dtype} {frame.shape}, and not uint8 {wanted}")
    mixed = cv2.transform(np.ascontiguousarray(frame), COLOURS)
    cv2.extractChannel(mixed, 0, dst=picture.y)
    half = cv2.resize(mixed, (picture.width // 2, picture.height // 2), interpolation=cv2.INTER_AREA)
    cv2.extractChannel(half, 1, dst=picture.u)
    cv2.extractChannel(half, 2, dst=picture.v)


def write_planes(inlet: BinaryIO, picture: Planes) -> None:
    left = picture.buffer.data
    while left:
        left = left[inlet.write(left) :]
