from collections.abc import Callable
from fractions import Fraction
from itertools import groupby, pairwise
from math import hypot

import pytest

from reelhouse.media.composition import Expression
from reelhouse.media.speech import Phoneme, Timing
from reelhouse.media.time import Span
from reelhouse.render.presenter.performance import FULL, MOST_TILT, REACH, perform
from reelhouse.render.presenter.types import REST_LEFT, REST_RIGHT, Eyes, Hand, Mouth, Pose

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
    assert [pose.x for pose in one] != [pose.x for pose in other]


@pytest.mark.parametrize("seed", range(12))
def test_blinks_come_every_two_to_four_and_a_half_seconds(seed: int) -> None:
    frames = [frame for frame, _ in blinks(act(seed=seed))]

    gaps = [(later - earlier) / 30 for earlier, later in pairwise(frames)]
    assert len(frames) >= 60 / 4.5 - 1
    assert min(gaps) >= 2 - 1 / 30
    assert max(gaps) <= 4.5 + 1 / 30


def test_lids_close_and_open_by_way_of_the_half() -> None:
    assert {states for _, states in blinks(act())} == {
        (Eyes.HALF, Eyes.CLOSED, Eyes.CLOSED, Eyes.HALF, Eyes.HALF)
    }


def test_glances_are_rare() -> None:
    aside = sum(pose.eyes in {Eyes.LEFT, Eyes.RIGHT} for pose in act())

    assert 0 < aside / (60 * 30) < 0.15


@pytest.mark.parametrize("expression", Expression)
def test_head_stays_near_its_rest_and_moves_slowly(expression: Expression) -> None:
    poses = perform(SILENCE, MINUTE, 30, expression, seed=5)

    assert max(max(abs(pose.x), abs(pose.y)) for pose in poses) <= REACH
    assert max(abs(pose.tilt) for pose in poses) <= MOST_TILT
    steps = [hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(poses)]
    assert max(steps) <= 1
    assert max(abs(b.tilt - a.tilt) for a, b in pairwise(poses)) <= 4
    assert len({pose.x for pose in poses}) > 15
    assert len({pose.tilt for pose in poses}) > 8


def test_movements_have_no_jerks(said: Callable[[str], Timing]) -> None:
    timing = said("Hello everyone, look at these three great ideas! Do you want to know more? " * 4)

    poses = perform(timing, Span(Fraction(0), Fraction(20)), 30, Expression.ENERGETIC, seed=2)

    tracks = (
        [pose.x for pose in poses],
        [pose.y for pose in poses],
        [pose.right.x for pose in poses],
        [pose.right.y for pose in poses],
        [pose.left.y for pose in poses],
    )
    for track, most in zip(tracks, (0.5, 2.5, 20, 22, 22), strict=True):
        speeds = [b - a for a, b in pairwise(track)]
        assert max(abs(b - a) for a, b in pairwise(speeds)) <= most


def test_chest_breathes_in_silence() -> None:
    breaths = [pose.breath for pose in act()]

    assert set(breaths) == set(range(FULL + 1))
    assert max(abs(b - a) for a, b in pairwise(breaths)) == 1


def test_hands_rest_in_silence() -> None:
    assert {(pose.left, pose.right) for pose in act()} == {(REST_LEFT, REST_RIGHT)}


def test_hands_come_back_when_the_speech_is_over(said: Callable[[str], Timing]) -> None:
    timing = said("Hello everyone, this is how it works.")
    end = timing.duration + 5

    poses = act(Span(Fraction(0), end), timing=timing)

    assert any(pose.right.y < 900 or pose.left.y < 900 for pose in poses)
    assert (poses[-1].left, poses[-1].right) == (REST_LEFT, REST_RIGHT)


def test_counted_words_are_counted_on_fingers(said: Callable[[str], Timing]) -> None:
    timing = said("Three reasons why people stay with us.")

    poses = perform(timing, Span(Fraction(0), timing.duration), 30, Expression.ENERGETIC, seed=1)

    assert Hand.THREE in {hand for pose in poses for hand in (pose.left.hand, pose.right.hand)}


def test_lively_expressions_gesture_more(said: Callable[[str], Timing]) -> None:
    timing = said("People who try this once come back. They tell their friends about it. " * 6)
    span = Span(Fraction(0), timing.duration)

    def raised(expression: Expression) -> int:
        poses = perform(timing, span, 30, expression, seed=3)
        return sum(min(pose.left.y, pose.right.y) < 900 for pose in poses)

    assert raised(Expression.ENERGETIC) > raised(Expression.CALM)


def test_brows_rise_at_the_end_of_a_question(said: Callable[[str], Timing]) -> None:
    question, statement = (said(f"Would you like to try it{mark}") for mark in "?.")

    asked, told = (act(Span(Fraction(0), timing.duration), timing=timing) for timing in (question, statement))

    assert max(pose.brows for pose in asked) == 2
    assert max(pose.brows for pose in told) == 0


def test_head_nods_on_stress() -> None:
    stressed = tuple(
        Phoneme("ˈɑː", Span(Fraction(at), Fraction(at) + Fraction(1, 5))) for at in range(0, 30, 2)
    )
    timing = Timing(words=(), phonemes=stressed, duration=Fraction(30))

    still, nodding = act(), act(timing=timing)

    lower = [b.y - a.y for a, b in zip(still, nodding, strict=True)]
    assert max(lower) >= 3
    assert min(lower) >= 0


def test_actor_moves_on_through_a_cut() -> None:
    whole = act(Span(Fraction(0), Fraction(10)))

    first, second = act(Span(Fraction(0), Fraction(4))), act(Span(Fraction(4), Fraction(10)))

    assert first + second == whole
