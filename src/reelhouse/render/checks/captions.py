"""Whether caption words light up when they are spoken, seen in the decoded pictures.

A handful of words is looked at in each scene, those that have some time to themselves. Between two frames
before a word's first one and one frame after it, its box must change, and more than it did just before.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.render.checks.expectations import CaptionExpectation
from reelhouse.render.checks.names import Check
from reelhouse.render.checks.pictures import Picture, Plane
from reelhouse.render.types import Finding

BEFORE, AFTER = -2, 1
"""Frames around the first one of a word: a change within them is on time, give or take a frame."""

EARLIER = BEFORE - (AFTER - BEFORE)
LOOKED_AT = 6
SMALL = (32, 12)
LEAST_CHANGE = 2.0
"""Steps of luma or chroma, on average over the box: the faintest style changes by 4, a calm ground by 0.6."""

CLEAR_CHANGE = 1.3
LIVELY = 8.0
"""Where a box changes so much before its word comes, a film is below it, or other words have just left."""

FEWEST = 2
MOST_MISSED = Fraction(1, 3)
"""Of the words looked at; on a lively picture one of them may be hard to see."""

Look = NDArray[np.int16]


class CaptionWatcher:
    """Keeps what the boxes of some words look like around the moments when these become active."""

    def __init__(self, expected: Sequence[CaptionExpectation], frames: int) -> None:
        self.words = tuple(_clear_ones(expected, frames))
        self._looks: dict[tuple[int, int], Look] = {}
        self._watched: dict[int, list[int]] = {}
        for number, word in enumerate(self.words):
            for offset in (EARLIER, BEFORE, AFTER):
                self._watched.setdefault(word.frame + offset, []).append(number)

    def wants(self, frame: int, *, large: bool) -> bool:  # noqa: ARG002 - of any size
        return frame in self._watched

    def lacks(self, _frame: int) -> bool:
        return False

    def see(self, frame: int, picture: Picture) -> None:
        for number in self._watched.get(frame, ()):
            self._looks[number, frame] = _look(picture.cut(self.words[number].box))

    def findings(self, fps: int) -> Iterator[Finding]:
        """Nothing, unless several words and a good part of them did not change."""
        missed = [word for number, word in enumerate(self.words) if self._missed(number, word)]
        if len(missed) >= FEWEST and len(missed) > len(self.words) * MOST_MISSED:
            listed = ", ".join(f"{word.frame / fps:.2f} s" for word in missed)
            yield Finding(
                Check.CAPTIONS,
                "captions that change with their words",
                f"{len(missed)} of {len(self.words)} did not change at {listed}",
            )

    def _missed(self, number: int, word: CaptionExpectation) -> bool:
        """A box that did not change; where all is in motion, nobody can tell."""
        looks = [self._looks.get((number, word.frame + offset)) for offset in (EARLIER, BEFORE, AFTER)]
        earlier, before, after = looks
        if earlier is None or before is None or after is None:
            return True
        motion = _difference(earlier, before)
        change = _difference(before, after)
        return change < LEAST_CHANGE or (motion < LIVELY and change < CLEAR_CHANGE * motion)


def _clear_ones(expected: Sequence[CaptionExpectation], frames: int) -> Iterator[CaptionExpectation]:
    """A few words, spread over the scene, around whose first frame no other word becomes active."""
    starts = sorted({0, frames, *(word.frame for word in expected)})
    clear = []
    for word in expected:
        at = starts.index(word.frame)
        if 0 < at < len(starts) - 1:
            since, until = word.frame - starts[at - 1], starts[at + 1] - word.frame
            if since > -EARLIER and until > AFTER + 1 and word.box.width > 0 and word.box.height > 0:
                clear.append(word)
    every = max(1, len(clear) / LOOKED_AT)
    yield from (clear[int(number * every)] for number in range(min(LOOKED_AT, len(clear))))


def _look(planes: Sequence[Plane]) -> Look:
    small = [cv2.resize(plane, SMALL, interpolation=cv2.INTER_AREA) for plane in planes]
    return np.stack(small).astype(np.int16)


def _difference(one: Look, other: Look) -> float:
    """The mean difference in that plane which changed the most: a word may change in colour alone."""
    return float(np.abs(one - other).mean(axis=(1, 2)).max())
