"""The canvas of a film, and the moments it is drawn at."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from reelhouse.engines.tools import Frame

FADE_SECONDS = 0.7
"""In this time everything that the first frame does not have comes in, and goes out before a final frame."""


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

    `share` goes from 0 at the first frame to 1 at the last. `presence` says how much may be there that the
    given frames do not have. `loud` and `struck` (0 to 1) come from the reference sound: how loud it is, and
    how lately something began in it.
    """

    number: int
    seconds: float
    share: float
    presence: float = 1.0
    loud: float = 0.0
    struck: float = 0.0


class Painter(Protocol):
    """Paints the picture of a moment; it may be drawn upon."""

    def paint(self, moment: Moment) -> Frame: ...


class Element(Protocol):
    """Something in the air or in the light, drawn upon a picture in place."""

    def draw(self, picture: Frame, moment: Moment) -> None: ...


def moments(
    canvas: Canvas, *, given: int = 0, fades_in: bool = False, fades_out: bool = False
) -> Iterator[Moment]:
    """Every moment from frame `given` on; `given` frames that came with the order are before it."""
    last = max(canvas.frames - 1, 1)
    fade = min(FADE_SECONDS, canvas.seconds / 3) * canvas.rate
    for number in range(given, canvas.frames):
        presence = 1.0
        if fades_in:
            presence = min(presence, (number - max(given - 1, 0)) / fade)
        if fades_out:
            presence = min(presence, (last - number) / fade)
        yield Moment(number, number / canvas.rate, number / last, smooth(presence))


def smooth(share: float) -> float:
    """From 0 to 1 without a corner."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)
