"""When a scene looks its best: all of it has come in, and nothing is leaving."""

from fractions import Fraction

from reelhouse.core.pitches.composing.composer import spans_of, transition_of
from reelhouse.core.pitches.composing.screens import kinetic_starts, seconds_of
from reelhouse.core.pitches.plan import Plan, PlannedScene
from reelhouse.media.composition import CANVASES

ENTRANCE = Fraction(6, 10)
WORD = Fraction(15, 100)
"""Seconds in which a scene comes in, and which each large word takes."""

MOST = Fraction(3, 4)
"""The share of a scene after which it is looked at at the latest."""


def preview_moments(plan: Plan) -> tuple[tuple[str, Fraction], ...]:
    """The id of each scene, and the second of the video at which its still is taken, on a frame."""
    fps = CANVASES[plan.intent.aspect].fps
    return tuple(
        (scene.scene_id, Fraction(int((span.start + _settled(scene, fps)) * fps), fps))
        for scene, span in spans_of(plan)
    )


def _settled(scene: PlannedScene, fps: int) -> Fraction:
    """Seconds of the scene after which everything stands, or as much of it as its length allows."""
    transition = transition_of(scene, fps)
    came = (transition.seconds if transition else Fraction(0)) + ENTRANCE
    words = kinetic_starts(scene) + ENTRANCE + WORD * len(scene.kinetic_text.split())
    looked = Fraction(0)
    if scene.motion.glances:
        looked = seconds_of(scene.motion.glances[0].at, scene.seconds)
    return min(max(came, words, looked, scene.seconds / 2), scene.seconds * MOST)
