"""The three tiers of a plan, one from the other: what is wanted, how it is told, what is seen and said."""

from dataclasses import dataclass, replace

from reelhouse.core.pitches.asked import Asked, AskedBrand
from reelhouse.core.pitches.directing.brands import resolve_brand
from reelhouse.core.pitches.directing.choices import chosen, written
from reelhouse.core.pitches.directing.covers import covers_of
from reelhouse.core.pitches.directing.direction import resolve_manner
from reelhouse.core.pitches.directing.drafts import Draft
from reelhouse.core.pitches.directing.estimating import estimate_of
from reelhouse.core.pitches.directing.goal import Goal
from reelhouse.core.pitches.directing.hooks import calls_for, hooks_for
from reelhouse.core.pitches.directing.intents import resolve_intent
from reelhouse.core.pitches.directing.library import Library
from reelhouse.core.pitches.directing.narratives import narrative_for
from reelhouse.core.pitches.directing.outline import derived_outline, hero_of, resolve_outline
from reelhouse.core.pitches.directing.scripting import Script
from reelhouse.core.pitches.directing.shooting import shoot
from reelhouse.core.pitches.directing.sketching import derived_sketches, with_wishes
from reelhouse.core.pitches.directing.slides import draw_up
from reelhouse.core.pitches.directing.warnings import Code, Notes
from reelhouse.core.pitches.directing.words import cut_at_word
from reelhouse.core.pitches.plan import (
    CAPTIONS_OFF,
    ArtifactType,
    Beat,
    Direction,
    Fit,
    Intent,
    Narrative,
    Plan,
    PlannedScene,
)
from reelhouse.core.pitches.types import Subject
from reelhouse.engines.text.writing.fitting import cleaned

UNJUDGED = Fit(score=0.0, parts=(), gaps=())
LONGEST_HOOK, LONGEST_CALL = 160, 120


@dataclass(frozen=True, slots=True)
class _Order:
    """All that a plan is made of, and what there is to say about it."""

    subject: Subject
    asked: Asked
    library: Library
    draft: Draft | None
    notes: Notes


def resolve(subject: Subject, asked: Asked, library: Library, draft: Draft | None) -> Plan:
    """A plan without its fit."""
    order = _Order(subject, asked, library, draft, Notes())
    _say_what_is_missing(subject, order.notes)
    intent, goal = resolve_intent(subject, asked.intent, library, order.notes)
    direction = _direction(order, intent, goal)
    intent, scenes = _scenes(order, intent, direction, goal)
    _say_what_is_seen(intent, scenes, direction.outline, subject, order.notes)
    return Plan(
        intent=intent,
        direction=direction,
        scenes=scenes,
        estimate=estimate_of(intent.artifact_type, scenes, library.prices, is_spoken=direction.voice.on),
        fit=UNJUDGED,
        warnings=tuple(order.notes.taken),
        texts_by=draft.engine if draft is not None else "builtin",
    )


def _direction(order: _Order, intent: Intent, goal: Goal) -> Direction:
    asked, subject, notes = order.asked.direction, order.subject, order.notes
    narrative = chosen(
        Narrative, asked.narrative_template, narrative_for(goal.text), "director.narrativeTemplate", notes
    )
    has_cover = covers_of(subject).first is not None
    manner = resolve_manner(asked, intent, narrative, order.library, notes, has_cover=has_cover)
    derived = derived_outline(subject, goal, narrative)
    outline = resolve_outline(derived, asked.outline, order.asked.beat_changes, subject, narrative, notes)
    return Direction(
        outline=outline,
        hook=_hook(order.asked, order.draft, goal, narrative, len(outline), notes),
        cta=_cta(order.asked, order.draft, goal, notes),
        music=manner.music,
        smart_zoom=manner.smart_zoom,
        transitions=manner.transitions,
        portrait_layout=manner.portrait_layout,
        narrative_template=narrative,
        opening_style=manner.opening,
        hero_beat=_hero(asked.hero_beat, hero_of(outline, subject, goal), len(outline), notes),
        brand=resolve_brand(subject, goal.product, intent, asked.brand or AskedBrand(), order.library, notes),
        voice=manner.voice,
    )


def _scenes(
    order: _Order, intent: Intent, direction: Direction, goal: Goal
) -> tuple[Intent, tuple[PlannedScene, ...]]:
    """The scenes or slides, and the intent with the length that they have."""
    asked, notes = order.asked, order.notes
    outline, subject = direction.outline, order.subject
    derived = derived_sketches(outline, direction.opening_style, direction.hero_beat, subject)
    sketches = with_wishes(derived, asked.scenes, asked.scene_changes, outline, subject, notes)
    script = Script(goal, direction, order.draft)
    is_own = asked.scenes is not None
    if intent.artifact_type is ArtifactType.CAROUSEL:
        return intent, draw_up(sketches, script, intent, direction, notes, is_own_list=is_own)
    shot = shoot(sketches, script, intent, direction, asked.intent.target_seconds, notes, is_own_list=is_own)
    return replace(intent, target_seconds=shot.target_seconds), shot.scenes


def _hero(asked: int | None, derived: int, beats: int, notes: Notes) -> int:
    if asked is None:
        return derived
    used = min(max(asked, 0), max(beats - 1, 0))
    if used != asked:
        notes.add(Code.HERO_BEAT_CLAMPED, "director.heroBeatIdx", float(asked), float(used))
    return used


def _hook(
    asked: Asked, draft: Draft | None, goal: Goal, narrative: Narrative, beats: int, notes: Notes
) -> str:
    if asked.direction.hook is not None:
        return written(asked.direction.hook, LONGEST_HOOK, "director.hook", notes)
    drafted = cleaned(draft.hook) if draft is not None else ""
    return cut_at_word(drafted, LONGEST_HOOK) or hooks_for(goal, narrative, beats)[0]


def _cta(asked: Asked, draft: Draft | None, goal: Goal, notes: Notes) -> str:
    if asked.direction.cta is not None:
        return written(asked.direction.cta, LONGEST_CALL, "director.cta", notes)
    drafted = cleaned(draft.cta) if draft is not None else ""
    return cut_at_word(drafted, LONGEST_CALL) or calls_for(goal)[0]


def _say_what_is_missing(subject: Subject, notes: Notes) -> None:
    if subject.missing:
        detail = f"{subject.missing} are missing."
        notes.add(Code.SCREENSHOTS_MISSING, "scenes", float(subject.missing), None, detail=detail)
    if not subject.screens:
        notes.add(Code.NO_SCREENSHOTS, "scenes")


def _say_what_is_seen(
    intent: Intent,
    scenes: tuple[PlannedScene, ...],
    outline: tuple[Beat, ...],
    subject: Subject,
    notes: Notes,
) -> None:
    if intent.caption_style == CAPTIONS_OFF and any(scene.kinetic_text for scene in scenes):
        notes.add(Code.KINETIC_KEPT_CAPTIONS_OFF, "intent.captionStyle", CAPTIONS_OFF, CAPTIONS_OFF)
    if not subject.screens:
        return
    seen = {shown.screenshot_id for shown in subject.screens}
    for place, beat in enumerate(outline):
        if not seen.intersection(beat.screenshot_ids):
            notes.add(Code.BEAT_WITHOUT_SCREEN, f"director.outline[{place}]", beat.title, None)
