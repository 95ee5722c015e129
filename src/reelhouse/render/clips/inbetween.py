"""Draws the frames between the frames of a film. Run as a script, in a process with limits of its own.

The arguments are the film, the file (a named pipe) into which bare yuv420p frames go, how many come, and how
many frames of the film pass with each (a fraction). A sentence on stderr tells why there are none.

Every frame between two is put together from both: where each point went is found by DIS optical flow
(Kroeger et al. 2016) in small grey pictures, both ways, the motion at the time between is mixed from both
(Jiang et al. 2018), and what the two say is weighed by how well going there and back agrees.
"""
# ruff: noqa: PLC0415, PLR2004 - importing this module must cost nothing; measures of pictures are no constants

import sys
from fractions import Fraction
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    Plane = NDArray[np.uint8]
    Field = NDArray[np.float32]

REFUSED = 3
WIDEST = 720
"""Flow is sought in pictures at most this wide or high."""

CUT = 0.34
"""Pictures of which a larger share cannot be explained by motion are of two scenes: nothing lies between."""

LEAST_SURE = 0.3
"""Nor between pictures where going there and back agrees for less than this share."""


class Between:
    """What lies between two neighbouring frames, each as three planes (4:2:0)."""

    def __init__(self, one: "list[Plane]", other: "list[Plane]") -> None:
        import cv2
        import numpy as np

        self._one, self._other = one, other
        share = min(1.0, WIDEST / max(one[0].shape))
        size = max(round(one[0].shape[1] * share), 16), max(round(one[0].shape[0] * share), 16)
        small = [cv2.resize(picture[0], size, interpolation=cv2.INTER_AREA) for picture in (one, other)]
        finder = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)
        finder.setFinestScale(
            1
        )  # one step finer than the preset: 4 dB nearer to the truth for a tenth more time
        blank = np.zeros((size[1], size[0], 2), np.float32)
        self._there = np.asarray(finder.calc(small[0], small[1], blank.copy()), np.float32)
        self._back = np.asarray(finder.calc(small[1], small[0], blank.copy()), np.float32)
        x, y = np.meshgrid(np.arange(size[0], dtype=np.float32), np.arange(size[1], dtype=np.float32))
        self._sure = [
            self._agreement(x, y, going, coming)
            for going, coming in ((self._there, self._back), (self._back, self._there))
        ]
        come = cv2.remap(small[1], x + self._there[..., 0], y + self._there[..., 1], cv2.INTER_LINEAR)
        left = float(np.mean(cv2.absdiff(come, small[0]) > 34))
        self.is_cut = left > CUT or float(self._sure[0].mean()) < LEAST_SURE

    def at(self, share: float) -> "list[Plane]":
        """The planes at that share of the time between; at a cut the nearer frame."""
        import cv2
        import numpy as np

        if self.is_cut:
            return self._one if share < 0.5 else self._other
        one, other = np.float32(1 - share), np.float32(share)
        to_one = other * other * self._back - one * other * self._there
        to_other = one * one * self._there - one * other * self._back
        weigh_one, weigh_other = one * (self._sure[0] + 0.05), other * (self._sure[1] + 0.05)
        cover = (weigh_other / (weigh_one + weigh_other)).astype(np.float32)
        planes = []
        for first, second in zip(self._one, self._other, strict=True):
            size = first.shape[1], first.shape[0]
            wide = cv2.resize(cover, size, interpolation=cv2.INTER_LINEAR)
            planes.append(
                np.asarray(
                    cv2.blendLinear(
                        self._taken(second, to_other), self._taken(first, to_one), wide, 1 - wide
                    ),
                    np.uint8,
                )
            )
        return planes

    def _agreement(self, x: "Field", y: "Field", going: "Field", coming: "Field") -> "Field":
        """Near 1 where going there and back ends where it began, near 0 where something is hidden."""
        import cv2
        import numpy as np

        back = cv2.remap(
            coming, x + going[..., 0], y + going[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        missed = ((going + np.asarray(back, np.float32)) ** 2).sum(axis=2)
        return np.asarray(cv2.GaussianBlur(np.exp(-missed / 1.5).astype(np.float32), (0, 0), 1.0), np.float32)

    def _taken(self, plane: "Plane", field: "Field") -> "Plane":
        import cv2
        import numpy as np

        height, width = plane.shape
        step = np.array((width / field.shape[1], height / field.shape[0]), np.float32)
        x, y = (
            cv2.resize(
                np.ascontiguousarray(field[..., axis]) * step[axis],
                (width, height),
                interpolation=cv2.INTER_LINEAR,
            )
            for axis in (0, 1)
        )
        x = np.add(x, np.arange(width, dtype=np.float32)[None, :], dtype=np.float32)
        y = np.add(y, np.arange(height, dtype=np.float32)[:, None], dtype=np.float32)
        method = cv2.INTER_CUBIC if width * height <= 1_100_000 else cv2.INTER_LINEAR
        return np.asarray(cv2.remap(plane, x, y, method, borderMode=cv2.BORDER_REPLICATE), np.uint8)


def pour(film: str, outlet: IO[bytes], count: int, step: Fraction) -> None:
    """Write `count` frames, `step` frames of the film apart; the last one is held. Raises `ValueError`."""
    frames = _planes(film)
    one = next(frames, None)
    if one is None:
        raise ValueError("it has no frame")
    other = next(frames, one)
    between: Between | None = None
    begun = 0
    for number in range(count):
        place = number * step
        while place >= begun + 1:
            one, other, between = other, next(frames, other), None
            begun += 1
        share = float(place - begun)
        if share and other is not one:
            between = between or Between(one, other)
        planes = between.at(share) if share and between is not None else one
        for plane in planes:
            outlet.write(plane.tobytes())


def _planes(film: str) -> "Iterator[list[Plane]]":
    import av
    import numpy as np

    with av.open(film, options={"protocol_whitelist": "file"}) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        for frame in container.decode(stream):
            turns = round(frame.rotation / 90) % 4
            even = frame.reformat(frame.width // 2 * 2, frame.height // 2 * 2, format="yuv420p")
            picture = np.asarray(even.to_ndarray(), np.uint8)
            height, width = even.height, even.width
            rest = picture[height:].reshape(-1)
            half = height // 2, width // 2
            planes = [picture[:height], *(part.reshape(half) for part in np.split(rest, 2))]
            yield [np.ascontiguousarray(np.rot90(plane, turns)) for plane in planes]


def main(film: str, out: str, count: str, step: str) -> int:
    import av

    try:
        with Path(out).open("wb") as outlet:
            pour(film, outlet, int(count), Fraction(step))
    except BrokenPipeError:
        return 0
    except (ValueError, OSError, av.FFmpegError) as failure:
        sys.stderr.write(f"{type(failure).__name__}: {failure}")
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
