"""The three tiers of a plan, one from the other: what is wanted, how it is told, what is seen and said."""

from dataclasses import replace

from reelhouse.core.pitches.asked import Asked, AskedBrand
from reelhouse.core.pitches.directing.brands import resolve_brand
from reelhouse.core.pitches.directing.choices import chosen, written
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


def resolve(subject: Subject, asked: Asked, library: Library, draft: Draft | None) -> Plan:
    """A plan without its fit."""
    notes = Notes()
    _say_what_is_missing(subject, notes)
    intent, goal = resolve_intent(subject, asked.intent, library, notes)
    narrative = chosen(
        Narrative,
        asked.direction.narrative_template,
        narrative_for(goal.text),
        "director.narrativeTemplate",
        notes,
    )
    manner = resolve_manner(asked.direction, intent, narrative, library, notes)
    outline = resolve_outline(
        derived_outline(subject, goal, narrative),
        asked.direction.outline,
        asked.beat_changes,
        subject,
        narrative,
        notes,
    )
    hero = _hero(asked.direction.hero_beat, hero_of(outline, subject, goal), len(outline), notes)
    direction = Direction(
        outline=outline,
        hook=_hook(asked, draft, goal, narrative, len(outline), notes),
        cta=_cta(asked, draft, goal, notes),
        music=manner.music,
        smart_zoom=manner.smart_zoom,
        transitions=manner.transitions,
        portrait_layout=manner.portrait_layout,
        narrative_template=narrative,
        opening_style=manner.opening,
        hero_beat=hero,
        brand=resolve_brand(
            subject, goal.product, intent, asked.direction.brand or AskedBrand(), library, notes
        ),
        voice=manner.voice,
    )
    script = Script(goal, direction, draft)
    sketches = with_wishes(
        derived_sketches(outline, manner.opening, hero, subject),
        asked.scenes,
        asked.scene_changes,
        outline,
        subject,
        notes,
    )
    is_own_list = asked.scenes is not None
    if intent.artifact_type is ArtifactType.CAROUSEL:
        scenes = draw_up(sketches, script, intent, direction, notes, is_own_list=is_own_list)
    else:
        shot = shoot(
            sketches, script, intent, direction, asked.intent.target_seconds, notes, is_own_list=is_own_list
        )
        scenes = shot.scenes
        intent = replace(intent, target_seconds=shot.target_seconds)
    _say_what_is_seen(intent, scenes, outline, subject, notes)
    return Plan(
        intent=intent,
        direction=direction,
        scenes=scenes,
        estimate=estimate_of(intent.artifact_type, scenes, library.prices, is_spoken=direction.voice.on),
        fit=UNJUDGED,
        warnings=tuple(notes.taken),
        texts_by=draft.engine if draft is not None else "builtin",
    )


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
