"""How a presenter acts: one pose a frame, from the times of words and sounds.

Everything but the mouth is counted from the start of the timeline, not of the scene, so that an actor
goes on moving through a cut.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import cos, pi, sin
from random import Random

from reelhouse.media.composition import Expression
from reelhouse.media.speech import Timing
from reelhouse.media.time import Span, frames_of
from reelhouse.render.presenter.lips import mouth_track
from reelhouse.render.presenter.types import Eyes, Pose

REACH = 6
"""The farthest that a head moves from its rest, in pixels."""

LIVELINESS: dict[Expression, float] = {
    Expression.FRIENDLY: 1.0,
    Expression.ENERGETIC: 1.4,
    Expression.CALM: 0.6,
    Expression.CONFIDENT: 0.8,
    Expression.DRAMATIC: 1.15,
}

BLINK_GAP = (2.0, 4.5)
GLANCE_GAP = (6.0, 13.0)
GLANCE_LENGTH = (0.45, 0.85)
LID_CLOSED = 0.07
NOD_LENGTH = 0.36
NOD_GAP = 0.9
NOD_DEPTH = 3.2


def perform(timing: Timing, span: Span, fps: int, expression: Expression, seed: int) -> tuple[Pose, ...]:
    """The poses of a scene: one for each frame of `span`, the same for the same arguments.

    `timing` lies on the timeline of `span`. Blinks come every 2 to 4.5 seconds, glances are rare, the
    head drifts slowly and nods on some stressed sounds.
    """
    count = frames_of(span.duration, fps)
    first = int(span.start * fps)
    mouths = mouth_track(timing, span, fps)
    eyes = _eye_track(first + count, fps, seed)[first:]
    lively = LIVELINESS[expression]
    drift = _drift(seed)
    nods = tuple(_nods(timing, seed))
    poses = []
    for frame in range(count):
        seconds = (first + frame) / fps
        dx, dy = drift(seconds)
        poses.append(
            Pose(
                mouths[frame],
                eyes[frame],
                _pixels(dx * lively),
                _pixels(dy * lively + _nod_at(nods, seconds) * lively),
            )
        )
    return tuple(poses)


def _pixels(distance: float) -> int:
    return max(-REACH, min(REACH, round(distance)))


class _Drift:
    """A slow wandering of the head that never repeats within a video: two sines on each axis."""

    def __init__(self, rng: Random) -> None:
        self._waves = tuple(
            (size, 2 * pi / (period * rng.uniform(0.9, 1.1)), rng.uniform(0, 2 * pi))
            for size, period in ((3.0, 5.6), (1.4, 3.3), (1.6, 6.4), (0.9, 3.9))
        )

    def __call__(self, seconds: float) -> tuple[float, float]:
        one, two, three, four = (size * sin(rate * seconds + at) for size, rate, at in self._waves)
        return one + two, three + four


def _drift(seed: int) -> _Drift:
    return _Drift(Random(f"drift {seed}"))


def _eye_track(count: int, fps: int, seed: int) -> list[Eyes]:
    track = [Eyes.OPEN] * count
    rng = Random(f"glances {seed}")
    for start in _rhythm(rng, GLANCE_GAP, count / fps):
        side = rng.choice((Eyes.LEFT, Eyes.RIGHT))
        _write(track, round(start * fps), [side] * max(1, round(rng.uniform(*GLANCE_LENGTH) * fps)))
    closed = max(1, round(LID_CLOSED * fps))
    blink = [Eyes.HALF, *[Eyes.CLOSED] * closed, Eyes.HALF]
    for start in _rhythm(Random(f"blinks {seed}"), BLINK_GAP, count / fps):
        _write(track, round(start * fps), blink)
    return track


def _rhythm(rng: Random, gap: tuple[float, float], until: float) -> Iterator[float]:
    """Seconds that lie a random gap apart."""
    at = rng.uniform(*gap)
    while at < until:
        yield at
        at += rng.uniform(*gap)


def _write(track: list[Eyes], start: int, states: list[Eyes]) -> None:
    """Put `states` into the track; what would fall behind its end is left out."""
    states = states[: len(track) - start]
    track[start : start + len(states)] = states


def _nods(timing: Timing, seed: int) -> Iterator[float]:
    """When the head goes down: on most primary stresses, but never twice in a breath."""
    rng = Random(f"nods {seed}")
    last = Fraction(-10)
    for sound in timing.phonemes:
        if "ˈ" not in sound.ipa:
            continue
        wanted = rng.random() < 0.7  # noqa: PLR2004 - most, but not all
        if wanted and sound.span.start - last >= Fraction(NOD_GAP):
            last = sound.span.start
            yield float(last)


def _nod_at(nods: tuple[float, ...], seconds: float) -> float:
    """How far down the head is, in pixels."""
    for start in nods:
        share = (seconds - start) / NOD_LENGTH
        if 0 <= share < 1:
            return NOD_DEPTH * (1 - cos(2 * pi * share)) / 2
    return 0.0
