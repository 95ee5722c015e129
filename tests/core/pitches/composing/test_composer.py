"""A plan becomes the composition that it describes, and the same plan always the same one."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest

from reelhouse.core.pitches.composing.composer import Sources, compose
from reelhouse.core.pitches.composing.moments import preview_moments
from reelhouse.core.pitches.plan import (
    ArtifactType,
    Beat,
    Brand,
    Callout,
    Direction,
    Emotion,
    Estimate,
    Fit,
    Glance,
    Intent,
    Layout,
    MotionPlan,
    MusicChoice,
    MusicSource,
    Narrative,
    Opening,
    Plan,
    PlannedScene,
    Press,
    Purpose,
    Role,
    Transitions,
    VoiceChoice,
)
from reelhouse.core.pitches.types import ScreenKind, Seen
from reelhouse.kit.money import MicroDollars
from reelhouse.media.composition import (
    Aspect,
    MediaRef,
    Narration,
    ScreenScene,
    TitleScene,
    TransitionKind,
    composition_to_json,
)
from reelhouse.media.screens import Area, Device, ScreenLayout, TitleKind
from reelhouse.media.speech import Timing, Word
from reelhouse.media.time import Span
from reelhouse.render.captions.styles import STYLES

SHOT = UUID(int=1)
SEEN = Seen("a" * 64, "image/png", 1920, 1080, ScreenKind.DESKTOP)
VOICE = MediaRef("b" * 64, "audio/wav")
LOGO = MediaRef("c" * 64, "image/png")
SAID = Timing((Word("Hello", Span(Fraction(0), Fraction(1))),), (), Fraction(1))
SILENT = Timing((), (), Fraction(0))


def scene(number: int, **changes: Any) -> PlannedScene:  # noqa: ANN401 - fields of a scene
    shown = PlannedScene(
        scene_id=f"scene-{number}",
        role=Role.BEAT,
        beat=0,
        screenshot_id=SHOT,
        seconds=Fraction(4),
        narration="It is here.",
        emotion=Emotion.NEUTRAL,
        importance=0.5,
        kinetic_text="",
        layout=Layout.FRAMED,
        transition=None,
        motion=MotionPlan(),
    )
    return replace(shown, **changes)


def card(number: int, role: Role, **changes: Any) -> PlannedScene:  # noqa: ANN401 - fields of a scene
    return scene(number, role=role, beat=None, screenshot_id=None, layout=Layout.CARD, **changes)


def plan_of(scenes: Sequence[PlannedScene], aspect: Aspect = Aspect.PORTRAIT, **changes: Any) -> Plan:  # noqa: ANN401
    brand = Brand("Acme", "#101018", "#20203a", "#ff5a3c", "#ffffff", "Inter")
    direction = Direction(
        outline=(Beat("one", "Find it", Purpose.STEP), Beat("two", "Fix it", Purpose.STEP)),
        hook="Stop searching",
        cta="Try Acme free",
        music=MusicChoice(MusicSource.NONE),
        smart_zoom=True,
        transitions=Transitions.CUT,
        portrait_layout=None,
        narrative_template=Narrative.WALK_THROUGH,
        opening_style=Opening.HOOK_CARD,
        hero_beat=0,
        brand=brand,
        voice=VoiceChoice("emma"),
    )
    lasts = sum((scene.seconds for scene in scenes), Fraction(0))
    return Plan(
        intent=Intent(ArtifactType.DEMO_VIDEO, "Show it", "teams", None, aspect, 20.0, "hormozi"),
        direction=replace(direction, **changes),
        scenes=tuple(scenes),
        estimate=Estimate(lasts, MicroDollars(0), len(scenes), 0),
        fit=Fit(1.0, (), ()),
    )


def sources(timing: Timing = SAID, seen: Seen = SEEN) -> Sources:
    narration = Narration(VOICE, Fraction(1, 5), timing)
    return Sources({SHOT: seen}, narration, STYLES["hormozi"], music=None, logo=LOGO)


def screens_of(plan: Plan, given: Sources | None = None) -> list[ScreenScene]:
    scenes = compose(plan, given or sources()).scenes
    return [scene for scene in scenes if isinstance(scene, ScreenScene)]


def test_scenes_last_as_planned_whatever_the_voice_takes() -> None:
    plan = plan_of([card(1, Role.OPENING, seconds=Fraction(5, 2)), scene(2), card(3, Role.CLOSING)])

    composition = compose(plan, sources())

    assert [scene.span.end for scene in composition.scenes] == [
        Fraction(5, 2),
        Fraction(13, 2),
        Fraction(21, 2),
    ]
    assert composition.duration == plan.estimate.seconds


def test_equal_plans_compose_to_equal_bytes() -> None:
    plan = plan_of([card(1, Role.OPENING), scene(2, kinetic_text="All in one place")])

    assert composition_to_json(compose(plan, sources())) == composition_to_json(compose(plan, sources()))


@pytest.mark.parametrize(
    ("opening", "kind", "text"),
    [
        (Opening.HOOK_CARD, TitleKind.STATEMENT, "Stop searching"),
        (Opening.LOGO, TitleKind.BRAND, "Acme"),
    ],
)
def test_an_opening_is_told_in_its_style(opening: Opening, kind: TitleKind, text: str) -> None:
    plan = plan_of([card(1, Role.OPENING), scene(2)], opening_style=opening)

    title = compose(plan, sources()).scenes[0]

    assert isinstance(title, TitleScene)
    assert (title.title, title.text, title.livery.logo) == (kind, text, LOGO)


def test_the_closing_card_calls_and_is_signed() -> None:
    title = compose(plan_of([scene(1), card(2, Role.CLOSING)]), sources()).scenes[-1]

    assert isinstance(title, TitleScene)
    assert (title.title, title.text, title.small) == (TitleKind.CALL, "Try Acme free", "Acme")


def test_shares_of_a_scene_become_its_seconds() -> None:
    area = Area(0.2, 0.2, 0.4, 0.3)
    motion = MotionPlan((Glance(0.25, area),), (Press(0.5, 0.3, 0.4),), (Callout(area, "Here", 0.5, 0.75),))

    (shown,) = screens_of(plan_of([scene(1, motion=motion, kinetic_text="One two")]))

    assert shown.glances[0].at == 1
    assert shown.presses[0].at == 2
    assert shown.callouts[0].span == Span(Fraction(2), Fraction(3))
    assert shown.kinetic is not None
    assert shown.kinetic.span == Span(Fraction(4, 10), Fraction(4))


def test_without_smart_zoom_the_camera_looks_at_nothing_in_particular() -> None:
    motion = MotionPlan((Glance(0.25, Area(0.2, 0.2, 0.4, 0.3)),), (Press(0.5, 0.3, 0.4),))

    (shown,) = screens_of(plan_of([scene(1, motion=motion)], smart_zoom=False))

    assert not shown.glances
    assert shown.presses


@pytest.mark.parametrize(
    ("kind", "aspect", "layout", "device"),
    [
        (ScreenKind.PHONE, Aspect.PORTRAIT, Layout.FRAMED, Device.PHONE),
        (ScreenKind.TABLET, Aspect.LANDSCAPE, Layout.FRAMED, Device.TABLET),
        (ScreenKind.DESKTOP, Aspect.LANDSCAPE, Layout.FRAMED, Device.LAPTOP),
        (ScreenKind.DESKTOP, Aspect.PORTRAIT, Layout.FRAMED, Device.BROWSER),
        (ScreenKind.DESKTOP, Aspect.LANDSCAPE, Layout.SPLIT, Device.BROWSER),
        (ScreenKind.PAGE, Aspect.LANDSCAPE, Layout.FRAMED, Device.BROWSER),
        (ScreenKind.PHONE, Aspect.PORTRAIT, Layout.FULL_BLEED, Device.NONE),
    ],
)
def test_a_screenshot_is_shown_on_what_it_was_taken_of(
    kind: ScreenKind, aspect: Aspect, layout: Layout, device: Device
) -> None:
    plan = plan_of([scene(1, layout=layout)], aspect)

    (shown,) = screens_of(plan, sources(seen=replace(SEEN, kind=kind)))

    assert shown.device is device
    assert shown.layout is ScreenLayout(layout.value)


def test_a_list_is_counted_where_each_beat_begins() -> None:
    scenes = [scene(1), scene(2), scene(3, beat=1)]

    shown = screens_of(plan_of(scenes, narrative_template=Narrative.LISTICLE))

    assert [one.label.text if one.label else None for one in shown] == ["1", None, "2"]
    assert all(one.label is None for one in screens_of(plan_of(scenes)))


def test_a_first_scene_comes_after_nothing_and_others_never_spend_most_of_themselves_coming() -> None:
    wipe = TransitionKind.WIPE
    scenes = [
        scene(1, transition=wipe),
        scene(2, transition=wipe, seconds=Fraction(1)),
        scene(3, transition=wipe),
    ]

    first, short, long = screens_of(plan_of(scenes))

    assert first.transition is None
    assert short.transition is not None
    assert short.transition.seconds == Fraction(7, 30)
    assert long.transition is not None
    assert long.transition.seconds == Fraction(1, 2)


@pytest.mark.parametrize(
    ("style", "timing", "written"),
    [("hormozi", SAID, True), ("off", SAID, False), ("hormozi", SILENT, False)],
)
def test_captions_are_written_where_somebody_speaks_and_nobody_wants_none(
    style: str, timing: Timing, written: bool
) -> None:
    plan = plan_of([scene(1)])
    plan = replace(plan, intent=replace(plan.intent, caption_style=style))

    assert (compose(plan, sources(timing)).captions is not None) == written


def test_stills_are_taken_on_frames_within_their_scenes_after_all_has_come_in() -> None:
    motion = MotionPlan((Glance(0.6, Area(0.2, 0.2, 0.4, 0.3)),))
    scenes = [
        card(1, Role.OPENING),
        scene(2, kinetic_text="All in one place", transition=TransitionKind.WIPE),
        scene(3, motion=motion),
        scene(4, seconds=Fraction(1, 2)),
    ]

    moments = preview_moments(plan_of(scenes))

    assert [scene_id for scene_id, _ in moments] == ["scene-1", "scene-2", "scene-3", "scene-4"]
    assert [moment for _, moment in moments] == [2, 6, 8 + Fraction(12, 5), 12 + Fraction(11, 30)]
