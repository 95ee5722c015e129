"""The canvas of a film, and the moments it is drawn at."""

from collections.abc import Iterator
from dataclasses import dataclass

FADE_FRAMES = 8
"""In so many frames comes in what the first frame does not have, and goes out before a final one."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """What is drawn: `frames` at `rate` a second. `fine` spends more on each."""

    width: int
    height: int
    frames: int
    rate: int
    seed: int = 0
    fine: bool = False

    @property
    def seconds(self) -> float:
        return self.frames / self.rate

    @property
    def size(self) -> tuple[int, int]:
        return self.width, self.height

    @property
    def shape(self) -> tuple[int, int]:
        return self.height, self.width


@dataclass(frozen=True, slots=True)
class Moment:
    """One frame of a film.

    `share` goes from 0 at the first frame to 1 at the last. `presence` (0 to 1) says how much may be there
    that the given frames do not have.
    """

    number: int
    share: float
    presence: float


def moments(canvas: Canvas, *, fades_out: bool = False) -> Iterator[Moment]:
    """Every moment after frame zero, which came with the order."""
    last = max(canvas.frames - 1, 1)
    for number in range(1, canvas.frames):
        presence = number / FADE_FRAMES
        if fades_out:
            presence = min(presence, (last - number) / FADE_FRAMES)
        yield Moment(number, number / last, smooth(presence))


def smooth(share: float) -> float:
    """From 0 to 1 without a corner."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)
