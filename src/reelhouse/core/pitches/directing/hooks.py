"""The first sentence and the last one, written from the goal."""

from dataclasses import replace

from reelhouse.core.pitches.directing.goal import Goal
from reelhouse.core.pitches.directing.pace import NATURAL
from reelhouse.core.pitches.directing.phrasing import Chooser, filled
from reelhouse.core.pitches.directing.texts import calls, hooks
from reelhouse.core.pitches.directing.words import stems
from reelhouse.core.pitches.plan import Narrative

HOOK_SECONDS = 3.0
LOOSE = frozenset({"with", "in", "for", "from", "at", "on", "by", "without", "across"})
MOST_REPEATED = 2
"""Words of what a product is that were said just before."""


def hooks_for(goal: Goal, narrative: Narrative, features: int) -> list[str]:
    """Every first sentence that fits, the best one first: short enough, and near to the goal's words."""
    slots = _slots(goal, features)
    banks: list[tuple[str, ...]] = []
    if goal.benefit:
        banks.append(hooks.WITH_BENEFIT[narrative])
    if goal.what:
        banks.append(hooks.WITH_WHAT[narrative])
    if goal.audience and goal.product:
        banks.append(hooks.WITH_AUDIENCE[narrative])
    if goal.product:
        banks.append(hooks.WITH_PRODUCT[narrative])
    banks.append(hooks.WITH_NOTHING[narrative])
    chooser = Chooser(f"{goal.text}\0{narrative}")
    written: list[str] = []
    brief = replace(goal, benefit=brief_benefit(goal.benefit))
    for bank in banks:
        left = [one for one in bank if not _counts(one) or 1 < features < len(hooks.COUNTS)]
        while left:
            template = chooser.take(left, "hook")
            left.remove(template)
            written += [filled(template, slots), filled(template, _slots(brief, features))]
    if not written:  # a list of one, or of a hundred, is not counted
        return hooks_for(goal, Narrative.WALK_THROUGH, features)
    short = [one for one in dict.fromkeys(written) if NATURAL.seconds_of(one) <= HOOK_SECONDS]
    return short or sorted(written, key=len)[:1]


def calls_for(goal: Goal) -> list[str]:
    bank = calls.WITH_PRODUCT if goal.product else calls.WITHOUT
    chooser = Chooser(goal.text)
    left, written = list(bank[goal.call]), []
    while left:
        template = chooser.take(left, "call")
        left.remove(template)
        written.append(filled(template, _slots(goal, 0)))
    return written


def bridges_for(goal: Goal, narrative: Narrative, hook: str) -> list[str]:
    """What may follow `hook` on the first card: the product, what it is and for whom, unless it was said."""
    said, bridges = stems(hook), []
    chooser, slots = Chooser(goal.text), _slots(goal, 0)
    if goal.what and len(stems(goal.what) & said) < MOST_REPEATED:
        bank = hooks.BRIDGES_WITH_WHAT if not stems(goal.product) <= said else ("It's {what}.",)
        bridges.append(filled(chooser.take(bank, "bridge"), slots))
    elif goal.product and not stems(goal.product) <= said:
        bridges.append(filled(chooser.take(hooks.BRIDGES[narrative], "bridge"), slots))
    said |= stems(" ".join(bridges))
    if goal.audience and not stems(goal.audience) <= said:
        bridges.append(filled(chooser.take(hooks.FOR_WHOM, "whom"), slots))
    return bridges


def _slots(goal: Goal, features: int) -> dict[str, str]:
    count = hooks.COUNTS[features] if features < len(hooks.COUNTS) else str(features)
    return {"do": goal.benefit, "it": goal.it, "what": goal.what, "who": goal.audience, "count": count}


def brief_benefit(benefit: str) -> str:
    """``deploy an app`` of ``deploy an app with one command``."""
    words = benefit.split()
    ends = (place for place, word in enumerate(words) if place > 1 and word in LOOSE)
    return " ".join(words[: next(ends, len(words))])


def _counts(template: str) -> bool:
    return "{count}" in template
