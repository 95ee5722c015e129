from fractions import Fraction
from itertools import groupby, pairwise

import pytest

from reelhouse.media.composition import Expression
from reelhouse.media.speech import Phoneme, Timing
from reelhouse.media.time import Span
from reelhouse.render.presenter.performance import REACH, perform
from reelhouse.render.presenter.types import Eyes, Mouth, Pose

SILENCE = Timing(words=(), phonemes=(), duration=Fraction(0))
MINUTE = Span(Fraction(0), Fraction(60))


def act(span: Span = MINUTE, seed: int = 1, timing: Timing = SILENCE) -> tuple[Pose, ...]:
    return perform(timing, span, 30, Expression.FRIENDLY, seed)


def blinks(poses: tuple[Pose, ...]) -> list[tuple[int, tuple[Eyes, ...]]]:
    """The first frame and the lids of each blink."""
    lids, found, frame = (Eyes.HALF, Eyes.CLOSED), [], 0
    for shut, group in groupby(poses, key=lambda pose: pose.eyes in lids):
        states = tuple(pose.eyes for pose in group)
        if shut:
            found.append((frame, states))
        frame += len(states)
    return found


@pytest.mark.parametrize("span", [Span(Fraction(0), Fraction(5)), Span(Fraction(7, 3), Fraction(31, 6))])
@pytest.mark.parametrize("fps", [24, 30, 60])
def test_each_frame_has_one_pose(span: Span, fps: int) -> None:
    poses = perform(SILENCE, span, fps, Expression.CALM, seed=3)

    assert len(poses) == span.duration * fps


def test_silent_actor_rests_the_mouth() -> None:
    assert {pose.mouth for pose in act()} == {Mouth.REST}


def test_same_seed_acts_the_same() -> None:
    assert act(seed=8) == act(seed=8)


def test_other_seed_blinks_and_moves_at_other_times() -> None:
    one, other = act(seed=1), act(seed=2)

    assert [frame for frame, _ in blinks(one)] != [frame for frame, _ in blinks(other)]
    assert [pose.dx for pose in one] != [pose.dx for pose in other]


@pytest.mark.parametrize("seed", range(12))
def test_blinks_come_every_two_to_four_and_a_half_seconds(seed: int) -> None:
    frames = [frame for frame, _ in blinks(act(seed=seed))]

    gaps = [(later - earlier) / 30 for earlier, later in pairwise(frames)]
    assert len(frames) >= 60 / 4.5 - 1
    assert min(gaps) >= 2 - 1 / 30
    assert max(gaps) <= 4.5 + 1 / 30


def test_lids_close_and_open_by_way_of_the_half() -> None:
    assert {states for _, states in blinks(act())} == {(Eyes.HALF, Eyes.CLOSED, Eyes.CLOSED, Eyes.HALF)}


def test_glances_are_rare() -> None:
    aside = sum(pose.eyes in {Eyes.LEFT, Eyes.RIGHT} for pose in act())

    assert 0 < aside / (60 * 30) < 0.15


@pytest.mark.parametrize("expression", Expression)
def test_head_stays_near_its_rest_and_moves_slowly(expression: Expression) -> None:
    poses = perform(SILENCE, MINUTE, 30, expression, seed=5)

    assert max(abs(pose.dx) for pose in poses) <= REACH
    assert max(abs(pose.dy) for pose in poses) <= REACH
    steps = [abs(b.dx - a.dx) + abs(b.dy - a.dy) for a, b in pairwise(poses)]
    assert max(steps) <= 2
    assert len({pose.dx for pose in poses}) > 3


def test_head_nods_on_stress() -> None:
    stressed = tuple(
        Phoneme("ˈɑː", Span(Fraction(at), Fraction(at) + Fraction(1, 5))) for at in range(0, 30, 2)
    )
    timing = Timing(words=(), phonemes=stressed, duration=Fraction(30))

    still, nodding = act(), act(timing=timing)

    lower = [b.dy - a.dy for a, b in zip(still, nodding, strict=True)]
    assert max(lower) >= 2
    assert min(lower) >= 0


def test_actor_moves_on_through_a_cut() -> None:
    whole = act(Span(Fraction(0), Fraction(10)))

    first, second = act(Span(Fraction(0), Fraction(4))), act(Span(Fraction(4), Fraction(10)))

    assert first + second == whole
