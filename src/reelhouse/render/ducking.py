"""How loud the music is at each moment: it steps back before somebody speaks, and returns afterwards."""

from collections.abc import Iterable
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from reelhouse.media.speech import Word
from reelhouse.media.time import Span

DUCKED_DB = -10.0
AHEAD = 0.25
"""Seconds that the music needs to step back, all of them before the first word."""

LINGER = 0.15
RETURN = 0.6
SHORT_PAUSE = Fraction(9, 10)
"""A pause up to this long does not bring the music back."""


def spoken_stretches(words: Iterable[Word]) -> tuple[Span, ...]:
    """Where somebody speaks, short pauses included."""
    stretches: list[Span] = []
    for word in words:
        if stretches and word.span.start - stretches[-1].end <= SHORT_PAUSE:
            stretches[-1] = Span(stretches[-1].start, max(stretches[-1].end, word.span.end))
        else:
            stretches.append(word.span)
    return tuple(stretches)


def duck_gain(words: Iterable[Word], samples: int, sample_rate: int) -> NDArray[np.float32]:
    """The music's gain for each sample, 1 where nobody speaks."""
    times = [-1.0]
    levels = [0.0]
    for stretch in spoken_stretches(words):
        start, end = float(stretch.start), float(stretch.end)
        times += [start - AHEAD, start, end + LINGER, end + LINGER + RETURN]
        levels += [0.0, DUCKED_DB, DUCKED_DB, 0.0]
    at = np.arange(samples) / sample_rate
    decibels = np.interp(at, *_in_order(times, levels))
    return np.power(10.0, decibels / 20.0).astype(np.float32)


def _in_order(times: list[float], levels: list[float]) -> tuple[list[float], list[float]]:
    """Where one stretch's return would pass the next one's stepping back, they meet at the later moment."""
    ordered = [times[0]]
    for time in times[1:]:
        ordered.append(max(time, ordered[-1]))
    return ordered, levels
