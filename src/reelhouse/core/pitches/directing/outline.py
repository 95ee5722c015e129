"""The steps of the story: one for each feature, in the order that the narrative wants."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from reelhouse.core.pitches.asked import AskedBeat
from reelhouse.core.pitches.directing.choices import chosen, written
from reelhouse.core.pitches.directing.covers import covers_of
from reelhouse.core.pitches.directing.goal import Goal
from reelhouse.core.pitches.directing.names import title_of
from reelhouse.core.pitches.directing.narratives import STORIES, purpose_at
from reelhouse.core.pitches.directing.reading import read_screen
from reelhouse.core.pitches.directing.warnings import Code, Notes
from reelhouse.core.pitches.directing.words import capitalised, likeness, stem, stems
from reelhouse.core.pitches.plan import Beat, Narrative, Purpose
from reelhouse.core.pitches.types import Shown, Subject

LONGEST_TITLE, MOST_BEATS = 80, 50
NOT_LETTERS = re.compile(r"[^a-z0-9]+")
RESERVED = ("opening", "closing")


@dataclass(frozen=True, slots=True)
class Seed:
    """What a beat grows from: a feature, or a loose screenshot."""

    title: str
    feature: str | None
    screens: tuple[Shown, ...]


def derived_outline(subject: Subject, goal: Goal, narrative: Narrative) -> tuple[Beat, ...]:
    """Every feature and every loose screenshot that is no cover as a beat, before any wish."""
    seeds = _ordered(_seeds(subject, goal), goal, narrative)
    taken: set[str] = set(RESERVED)
    beats: list[Beat] = []
    for place, seed in enumerate(seeds):
        beats.append(
            Beat(
                beat_id=free_id(seed.title, f"beat-{place + 1}", taken),
                title=seed.title,
                purpose=purpose_at(narrative, place, len(seeds), seed.title),
                feature=seed.feature,
                screenshot_ids=tuple(shown.screenshot_id for shown in seed.screens),
            )
        )
    return tuple(beats)


def resolve_outline(
    derived: tuple[Beat, ...],
    asked: tuple[AskedBeat, ...] | None,
    changes: tuple[AskedBeat, ...] | None,
    subject: Subject,
    narrative: Narrative,
    notes: Notes,
) -> tuple[Beat, ...]:
    """The caller's whole list where one was `asked` for, else `derived` with single `changes`."""
    if asked is None:
        wishes = {one.beat_id: one for one in changes or () if one.beat_id is not None}
        return tuple(
            _wished(beat, wishes[beat.beat_id], place, subject, notes) if beat.beat_id in wishes else beat
            for place, beat in enumerate(derived)
        )
    known = {beat.beat_id: beat for beat in derived}
    taken: set[str] = set()
    beats: list[Beat] = []
    for given, one in enumerate(asked[:MOST_BEATS]):
        base = _base(one, given, derived, known)
        beat_id = base.beat_id if base is not None else one.beat_id
        if beat_id in taken:
            notes.add(Code.DUPLICATE_BEAT, f"director.outline[{given}].id", beat_id, None)
            continue
        place = len(beats)
        if base is None:
            base = _new(one, place, subject, taken | set(known) | set(RESERVED))
        taken.add(base.beat_id)
        placed = replace(base, purpose=purpose_at(narrative, place, len(asked), base.title))
        beats.append(_wished(placed, one, given, subject, notes))
    return tuple(beats)


def hero_of(outline: tuple[Beat, ...], subject: Subject, goal: Goal) -> int:
    """The beat that speaks most of what the goal speaks of; the first of equals."""
    seen = {shown.screenshot_id: shown for shown in subject.screens}
    wanted = frozenset(map(stem, goal.keywords))
    merits = [
        _merit(beat.title, [seen[one] for one in beat.screenshot_ids if one in seen], wanted)
        for beat in outline
    ]
    return merits.index(max(merits)) if merits else 0


def free_id(title: str, fallback: str, taken: set[str]) -> str:
    """A slug of `title` that nobody has yet; it is added to `taken`."""
    slug = NOT_LETTERS.sub("-", title.lower()).strip("-")[:40] or fallback
    name, number = slug, 1
    while name in taken:
        number += 1
        name = f"{slug}-{number}"
    taken.add(name)
    return name


def _seeds(subject: Subject, goal: Goal) -> list[Seed]:
    seeds = [Seed(title_of(one.name) or "Feature", one.name, one.screens) for one in subject.features]
    wanted = frozenset(map(stem, goal.keywords))
    covers = covers_of(subject)
    for place, shown in enumerate(subject.loose):
        if shown in covers:
            continue
        reading = read_screen(shown.seen, "", wanted)
        names = [reading.heading, *reading.labels] if reading.heading else reading.labels
        title = (
            capitalised(names[0][0].removeprefix("the "))
            if names
            else f"Step {len(seeds) + 1 if seeds else place + 1}"
        )
        seeds.append(Seed(title, None, (shown,)))
    return seeds


def _ordered(seeds: list[Seed], goal: Goal, narrative: Narrative) -> list[Seed]:
    """Uploads are in their own order, but for a story that begins with its strongest beat."""
    if narrative is Narrative.BEFORE_AFTER:
        return sorted(seeds, key=lambda one: purpose_at(narrative, 0, 2, one.title) is not Purpose.BEFORE)
    if not STORIES[narrative].hero_first or not seeds:
        return seeds
    wanted = frozenset(map(stem, goal.keywords))
    merits = [_merit(seed.title, list(seed.screens), wanted) for seed in seeds]
    hero = merits.index(max(merits))
    return [seeds[hero], *seeds[:hero], *seeds[hero + 1 :]]


def _merit(title: str, screens: list[Shown], wanted: frozenset[str]) -> float:
    words = frozenset[str]().union(
        *(stems(region.words) for shown in screens for region in shown.seen.regions)
    )
    said = sum(1 for one in stems(title) if one in wanted)
    return 2.0 * said + likeness(wanted, words) + (0.5 if screens else 0.0)


def _base(one: AskedBeat, place: int, derived: tuple[Beat, ...], known: Mapping[str, Beat]) -> Beat | None:
    if one.beat_id is not None:
        return known.get(one.beat_id)
    by_feature = (beat for beat in derived if one.feature is not None and beat.feature == one.feature)
    by_title = (
        beat
        for beat in derived
        if one.title is not None and beat.title.casefold() == one.title.strip().casefold()
    )
    named = next(by_feature, None) or next(by_title, None)
    if named is not None or one.feature is not None:
        return named
    return derived[place] if place < len(derived) else None


def _new(one: AskedBeat, place: int, subject: Subject, taken: set[str]) -> Beat:
    feature = next((each for each in subject.features if each.name == one.feature), None)
    title = title_of(feature.name) if feature else f"Beat {place + 1}"
    return Beat(
        beat_id=one.beat_id or free_id(one.title or title, f"beat-{place + 1}", taken),
        title=title,
        purpose=Purpose.STEP,
        feature=feature.name if feature else None,
        screenshot_ids=tuple(shown.screenshot_id for shown in feature.screens) if feature else (),
    )


def _wished(beat: Beat, one: AskedBeat, place: int, subject: Subject, notes: Notes) -> Beat:
    path = f"director.outline[{place}]"
    title = written(one.title, LONGEST_TITLE, f"{path}.title", notes) if one.title is not None else ""
    feature = beat.feature
    screens = beat.screenshot_ids
    if one.feature is not None and one.feature != beat.feature:
        found = next((each for each in subject.features if each.name == one.feature), None)
        if found is None:
            known = tuple(each.name for each in subject.features)
            notes.unknown(f"{path}.feature", one.feature, feature, known)
        else:
            feature, screens = found.name, tuple(shown.screenshot_id for shown in found.screens)
    if one.screenshot_ids is not None:
        screens = _known_screens(one.screenshot_ids, subject, f"{path}.screenshotIds", notes)
    return replace(
        beat,
        title=title or beat.title,
        purpose=chosen(Purpose, one.purpose, beat.purpose, f"{path}.purpose", notes),
        feature=feature,
        screenshot_ids=screens,
    )


def _known_screens(given: tuple[str, ...], subject: Subject, path: str, notes: Notes) -> tuple[UUID, ...]:
    known = {str(shown.screenshot_id): shown.screenshot_id for shown in subject.screens}
    for one in given:
        if one.lower() not in known:
            notes.add(Code.SCREENSHOT_UNKNOWN, path, one, None)
    return tuple(dict.fromkeys(known[one.lower()] for one in given if one.lower() in known))
