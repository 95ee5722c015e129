"""Which scenes there are: the director's own, or the caller's list of them."""

from dataclasses import replace
from uuid import UUID

from reelhouse.core.pitches.asked import AskedScene
from reelhouse.core.pitches.directing.covers import covers_of
from reelhouse.core.pitches.directing.outline import free_id
from reelhouse.core.pitches.directing.sketch import Sketch
from reelhouse.core.pitches.directing.warnings import Code, Notes
from reelhouse.core.pitches.plan import Beat, Opening, Purpose, Role
from reelhouse.core.pitches.types import Shown, Subject

OPENING, CLOSING = "opening", "closing"
MOST_SCENES = 60


def derived_sketches(
    outline: tuple[Beat, ...], opening: Opening, hero: int, subject: Subject
) -> list[Sketch]:
    """An opening, every screenshot of every beat (or a card for it), and a closing; covers where they fit."""
    covers = covers_of(subject)
    seen = {shown.screenshot_id: shown for shown in subject.screens}
    middle = [sketch for place, beat in enumerate(outline) for sketch in _of_beat(beat, place, hero, seen)]
    first = None
    if opening is Opening.COLD_OPEN:
        heroes = [sketch.shown for sketch in middle if sketch.is_hero and sketch.shown is not None]
        shown = [sketch.shown for sketch in middle if sketch.shown is not None]
        first = covers.first or next(iter((*heroes, *shown)), None)
    return [
        Sketch(OPENING, Role.OPENING, -1, 0, "", Purpose.HOOK, first),
        *middle,
        Sketch(CLOSING, Role.CLOSING, -1, 0, "", Purpose.CALL, covers.last),
    ]


def with_wishes(
    derived: list[Sketch],
    asked: tuple[AskedScene, ...] | None,
    changes: tuple[AskedScene, ...] | None,
    outline: tuple[Beat, ...],
    subject: Subject,
    notes: Notes,
) -> list[Sketch]:
    """The caller's whole list where one was `asked` for, else `derived` with single `changes`."""
    if asked is None:
        wishes = {one.scene_id: one for one in changes or () if one.scene_id is not None}
        changed = [replace(one, wish=wishes.get(one.scene_id, one.wish)) for one in derived]
    else:
        changed = _listed(derived, asked, notes)
    return [_shown(sketch, place, outline, subject, notes) for place, sketch in enumerate(changed)]


def _of_beat(beat: Beat, place: int, hero: int, seen: dict[UUID, Shown]) -> list[Sketch]:
    screens: list[Shown | None] = [seen[one] for one in beat.screenshot_ids if one in seen]
    return [
        Sketch(
            scene_id=beat.beat_id if number == 0 else f"{beat.beat_id}.{number + 1}",
            role=Role.BEAT,
            beat=place,
            place=number,
            title=beat.title,
            purpose=beat.purpose,
            shown=shown,
            is_hero=place == hero,
        )
        for number, shown in enumerate(screens or [None])
    ]


def _listed(derived: list[Sketch], asked: tuple[AskedScene, ...], notes: Notes) -> list[Sketch]:
    """The caller's list: entries are known by their ids, or else by their places; the others are new."""
    known = {sketch.scene_id: sketch for sketch in derived}
    taken: set[str] = set()
    listed: list[Sketch] = []
    for place, one in enumerate(asked[:MOST_SCENES]):
        base = known.get(one.scene_id) if one.scene_id is not None else _at(derived, place)
        if (base.scene_id if base else one.scene_id) in taken:
            notes.add(Code.DUPLICATE_SCENE, f"scenes[{place}].id", one.scene_id, None)
            continue
        if base is None:
            scene_id = one.scene_id or free_id("", f"scene-{place + 1}", {*taken, *known})
            base = Sketch(scene_id, Role.BEAT, -1, 0, "", Purpose.STEP, None)
        taken.add(base.scene_id)
        listed.append(replace(base, wish=one))
    if len(asked) > MOST_SCENES:
        notes.add(Code.SCENES_DROPPED, "scenes", float(len(asked)), float(MOST_SCENES))
    return listed


def _at(derived: list[Sketch], place: int) -> Sketch | None:
    return derived[place] if place < len(derived) else None


def _shown(sketch: Sketch, place: int, outline: tuple[Beat, ...], subject: Subject, notes: Notes) -> Sketch:
    """With the screenshot that is dictated; a new scene stands in the beat that its screenshot belongs to."""
    given = sketch.wish.screenshot_id
    if given is None:
        return sketch
    shown = next((one for one in subject.screens if str(one.screenshot_id) == given.strip().lower()), None)
    if shown is None:
        used = str(sketch.shown.screenshot_id) if sketch.shown else None
        notes.add(Code.SCREENSHOT_UNKNOWN, f"scenes[{place}].screenshotId", given, used)
        return sketch
    if sketch.role is not Role.BEAT or sketch.shown == shown:
        return replace(sketch, shown=shown)
    for number, beat in enumerate(outline):
        if shown.screenshot_id in beat.screenshot_ids:
            return replace(
                sketch,
                shown=shown,
                beat=number,
                place=beat.screenshot_ids.index(shown.screenshot_id),
                title=beat.title,
                purpose=beat.purpose,
            )
    return replace(sketch, shown=shown)
