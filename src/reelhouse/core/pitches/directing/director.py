"""From a subject and wishes to a plan, by rules alone: no file is opened, nothing is drawn or spoken.

Equal subjects, wishes, libraries and drafts give an equal plan.
"""

from dataclasses import replace

from reelhouse.core.pitches.asked import Asked
from reelhouse.core.pitches.directing.drafts import Draft
from reelhouse.core.pitches.directing.fit.judging import judged
from reelhouse.core.pitches.directing.library import Library
from reelhouse.core.pitches.directing.resolving import resolve
from reelhouse.core.pitches.plan import Plan
from reelhouse.core.pitches.types import Subject


def direct(subject: Subject, asked: Asked, library: Library, draft: Draft | None = None) -> Plan:
    """The whole plan, with how well it fits its goal, and what would make it fit better."""

    def again(wishes: Asked) -> Plan:
        return resolve(subject, wishes, library, draft)

    plan = again(asked)
    return replace(plan, fit=judged(subject, asked, plan, again))
