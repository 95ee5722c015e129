"""Exact media time: seconds are fractions, a span owns its start and not its end."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of time in seconds, ``start <= t < end``."""

    start: Fraction
    end: Fraction

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a span cannot end ({self.end}) before it starts ({self.start})")

    @property
    def duration(self) -> Fraction:
        return self.end - self.start

    def shifted(self, by: Fraction) -> "Span":
        return Span(self.start + by, self.end + by)


def milliseconds(amount: int) -> Fraction:
    return Fraction(amount, 1000)


def frame_at(seconds: Fraction, fps: int) -> int:
    """The index of the frame that is shown at `seconds`."""
    return int(seconds * fps // 1)


def frames_of(duration: Fraction, fps: int) -> int:
    """How many frames cover `duration`; a started frame counts."""
    return ceil(duration * fps)
