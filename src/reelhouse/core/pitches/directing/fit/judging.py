"""The score of a plan, part by part, and the gaps whose suggestions were tried and raise it."""

from collections.abc import Callable
from dataclasses import replace

from reelhouse.core.pitches.asked import Asked
from reelhouse.core.pitches.directing.echo import wishes_from
from reelhouse.core.pitches.directing.fit import content, ends, looks, timing
from reelhouse.core.pitches.directing.fit.fields import put
from reelhouse.core.pitches.directing.fit.view import Offer, Part, View
from reelhouse.core.pitches.directing.given_out import asked_of
from reelhouse.core.pitches.plan import Fit, FitPart, Gap, Plan
from reelhouse.core.pitches.types import Subject

Again = Callable[[Asked], Plan]

PARTS: dict[str, tuple[float, Callable[[View], Part]]] = {
    "length": (0.12, timing.length),
    "coverage": (0.14, content.coverage),
    "goal_words": (0.14, content.goal_words),
    "hook": (0.14, ends.hook),
    "call_to_action": (0.12, ends.call),
    "pace": (0.10, timing.pace),
    "readability": (0.10, looks.readability),
    "aspect": (0.07, looks.aspect),
    "variety": (0.07, looks.variety),
}
"""Each part with how much it counts; together 1."""

LEAST_GAIN = 0.002
MOST_GAPS = 12


def judged(subject: Subject, asked: Asked, plan: Plan, again: Again) -> Fit:
    """Every part's score and reason; a gap only where its suggestion was tried and raises the whole."""
    view = _view(subject, asked, plan, again)
    parts = {name: judge(view) for name, (_, judge) in PARTS.items()}
    score = _total(parts)
    gaps: dict[str, Gap] = {}
    for name, part in parts.items():
        for offer in part.offers:
            gain = _tried(view, asked, offer, again) - score
            known = gaps.get(offer.field)
            if gain >= LEAST_GAIN and (known is None or gain > known.gain):
                gaps[offer.field] = Gap(name, offer.field, offer.reason, offer.value, round(gain, 4))
    ranked = sorted(gaps.values(), key=lambda gap: (-gap.gain, gap.field))
    return Fit(
        score=round(score, 4),
        parts=tuple(
            FitPart(name, PARTS[name][0], round(part.score, 4), part.reason) for name, part in parts.items()
        ),
        gaps=tuple(ranked[:MOST_GAPS]),
    )


def _total(parts: dict[str, Part]) -> float:
    return sum(PARTS[name][0] * part.score for name, part in parts.items())


def _tried(view: View, asked: Asked, offer: Offer, again: Again) -> float:
    """The score of the plan that comes of sending this one back with what is offered."""
    wishes = wishes_from(put(asked_of(view.plan), offer.field, offer.value), view.plan, asked)
    tried = View(view.subject, again(wishes), lambda: view.derived)
    return _total({name: judge(tried) for name, (_, judge) in PARTS.items()})


def _view(subject: Subject, asked: Asked, plan: Plan, again: Again) -> View:
    def derive() -> Plan:
        """As the director would write and cut it, by itself."""
        direction = replace(asked.direction, hook=None, cta=None, outline=None)
        intent = replace(asked.intent, target_seconds=None, caption_style=None)
        return again(Asked(intent=intent, direction=direction))

    return View(subject, plan, derive)
