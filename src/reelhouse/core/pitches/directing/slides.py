"""From sketches to the slides of a carousel: a hook, one for each beat or screenshot, and a call."""

from fractions import Fraction

from reelhouse.core.pitches.asked import AskedSlide
from reelhouse.core.pitches.directing.choices import chosen, written
from reelhouse.core.pitches.directing.importance import emotion_of, importance_in
from reelhouse.core.pitches.directing.kinetic import kinetic_for
from reelhouse.core.pitches.directing.layouts import layout_for
from reelhouse.core.pitches.directing.motion import STILL, motion_for
from reelhouse.core.pitches.directing.scripting import Script
from reelhouse.core.pitches.directing.sketch import Sketch
from reelhouse.core.pitches.directing.warnings import Code, Notes
from reelhouse.core.pitches.directing.words import capitalised, cut_at_word, stems
from reelhouse.core.pitches.plan import (
    Direction,
    Emotion,
    Intent,
    Layout,
    MotionPlan,
    PlannedScene,
    Role,
    SlideSpec,
)
from reelhouse.engines.text.writing.cleaning import sentences

MOST_SLIDES = 10
BRINGING = stems("Here's there's this is just plus meet say hello more")
NOT_ALONE = frozenset({"too", "just like that"})
LONGEST_KICKER, LONGEST_HEADLINE, LONGEST_BODY = 40, 90, 220


def draw_up(
    sketches: list[Sketch],
    script: Script,
    intent: Intent,
    direction: Direction,
    notes: Notes,
    *,
    is_own_list: bool,
) -> tuple[PlannedScene, ...]:
    """At most ten: networks show no more. The weakest leave first, unless the caller made the list."""
    told = [one for one in script.told(sketches, notes) if is_own_list or not one.is_spare]
    kept = sketches[:MOST_SLIDES] if is_own_list else _strongest([one.sketch for one in told])
    if len(kept) < len(told):
        detail = f"A carousel has at most {MOST_SLIDES} slides."
        notes.add(Code.SCENES_DROPPED, "scenes", float(len(told)), float(len(kept)), detail=detail)
    told = [one for one in told if one.sketch in kept]
    return tuple(
        _slide(
            one.sketch,
            one.versions[one.natural] if one.dictated is None else one.dictated,
            place,
            script,
            intent,
            direction,
            notes,
        )
        for place, one in enumerate(told)
    )


def _strongest(sketches: list[Sketch]) -> list[Sketch]:
    kept = list(sketches)
    for one in sorted(sketches, key=lambda each: (each.merit, -sketches.index(each))):
        if len(kept) <= MOST_SLIDES:
            break
        kept.remove(one)
    return kept


def _slide(
    sketch: Sketch,
    text: str,
    place: int,
    script: Script,
    intent: Intent,
    direction: Direction,
    notes: Notes,
) -> PlannedScene:
    path = f"scenes[{place}]"
    layout = layout_for(sketch, intent.aspect, direction.portrait_layout)
    wished = chosen(Layout, sketch.wish.layout, layout, f"{path}.layout", notes)
    layout = wished if (wished is Layout.CARD) == (sketch.shown is None) else layout
    return PlannedScene(
        scene_id=sketch.scene_id,
        role=sketch.role,
        beat=sketch.beat if sketch.beat >= 0 else None,
        screenshot_id=sketch.shown.screenshot_id if sketch.shown else None,
        seconds=Fraction(0),
        narration="",
        emotion=chosen(Emotion, sketch.wish.emotion, emotion_of(sketch), f"{path}.emotion", notes),
        importance=importance_in(sketch, path, notes),
        kinetic_text=kinetic_for(sketch, script.essences[sketch.scene_id], text, layout, path, notes),
        layout=layout,
        transition=None,
        motion=_motion(sketch, text, script, direction),
        slide=_spec(sketch, text, direction, f"{path}.slideSpec", notes),
    )


def _motion(sketch: Sketch, text: str, script: Script, direction: Direction) -> MotionPlan:
    """A slide stands still, and is drawn near to what it would glance at."""
    if sketch.shown is None:
        return STILL
    if sketch.wish.motion is not None:
        return sketch.wish.motion
    reading = script.readings.get(sketch.scene_id)
    if not direction.smart_zoom or reading is None:
        return STILL
    seen = motion_for(sketch.shown.seen, reading, text, sketch.purpose, sketch.title)
    return MotionPlan(glances=seen.glances, callouts=seen.callouts)


def _spec(sketch: Sketch, text: str, direction: Direction, path: str, notes: Notes) -> SlideSpec:
    derived = _derived(sketch, text, direction)
    wish = sketch.wish.slide or AskedSlide()

    def of(given: str | None, default: str, most: int, name: str) -> str:
        return default if given is None else written(given, most, f"{path}.{name}", notes)

    return SlideSpec(
        kicker=of(wish.kicker, derived.kicker, LONGEST_KICKER, "kicker"),
        headline=of(wish.headline, derived.headline, LONGEST_HEADLINE, "headline"),
        body=of(wish.body, derived.body, LONGEST_BODY, "body"),
    )


def _derived(sketch: Sketch, text: str, direction: Direction) -> SlideSpec:
    name = direction.brand.name
    if sketch.role is Role.OPENING:
        more = [one for one in sentences(text) if one.strip(" .!?") not in direction.hook]
        return SlideSpec(name, cut_at_word(direction.hook, LONGEST_HEADLINE), " ".join(more))
    if sketch.role is Role.CLOSING:
        return SlideSpec(name, cut_at_word(direction.cta, LONGEST_HEADLINE), "")
    parts = sentences(text)
    if sketch.place and parts:
        first = parts[0].rstrip(".")
        return SlideSpec(
            f"{sketch.beat + 1:02d}",
            cut_at_word(first, LONGEST_HEADLINE),
            cut_at_word(" ".join(parts[1:]), LONGEST_BODY),
        )
    body = " ".join(parts[1:] if len(parts) > 1 else parts)
    return SlideSpec(
        kicker=f"{sketch.beat + 1:02d}" if sketch.beat >= 0 else "",
        headline=cut_at_word(sketch.title, LONGEST_HEADLINE) or cut_at_word(text, LONGEST_HEADLINE),
        body=cut_at_word(beside(sketch.title, body), LONGEST_BODY),
    )


def beside(title: str, body: str) -> str:
    """``Ready to go.`` of ``Your captions, ready to go.``, below a headline that says what."""
    if len(sentences(body)) > 1 or not stems(title):
        return body
    before, comma, after = body.partition(", ")
    if comma and stems(before) == stems(title):
        return "" if after.strip(" .") in NOT_ALONE else capitalised(after)
    return "" if stems(body) - BRINGING <= stems(title) else body
