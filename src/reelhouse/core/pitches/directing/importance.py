"""How much a scene counts, and how it feels."""

from reelhouse.core.pitches.directing.choices import bounded
from reelhouse.core.pitches.directing.sketch import Sketch
from reelhouse.core.pitches.directing.warnings import Notes
from reelhouse.core.pitches.plan import Emotion, Purpose, Role

WEIGHTS: dict[Purpose, float] = {
    Purpose.HOOK: 0.9,
    Purpose.PROBLEM: 0.75,
    Purpose.SOLUTION: 0.8,
    Purpose.STEP: 0.6,
    Purpose.BEFORE: 0.65,
    Purpose.AFTER: 0.75,
    Purpose.REVEAL: 0.8,
    Purpose.PROOF: 0.7,
    Purpose.PAYOFF: 0.8,
    Purpose.CALL: 0.85,
}
FEELINGS: dict[Purpose, Emotion] = {
    Purpose.HOOK: Emotion.CURIOUS,
    Purpose.PROBLEM: Emotion.TENSE,
    Purpose.SOLUTION: Emotion.RELIEVED,
    Purpose.STEP: Emotion.NEUTRAL,
    Purpose.BEFORE: Emotion.TENSE,
    Purpose.AFTER: Emotion.RELIEVED,
    Purpose.REVEAL: Emotion.EXCITED,
    Purpose.PROOF: Emotion.CONFIDENT,
    Purpose.PAYOFF: Emotion.EXCITED,
    Purpose.CALL: Emotion.WARM,
}
FURTHER, LEAST = 0.15, 0.2


def importance_of(sketch: Sketch) -> float:
    """1 for the hero's first scene; further scenes of a beat count less and less."""
    if sketch.is_hero and not sketch.place:
        return 1.0
    return round(max(WEIGHTS[sketch.purpose] - FURTHER * sketch.place, LEAST), 2)


def importance_in(sketch: Sketch, path: str, notes: Notes) -> float:
    """What the caller dictates, from 0 to 1; else the director's own."""
    if sketch.wish.importance is None:
        return importance_of(sketch)
    return round(bounded(sketch.wish.importance, 0.0, 1.0, f"{path}.importance", notes), 4)


def emotion_of(sketch: Sketch) -> Emotion:
    if sketch.role is Role.BEAT and sketch.is_hero and sketch.purpose is Purpose.STEP:
        return Emotion.CONFIDENT
    return FEELINGS[sketch.purpose]
