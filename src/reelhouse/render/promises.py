"""What the painters of a scene promise to those who examine its file: where words and lips are to be seen."""

from collections.abc import Sequence
from math import radians, sin

from reelhouse.render.captions.document import Spoken
from reelhouse.render.checks import CaptionExpectation, MouthExpectation
from reelhouse.render.presenter.mouths import MOUTH_Y, openness_of
from reelhouse.render.presenter.stage import NECK, Stage
from reelhouse.render.presenter.types import Box, Pose

LIPS = (-76, 96, 76, 232)
"""Left, top, right and bottom of lips and chin, in head units."""


def captions_promised(spoken: Sequence[Spoken]) -> tuple[CaptionExpectation, ...]:
    return tuple(CaptionExpectation(word.frame, word.box) for word in spoken)


def mouth_promised(stage: Stage, poses: Sequence[Pose]) -> MouthExpectation:
    """The box of the lips in the first frame, and how far it has moved in each, to the nearest pixel."""
    first = _mouth_at(stage, poses[0])
    places = [_mouth_at(stage, pose) for pose in poses]
    left, top, right, bottom = (edge * stage.scale for edge in LIPS)
    return MouthExpectation(
        box=Box(round(first[0] + left), round(first[1] + top), round(right - left), round(bottom - top)),
        openness=tuple(openness_of(pose.mouth) for pose in poses),
        moves=tuple((round(x - first[0]), round(y - first[1])) for x, y in places),
    )


def _mouth_at(stage: Stage, pose: Pose) -> tuple[float, float]:
    """The point between the eyes, moved as a tilt about the neck moves the mouth."""
    swing = (NECK[1] - MOUTH_Y) * sin(radians(pose.tilt / 10))
    return stage.x + (pose.x + swing) * stage.scale, stage.y + pose.y * stage.scale
