"""The score of a plan and its gaps."""

from collections.abc import Callable

from reelhouse.core.pitches.asked import Asked
from reelhouse.core.pitches.plan import Fit, Plan
from reelhouse.core.pitches.types import Subject


def judged(subject: Subject, asked: Asked, plan: Plan, again: Callable[[Asked], Plan]) -> Fit:  # noqa: ARG001
    """Every part's score, and the gaps whose suggestions raise it."""
    return Fit(score=0.0, parts=(), gaps=())
