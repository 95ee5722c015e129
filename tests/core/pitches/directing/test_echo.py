"""Reading and writing are symmetric: a plan that comes back is the plan that went out."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.effort import examples

from pitch_subjects import FITNESS, HOUSE, INVOICES, PRODUCTS
from reelhouse.core.pitches.asked import (
    NO_WISHES,
    Asked,
    AskedBeat,
    AskedBrand,
    AskedDirection,
    AskedIntent,
    AskedMusic,
    AskedScene,
    AskedVoice,
)
from reelhouse.core.pitches.directing.director import direct
from reelhouse.core.pitches.directing.echo import wishes_from
from reelhouse.core.pitches.directing.given_out import asked_of
from reelhouse.core.pitches.directing.resolving import resolve
from reelhouse.core.pitches.plan import Plan

MANY = settings(
    max_examples=examples(60),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
WORDS = st.sampled_from(["", "Get it done.", "One two three four five six seven eight.", "Hello there"])


def _maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


SCENES = st.builds(
    AskedScene,
    scene_id=_maybe(st.sampled_from(["opening", "dashboard", "workout-log", "mine", "closing"])),
    screenshot_id=_maybe(st.sampled_from([str(UUID(int=1)), str(UUID(int=3)), "nowhere"])),
    seconds=_maybe(st.floats(-2, 90, allow_nan=False)),
    narration=_maybe(WORDS),
    emotion=_maybe(st.sampled_from(["warm", "odd"])),
    importance=_maybe(st.floats(-1, 2)),
    kinetic_text=_maybe(WORDS),
    layout=_maybe(st.sampled_from(["card", "framed", "sideways"])),
    transition=_maybe(st.sampled_from(["cut", "zoom", "spin"])),
)
BEATS = st.builds(
    AskedBeat,
    beat_id=_maybe(st.sampled_from(["dashboard", "workout-log", "new"])),
    title=_maybe(st.sampled_from(["Reports", "Dashboard", ""])),
    purpose=_maybe(st.sampled_from(["proof", "nonsense"])),
    feature=_maybe(st.sampled_from(["dashboard", "workout-log", "nothing"])),
    screenshot_ids=_maybe(st.sampled_from([(), (str(UUID(int=2)),), ("nowhere",)])),
)
WISHES = st.builds(
    Asked,
    intent=st.builds(
        AskedIntent,
        artifact_type=_maybe(st.sampled_from(["demo_video", "carousel", "hologram"])),
        goal=_maybe(st.sampled_from(["Get gyms to try GymPal", "5 ways to save time", ""])),
        audience=_maybe(st.sampled_from(["students", "", "everybody at home"])),
        tone=_maybe(st.sampled_from(["calm", "playful", "purple"])),
        aspect=_maybe(st.sampled_from(["9:16", "1:1", "square", "3:2"])),
        target_seconds=_maybe(st.floats(-5, 400)),
        caption_style=_maybe(st.sampled_from(["bold", "off", "loud"])),
        brand_kit_id=_maybe(st.sampled_from(["kit-night", "kit-day"])),
        voice_profile_id=_maybe(st.sampled_from(["walter", "nobody"])),
    ),
    direction=st.builds(
        AskedDirection,
        outline=_maybe(st.lists(BEATS, max_size=4).map(tuple)),
        hook=_maybe(WORDS),
        cta=_maybe(WORDS),
        music=_maybe(
            st.builds(
                AskedMusic,
                source=_maybe(st.sampled_from(["upload", "none", "loud"])),
                mood=_maybe(st.just("chill")),
            )
        ),
        smart_zoom=_maybe(st.booleans()),
        transitions=_maybe(st.sampled_from(["cut", "zoom", "spin"])),
        portrait_layout=_maybe(st.sampled_from(["stacked", "upside"])),
        narrative_template=_maybe(st.sampled_from(["launch", "listicle", "epic"])),
        opening_style=_maybe(st.sampled_from(["logo", "cold_open", "boom"])),
        hero_beat=_maybe(st.integers(-2, 9)),
        brand=_maybe(st.builds(AskedBrand, ground=_maybe(st.just("#ffffff")), ink=_maybe(st.just("white")))),
        voice=_maybe(st.builds(AskedVoice, speed=_maybe(st.floats(0, 3)), on=_maybe(st.booleans()))),
    ),
    scenes=_maybe(st.lists(SCENES, max_size=5).map(tuple)),
)


@MANY
@given(name=st.sampled_from(sorted(PRODUCTS)), asked=WISHES)
def test_a_plan_that_comes_back_gives_itself_again(name: str, asked: Asked) -> None:
    subject = PRODUCTS[name]
    plan = resolve(subject, asked, HOUSE, None)

    again = wishes_from(asked_of(plan), plan, asked)

    assert resolve(subject, again, HOUSE, None) == plan


@MANY
@given(name=st.sampled_from(sorted(PRODUCTS)), asked=WISHES)
def test_a_plan_alone_is_a_whole_set_of_wishes(name: str, asked: Asked) -> None:
    """One that was kept elsewhere, while others were made, shows and says the same."""
    subject = PRODUCTS[name]
    plan = resolve(subject, asked, HOUSE, None)

    again = resolve(subject, asked_of(plan), HOUSE, None)

    assert _told(again) == _told(plan)


@pytest.mark.parametrize("name", sorted(PRODUCTS))
def test_the_fit_comes_back_too(name: str) -> None:
    plan = direct(PRODUCTS[name], NO_WISHES, HOUSE)

    assert direct(PRODUCTS[name], wishes_from(asked_of(plan), plan, NO_WISHES), HOUSE) == plan


def test_what_the_wire_rounds_is_no_wish() -> None:
    plan = resolve(FITNESS, NO_WISHES, HOUSE, None)
    body = asked_of(plan)
    rounded = tuple(replace(one, seconds=round(one.seconds or 0, 2)) for one in body.scenes or ())

    assert wishes_from(replace(body, scenes=rounded), plan, NO_WISHES) == NO_WISHES


def test_texts_follow_a_goal_that_changes_and_scalars_stay() -> None:
    plan = resolve(INVOICES, NO_WISHES, HOUSE, None)
    body = asked_of(plan)
    changed = replace(
        body, intent=replace(body.intent, goal="Get bakeries to book a demo of InvoiceFly on TikTok")
    )

    again = resolve(INVOICES, wishes_from(changed, plan, NO_WISHES), HOUSE, None)

    assert again.direction.hook != plan.direction.hook
    assert "demo" in again.direction.cta
    assert again.intent.aspect is plan.intent.aspect
    assert again.intent.tone is plan.intent.tone


def test_a_text_that_was_changed_once_stays_the_callers() -> None:
    plan = resolve(INVOICES, NO_WISHES, HOUSE, None)
    body = asked_of(plan)
    mine = wishes_from(replace(body, direction=replace(body.direction, hook="My own hook.")), plan, NO_WISHES)
    second = resolve(INVOICES, mine, HOUSE, None)
    back = asked_of(second)

    wishes = wishes_from(
        replace(back, intent=replace(back.intent, goal="Get bakers to try Crumb")), second, mine
    )
    third = resolve(INVOICES, wishes, HOUSE, None)

    assert third.direction.hook == "My own hook."
    assert third.direction.cta != second.direction.cta


def test_a_scene_that_is_left_out_is_dropped_and_stays_so() -> None:
    plan = resolve(FITNESS, NO_WISHES, HOUSE, None)
    body = asked_of(plan)
    without = replace(
        body, scenes=tuple(one for one in body.scenes or () if one.scene_id != "smart-reminders")
    )

    wishes = wishes_from(without, plan, NO_WISHES)
    second = resolve(FITNESS, wishes, HOUSE, None)

    assert "smart-reminders" not in [scene.scene_id for scene in second.scenes]
    assert resolve(FITNESS, wishes_from(asked_of(second), second, wishes), HOUSE, None) == second


def test_the_order_of_scenes_is_the_callers() -> None:
    plan = resolve(FITNESS, NO_WISHES, HOUSE, None)
    body = asked_of(plan)
    turned = (body.scenes or ())[::-1]

    second = resolve(FITNESS, wishes_from(replace(body, scenes=turned), plan, NO_WISHES), HOUSE, None)

    assert [scene.scene_id for scene in second.scenes] == [one.scene_id for one in turned]


def test_a_value_from_a_warning_is_taken_without_one() -> None:
    clamped = resolve(FITNESS, Asked(intent=AskedIntent(target_seconds=4)), HOUSE, None)
    asked = Asked(intent=AskedIntent(target_seconds=clamped.intent.target_seconds))

    plan = resolve(
        FITNESS, wishes_from(asked, clamped, Asked(intent=AskedIntent(target_seconds=4))), HOUSE, None
    )

    assert "TARGET_LENGTH_CLAMPED" not in [warning.code for warning in plan.warnings]
    assert plan.intent.target_seconds == clamped.intent.target_seconds


def _told(plan: Plan) -> object:
    """All of a plan but what was said about wishes."""
    return replace(plan, warnings=())
