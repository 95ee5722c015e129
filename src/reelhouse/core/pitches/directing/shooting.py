"""From sketches to the scenes of a video, on frame borders, as long together as was asked for."""

from dataclasses import dataclass
from fractions import Fraction

from reelhouse.core.pitches.directing.choices import chosen
from reelhouse.core.pitches.directing.importance import emotion_of, importance_in
from reelhouse.core.pitches.directing.kinetic import kinetic_for
from reelhouse.core.pitches.directing.layouts import layout_for, transition_for
from reelhouse.core.pitches.directing.motion import STILL, motion_for
from reelhouse.core.pitches.directing.narratives import STORIES
from reelhouse.core.pitches.directing.pace import FPS, Pace, pace_of
from reelhouse.core.pitches.directing.scripting import Script
from reelhouse.core.pitches.directing.sketch import Sketch
from reelhouse.core.pitches.directing.targets import settle_target
from reelhouse.core.pitches.directing.telling import (
    LEAST_DICTATED,
    Told,
    choose_versions,
    lengths_of,
    spoken_frames,
)
from reelhouse.core.pitches.directing.warnings import Code, Notes
from reelhouse.core.pitches.plan import (
    Direction,
    Emotion,
    Intent,
    Layout,
    MotionPlan,
    PlannedScene,
)
from reelhouse.media.composition import TransitionKind

CUTS = {"none": None, "cut": None}


@dataclass(frozen=True, slots=True)
class Shot:
    """The scenes of a video, and the length that they have together."""

    scenes: tuple[PlannedScene, ...]
    target_seconds: float


def shoot(
    sketches: list[Sketch],
    script: Script,
    intent: Intent,
    direction: Direction,
    asked_seconds: float | None,
    notes: Notes,
    *,
    is_own_list: bool,
) -> Shot:
    """`is_own_list` when the caller gave the list of scenes: then none is left out."""
    pace = pace_of(direction.voice, intent.tone)
    told = script.told(sketches, notes)
    told, target = settle_target(
        told,
        pace,
        asked_seconds,
        intent.aspect,
        STORIES[direction.narrative_template].pace,
        notes,
        may_drop=not is_own_list,
    )
    told = choose_versions(told, pace, target)
    _say_what_is_too_short(told, pace, notes)
    lengths = lengths_of(told, pace, target)
    scenes = tuple(
        _scene(told, place, lengths[place], script, intent, direction, notes) for place in range(len(told))
    )
    return Shot(scenes, round(sum(lengths) / FPS, 3))


def _scene(
    told: list[Told],
    place: int,
    frames: int,
    script: Script,
    intent: Intent,
    direction: Direction,
    notes: Notes,
) -> PlannedScene:
    one = told[place]
    sketch, wish, path = one.sketch, one.sketch.wish, f"scenes[{place}]"
    before = told[place - 1].sketch if place else None
    layout = _layout(sketch, intent, direction, path, notes)
    return PlannedScene(
        scene_id=sketch.scene_id,
        role=sketch.role,
        beat=sketch.beat if sketch.beat >= 0 else None,
        screenshot_id=sketch.shown.screenshot_id if sketch.shown else None,
        seconds=Fraction(frames, FPS),
        narration=one.text,
        emotion=chosen(Emotion, wish.emotion, emotion_of(sketch), f"{path}.emotion", notes),
        importance=importance_in(sketch, path, notes),
        kinetic_text=kinetic_for(sketch, script.essences[sketch.scene_id], one.text, layout, path, notes),
        layout=layout,
        transition=_transition(sketch, before, direction, path, notes),
        motion=_motion(sketch, one.text, script, direction, path, notes),
    )


def _layout(sketch: Sketch, intent: Intent, direction: Direction, path: str, notes: Notes) -> Layout:
    derived = layout_for(sketch, intent.aspect, direction.portrait_layout)
    layout = chosen(Layout, sketch.wish.layout, derived, f"{path}.layout", notes)
    if sketch.shown is None and layout is not Layout.CARD:
        notes.add(Code.LAYOUT_WITHOUT_SCREEN, f"{path}.layout", layout.value, Layout.CARD.value)
        return Layout.CARD
    return derived if layout is Layout.CARD and sketch.shown is not None else layout


def _transition(
    sketch: Sketch, before: Sketch | None, direction: Direction, path: str, notes: Notes
) -> TransitionKind | None:
    derived = transition_for(sketch, before, direction.transitions)
    given = sketch.wish.transition
    if given is None or before is None:
        return derived
    if given.strip().lower() in CUTS:
        return None
    known = {kind.value: kind for kind in TransitionKind}
    found = known.get(given.strip().lower())
    if found is None:
        used = derived.value if derived else "cut"
        notes.unknown(f"{path}.transition", given, used, ("cut", *known))
    return found or derived


def _motion(
    sketch: Sketch, narration: str, script: Script, direction: Direction, path: str, notes: Notes
) -> MotionPlan:
    wish = sketch.wish.motion
    if sketch.shown is None:
        if wish is not None and wish != STILL:
            notes.add(Code.MOTION_WITHOUT_SCREEN, f"{path}.motionPlan", None, None)
        return STILL
    if wish is not None:
        return wish
    reading = script.readings.get(sketch.scene_id)
    if not direction.smart_zoom or reading is None:
        return STILL
    return motion_for(sketch.shown.seen, reading, narration, sketch.purpose, sketch.title)


def _say_what_is_too_short(told: list[Told], pace: Pace, notes: Notes) -> None:
    for place, one in enumerate(told):
        wished = one.sketch.wish.seconds
        spoken = spoken_frames(one.text, pace)
        if wished is not None and one.frames is not None and spoken > max(wished * FPS, LEAST_DICTATED):
            notes.add(Code.SCENE_TOO_SHORT, f"scenes[{place}].durationS", wished, round(spoken / FPS, 3))
