"""The scene that stands for a whole pitch: on its poster, and in lists."""

from fractions import Fraction

from reelhouse.core.pitches.composing.moments import preview_moments
from reelhouse.core.pitches.plan import Plan, PlannedScene


def hero_scene(plan: Plan) -> PlannedScene:
    """The first one with a screenshot of the beat that is the hero; else the first of any beat, or at all."""
    shown = [scene for scene in plan.scenes if scene.screenshot_id is not None]
    heroes = [scene for scene in shown if scene.beat == plan.direction.hero_beat]
    return next(iter([*heroes, *shown, *plan.scenes]))


def hero_moment(plan: Plan) -> Fraction:
    """The second of the video at which the hero looks its best."""
    return dict(preview_moments(plan))[hero_scene(plan).scene_id]
