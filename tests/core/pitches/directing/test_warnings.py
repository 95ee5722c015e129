"""Nothing is changed in silence: every reconciliation has a code, and the table lists them all."""

from dataclasses import replace
from pathlib import Path

import pytest

from pitch_subjects import FITNESS, HOUSE, INVOICES, NIGHT, crowd
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
from reelhouse.core.pitches.directing import warnings
from reelhouse.core.pitches.directing.resolving import resolve
from reelhouse.core.pitches.directing.warnings import MEANINGS, Code
from reelhouse.core.pitches.plan import Glance, Layout, MotionPlan, MusicSource, Plan, PlanWarning
from reelhouse.core.pitches.types import Feature, Subject
from reelhouse.engines.text.types import Tone
from reelhouse.media.composition import Aspect
from reelhouse.media.screens import Area

SEVEN = "one two three four five six seven"


def _intent(**wishes: str | float) -> Asked:
    return Asked(intent=AskedIntent(**wishes))  # type: ignore[arg-type]


def _direction(**wishes: object) -> Asked:
    return Asked(direction=AskedDirection(**wishes))  # type: ignore[arg-type]


def _scenes(*scenes: AskedScene) -> Asked:
    return Asked(scenes=scenes)


LOOKS = MotionPlan(glances=(Glance(0.5, Area(0, 0, 0.5, 0.5)),))
CASES: dict[Code, tuple[Asked, str]] = {
    Code.LAYOUT_IGNORED_LANDSCAPE: (
        Asked(intent=AskedIntent(aspect="16:9"), direction=AskedDirection(portrait_layout="stacked")),
        "director.portraitLayout",
    ),
    Code.TARGET_LENGTH_CLAMPED: (_intent(target_seconds=5), "intent.targetLengthS"),
    Code.MUSIC_DROPPED_NO_URL: (_direction(music=AskedMusic(source="upload")), "director.music.source"),
    Code.HERO_BEAT_CLAMPED: (_direction(hero_beat=12), "director.heroBeatIdx"),
    Code.KINETIC_TRUNCATED: (_scenes(AskedScene(kinetic_text=SEVEN)), "scenes[0].kineticText"),
    Code.KINETIC_KEPT_CAPTIONS_OFF: (_intent(caption_style="off"), "intent.captionStyle"),
    Code.TARGET_LENGTH_CAPPED: (_intent(target_seconds=290), "intent.targetLengthS"),
    Code.VALUE_UNKNOWN: (_intent(tone="purple"), "intent.tone"),
    Code.VALUE_OUT_OF_RANGE: (_direction(voice=AskedVoice(speed=9)), "director.voice.speed"),
    Code.TEXT_TRIMMED: (_direction(hook="word " * 90), "director.hook"),
    Code.NARRATION_TRIMMED: (
        _scenes(AskedScene(narration="This is one sentence. " * 60)),
        "scenes[0].narrationText",
    ),
    Code.SCENE_TOO_SHORT: (
        _scenes(AskedScene(narration="There are many words to say in here.", seconds=0.6)),
        "scenes[0].durationS",
    ),
    Code.SCENES_DROPPED: (_intent(target_seconds=14), "scenes"),
    Code.DUPLICATE_SCENE: (
        _scenes(AskedScene(scene_id="opening"), AskedScene(scene_id="opening")),
        "scenes[1].id",
    ),
    Code.DUPLICATE_BEAT: (
        _direction(outline=(AskedBeat(beat_id="workout-log"), AskedBeat(beat_id="workout-log"))),
        "director.outline[1].id",
    ),
    Code.SCREENSHOT_UNKNOWN: (_scenes(AskedScene(screenshot_id="nowhere")), "scenes[0].screenshotId"),
    Code.BEAT_WITHOUT_SCREEN: (
        _direction(
            outline=(AskedBeat(beat_id="workout-log"), AskedBeat(title="Our promise", screenshot_ids=()))
        ),
        "director.outline[1]",
    ),
    Code.MOTION_WITHOUT_SCREEN: (_scenes(AskedScene(motion=LOOKS)), "scenes[0].motionPlan"),
    Code.LAYOUT_WITHOUT_SCREEN: (_scenes(AskedScene(layout="framed")), "scenes[0].layout"),
    Code.BRAND_UNKNOWN: (_intent(brand_kit_id="kit-day"), "intent.brandKitId"),
    Code.VOICE_UNKNOWN: (_direction(voice=AskedVoice(actor="nobody")), "director.voice.actor"),
    Code.STYLE_UNKNOWN: (_intent(caption_style="loud"), "intent.captionStyle"),
    Code.FONT_UNKNOWN: (_direction(brand=AskedBrand(font="Papyrus")), "director.brand.font"),
    Code.LOW_CONTRAST: (
        _direction(brand=AskedBrand(ground="#ffffff", ground_end="#ffffff", ink="#eeeeee")),
        "director.brand.ink",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_a_reconciliation_is_told(code: Code) -> None:
    asked, field = CASES[code]

    plan = resolve(FITNESS, asked, HOUSE, None)

    told = _found(plan, code)
    assert told.field == field
    assert told.message.startswith(MEANINGS[code])


def test_missing_screenshots_are_told() -> None:
    waiting = Subject("Later", "Show how Later works", (Feature("dashboard", (), 2),), missing=2)

    plan = resolve(waiting, NO_WISHES, HOUSE, None)

    assert _found(plan, Code.SCREENSHOTS_MISSING).given == 2
    assert _found(plan, Code.NO_SCREENSHOTS).field == "scenes"
    assert {scene.layout for scene in plan.scenes} == {Layout.CARD}
    assert [beat.feature for beat in plan.direction.outline] == ["dashboard"]


def test_every_code_has_a_meaning_and_a_case() -> None:
    assert set(MEANINGS) == set(Code)
    assert set(CASES) | {Code.SCREENSHOTS_MISSING, Code.NO_SCREENSHOTS} == set(Code)


def test_every_code_is_used() -> None:
    folder = Path(warnings.__file__).parent
    source = "".join(path.read_text() for path in folder.rglob("*.py") if path.name != "warnings.py")

    assert [
        code for code in Code if f"Code.{code.name}" not in source and code is not Code.VALUE_UNKNOWN
    ] == []


def test_an_unknown_word_names_the_known_ones() -> None:
    told = _found(resolve(FITNESS, _intent(aspect="3:2"), HOUSE, None), Code.VALUE_UNKNOWN)

    assert (told.given, told.used) == ("3:2", "9:16")
    assert "16:9" in told.message


@pytest.mark.parametrize(
    ("word", "tone"),
    [("playful", Tone.ENERGETIC), ("Warm and friendly", Tone.CALM), ("professional", Tone.CONFIDENT)],
)
def test_words_for_a_tone_are_understood(word: str, tone: Tone) -> None:
    plan = resolve(FITNESS, _intent(tone=word), HOUSE, None)

    assert plan.intent.tone is tone
    assert not plan.warnings


def test_what_is_ignored_changes_nothing_but_the_warning() -> None:
    plain = resolve(INVOICES, _intent(aspect="16:9"), HOUSE, None)

    asked = Asked(intent=AskedIntent(aspect="16:9"), direction=AskedDirection(portrait_layout="stacked"))
    plan = resolve(INVOICES, asked, HOUSE, None)

    assert plan.scenes == plain.scenes


def test_captions_off_keep_the_large_words() -> None:
    plain = resolve(FITNESS, NO_WISHES, HOUSE, None)

    plan = resolve(FITNESS, _intent(caption_style="off"), HOUSE, None)

    assert plan.scenes == plain.scenes


def test_music_without_an_address_is_dropped() -> None:
    plan = resolve(FITNESS, _direction(music=AskedMusic(source="upload")), HOUSE, None)

    assert plan.direction.music.source is MusicSource.NONE


def test_large_words_are_six_at_most() -> None:
    plan = resolve(FITNESS, _scenes(AskedScene(kinetic_text=SEVEN)), HOUSE, None)

    assert plan.scenes[0].kinetic_text == "one two three four five six"
    assert _found(plan, Code.KINETIC_TRUNCATED).given == SEVEN


def test_twenty_features_are_not_told_in_five_seconds() -> None:
    plan = resolve(crowd(), _intent(target_seconds=5), HOUSE, None)

    told = _found(plan, Code.TARGET_LENGTH_CLAMPED)
    assert told.used == plan.intent.target_seconds == float(plan.estimate.seconds)
    assert len({scene.beat for scene in plan.scenes} - {None}) == 20


def test_a_brand_kit_is_worn() -> None:
    plan = resolve(FITNESS, _intent(brand_kit_id="kit-night"), HOUSE, None)

    assert replace(plan.direction.brand, name=NIGHT.name) == NIGHT


def test_a_wish_without_a_fault_is_taken_without_a_word() -> None:
    asked = Asked(
        intent=AskedIntent(tone="calm", aspect="1:1", caption_style="bold", voice_profile_id="walter"),
        direction=AskedDirection(hook="Mine.", narrative_template="launch", voice=AskedVoice(speed=1.1)),
    )

    plan = resolve(FITNESS, asked, HOUSE, None)

    assert not plan.warnings
    assert plan.intent.aspect is Aspect.SQUARE
    assert plan.direction.voice.actor == "walter"


def test_a_slide_that_says_too_much_is_cut_at_a_word() -> None:
    asked = Asked(
        intent=AskedIntent(artifact_type="carousel"),
        scenes=(AskedScene(scene_id="opening", slide=AskedSlide(headline="headline " * 30)),),
    )

    plan = resolve(FITNESS, asked, HOUSE, None)

    assert _found(plan, Code.TEXT_TRIMMED).field == "scenes[0].slideSpec.headline"


def _found(plan: Plan, code: Code) -> PlanWarning:
    return next(warning for warning in plan.warnings if warning.code == code)
