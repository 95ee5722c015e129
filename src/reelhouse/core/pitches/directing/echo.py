"""Which fields of a plan that comes back are wishes, and which are only what the director had said.

A caller gets a plan, changes something, and sends the whole of it back. What is given of the scalars of
intent and direction is a wish, always. Texts and lists that come back exactly as they were are none, unless
they were wishes before: they follow what they were made from.
"""

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from reelhouse.core.pitches.asked import (
    Asked,
    AskedBeat,
    AskedBrand,
    AskedDirection,
    AskedIntent,
    AskedMusic,
    AskedScene,
    AskedSlide,
    AskedVoice,
)
from reelhouse.core.pitches.directing.given_out import CUT, asked_of
from reelhouse.core.pitches.directing.pace import FPS
from reelhouse.core.pitches.directing.vocabulary import vocabulary
from reelhouse.core.pitches.plan import Plan

V = TypeVar("V")
T = TypeVar(
    "T", AskedIntent, AskedDirection, AskedMusic, AskedBrand, AskedVoice, AskedBeat, AskedScene, AskedSlide
)

OBEYED: dict[type, frozenset[str]] = {
    AskedIntent: vocabulary(
        """artifact_type goal audience tone aspect target_seconds caption_style brand_kit_id
    voice_profile_id"""
    ),
    AskedDirection: frozenset(
        ["smart_zoom", "transitions", "portrait_layout", "narrative_template", "opening_style", "hero_beat"]
    ),
    AskedMusic: frozenset({"source", "upload_url"}),
    AskedVoice: frozenset({"speed", "on"}),
    AskedBrand: frozenset(),
    AskedBeat: frozenset(),
    AskedScene: frozenset(),
    AskedSlide: frozenset(),
}
"""Scalars that are wishes whenever they are given. A brand's fields and a voice's actor come from their kit
and profile, a mood from the tone: they follow those, unless they were changed.
"""


def wishes_from(body: Asked, last: Plan | None, last_asked: Asked | None) -> Asked:
    """The wishes in `body`, which may be `last` as it was given out, with changes.

    `last_asked` are the wishes that `last` answered.
    """
    if last is None:
        return body
    was, before = asked_of(last), last_asked or Asked()
    if (
        _same(body.intent, was.intent)
        and _same(body.direction, was.direction)
        and _same(body.scenes, was.scenes)
    ):
        return before
    outline, beat_changes = _beats(body.direction.outline, was, before)
    scenes, scene_changes = _scenes(body.scenes, was, before)
    direction = _kept(body.direction, was.direction, before.direction)
    return Asked(
        intent=_kept(body.intent, was.intent, before.intent),
        direction=replace(direction, outline=outline),
        scenes=scenes,
        beat_changes=beat_changes,
        scene_changes=scene_changes,
    )


def _kept(body: T, was: T, before: T) -> T:
    """`body` without what is only an echo of `was`; what was wished for before is wished for again.

    A tier that came back whole keeps its old wishes in the caller's own words, so that what was said about
    them is said again. Of one that was given in part, what is there is meant.
    """
    is_whole = all(
        getattr(body, one.name) is not None for one in fields(body) if not _is_none(getattr(was, one.name))
    )
    values = {}
    for name in (one.name for one in fields(body)):
        given, had, wished = getattr(body, name), getattr(was, name), getattr(before, name)
        if type(given) in OBEYED:
            values[name] = _kept(given, had or type(given)(), wished or type(given)())
        else:
            is_echo = _is_none(had) if given is None else _same(given, had)
            is_obeyed = given is not None and name in OBEYED[type(body)]
            values[name] = _meant(given, wished, is_echo=is_echo, is_obeyed=is_obeyed, is_whole=is_whole)
    return replace(body, **values)


def _meant(given: V | None, wished: V | None, *, is_echo: bool, is_obeyed: bool, is_whole: bool) -> V | None:
    if given is None:
        return wished if is_echo and is_whole else None
    if not is_echo or (is_obeyed and not is_whole):
        return given
    return wished if wished is not None else given if is_obeyed else None


def _beats(
    given: tuple[AskedBeat, ...] | None, was: Asked, before: Asked
) -> tuple[tuple[AskedBeat, ...] | None, tuple[AskedBeat, ...] | None]:
    """The list where it is the caller's own, else its changed entries."""
    had = was.direction.outline or ()
    if given is None:
        return None, None
    wished = before.direction.outline
    entries = [
        _beat(one, place, had, wished or before.beat_changes or (), is_list=wished is not None)
        for place, one in enumerate(given)
    ]
    if wished is None and [one.beat_id for one in entries] == [one.beat_id for one in had]:
        return None, tuple(one for one in entries if one != AskedBeat(beat_id=one.beat_id)) or None
    return tuple(entries), None


def _beat(
    one: AskedBeat, place: int, had: tuple[AskedBeat, ...], wished: tuple[AskedBeat, ...], *, is_list: bool
) -> AskedBeat:
    by_id = next((beat for beat in had if beat.beat_id == one.beat_id), None)
    at = had[place] if one.beat_id is None and place < len(had) else None
    base = by_id or at
    if base is None or (at is not None and not _is_like(one, at)):
        return one
    old = next((beat for beat in wished if beat.beat_id == base.beat_id), None)
    number = had.index(base)
    if old is None and is_list and number < len(wished) and wished[number].beat_id is None:
        old = wished[number]
    given = replace(one, beat_id=base.beat_id)
    return replace(_kept(given, base, old or AskedBeat()), beat_id=base.beat_id)


def _is_like(one: AskedBeat, at: AskedBeat) -> bool:
    """Whether a beat without an id means the one at its place: it names no other feature or title."""
    return one.feature in {None, at.feature} and (one.title in {None, at.title} or one.feature is not None)


def _scenes(
    given: tuple[AskedScene, ...] | None, was: Asked, before: Asked
) -> tuple[tuple[AskedScene, ...] | None, tuple[AskedScene, ...] | None]:
    had = was.scenes or ()
    if given is None:
        return None, None
    wished = before.scenes
    entries = [
        _scene_wish(one, place, had, wished or before.scene_changes or (), is_list=wished is not None)
        for place, one in enumerate(given)
    ]
    if wished is None and [one.scene_id for one in entries] == [one.scene_id for one in had]:
        return None, tuple(one for one in entries if one != AskedScene(scene_id=one.scene_id)) or None
    return tuple(entries), None


def _scene_wish(
    one: AskedScene, place: int, had: tuple[AskedScene, ...], wished: tuple[AskedScene, ...], *, is_list: bool
) -> AskedScene:
    by_id = next((scene for scene in had if scene.scene_id == one.scene_id), None)
    base = by_id or (had[place] if one.scene_id is None and place < len(had) else None)
    if base is None:
        return one
    old = next((scene for scene in wished if scene.scene_id == base.scene_id), None)
    number = had.index(base)
    if old is None and is_list and number < len(wished) and wished[number].scene_id is None:
        old = wished[number]
    given = replace(one, scene_id=base.scene_id)
    return replace(_kept(given, base, old or AskedScene()), scene_id=base.scene_id)


def _is_none(value: object) -> bool:
    """A scene without a transition may be given out as null, or as a cut."""
    return value is None or value == CUT


def _same(one: object, other: object) -> bool:
    """Equal, but for what numbers lose on their way over the wire."""
    if one is None or other is None:
        return _is_none(one) and _is_none(other)
    if isinstance(one, float | int) and isinstance(other, float | int):
        return abs(one - other) < 1 / (3 * FPS) if not isinstance(one, bool) else one == other
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    if type(one) is type(other) and is_dataclass(one):
        return all(_same(getattr(one, part.name), getattr(other, part.name)) for part in fields(one))
    return one == other
