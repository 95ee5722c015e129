"""A score with reasons, and gaps that keep their word."""

from uuid import UUID

import pytest

from pitch_subjects import FITNESS, HOUSE, INVOICES, PRODUCTS
from reelhouse.core.pitches.asked import NO_WISHES, Asked, AskedDirection, AskedIntent, AskedScene, AskedVoice
from reelhouse.core.pitches.directing.director import direct
from reelhouse.core.pitches.directing.echo import wishes_from
from reelhouse.core.pitches.directing.fit.fields import put
from reelhouse.core.pitches.directing.given_out import asked_of
from reelhouse.core.pitches.plan import Fit, Plan
from reelhouse.core.pitches.types import Subject

FIRST = str(UUID(int=1))
LONG_HOOK = "Hello and welcome to our company, we are so very glad that you found the time to be here"
POOR = {
    "bad words": Asked(direction=AskedDirection(hook=LONG_HOOK, cta="Thanks")),
    "in a hurry": Asked(
        intent=AskedIntent(target_seconds=8, caption_style="off", aspect="16:9"),
        direction=AskedDirection(transitions="cut", voice=AskedVoice(speed=1.5)),
    ),
    "too long": Asked(
        intent=AskedIntent(target_seconds=240),
        direction=AskedDirection(opening_style="logo", voice=AskedVoice(speed=0.7)),
    ),
    "one screen": Asked(
        scenes=(
            AskedScene(scene_id="opening", narration="Hi."),
            AskedScene(screenshot_id=FIRST, narration="Look at this.", seconds=20),
            AskedScene(scene_id="x", screenshot_id=FIRST, narration="Look at this again."),
        )
    ),
    "poor slides": Asked(
        intent=AskedIntent(artifact_type="carousel", aspect="16:9"),
        direction=AskedDirection(hook="Hello", cta="Thanks"),
    ),
    "silent": Asked(direction=AskedDirection(hook="", cta="", voice=AskedVoice(on=False))),
}
PARTS = {
    "length",
    "coverage",
    "goal_words",
    "hook",
    "call_to_action",
    "pace",
    "readability",
    "aspect",
    "variety",
}
GOOD = 0.9


@pytest.mark.parametrize("name", sorted(PRODUCTS))
def test_a_first_plan_has_nine_parts_with_reasons_and_fits_well(name: str) -> None:
    fit = direct(PRODUCTS[name], NO_WISHES, HOUSE).fit

    assert {part.name for part in fit.parts} == PARTS
    assert sum(part.weight for part in fit.parts) == pytest.approx(1)
    assert fit.score == pytest.approx(sum(part.weight * part.score for part in fit.parts), abs=0.001)
    assert all(part.reason.endswith(".") for part in fit.parts)
    assert fit.score >= GOOD


@pytest.mark.parametrize("start", sorted(POOR))
@pytest.mark.parametrize("name", ["fitness", "game unread"])
def test_every_suggestion_gains_what_it_says(name: str, start: str) -> None:
    subject, asked = PRODUCTS[name], POOR[start]
    plan = direct(subject, asked, HOUSE)

    assert plan.fit.gaps
    for gap in plan.fit.gaps:
        wishes = wishes_from(put(asked_of(plan), gap.field, gap.suggestion), plan, asked)
        better = direct(subject, wishes, HOUSE).fit.score
        assert better - plan.fit.score == pytest.approx(gap.gain, abs=0.002), gap


@pytest.mark.parametrize("start", sorted(POOR))
@pytest.mark.parametrize("name", ["fitness", "debugger unread", "invoices", "museum unread", "game"])
def test_who_follows_the_gaps_arrives_in_three_tries(name: str, start: str) -> None:
    subject, asked = PRODUCTS[name], POOR[start]
    plan = direct(subject, asked, HOUSE)
    poor = plan.fit.score

    for _ in range(3):
        plan, asked = _followed(subject, plan, asked)

    assert poor < plan.fit.score
    assert plan.fit.score >= GOOD


def test_a_worse_plan_scores_less() -> None:
    good = direct(INVOICES, NO_WISHES, HOUSE).fit.score

    for asked in POOR.values():
        assert direct(INVOICES, asked, HOUSE).fit.score < good


def test_a_part_that_is_poor_says_which_field_would_mend_it() -> None:
    fit = direct(FITNESS, Asked(intent=AskedIntent(aspect="16:9", caption_style="off")), HOUSE).fit

    assert _gap(fit, "intent.aspect") == "9:16"
    assert _gap(fit, "intent.captionStyle") == "minimal"


def test_scenes_that_only_name_their_feature_are_no_whole_coverage() -> None:
    named = direct(PRODUCTS["invoices unread"], NO_WISHES, HOUSE).fit
    told = direct(INVOICES, NO_WISHES, HOUSE).fit

    assert _part(named, "coverage") < _part(told, "coverage") == 1


def test_what_is_offered_is_said_to_a_viewer() -> None:
    goal = "Show developers how to own their media studio with one command"
    poor = Asked(intent=AskedIntent(goal=goal), direction=AskedDirection(hook="Hello there."))

    offers = [str(gap.suggestion) for gap in direct(INVOICES, poor, HOUSE).fit.gaps]

    assert "Own your media studio with one command." in offers
    assert not [one for one in offers if "their" in one]


def _part(fit: Fit, name: str) -> float:
    return next(part.score for part in fit.parts if part.name == name)


def _gap(fit: Fit, field: str) -> object:
    return next(gap.suggestion for gap in fit.gaps if gap.field == field)


def _followed(subject: Subject, plan: Plan, asked: Asked) -> tuple[Plan, Asked]:
    """As an agent does: every suggestion put into the plan, and the whole sent back."""
    body = asked_of(plan)
    for gap in plan.fit.gaps:
        body = put(body, gap.field, gap.suggestion)
    wishes = wishes_from(body, plan, asked)
    return direct(subject, wishes, HOUSE), wishes
