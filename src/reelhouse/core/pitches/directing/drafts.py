"""Texts that an engine wrote for a plan, and what it is told to write them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reelhouse.core.pitches.directing.names import title_of
from reelhouse.core.pitches.plan import Beat, Intent
from reelhouse.core.pitches.types import Subject
from reelhouse.engines.text.writing.cleaning import sentences
from reelhouse.engines.text.writing.fitting import cleaned


@dataclass(frozen=True, slots=True)
class Draft:
    """`narrations` are by beat id; empty texts are left to the director. `engine` wrote them."""

    hook: str = ""
    cta: str = ""
    narrations: Mapping[str, str] = field(default_factory=dict)
    engine: str = "builtin"


def brief_for(subject: Subject, intent: Intent) -> str:
    """What to tell a text engine: one sentence a feature, between a first and a last one."""
    lines = [
        f"Write the narration of a short product video. Its goal: {intent.goal or subject.goal}",
        f"It speaks to {intent.audience}, in a {intent.tone or 'plain'} tone.",
        "First one sentence of at most nine words that makes them watch on.",
    ]
    for number, feature in enumerate(subject.features, start=1):
        seen = ", ".join(
            dict.fromkeys(region.words for shown in feature.screens for region in shown.seen.regions)
        )
        shows = f" The screen shows: {seen[:200]}." if seen.strip(" ,") else ""
        lines.append(f"Then exactly one sentence about feature {number}, {title_of(feature.name)}.{shows}")
    lines.append("Last one sentence of at most eight words that tells them what to do now.")
    lines.append("Claim nothing that is not said here. Plain spoken sentences only.")
    return "\n".join(lines)


def draft_from(text: str, engine: str, outline: tuple[Beat, ...]) -> Draft:
    """An engine's script, its sentences dealt out: the first, one or more a beat in order, the last."""
    parts = sentences(cleaned(text))
    if len(parts) < len(("hook", "call")):
        return Draft(hook=" ".join(parts), engine=engine)
    middle = parts[1:-1]
    each, more = divmod(len(middle), max(len(outline), 1))
    narrations: dict[str, str] = {}
    at = 0
    for place, beat in enumerate(outline):
        size = each + (place < more)
        if size:
            narrations[beat.beat_id] = " ".join(middle[at : at + size])
        at += size
    return Draft(hook=parts[0], cta=parts[-1], narrations=narrations, engine=engine)
