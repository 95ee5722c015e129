"""Whether a mouth moves with the voice: measured in the decoded pictures, and in the finished sound.

How far a mouth is open is not known from a picture, but how little it looks like the same mouth with closed
lips is. That has to follow the plan in each scene, and the voice over the whole video.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.render.checks.expectations import MouthExpectation
from reelhouse.render.checks.names import Check
from reelhouse.render.checks.pictures import Picture
from reelhouse.render.checks.sound import HOPS_PER_SECOND
from reelhouse.render.presenter.types import Box
from reelhouse.render.types import Finding

SMALL = (24, 16)
CLOSED = 0.1
FEWEST = 20
"""Pictures that are seen of a mouth; fewer say nothing."""

ENOUGH = 60
"""Pictures of a scene after which more of them change little."""

FEWEST_HEARD = 45
"""Against the sound more are needed: two words fit almost any lag."""

LIVELY = 0.12
"""The spread of openness in a plan that has something to show."""

WIDE = 0.75
LEAST_OPENING = 1.5
"""Steps of luma by which the widest quarter looks less like closed lips than the narrowest."""

ALIKE, CERTAIN = 0.4, 0.8
"""The correlation of a mouth that follows its plan, and one that leaves no doubt; measured ones are 0.97."""

FARTHEST, TOLERATED = 8, 2
"""Frames by which lips may be off their plan, at the most that is looked at and without a word."""

RELATED = 0.2
LAG = Fraction(80, 1000)
REACH = Fraction(300, 1000)
CLEARER = 0.06

Values = NDArray[np.float64]


class MouthWatcher:
    """Keeps a small picture of the mouth from every frame that is decoded anyway, and has enough of them."""

    def __init__(self, expected: MouthExpectation) -> None:
        self._expected = expected
        self._frames: list[int] = []
        self._crops: list[NDArray[np.float32]] = []

    def wants(self, _frame: int, *, large: bool) -> bool:  # noqa: ARG002 - of any size
        return False

    def lacks(self, frame: int) -> bool:
        """Fewer than would be `ENOUGH` at the end, when it goes on like this."""
        first, end = self._expected.first, len(self._expected.openness)
        return len(self._frames) * (end - first) < ENOUGH * (frame - first)

    def see(self, frame: int, picture: Picture) -> None:
        box = self._box(frame)
        luma = picture.cut(box)[0]
        if luma.size and self._expected.first <= frame < len(self._expected.openness):
            small = cv2.resize(luma, SMALL, interpolation=cv2.INTER_AREA)
            self._frames.append(frame)
            self._crops.append(np.asarray(small, np.float32))

    def opened(self) -> tuple[tuple[int, float], ...]:
        """How far the mouth of each seen frame is from closed lips, in steps of luma."""
        if len(self._frames) < FEWEST:
            return ()
        crops = np.stack(self._crops)
        planned = self._planned()
        closed = planned <= max(CLOSED, float(np.quantile(planned, 0.1)))
        away = np.abs(crops - np.median(crops[closed], axis=0)).mean(axis=(1, 2))
        return tuple((frame, round(float(value), 2)) for frame, value in zip(self._frames, away, strict=True))

    def findings(self) -> Iterator[Finding]:
        """A mouth that does not do what was planned for it."""
        opened = np.array([value for _, value in self.opened()])
        if not len(opened) or self._planned().std() < LIVELY:
            return
        alike = {late: _correlation(opened, self._planned(late)) for late in range(-FARTHEST, FARTHEST + 1)}
        in_time = max(value for late, value in alike.items() if abs(late) <= TOLERATED)
        best = max(alike, key=alike.__getitem__)
        hardly = in_time < CERTAIN and self._change(opened) < LEAST_OPENING
        if in_time < ALIKE or hardly:
            yield Finding(Check.LIPS, "lips that move as planned", f"a correlation of {in_time:.2f}")
        elif alike[best] - in_time >= CLEARER:
            yield Finding(Check.LIPS, "lips that move as planned", f"lips {best:+d} frames late")

    def _change(self, opened: Values) -> float:
        planned = self._planned()
        wide, narrow = planned >= np.quantile(planned, WIDE), planned <= np.quantile(planned, 1 - WIDE)
        return float(opened[wide].mean() - opened[narrow].mean())

    def _planned(self, late: int = 0) -> Values:
        """How far the mouth would be open in the frames that were seen, were it so many frames late."""
        frames = np.clip(np.array(self._frames) - late, 0, len(self._expected.openness) - 1)
        return np.asarray(np.array(self._expected.openness)[frames], np.float64)

    def _box(self, frame: int) -> Box:
        box, moves = self._expected.box, self._expected.moves
        right, down = moves[min(frame, len(moves) - 1)] if moves else (0, 0)
        return Box(box.x + right, box.y + down, box.width, box.height)


def lip_findings(opened: Sequence[tuple[Fraction, float]], voice: Values) -> Iterator[Finding]:
    """Lips that move before or after the voice by too much, or not with it at all.

    `opened` are moments on the timeline and how far the mouth was open; `voice` is the level of the sound, as
    `Heard` has it.
    """
    times = np.array([float(moment) for moment, _ in opened])
    mouth = np.array([value for _, value in opened])
    if len(times) < FEWEST_HEARD or mouth.std() == 0:
        return
    step = 1 / HOPS_PER_SECOND
    lags = np.arange(-float(REACH), float(REACH) + step / 2, step)
    at = (np.arange(len(voice)) + 1) * step
    alike = np.array([_correlation(mouth, np.interp(times + lag, at, voice)) for lag in lags])
    inside = np.abs(lags) <= float(LAG) + step / 2
    best = int(alike.argmax())
    if alike[best] - alike[inside].max() >= CLEARER:
        yield Finding(
            Check.LIPS,
            f"lips within {float(LAG) * 1000:g} ms of the voice",
            f"the voice {lags[best] * 1000:+.0f} ms after the lips",
        )
    elif alike[best] < RELATED:
        yield Finding(Check.LIPS, "lips that move with the voice", f"a correlation of {alike[best]:.2f}")


def _correlation(one: Values, other: Values) -> float:
    if one.std() == 0 or other.std() == 0:
        return 0.0
    return float(np.corrcoef(one, other)[0, 1])
