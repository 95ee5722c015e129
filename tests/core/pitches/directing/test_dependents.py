"""One field is changed, and only what depends on it changes."""

import re
from dataclasses import fields, is_dataclass, replace

import pytest

from pitch_subjects import FITNESS, HOUSE, INVOICES, PRODUCTS
from reelhouse.core.pitches.asked import NO_WISHES, AskedBrand, AskedMusic, AskedVoice
from reelhouse.core.pitches.directing.echo import wishes_from
from reelhouse.core.pitches.directing.given_out import asked_of
from reelhouse.core.pitches.directing.resolving import resolve
from reelhouse.core.pitches.plan import Plan
from reelhouse.core.pitches.types import Subject

MONEY = r"estimate\..*|warnings.*"
TIMES = r"scenes\[.*\]\.seconds|intent\.target_seconds"
WORDS = r"scenes\[.*\]\.(narration|kinetic_text|motion.*)"
SLIDES = r"scenes.*"
OPENING = r"scenes\[opening\]\.(narration|kinetic_text)"
CLOSING = r"scenes\[closing\]\.(narration|kinetic_text)"

DEPENDENTS: dict[str, tuple[str, ...]] = {
    "intent.artifact_type": (r"intent\.target_seconds", SLIDES, MONEY),
    "intent.goal": (
        r"direction\.(hook|cta)",
        r"direction\.outline.*",
        r"direction\.brand\.name",
        WORDS,
        TIMES,
        MONEY,
        r"scenes\[.*\]\.(importance|emotion|beat|transition)",
    ),
    "intent.audience": (r"direction\.hook", WORDS, TIMES, MONEY),
    "intent.tone": (r"direction\.music\.mood", r"direction\.voice\.actor", WORDS, TIMES, MONEY),
    "intent.aspect": (r"scenes\[.*\]\.(layout|kinetic_text)", MONEY),
    "intent.target_seconds": (SLIDES, TIMES, MONEY),
    "intent.caption_style": (r"warnings.*",),
    "intent.brand_kit_id": (r"direction\.brand\..*",),
    "intent.voice_profile_id": (r"direction\.voice\.actor", WORDS, TIMES, MONEY),
    "direction.hook": (OPENING, WORDS, TIMES, MONEY),
    "direction.cta": (CLOSING, WORDS, TIMES, MONEY),
    "direction.music": (r"direction\.music\..*", r"warnings.*"),
    "direction.smart_zoom": (r"scenes\[.*\]\.motion.*",),
    "direction.transitions": (r"scenes\[.*\]\.transition",),
    "direction.portrait_layout": (r"scenes\[.*\]\.(layout|kinetic_text)", r"warnings.*"),
    "direction.narrative_template": (
        r"direction\.(hook|outline.*)",
        WORDS,
        TIMES,
        MONEY,
        SLIDES,
    ),
    "direction.opening_style": (r"scenes\[opening\]\..*", TIMES, MONEY, WORDS),
    "direction.hero_beat": (
        r"scenes\[.*\]\.(importance|emotion|seconds)",
        r"scenes\[opening\]\.screenshot_id",
        WORDS,
        MONEY,
    ),
    "direction.brand": (r"direction\.brand\..*", r"warnings.*", r"scenes\[.*\]\.slide.*"),
    "direction.voice": (r"direction\.voice\..*", TIMES, WORDS, MONEY),
}
"""For each field what may change when it does, besides itself. Names of scenes stand for their places."""

CHANGES: dict[str, object] = {
    "intent.artifact_type": "carousel",
    "intent.goal": "Teach teams to keep better records with ease",
    "intent.audience": "night owls",
    "intent.tone": "dramatic",
    "intent.aspect": "1:1",
    "intent.target_seconds": 45.0,
    "intent.caption_style": "off",
    "intent.brand_kit_id": "kit-night",
    "intent.voice_profile_id": "walter",
    "direction.hook": "This is another first sentence.",
    "direction.cta": "Come by on Friday.",
    "direction.music": AskedMusic(source="none"),
    "direction.smart_zoom": False,
    "direction.transitions": "wipe",
    "direction.portrait_layout": "full_bleed",
    "direction.narrative_template": "before_after",
    "direction.opening_style": "logo",
    "direction.hero_beat": 2,
    "direction.brand": AskedBrand(accent="#ff0000"),
    "direction.voice": AskedVoice(speed=1.3),
}
SCENE_DEPENDENTS: dict[str, tuple[object, tuple[str, ...]]] = {
    "seconds": (6.0, (TIMES, WORDS, MONEY)),
    "narration": ("Something else is said here.", (r"scenes\[{id}\]\.motion.*", TIMES, MONEY)),
    "emotion": ("warm", ()),
    "importance": (0.33, ()),
    "kinetic_text": ("Look here", (r"warnings.*",)),
    "layout": ("full_bleed", (r"scenes\[{id}\]\.kinetic_text",)),
    "transition": ("wipe", ()),
}


@pytest.mark.parametrize("field", sorted(DEPENDENTS))
@pytest.mark.parametrize("name", ["fitness", "invoices", "museum unread", "game"])
def test_only_dependents_change(name: str, field: str) -> None:
    subject = PRODUCTS[name]
    plan = resolve(subject, NO_WISHES, HOUSE, None)
    tier, _, part = field.partition(".")
    body = asked_of(plan)
    record = getattr(body, tier)
    value = CHANGES[field]
    if is_dataclass(value) and not isinstance(value, type):
        value = _over(getattr(record, part), value)
    changed = replace(body, **{tier: replace(record, **{part: value})})

    again = resolve(subject, wishes_from(changed, plan, NO_WISHES), HOUSE, None)

    assert _strays(plan, again, (re.escape(field), *DEPENDENTS[field])) == set()


@pytest.mark.parametrize("field", sorted(SCENE_DEPENDENTS))
@pytest.mark.parametrize("subject", [FITNESS, INVOICES], ids=["fitness", "invoices"])
def test_a_scene_that_changes_leaves_the_others_as_they_are(subject: Subject, field: str) -> None:
    value, dependents = SCENE_DEPENDENTS[field]
    plan = resolve(subject, NO_WISHES, HOUSE, None)
    body = asked_of(plan)
    scenes = list(body.scenes or ())
    wished: dict[str, object] = {field: value}
    scenes[1] = replace(scenes[1], **wished)  # type: ignore[arg-type]

    wishes = wishes_from(replace(body, scenes=tuple(scenes)), plan, NO_WISHES)
    again = resolve(subject, wishes, HOUSE, None)

    scene_id = re.escape(plan.scenes[1].scene_id)
    allowed = tuple(one.replace("{id}", scene_id) for one in dependents)
    assert _strays(plan, again, (rf"scenes\[{scene_id}\]\.{field}", *allowed)) == set()
    assert getattr(again.scenes[1], field) == pytest.approx(value) if field == "seconds" else True


def test_the_same_change_twice_is_no_change() -> None:
    plan = resolve(FITNESS, NO_WISHES, HOUSE, None)
    body = asked_of(plan)
    wishes = wishes_from(replace(body, intent=replace(body.intent, tone="dramatic")), plan, NO_WISHES)
    second = resolve(FITNESS, wishes, HOUSE, None)
    back = asked_of(second)

    third = wishes_from(replace(back, intent=replace(back.intent, tone="dramatic")), second, wishes)

    assert resolve(FITNESS, third, HOUSE, None) == second


def _over(below: object, above: object) -> object:
    given = {one.name: getattr(above, one.name) for one in fields(above)}  # type: ignore[arg-type]
    return replace(below, **{name: value for name, value in given.items() if value is not None})  # type: ignore[type-var]


def _strays(plan: Plan, again: Plan, allowed: tuple[str, ...]) -> set[str]:
    """The paths that differ and may not."""
    before, after = _flat(plan), _flat(again)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    return {path for path in changed if not any(re.fullmatch(one, path) for one in allowed)}


def _flat(value: object, path: str = "") -> dict[str, object]:
    if is_dataclass(value) and not isinstance(value, type):
        inner = {f"{path}.{one.name}".lstrip("."): getattr(value, one.name) for one in fields(value)}
        return {key: found for at, part in inner.items() for key, found in _flat(part, at).items()}
    if isinstance(value, tuple):
        flat: dict[str, object] = {}
        if path == "scenes":
            flat["scenes.order"] = tuple(_name(part) for part in value)
        for place, part in enumerate(value):
            flat |= _flat(part, f"{path}[{_name(part) or place}]")
        return flat
    return {path: value}


def _name(part: object) -> object:
    return getattr(part, "scene_id", None) or getattr(part, "beat_id", None) or ""
