"""What the hands do while somebody speaks: planned from the words, then one pair of arms a frame.

A gesture rises ahead of the word that it belongs to, is held, beats with the stresses that follow and
returns; between gestures, and in silence, the hands rest. See McNeill (1992), "Hand and Mind", for the
phases of gestures.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import pi, sin
from random import Random

from reelhouse.media.composition import Expression
from reelhouse.media.speech import Timing, Word
from reelhouse.render.presenter.types import REST_LEFT, REST_RIGHT, Arm, Hand

OPEN = Arm(318, 735, 12, Hand.OPEN)
OFFER = Arm(312, 806, 40, Hand.OPEN)
POINT = Arm(318, 720, -6, Hand.POINT)
TWO = Arm(318, 720, -4, Hand.TWO)
THREE = Arm(318, 720, -2, Hand.THREE)
PINCH = Arm(286, 716, 4, Hand.PINCH)
THUMB = Arm(270, 742, -8, Hand.THUMB)
HEART = Arm(150, 716, -64, Hand.RELAXED)

MEANINGS: dict[str, Arm] = {
    **dict.fromkeys(("one", "1", "first", "once", "single"), POINT),
    **dict.fromkeys(("two", "2", "second", "twice", "both"), TWO),
    **dict.fromkeys(("three", "3", "third"), THREE),
    **dict.fromkeys(("i", "i'm", "i've", "my", "me", "we", "our"), HEART),
    **dict.fromkeys(("love", "great", "best", "perfect", "amazing", "yes", "works", "win", "awesome"), THUMB),
    **dict.fromkeys(("exactly", "just", "only", "small", "tiny", "detail", "simple", "precise"), PINCH),
    **dict.fromkeys(("stop", "wait", "never", "no", "don't", "hello", "hi", "hey", "everyone"), OPEN),
    **dict.fromkeys(("look", "here", "remember", "listen", "now", "today", "this"), POINT),
    **dict.fromkeys(("all", "everything", "so", "because", "why", "how", "what"), OFFER),
}
PLAIN = (OPEN, OFFER, OFFER, PINCH, POINT)

PREPARE, RETURN, CHANGE = 0.42, 0.62, 0.45
"""Seconds to rise, to sink, and from one gesture to the next."""

HOLD = (0.5, 1.1)
BREATH = 0.28
"""A gap of so many seconds between words starts a new phrase."""

EVERY = 3.0
"""In a long phrase gestures lie at least so many seconds apart."""

SOON = 0.25
"""Seconds: whose hands would rest for less goes on to the next gesture at once."""

WEIGHING = 0.9
"""Seconds of words among which the weightiest carries a gesture."""

BEAT, BEAT_LENGTH = 12.0, 0.3
SHARE = 0.55
"""Where in a movement the hand has its new shape."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How an expression gestures: how often (0-1), how high, and how often with both hands."""

    often: float
    size: float
    both: float


MANNERS: dict[Expression, Manner] = {
    Expression.FRIENDLY: Manner(0.8, 1.0, 0.3),
    Expression.ENERGETIC: Manner(1.0, 1.14, 0.5),
    Expression.CALM: Manner(0.5, 0.84, 0.2),
    Expression.CONFIDENT: Manner(0.72, 0.98, 0.25),
    Expression.DRAMATIC: Manner(0.85, 1.1, 0.45),
}


@dataclass(frozen=True, slots=True)
class Gesture:
    """Both arms from `stroke` to `ends`, in seconds."""

    stroke: float
    ends: float
    left: Arm
    right: Arm


@dataclass(frozen=True, slots=True)
class _Key:
    """The arms at a time; until the next key they move there."""

    at: float
    left: Arm
    right: Arm
    held: bool


class Gesturing:
    """The arms at any time of a narration."""

    def __init__(self, timing: Timing, expression: Expression, seed: int) -> None:
        self._keys = tuple(_keys(plan_gestures(timing, expression, seed)))
        self._starts = [key.at for key in self._keys]
        self._stresses = [float(sound.span.start) for sound in timing.phonemes if "ˈ" in sound.ipa]

    def arms(self, seconds: float) -> tuple[Arm, Arm]:
        """Left and right of the picture."""
        index = bisect_right(self._starts, seconds) - 1
        if index < 0:
            return REST_LEFT, REST_RIGHT
        key = self._keys[index]
        if index + 1 == len(self._keys):
            return key.left, key.right
        following = self._keys[index + 1]
        share = (seconds - key.at) / (following.at - key.at)
        if key.held:
            lower = self._beat(seconds) if seconds + BEAT_LENGTH < following.at else 0
            return _lowered(key.left, lower), _lowered(key.right, lower)
        return _between(key.left, following.left, share), _between(key.right, following.right, share)

    def _beat(self, seconds: float) -> float:
        index = bisect_right(self._stresses, seconds) - 1
        share = (seconds - self._stresses[index]) / BEAT_LENGTH if index >= 0 else 1
        return BEAT * sin(pi * share) ** 2 if 0 <= share < 1 else 0


def plan_gestures(timing: Timing, expression: Expression, seed: int) -> list[Gesture]:
    """The gestures of a whole narration, in their order and without overlap."""
    rng, manner = Random(f"gestures {seed}"), MANNERS[expression]
    gestures: list[Gesture] = []
    for phrase in _phrases(timing.words):
        for anchor, arm in _anchors(phrase, rng):
            wanted, both, hold = rng.random() < manner.often, rng.random() < manner.both, rng.uniform(*HOLD)
            stroke = float(anchor.span.start)
            ends = min(stroke + hold, max(float(phrase[-1].span.end) - 0.1, stroke + 0.3))
            if not wanted or (gestures and stroke - gestures[-1].ends < CHANGE):
                continue
            gestures.append(_gesture(stroke, ends, _sized(arm, manner.size), both=both, rng=rng))
    return gestures


def _phrases(words: Sequence[Word]) -> Iterator[list[Word]]:
    phrase: list[Word] = []
    for word, following in pairwise([*words, None]):
        assert word is not None  # noqa: S101 - only the last one is missing
        phrase.append(word)
        ends = word.text.rstrip("\"')").endswith((".", "!", "?", ":", ";"))
        if following is None or ends or float(following.span.start - word.span.end) > BREATH:
            yield phrase
            phrase = []


def _anchors(phrase: Sequence[Word], rng: Random) -> Iterator[tuple[Word, Arm]]:
    """The words that carry a gesture: those with a meaning for the hands, or the weightiest at hand."""
    free = float(phrase[0].span.start) - 1
    waiting: list[Word] = []
    for word in phrase:
        start, arm = float(word.span.start), MEANINGS.get(word.text.strip(".,!?;:\"'()").lower())
        if start < free:
            continue
        waiting.append(word)
        if arm is not None or start - float(waiting[0].span.start) > WEIGHING or word is phrase[-1]:
            anchor = word if arm else max(waiting, key=lambda one: len(one.text))
            yield anchor, arm or rng.choice(PLAIN)
            free, waiting = float(anchor.span.start) + EVERY, []


def _sized(arm: Arm, size: float) -> Arm:
    return replace(arm, y=REST_RIGHT.y - (REST_RIGHT.y - arm.y) * size)


def _gesture(stroke: float, ends: float, arm: Arm, *, both: bool, rng: Random) -> Gesture:
    on_left = rng.random() < 0.5  # noqa: PLR2004 - either hand
    if both and arm.hand is Hand.OPEN:
        return Gesture(stroke, ends, replace(arm, y=arm.y + 14, turn=arm.turn + 4), arm)
    if on_left:
        return Gesture(stroke, ends, arm, REST_RIGHT)
    return Gesture(stroke, ends, REST_LEFT, arm)


def _keys(gestures: Sequence[Gesture]) -> Iterator[_Key]:
    for number, gesture in enumerate(gestures):
        before = gestures[number - 1] if number else None
        follows = gestures[number + 1] if number + 1 < len(gestures) else None
        if before is None or not _goes_over(before, gesture):
            yield _Key(max(0.0, gesture.stroke - PREPARE), REST_LEFT, REST_RIGHT, held=False)
        yield _Key(gesture.stroke, gesture.left, gesture.right, held=True)
        ends = gesture.ends
        if follows and _goes_over(gesture, follows):
            ends = follows.stroke - CHANGE
        yield _Key(ends, gesture.left, gesture.right, held=False)
        if not (follows and _goes_over(gesture, follows)):
            yield _Key(ends + RETURN, REST_LEFT, REST_RIGHT, held=False)


def _goes_over(gesture: Gesture, following: Gesture) -> bool:
    """Whether there is no time for the hands to sink between two gestures."""
    return following.stroke - PREPARE - (gesture.ends + RETURN) < SOON


def _between(one: Arm, other: Arm, share: float) -> Arm:
    """A smooth movement, as a hand makes it, by way of a slight arc; minimum jerk (Flash & Hogan, 1985)."""
    if one == other:
        return one
    smooth = share**3 * (10 - 15 * share + 6 * share**2)
    arc = 0.12 * (other.y - one.y) * sin(pi * smooth)
    return _rounded(
        one.x + (other.x - one.x) * smooth + abs(arc),
        one.y + (other.y - one.y) * smooth,
        one.turn + (other.turn - one.turn) * smooth,
        other.hand if smooth > SHARE else one.hand,
    )


def _lowered(arm: Arm, distance: float) -> Arm:
    resting = arm.y > REST_RIGHT.y - 40
    return arm if resting else replace(arm, beat=round(2 * distance) / 2)


def _rounded(x: float, y: float, turn: float, hand: Hand) -> Arm:
    return Arm(round(2 * x) / 2, round(2 * y) / 2, round(turn), hand)
