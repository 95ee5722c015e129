"""The first sentence and the last one, written from the goal."""

import re

from reelhouse.core.pitches.directing.goal import Call, Goal
from reelhouse.core.pitches.directing.names import name_of
from reelhouse.core.pitches.directing.pace import NATURAL
from reelhouse.core.pitches.directing.phrasing import Chooser, filled
from reelhouse.core.pitches.directing.texts import calls, hooks
from reelhouse.core.pitches.directing.words import capitalised, stems
from reelhouse.core.pitches.plan import Narrative

HOOK_SECONDS = 3.0
LOOSE = frozenset({"with", "in", "for", "from", "at", "on", "by", "without", "across"})
ENDED = stems("stop avoid quit")
MOST_HOOK = 9
MOST_REPEATED = 2
"""Words of what a product is that were said just before."""


def hooks_for(goal: Goal, narrative: Narrative, features: int) -> list[str]:
    """Every first sentence that fits, the best one first: short enough, and in the goal's own words."""
    slots = _slots(goal, features)
    written: list[str] = []
    for bank in _banks(goal, narrative):
        for template in bank:
            if _counts(template) and not 1 < features < len(hooks.COUNTS):
                continue
            written += [filled(template, {**slots, "do": one}) for one in variants_of(goal.benefit) or [""]]
    if not written:  # a list of one, or of a hundred, is not counted
        return hooks_for(goal, Narrative.WALK_THROUGH, features)
    short = [one for one in dict.fromkeys(written) if _is_brief(one)]
    return short or sorted(written, key=len)[:1]


def _banks(goal: Goal, narrative: Narrative) -> list[tuple[str, ...]]:
    """Templates, the best first: a benefit and a claim before a product, and a product before nothing."""
    chooser = Chooser(f"{goal.text}\0{narrative}")
    asked = (opposed_to(goal.benefit),) if narrative is Narrative.PROBLEM_SOLUTION else ()
    told = [
        (goal.benefit, tuple(filter(None, asked))),
        (goal.benefit, hooks.WITH_BENEFIT[narrative]),
        (goal.claim, hooks.WITH_CLAIM),
        (goal.topic, hooks.WITH_TOPIC),
        (goal.what, _shuffled(hooks.WITH_WHAT[narrative], chooser)),
        (goal.audience and goal.product, _shuffled(hooks.WITH_AUDIENCE[narrative], chooser)),
        (goal.product, _shuffled(hooks.WITH_PRODUCT[narrative], chooser)),
        ("always", hooks.WITH_NOTHING[narrative]),
    ]
    return [bank for has, bank in told if has]


def _shuffled(bank: tuple[str, ...], chooser: Chooser) -> tuple[str, ...]:
    left, taken = list(bank), list[str]()
    while left:
        taken.append(chooser.take(left, "hook"))
        left.remove(taken[-1])
    return tuple(taken)


def opposed_to(benefit: str) -> str:
    """The trouble that a benefit ends, as a question; empty where there is no sure word for it."""
    for pattern, question in hooks.OPPOSED:
        match = re.fullmatch(pattern, benefit)
        if match is not None:
            return question.replace("{rest}", match["rest"] if "rest" in match.groupdict() else "")
    return ""


def _is_brief(text: str) -> bool:
    return NATURAL.seconds_of(text) <= HOOK_SECONDS and len(text.split()) <= MOST_HOOK


def calls_for(goal: Goal) -> list[str]:
    """What to do now, the best first: with the product's name, or else with the goal's own verb."""
    bank = calls.WITH_PRODUCT if goal.product else calls.WITHOUT
    written = [filled(template, _slots(goal, 0)) for template in bank[goal.call]]
    written.sort(key=lambda one: stems(one) == stems(goal.benefit))  # the hook says that already
    if goal.product or goal.call not in {Call.TRY, Call.LEARN}:
        return written
    verb, *rest = variants_of(goal.benefit)[-1].split() if goal.benefit else [""]
    is_one = rest[:1] in (["a"], ["an"], ["your"]) and verb in calls.TAKES_YOURS
    if is_one or (verb in calls.MAKES and len(rest) == 1 and name_of(rest[0]).is_plural):
        written.insert(0, f"{capitalised(verb)} yours today.")
    return written


def variants_of(benefit: str) -> list[str]:
    """A benefit and its beginnings, the longest first: ``send it with one tap``, ``send it``."""
    words = benefit.split()
    ends = [place for place, word in enumerate(words) if place > 1 and word in LOOSE]
    return [" ".join(words[:end]) for end in (len(words), *reversed(ends))] if words else []


def bridges_for(goal: Goal, narrative: Narrative, hook: str) -> list[str]:
    """What may follow `hook` on the first card: the product, what it is and for whom, unless it was said."""
    chooser, slots = Chooser(goal.text), _slots(goal, 0)
    bridges = list[str]()
    if goal.benefit and hook == opposed_to(goal.benefit):
        brief = {**slots, "do": brief_benefit(goal.benefit)}
        answer = filled("{do} with {it}.", brief) if goal.product else filled("{do}.", slots)
        bridges.append(
            hooks.INSTEAD if stems(answer) - stems(goal.product) <= stems(hook) | ENDED else answer
        )
    said = stems(f"{hook} {' '.join(bridges)}")
    if goal.audience and stems(goal.audience) <= said:
        slots["what"] = slots["what"].removesuffix(f" for {goal.audience}")
    if goal.what and len(stems(goal.what) & said) < MOST_REPEATED:
        bank = hooks.BRIDGES_WITH_WHAT if not stems(goal.product) <= said else ("It's {what}.",)
        bridges.append(filled(chooser.take(bank, "bridge"), slots))
    elif goal.product and not stems(goal.product) <= said:
        told = hooks.BRIDGES_FOR_WHOM.get(narrative) if goal.audience else None
        bridges.append(filled(chooser.take(told or hooks.BRIDGES[narrative], "bridge"), slots))
    said |= stems(" ".join(bridges))
    if goal.audience and not stems(goal.audience) <= said:
        bridges.append(filled(chooser.take(hooks.FOR_WHOM, "whom"), slots))
    return bridges


def _slots(goal: Goal, features: int) -> dict[str, str]:
    count = hooks.COUNTS[features] if features < len(hooks.COUNTS) else str(features)
    return {
        "do": goal.benefit,
        "it": goal.it,
        "what": goal.what,
        "who": goal.audience,
        "claim": goal.claim,
        "topic": goal.topic,
        "count": count,
    }


def brief_benefit(benefit: str) -> str:
    """``deploy an app`` of ``deploy an app with one command``."""
    return (variants_of(benefit) or [""])[-1]


def _counts(template: str) -> bool:
    return "{count}" in template
