"""How a presenter acts: one pose a frame, from the times of words and sounds.

Everything but the mouth is counted from the start of the timeline, not of the scene, so that an actor
goes on moving through a cut.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from math import cos, pi, sin
from random import Random

from reelhouse.media.composition import Expression, Narration, VectorPresenter
from reelhouse.media.speech import Timing
from reelhouse.media.time import Span, frames_of
from reelhouse.render.presenter.gestures import Gesturing
from reelhouse.render.presenter.lips import Lips
from reelhouse.render.presenter.types import Eyes, Mouth, Pose

REACH = 14
"""The farthest that a head moves from its rest on either axis, in head units."""

MOST_TILT = 30
"""Tenths of a degree."""

FULL = 6
"""Steps of a breath."""

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
LID_CLOSED, LID_OPENS = 0.07, 0.06
NOD_DOWN, NOD_UP = 0.14, 0.34
NOD_GAP = 0.9
NOD_DEPTH = 4.6
TILT_GAP = (2.8, 5.6)
TILT_LENGTH = 0.75
TILTS = 22.0
RAISED_GAP = 1.6
RAISED_LENGTH = 0.42
STEPS = 4
"""Heads are placed to a quarter of a unit: finer steps are not seen, and each costs a painting."""


def perform(timing: Timing, span: Span, fps: int, expression: Expression, seed: int) -> tuple[Pose, ...]:
    """The poses of one scene, for which a whole narration is planned: see `Acting`."""
    return Acting(timing, fps, expression, seed).poses(span)


class Acting:
    """One presenter through a whole narration: planned once, however many scenes show them.

    Blinks come every 2 to 4.5 seconds, glances are rare, the head drifts slowly, tilts now and then and nods
    on some stressed sounds; the chest breathes always, and the hands move only while somebody speaks.
    """

    def __init__(self, timing: Timing, fps: int, expression: Expression, seed: int) -> None:
        self._fps = fps
        self._seed = seed
        self._lively = LIVELINESS[expression]
        self._lips = Lips(timing)
        self._drift, self._breath = _Drift(seed), _Breath(seed, self._lively)
        self._nods, self._raised = _Nods(timing, seed), _Raised(timing, expression, seed)
        self._gesturing = Gesturing(timing, expression, seed)

    def poses(self, span: Span) -> tuple[Pose, ...]:
        """One pose for each frame of `span`, which lies on the timeline of the narration.

        Equal arguments give equal poses.
        """
        count = frames_of(span.duration, self._fps)
        first = int(span.start * self._fps)
        mouths = self._lips.track(span, self._fps)
        eyes = _eye_track(first + count, self._fps, self._seed)[first:]
        tilts = _Tilts(self._seed, (first + count) / self._fps)
        return tuple(
            self._pose(mouth, eye, (first + frame) / self._fps, tilts)
            for frame, (mouth, eye) in enumerate(zip(mouths, eyes, strict=True))
        )

    def _pose(self, mouth: Mouth, eyes: Eyes, seconds: float, tilts: "_Tilts") -> Pose:
        dx, dy = self._drift(seconds)
        full = self._breath(seconds)
        left, right = self._gesturing.arms(seconds)
        return Pose(
            mouth,
            eyes,
            self._raised(seconds),
            _placed(dx * self._lively),
            _placed((dy + self._nods(seconds)) * self._lively - 1.6 * full),
            max(-MOST_TILT, min(MOST_TILT, round(tilts(seconds) * self._lively))),
            round(full * FULL),
            left,
            right,
        )


class Cast:
    """All presenters of a narration, each planned when they are first seen."""

    def __init__(self, narration: Narration, fps: int) -> None:
        self._timing = narration.timing.shifted(narration.offset)
        self._fps = fps
        self._actors: dict[tuple[Expression, int], Acting] = {}

    def poses(self, presenter: VectorPresenter, span: Span) -> tuple[Pose, ...]:
        """How one of them acts in a part of the video."""
        manner = presenter.expression, presenter.appearance.seed
        if manner not in self._actors:
            self._actors[manner] = Acting(self._timing, self._fps, *manner)
        return self._actors[manner].poses(span)


def _placed(distance: float) -> float:
    return max(-REACH, min(REACH, round(distance * STEPS) / STEPS))


class _Drift:
    """A slow wandering of the head that never repeats within a video: two sines on each axis."""

    def __init__(self, seed: int) -> None:
        rng = Random(f"drift {seed}")
        self._waves = tuple(
            (size, 2 * pi / (period * rng.uniform(0.9, 1.1)), rng.uniform(0, 2 * pi))
            for size, period in ((3.2, 5.6), (1.5, 3.3), (1.7, 6.4), (1.0, 3.9))
        )

    def __call__(self, seconds: float) -> tuple[float, float]:
        one, two, three, four = (size * sin(rate * seconds + at) for size, rate, at in self._waves)
        return one + two, three + four


class _Tilts:
    """The head leans to a side, stays so, and leans elsewhere."""

    def __init__(self, seed: int, until: float) -> None:
        rng = Random(f"leans {seed}")
        self._starts = [-100.0, *_rhythm(Random(f"tilts {seed}"), TILT_GAP, until)]
        self._leans = [rng.uniform(-TILTS, TILTS) for _ in self._starts]

    def __call__(self, seconds: float) -> float:
        index = bisect_right(self._starts, seconds) - 1
        before, lean = self._leans[max(0, index - 1)], self._leans[index]
        return before + (lean - before) * _smooth((seconds - self._starts[index]) / TILT_LENGTH)


class _Breath:
    """How full the chest is, 0 to 1: in a little faster than out."""

    def __init__(self, seed: int, lively: float) -> None:
        rng = Random(f"breath {seed}")
        self._period = rng.uniform(3.6, 4.4) * (1.4 - 0.4 * lively)
        self._at = rng.random()

    def __call__(self, seconds: float) -> float:
        share = (seconds / self._period + self._at) % 1
        return _smooth(share / 0.42) if share < 0.42 else 1 - _smooth((share - 0.42) / 0.58)  # noqa: PLR2004


class _Nods:
    """The head goes down on most primary stresses, but never twice in a breath."""

    def __init__(self, timing: Timing, seed: int) -> None:
        self._starts = list(_stresses(timing, Random(f"nods {seed}"), 0.7, NOD_GAP))

    def __call__(self, seconds: float) -> float:
        """How far down the head is, in head units."""
        index = bisect_right(self._starts, seconds) - 1
        if index < 0:
            return 0
        since = seconds - self._starts[index]
        if since < NOD_DOWN:
            return NOD_DEPTH * _smooth(since / NOD_DOWN)
        return NOD_DEPTH * (1 - _smooth((since - NOD_DOWN) / NOD_UP))


class _Raised:
    """When the brows go up: on some stresses, and at the end of a question."""

    def __init__(self, timing: Timing, expression: Expression, seed: int) -> None:
        share = min(0.9, 0.45 * LIVELINESS[expression])
        spans = [
            (start - 0.06, start + RAISED_LENGTH)
            for start in _stresses(timing, Random(f"brows {seed}"), share, RAISED_GAP)
        ]
        spans += [
            (float(before.span.start), float(word.span.end) + 0.25)
            for before, word in pairwise((*timing.words[:1], *timing.words))
            if word.text.rstrip("\"')").endswith("?")
        ]
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def __call__(self, seconds: float) -> int:
        index = bisect_right(self._starts, seconds) - 1
        if index < 0:
            return 0
        start, end = self._spans[index]
        edge = min(seconds - start, end - seconds)
        return 0 if edge < 0 else 1 if edge < 0.07 else 2  # noqa: PLR2004 - on the way, and there


def _smooth(share: float) -> float:
    share = max(0.0, min(1.0, share))
    return (1 - cos(pi * share)) / 2


def _eye_track(count: int, fps: int, seed: int) -> list[Eyes]:
    track = [Eyes.OPEN] * count
    rng = Random(f"glances {seed}")
    for start in _rhythm(rng, GLANCE_GAP, count / fps):
        side = rng.choice((Eyes.LEFT, Eyes.RIGHT))
        _write(track, round(start * fps), [side] * max(1, round(rng.uniform(*GLANCE_LENGTH) * fps)))
    closed, opens = (max(1, round(length * fps)) for length in (LID_CLOSED, LID_OPENS))
    blink = [Eyes.HALF, *[Eyes.CLOSED] * closed, *[Eyes.HALF] * opens]
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


def _stresses(timing: Timing, rng: Random, share: float, gap: float) -> Iterator[float]:
    """A share of the primary stresses, none within `gap` seconds of another."""
    last = -10.0
    for sound in timing.phonemes:
        if "ˈ" not in sound.ipa:
            continue
        start, wanted = float(sound.span.start), rng.random() < share
        if wanted and start - last >= gap:
            last = start
            yield start
