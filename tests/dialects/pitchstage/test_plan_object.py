"""The plan object: one for reading and writing, strict about types and about nothing else."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.effort import examples

from reelhouse.core.pitches.asked import (
    NO_WISHES,
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
from reelhouse.core.pitches.plan import (
    ArtifactType,
    Beat,
    Brand,
    Callout,
    Direction,
    Emotion,
    Estimate,
    Fit,
    FitPart,
    Gap,
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
    PlanWarning,
    PortraitLayout,
    Press,
    Purpose,
    Role,
    SlideSpec,
    Transitions,
    VoiceChoice,
)
from reelhouse.dialects.pitchstage.plans.telling import plan_to_wire
from reelhouse.dialects.pitchstage.plans.translate import asked_from_wire
from reelhouse.dialects.pitchstage.plans.wire import PlanRequest
from reelhouse.engines.music.types import Mood
from reelhouse.engines.text.types import Tone
from reelhouse.kit.money import MicroDollars
from reelhouse.media.composition import Aspect, TransitionKind
from reelhouse.media.screens import Area

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
shares = st.floats(0, 1)
numbers = st.floats(0.5, 600, allow_nan=False)
areas = st.builds(Area, shares, shares, shares, shares)
motions = st.builds(
    MotionPlan,
    glances=st.lists(st.builds(Glance, shares, areas), max_size=3).map(tuple),
    presses=st.lists(st.builds(Press, shares, shares, shares, st.booleans()), max_size=2).map(tuple),
    callouts=st.lists(st.builds(Callout, areas, texts, shares, shares), max_size=2).map(tuple),
)
scenes = st.builds(
    PlannedScene,
    scene_id=texts,
    role=st.sampled_from(Role),
    beat=st.none() | st.integers(0, 20),
    screenshot_id=st.none() | st.uuids(),
    seconds=st.integers(15, 900).map(lambda frames: Fraction(frames, 30)),
    narration=texts,
    emotion=st.sampled_from(Emotion),
    importance=shares,
    kinetic_text=texts,
    layout=st.sampled_from(Layout),
    transition=st.none() | st.sampled_from(TransitionKind),
    motion=motions,
    slide=st.none() | st.builds(SlideSpec, texts, texts, texts),
)
intents = st.builds(
    Intent,
    artifact_type=st.sampled_from(ArtifactType),
    goal=texts,
    audience=texts,
    tone=st.none() | st.sampled_from(Tone),
    aspect=st.sampled_from(Aspect),
    target_seconds=numbers,
    caption_style=texts,
    brand_kit_id=st.none() | texts,
    voice_profile_id=st.none() | texts,
)
beats = st.builds(
    Beat,
    beat_id=texts,
    title=texts,
    purpose=st.sampled_from(Purpose),
    feature=st.none() | texts,
    screenshot_ids=st.lists(st.uuids(), max_size=3).map(tuple),
)
directions = st.builds(
    Direction,
    outline=st.lists(beats, max_size=4).map(tuple),
    hook=texts,
    cta=texts,
    music=st.builds(
        MusicChoice, st.sampled_from(MusicSource), st.none() | st.sampled_from(Mood), st.none() | texts
    ),
    smart_zoom=st.booleans(),
    transitions=st.sampled_from(Transitions),
    portrait_layout=st.none() | st.sampled_from(PortraitLayout),
    narrative_template=st.sampled_from(Narrative),
    opening_style=st.sampled_from(Opening),
    hero_beat=st.integers(0, 20),
    brand=st.builds(Brand, texts, texts, texts, texts, texts, texts, st.none() | texts),
    voice=st.builds(VoiceChoice, texts, st.floats(0.7, 1.5), st.booleans()),
)
plans = st.builds(
    Plan,
    intent=intents,
    direction=directions,
    scenes=st.lists(scenes, max_size=5).map(tuple),
    estimate=st.just(Estimate(Fraction(121, 4), MicroDollars(302_500), 7, 412)),
    fit=st.just(
        Fit(
            0.8,
            (FitPart("length", 0.2, 1.0, "As long as it was asked for."),),
            (Gap("hook", "director.hook", "Nothing is asked.", ["a", "b"], 0.1),),
        )
    ),
    warnings=st.just((PlanWarning("HERO_BEAT_CLAMPED", "director.heroBeatIdx", "Clamped.", 9, 3),)),
)


@settings(deadline=None, max_examples=examples(50), suppress_health_check=[HealthCheck.too_slow])
@given(plans)
def test_a_plan_that_comes_back_as_it_was_gives_its_own_wishes_again(plan: Plan) -> None:
    answer = plan_to_wire(plan, [], None, "2026-03-20T14:30:00.000Z").model_dump_json()

    asked = asked_from_wire(PlanRequest.model_validate(json.loads(answer)))

    assert asked == wishes_of(plan)


def wishes_of(plan: Plan) -> Asked:
    intent, direction = plan.intent, plan.direction
    return Asked(
        intent=AskedIntent(
            artifact_type=intent.artifact_type.value,
            goal=intent.goal,
            audience=intent.audience,
            tone=intent.tone and intent.tone.value,
            aspect=intent.aspect.value,
            target_seconds=intent.target_seconds,
            caption_style=intent.caption_style,
            brand_kit_id=intent.brand_kit_id,
            voice_profile_id=intent.voice_profile_id,
        ),
        direction=AskedDirection(
            outline=tuple(
                AskedBeat(
                    beat.beat_id,
                    beat.title,
                    beat.purpose.value,
                    beat.feature,
                    tuple(str(one) for one in beat.screenshot_ids),
                )
                for beat in direction.outline
            ),
            hook=direction.hook,
            cta=direction.cta,
            music=AskedMusic(
                direction.music.source.value,
                direction.music.mood and direction.music.mood.value,
                direction.music.upload_url,
            ),
            smart_zoom=direction.smart_zoom,
            transitions=direction.transitions.value,
            portrait_layout=direction.portrait_layout and direction.portrait_layout.value,
            narrative_template=direction.narrative_template.value,
            opening_style=direction.opening_style.value,
            hero_beat=direction.hero_beat,
            brand=AskedBrand(
                direction.brand.name,
                direction.brand.ground,
                direction.brand.ground_end,
                direction.brand.accent,
                direction.brand.ink,
                direction.brand.font,
                direction.brand.logo_url,
            ),
            voice=AskedVoice(direction.voice.actor, direction.voice.speed, direction.voice.on),
        ),
        scenes=tuple(
            AskedScene(
                scene_id=scene.scene_id,
                screenshot_id=None if scene.screenshot_id is None else str(scene.screenshot_id),
                seconds=float(scene.seconds),
                narration=scene.narration,
                emotion=scene.emotion.value,
                importance=scene.importance,
                kinetic_text=scene.kinetic_text,
                layout=scene.layout.value,
                transition=scene.transition and scene.transition.value,
                motion=scene.motion,
                slide=None
                if scene.slide is None
                else AskedSlide(scene.slide.kicker, scene.slide.headline, scene.slide.body),
            )
            for scene in plan.scenes
        ),
    )


@pytest.mark.parametrize(
    "body",
    [
        None,
        {},
        {"intent": None, "director": None, "scenes": None},
        {"intent": {}, "director": {}},
        {"intent": {"goal": None}, "director": {"music": None, "heroBeatIdx": None}},
        {"unheardOf": 1, "intent": {"tomorrow": [1]}, "director": {"later": {"a": 1}}},
        {"warnings": "ignored", "fit": 3, "previewFrames": None, "generatedAt": 7},
    ],
)
def test_what_is_missing_null_or_unknown_is_no_wish(body: object) -> None:
    parsed = None if body is None else PlanRequest.model_validate(body)

    assert asked_from_wire(parsed) == NO_WISHES


@pytest.mark.parametrize("seconds", [30, 30.0, 0, -5, 1e300])
def test_a_number_of_any_size_is_a_wish(seconds: float) -> None:
    """What does not make sense is put right by the director, with a warning."""
    asked = asked_from_wire(PlanRequest.model_validate({"intent": {"targetLengthS": seconds}}))

    assert asked.intent.target_seconds == seconds


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"intent": []}, ("intent",)),
        ({"intent": {"goal": 3}}, ("intent", "goal")),
        ({"intent": {"targetLengthS": "30"}}, ("intent", "targetLengthS")),
        ({"intent": {"targetLengthS": True}}, ("intent", "targetLengthS")),
        ({"intent": {"targetLengthS": float("inf")}}, ("intent", "targetLengthS")),
        ({"intent": {"targetLengthS": 10**400}}, ("intent", "targetLengthS")),
        ({"director": {"smartZoom": 1}}, ("director", "smartZoom")),
        ({"director": {"smartZoom": "true"}}, ("director", "smartZoom")),
        ({"director": {"heroBeatIdx": 1.5}}, ("director", "heroBeatIdx")),
        ({"director": {"heroBeatIdx": True}}, ("director", "heroBeatIdx")),
        ({"director": {"heroBeatIdx": "1"}}, ("director", "heroBeatIdx")),
        ({"director": {"heroBeatIdx": 10**30}}, ("director", "heroBeatIdx")),
        ({"director": {"outline": {"0": {}}}}, ("director", "outline")),
        ({"director": {"music": "none"}}, ("director", "music")),
        ({"director": {"music": {"source": 1}}}, ("director", "music", "source")),
        ({"scenes": [None]}, ("scenes", 0)),
        ({"scenes": [{}] * 121}, ("scenes",)),
        ({"scenes": [{}, {"durationS": "2"}]}, ("scenes", 1, "durationS")),
        (
            {"scenes": [{"motionPlan": {"glances": [{"at": 2, "area": {}}]}}]},
            ("scenes", 0, "motionPlan", "glances", 0, "at"),
        ),
        ({"scenes": [{"narrationText": "a" * 10_001}]}, ("scenes", 0, "narrationText")),
    ],
)
def test_a_wrong_type_or_a_cap_is_refused_with_its_field(
    body: dict[str, Any], path: tuple[object, ...]
) -> None:
    with pytest.raises(ValidationError) as refusal:
        PlanRequest.model_validate(body)

    assert refusal.value.errors()[0]["loc"] == path
