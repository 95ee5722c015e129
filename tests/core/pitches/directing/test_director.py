"""A plan by rules alone: what is shown, said and written, and for how long."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from uuid import UUID

import pytest

from pitch_subjects import (
    DEBUGGER,
    FITNESS,
    GAME,
    HOUSE,
    INVOICES,
    MUSEUM,
    PRODUCTS,
    READ,
    crowd,
    seen,
    unread,
)
from reelhouse.core.pitches.asked import NO_WISHES, Asked, AskedBeat, AskedDirection, AskedIntent, AskedScene
from reelhouse.core.pitches.directing.director import direct
from reelhouse.core.pitches.directing.drafts import Draft, brief_for, draft_from
from reelhouse.core.pitches.directing.pace import pace_of
from reelhouse.core.pitches.directing.phrasing import opening_of
from reelhouse.core.pitches.directing.resolving import resolve
from reelhouse.core.pitches.plan import (
    ArtifactType,
    Layout,
    Narrative,
    Opening,
    Plan,
    PortraitLayout,
    Role,
)
from reelhouse.core.pitches.types import Feature, ScreenKind, Shown, Subject
from reelhouse.engines.text.types import Tone
from reelhouse.media.composition import Aspect

NARRATIVES = [narrative.value for narrative in Narrative]
CENT = 10_000


def _plan(name: str, **direction: str) -> Plan:
    return resolve(PRODUCTS[name], Asked(direction=AskedDirection(**direction)), HOUSE, None)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", sorted(PRODUCTS))
def test_equal_wishes_give_an_equal_plan(name: str) -> None:
    assert direct(PRODUCTS[name], NO_WISHES, HOUSE) == direct(PRODUCTS[name], NO_WISHES, HOUSE)


@pytest.mark.parametrize("target", [None, 18.0, 25.0, 33.3, 60.0])
@pytest.mark.parametrize("name", sorted(PRODUCTS))
def test_scenes_last_together_what_was_asked_for_on_frame_borders(name: str, target: float | None) -> None:
    plan = resolve(PRODUCTS[name], Asked(intent=AskedIntent(target_seconds=target)), HOUSE, None)

    assert all((scene.seconds * 30).denominator == 1 for scene in plan.scenes)
    assert plan.estimate.seconds == sum((scene.seconds for scene in plan.scenes), Fraction(0))
    assert plan.intent.target_seconds == pytest.approx(float(plan.estimate.seconds), abs=0.001)
    told = {warning.code for warning in plan.warnings} & {"TARGET_LENGTH_CLAMPED", "TARGET_LENGTH_CAPPED"}
    if target is not None and not told:
        assert plan.estimate.seconds == Fraction(round(target * 30), 30)


@pytest.mark.parametrize("name", sorted(PRODUCTS))
def test_every_scene_has_time_for_its_words(name: str) -> None:
    plan = resolve(PRODUCTS[name], NO_WISHES, HOUSE, None)
    pace = pace_of(plan.direction.voice, plan.intent.tone)

    for scene in plan.scenes:
        assert pace.seconds_of(scene.narration) + 0.4 <= scene.seconds


@pytest.mark.parametrize("narrative", NARRATIVES)
@pytest.mark.parametrize("name", sorted(PRODUCTS))
def test_narration_does_not_stammer(name: str, narrative: str) -> None:
    plan = _plan(name, narrative_template=narrative)

    texts = [scene.narration for scene in plan.scenes]
    assert len(set(texts)) == len(texts)
    assert all(text[0].isupper() or text[0].isdigit() for text in texts)
    assert all(text.endswith((".", "?", "!")) for text in texts)
    for text in texts:
        words = [word.strip(".,!?:").lower() for word in text.split()]
        assert all(one != other for one, other in pairwise(words)), text
        assert "{" not in text
    openings = [opening_of(text) for text in texts]
    assert max(map(openings.count, openings)) <= 2


@pytest.mark.parametrize("narrative", NARRATIVES)
@pytest.mark.parametrize("name", sorted(PRODUCTS))
def test_large_words_are_few_and_are_what_is_said_or_shown(name: str, narrative: str) -> None:
    plan = _plan(name, narrative_template=narrative)

    assert all(len(scene.kinetic_text.split()) <= 6 for scene in plan.scenes)
    assert any(scene.kinetic_text for scene in plan.scenes if scene.role is Role.BEAT)


@pytest.mark.parametrize("name", sorted(READ))
def test_every_feature_seeds_one_beat_and_every_screenshot_is_shown(name: str) -> None:
    subject = READ[name]
    plan = resolve(subject, NO_WISHES, HOUSE, None)

    assert {beat.feature for beat in plan.direction.outline} == {one.name for one in subject.features}
    shown = {scene.screenshot_id for scene in plan.scenes if scene.role is Role.BEAT}
    assert shown == {one.screenshot_id for one in subject.screens}


def test_a_feature_without_screenshots_is_told_on_a_card() -> None:
    subject = replace(INVOICES, features=(*INVOICES.features, Feature("late-fees", (), 1)), missing=1)

    plan = resolve(subject, NO_WISHES, HOUSE, None)

    card = next(scene for scene in plan.scenes if scene.scene_id == "late-fees")
    assert (card.layout, card.screenshot_id, card.kinetic_text) == (Layout.CARD, None, "Late fees")


def _loose(number: int, *lines: str) -> Shown:
    return Shown(UUID(int=number), seen(ScreenKind.DESKTOP, lines, number))


def test_several_loose_screenshots_go_to_further_beats() -> None:
    loose = (_loose(77, "Tax report", "Quarter"), _loose(78, "Bank feed", "Matches"))

    plan = resolve(replace(INVOICES, loose=loose), NO_WISHES, HOUSE, None)

    assert [beat.title for beat in plan.direction.outline][-2:] == ["Tax report", "Bank feed"]
    assert [scene.screenshot_id for scene in plan.scenes[-3:-1]] == [one.screenshot_id for one in loose]
    assert "tax report" in plan.scenes[-3].narration.lower()


def test_one_loose_screenshot_is_the_cover() -> None:
    cover = _loose(77, "Welcome")

    plan = resolve(replace(INVOICES, loose=(cover,)), NO_WISHES, HOUSE, None)

    assert plan.direction.opening_style is Opening.COLD_OPEN
    assert plan.scenes[0].screenshot_id == cover.screenshot_id
    assert [beat.feature for beat in plan.direction.outline] == [one.name for one in INVOICES.features]


def test_loose_screenshots_that_nobody_could_read_begin_and_end() -> None:
    loose = (_loose(77), _loose(78, "Tax report", "Quarter"), _loose(79))

    plan = resolve(replace(INVOICES, loose=loose), NO_WISHES, HOUSE, None)

    assert plan.scenes[0].screenshot_id == loose[0].screenshot_id
    assert plan.scenes[-1].screenshot_id == loose[2].screenshot_id
    assert plan.direction.outline[-1].title == "Tax report"


def test_a_further_screen_of_which_nothing_is_known_waits_for_time() -> None:
    subject = unread(FITNESS)

    brief = resolve(subject, NO_WISHES, HOUSE, None)
    long = resolve(subject, Asked(intent=AskedIntent(target_seconds=40)), HOUSE, None)

    assert "share-progress.2" not in [scene.scene_id for scene in brief.scenes]
    further = next(scene for scene in long.scenes if scene.scene_id == "share-progress.2")
    assert not further.narration


@pytest.mark.parametrize(
    ("folder", "title", "said"),
    [
        ("apis-you-know", "APIs you know", "the APIs you know"),
        ("one-command", "One command", "one command"),
        ("oauth-login", "OAuth login", "OAuth login"),
        ("csv-exports", "CSV exports", "CSV exports"),
        ("jobs-and-money", "Jobs and money", "jobs and money"),
    ],
)
def test_names_are_spelt_and_said_as_people_do(folder: str, title: str, said: str) -> None:
    subject = Subject("pitch", "Show teams what is new", (Feature(folder, INVOICES.features[2].screens),))

    plan = resolve(unread(subject), NO_WISHES, HOUSE, None)

    assert plan.direction.outline[0].title == title
    assert said.lower() in plan.scenes[1].narration.lower()
    assert "the one" not in plan.scenes[1].narration.lower()


def test_a_sentence_on_the_screen_is_said_as_it_is() -> None:
    screen = _loose(1, "Checked before it is charged", "Duration", "Frames", "Loudness")
    subject = Subject("pitch", "Show teams how to test their videos", (Feature("checks", (screen,)),))

    plan = resolve(subject, NO_WISHES, HOUSE, None)

    assert plan.scenes[1].narration.startswith("Checked before it is charged.")
    assert plan.scenes[1].kinetic_text == "Checks"


@pytest.mark.parametrize(
    ("goal", "aspect", "artifact"),
    [
        ("A TikTok about InvoiceFly", Aspect.PORTRAIT, ArtifactType.DEMO_VIDEO),
        ("Show InvoiceFly in a YouTube Short, vertical", Aspect.PORTRAIT, ArtifactType.DEMO_VIDEO),
        ("Tell LinkedIn about InvoiceFly", Aspect.TALL, ArtifactType.DEMO_VIDEO),
        ("A LinkedIn carousel about InvoiceFly", Aspect.TALL, ArtifactType.CAROUSEL),
        ("A square carousel about InvoiceFly", Aspect.SQUARE, ArtifactType.CAROUSEL),
        ("Show how InvoiceFly works", Aspect.LANDSCAPE, ArtifactType.DEMO_VIDEO),
    ],
)
def test_the_goal_says_where_it_is_watched(goal: str, aspect: Aspect, artifact: ArtifactType) -> None:
    intent = resolve(replace(INVOICES, goal=goal), NO_WISHES, HOUSE, None).intent

    assert (intent.aspect, intent.artifact_type) == (aspect, artifact)


def test_phones_speak_for_an_upright_picture() -> None:
    assert resolve(MUSEUM, NO_WISHES, HOUSE, None).intent.aspect is Aspect.PORTRAIT


def test_the_audience_sets_the_tone() -> None:
    tones = {name: resolve(one, NO_WISHES, HOUSE, None).intent.tone for name, one in READ.items()}

    assert tones == {
        "fitness": Tone.CALM,
        "debugger": Tone.CONFIDENT,
        "invoices": Tone.CONFIDENT,
        "museum": Tone.CALM,
        "game": Tone.ENERGETIC,
    }


def test_hook_and_call_speak_of_the_goal() -> None:
    plan = resolve(INVOICES, NO_WISHES, HOUSE, None)

    assert plan.direction.hook == "Still waiting to get paid?"
    assert plan.scenes[0].narration.startswith("Still waiting to get paid? Get paid faster with InvoiceFly.")
    assert plan.direction.cta.startswith("Sign up")
    assert "InvoiceFly" in plan.direction.cta
    assert plan.scenes[0].narration.startswith(plan.direction.hook)
    assert plan.scenes[-1].narration == plan.direction.cta


@pytest.mark.parametrize(
    ("goal", "hook", "cta"),
    [
        (
            "Show developers how to own their media studio with one command",
            "Own your media studio with one command.",
            "Own yours today.",
        ),
        (
            "Show developers that they can make videos on their own machine",
            "Make videos on your own machine.",
            "Make yours today.",
        ),
        ("Tell managers that reports take one click", "Reports take one click.", "Try it today."),
        ("Send an invoice in one minute", "Send an invoice in one minute.", "Send yours today."),
        ("Convince freelancers to stop chasing invoices", "Tired of chasing invoices?", "Try it today."),
        ("Launch of our new inbox", "Meet our new inbox.", "Try it today."),
    ],
)
def test_the_goal_is_said_to_a_viewer(goal: str, hook: str, cta: str) -> None:
    direction = resolve(replace(INVOICES, name="pitch", goal=goal), NO_WISHES, HOUSE, None).direction

    assert (direction.hook, direction.cta) == (hook, cta)


def test_the_camera_goes_where_the_narration_speaks_of() -> None:
    plan = resolve(DEBUGGER, NO_WISHES, HOUSE, None)
    scene = next(scene for scene in plan.scenes if scene.scene_id == "request-timeline")
    regions = DEBUGGER.features[0].screens[0].seen.regions

    assert "retries and slow queries" in scene.narration
    spoken = [region.area.centre for region in regions if region.words in {"Retries", "Slow queries"}]
    for glance, (x, y) in zip(scene.motion.glances, spoken, strict=True):
        assert glance.area.x <= x <= glance.area.x + glance.area.width < 1
        assert glance.area.y <= y <= glance.area.y + glance.area.height < 1


def test_a_button_that_is_named_is_pressed() -> None:
    plan = resolve(MUSEUM, NO_WISHES, HOUSE, None)
    scene = next(scene for scene in plan.scenes if scene.scene_id == "audio-guide")

    assert "Start tour" in scene.narration
    area = MUSEUM.features[2].screens[0].seen.regions[1].area
    assert (scene.motion.presses[0].x, scene.motion.presses[0].y) == pytest.approx(area.centre, abs=0.001)


def test_a_figure_is_framed_where_it_proves_something() -> None:
    plan = resolve(INVOICES, NO_WISHES, HOUSE, None)
    scene = next(scene for scene in plan.scenes if scene.scene_id == "dashboard")

    assert "$4,820 paid" in scene.narration
    assert [callout.text for callout in scene.motion.callouts] == ["$4,820 paid"]


def test_without_words_the_eye_leads() -> None:
    plan = resolve(unread(INVOICES), NO_WISHES, HOUSE, None)

    assert all(scene.motion.glances for scene in plan.scenes if scene.screenshot_id)


def test_without_smart_zoom_nothing_moves() -> None:
    plan = resolve(INVOICES, Asked(direction=AskedDirection(smart_zoom=False)), HOUSE, None)

    assert all(scene.motion == type(scene.motion)() for scene in plan.scenes)


def test_a_cold_open_shows_the_hero_at_once() -> None:
    plan = resolve(GAME, NO_WISHES, HOUSE, None)

    assert plan.direction.opening_style is Opening.COLD_OPEN
    assert plan.scenes[0].screenshot_id == plan.direction.outline[plan.direction.hero_beat].screenshot_ids[0]


def test_a_portrait_layout_is_taken_in_portrait() -> None:
    asked = Asked(
        intent=AskedIntent(aspect="9:16"),
        direction=AskedDirection(portrait_layout=PortraitLayout.STACKED.value),
    )
    plan = resolve(INVOICES, asked, HOUSE, None)

    assert {scene.layout for scene in plan.scenes if scene.screenshot_id} == {Layout.STACKED}


def test_the_price_is_by_the_second_and_rounded_up_to_a_cent() -> None:
    plan = resolve(INVOICES, Asked(intent=AskedIntent(target_seconds=25.5)), HOUSE, None)

    assert plan.estimate.price == 26 * CENT
    assert plan.estimate.scenes == len(plan.scenes)
    assert plan.estimate.spoken_characters == sum(len(scene.narration) for scene in plan.scenes)


@pytest.mark.parametrize("name", sorted(READ))
def test_a_carousel_has_slides_instead_of_scenes(name: str) -> None:
    plan = resolve(READ[name], Asked(intent=AskedIntent(artifact_type="carousel")), HOUSE, None)

    assert all(scene.slide is not None and scene.slide.headline for scene in plan.scenes)
    assert all(scene.seconds == 0 and not scene.narration for scene in plan.scenes)
    assert plan.estimate.price == 2 * CENT * len(plan.scenes)
    assert plan.scenes[0].slide is not None
    assert plan.scenes[0].slide.headline == plan.direction.hook


@pytest.mark.parametrize("name", sorted(PRODUCTS))
def test_slides_look_at_what_they_speak_of_and_differ(name: str) -> None:
    plan = resolve(PRODUCTS[name], Asked(intent=AskedIntent(artifact_type="carousel")), HOUSE, None)

    beats = [scene for scene in plan.scenes if scene.role is Role.BEAT]
    assert all(scene.motion.glances and not scene.motion.presses for scene in beats)
    headlines = [scene.slide.headline for scene in plan.scenes if scene.slide]
    assert len(set(headlines)) == len(headlines)


def test_a_carousel_has_ten_slides_at_most() -> None:
    plan = resolve(crowd(), Asked(intent=AskedIntent(artifact_type="carousel")), HOUSE, None)

    assert len(plan.scenes) == 10
    assert [plan.scenes[0].role, plan.scenes[-1].role] == [Role.OPENING, Role.CLOSING]


def test_a_list_is_counted() -> None:
    plan = resolve(replace(INVOICES, goal="Three ways to get paid faster"), NO_WISHES, HOUSE, None)

    assert plan.direction.narrative_template is Narrative.LISTICLE
    assert [scene.narration.split(":")[0] for scene in plan.scenes[1:-1]] == ["One", "Two", "Three"]


def test_the_callers_outline_is_the_outline() -> None:
    outline = (AskedBeat(title="Dashboard"), AskedBeat(beat_id="create-invoice", title="Write it once"))

    plan = resolve(INVOICES, Asked(direction=AskedDirection(outline=outline)), HOUSE, None)

    assert [beat.title for beat in plan.direction.outline] == ["Dashboard", "Write it once"]
    assert [scene.scene_id for scene in plan.scenes] == ["opening", "dashboard", "create-invoice", "closing"]


def test_the_callers_scenes_are_the_scenes() -> None:
    scenes = (
        AskedScene(scene_id="dashboard", narration="Here is your money."),
        AskedScene(scene_id="extra", narration="One more thing.", screenshot_id=str(UUID(int=2))),
    )

    plan = resolve(INVOICES, Asked(scenes=scenes), HOUSE, None)

    assert [scene.scene_id for scene in plan.scenes] == ["dashboard", "extra"]
    assert [scene.narration for scene in plan.scenes] == ["Here is your money.", "One more thing."]
    assert plan.scenes[1].screenshot_id == UUID(int=2)


def test_a_draft_is_said_where_nothing_is_dictated() -> None:
    draft = Draft("**Paid late again?**", "Try it.", {"create-invoice": "Write one in a minute."}, "writer")
    asked = Asked(direction=AskedDirection(cta="Join us."))

    plan = resolve(INVOICES, asked, HOUSE, draft)

    assert (plan.direction.hook, plan.direction.cta) == ("Paid late again?", "Join us.")
    assert plan.scenes[1].narration == "Write one in a minute."
    assert plan.scenes[2].narration
    assert plan.texts_by == "writer"


def test_a_script_is_dealt_out_to_the_beats() -> None:
    plan = resolve(INVOICES, NO_WISHES, HOUSE, None)
    script = "Paid late again? Write an invoice. We remind them. See it all. It is here. Sign up now."

    draft = draft_from(script, "writer", plan.direction.outline)

    assert (draft.hook, draft.cta) == ("Paid late again?", "Sign up now.")
    assert list(draft.narrations.values()) == [
        "Write an invoice. We remind them.",
        "See it all.",
        "It is here.",
    ]


def test_a_brief_names_goal_audience_and_features() -> None:
    brief = brief_for(INVOICES, resolve(INVOICES, NO_WISHES, HOUSE, None).intent)

    assert INVOICES.goal in brief
    assert "freelancers" in brief
    assert all(title in brief for title in ("Create invoice", "Automatic reminders", "Dashboard"))


@pytest.mark.parametrize(
    ("name", "goal"), [("", ""), ("🙂", "🙂🙂"), ("製品", "製品を紹介する"), ("x" * 500, "y " * 900)]
)
def test_any_words_give_a_plan(name: str, goal: str) -> None:
    plan = direct(replace(FITNESS, name=name, goal=goal), NO_WISHES, HOUSE)

    assert plan.direction.hook
    assert plan.direction.cta
    assert all(scene.narration for scene in plan.scenes)
