"""Projects and their plans: what is kept, what is told, and whose it is."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from PIL import Image
from tests.core.pitches.conftest import GOAL, OpenStudio, Studio

from reelhouse.core.brands.types import Look
from reelhouse.core.pitches.asked import Asked, AskedBrand, AskedDirection, AskedIntent, AskedMusic
from reelhouse.core.pitches.errors import (
    GivenFileUnusable,
    NotOfThisWorkspace,
    PlanNotFound,
    ProjectNotFound,
    QuotaUsedUp,
    TooManyScreenshots,
    VariantFixed,
)
from reelhouse.core.pitches.plan import Role
from reelhouse.core.pitches.records import PreviewState
from reelhouse.core.pitches.types import AnnouncedFeature, AnnouncedScreenshot
from reelhouse.kit.safe_fetch import AddressRefused
from reelhouse.workflows.durable import durable_client

PNG = AnnouncedScreenshot("image/png", 1000)


def test_a_project_announces_screenshots_in_the_order_of_its_features(studio: Studio) -> None:
    opened = studio.create(("invoices", "reminders"))

    assert [one.feature for one in opened.screenshots] == ["invoices", "reminders"]
    assert opened.project.features == ("invoices", "reminders")
    assert len({one.object_name for one in opened.screenshots}) == 2


def test_a_feature_of_a_known_name_gets_what_is_new(studio: Studio) -> None:
    opened = studio.create(("invoices",))
    project_id = opened.project.project_id

    studio.house.pitches.add_screenshots(
        studio.workspace_id, project_id, [AnnouncedFeature("invoices", (PNG, PNG))], [PNG]
    )

    with studio.house.reading() as services:
        kept = services.pitches.open(studio.workspace_id, project_id)
    assert [one.feature for one in kept.screenshots] == ["invoices", "invoices", "invoices", None]
    assert kept.project.features == ("invoices",)


def test_a_project_holds_fifty_screenshots_over_all_requests(studio: Studio) -> None:
    project_id = studio.create(("invoices",)).project.project_id
    studio.house.pitches.add_screenshots(studio.workspace_id, project_id, (), [PNG] * 49)

    with pytest.raises(TooManyScreenshots) as refusal:
        studio.house.pitches.add_screenshots(studio.workspace_id, project_id, (), [PNG])

    assert (refusal.value.what, refusal.value.limit) == ("screenshots", 50)


def test_the_quota_of_projects_counts_a_calendar_month(open_studio: OpenStudio) -> None:
    studio = open_studio(projects_per_month=1)
    studio.create()
    with pytest.raises(QuotaUsedUp) as refusal:
        studio.create()

    studio.clock.advance(timedelta(days=31))
    studio.create()

    assert (refusal.value.what, refusal.value.limit) == ("projects", 1)


def test_a_plan_is_made_of_what_was_uploaded_and_tells_what_is_missing(studio: Studio) -> None:
    opened = studio.create(("invoices", "reminders"))
    studio.upload(replace(opened, screenshots=opened.screenshots[:1]))

    kept = studio.plan(opened.project.project_id)

    shown = {scene.screenshot_id for scene in kept.plan.scenes} - {None}
    assert shown == {opened.screenshots[0].screenshot_id}
    assert "SCREENSHOTS_MISSING" in {warning.code for warning in kept.plan.warnings}


def test_a_file_that_is_no_picture_is_told_and_does_not_stop_the_plan(studio: Studio) -> None:
    opened = studio.create(("invoices", "reminders"))
    studio.upload(opened)
    studio.upload(replace(opened, screenshots=opened.screenshots[1:]), b"\x89PNG\r\n\x1a\nno picture")

    kept = studio.plan(opened.project.project_id)

    told = {warning.code: warning for warning in kept.plan.warnings}
    assert told["SCREENSHOT_UNREADABLE"].given == str(opened.screenshots[1].screenshot_id)


def test_a_screenshot_is_looked_at_once(studio: Studio) -> None:
    opened = studio.create()
    studio.upload(opened)
    first = studio.plan(opened.project.project_id)
    for one in opened.screenshots:
        studio.store.delete(one.object_name)

    second = studio.plan(opened.project.project_id)

    assert second == first


def test_a_plan_that_comes_back_unchanged_stays_the_same_plan(studio: Studio) -> None:
    project_id = studio.project()
    first = studio.plan(project_id)

    again = studio.plan(project_id)

    assert (again.number, again.previews) == (1, first.previews)


def test_a_new_plan_takes_the_place_of_the_last_one_with_stills_of_its_own(studio: Studio) -> None:
    project_id = studio.project()
    studio.plan(project_id)

    second = studio.plan(project_id, Asked(direction=AskedDirection(hook="Bills, gone.")))

    assert second.number == 2
    assert studio.house.pitches.latest(studio.workspace_id, project_id) == second
    assert [one.state for one in second.previews] == [PreviewState.PENDING] * len(second.plan.scenes)
    queued = durable_client(studio.house.database.engine).list_workflows(queue_name="preview")
    assert [work.workflow_id for work in queued] == [f"preview-{project_id}-{n}" for n in (1, 2)]


def test_wishes_of_a_project_hold_until_a_plan_says_otherwise(studio: Studio) -> None:
    opened = studio.create(wishes=Asked(intent=AskedIntent(aspect="9:16", audience="nurses")))
    studio.upload(opened)
    project_id = opened.project.project_id

    first = studio.plan(project_id).plan.intent
    second = studio.plan(project_id, Asked(intent=AskedIntent(aspect="1:1"))).plan.intent

    assert (first.aspect, first.audience) == ("9:16", "nurses")
    assert (second.aspect, second.audience) == ("1:1", "nurses")


def test_the_goal_of_a_plan_goes_before_that_of_its_project(studio: Studio) -> None:
    project_id = studio.project()

    own = studio.plan(project_id, Asked(intent=AskedIntent(goal="Win back old customers")))
    other = studio.plan(project_id)

    assert own.plan.intent.goal == "Win back old customers"
    assert other.plan.intent.goal == GOAL


def test_a_plan_opens_and_closes_and_shows_each_feature(studio: Studio) -> None:
    plan = studio.plan(studio.project()).plan

    assert plan.scenes[0].role is Role.OPENING
    assert plan.scenes[-1].role is Role.CLOSING
    assert {beat.feature for beat in plan.direction.outline} >= {"invoices", "reminders"}
    assert sum(scene.seconds for scene in plan.scenes) == plan.estimate.seconds


def test_addresses_inside_are_refused_before_anything_is_planned(studio: Studio) -> None:
    music = AskedMusic(source="upload", upload_url="http://127.0.0.1/song.mp3")

    with pytest.raises(AddressRefused):
        studio.plan(studio.project(), Asked(direction=AskedDirection(music=music)))


def test_what_is_unknown_is_told_apart_from_what_is_anothers(studio: Studio) -> None:
    project_id = studio.planned()
    with studio.house.transaction() as services:
        stranger = services.workspaces.create("Stranger").workspace_id

    with pytest.raises(ProjectNotFound):
        studio.house.pitches.latest(studio.workspace_id, uuid4())
    with pytest.raises(NotOfThisWorkspace):
        studio.house.pitches.latest(stranger, project_id)
    with pytest.raises(PlanNotFound):
        studio.house.pitches.latest(studio.workspace_id, studio.project())


def test_screenshots_are_added_to_the_parent_and_never_to_a_variant(studio: Studio) -> None:
    project_id = studio.planned()
    variant = studio.render(project_id).variant

    with pytest.raises(VariantFixed) as refusal:
        studio.house.pitches.add_screenshots(studio.workspace_id, variant.project_id, (), [PNG])

    assert refusal.value.parent_id == project_id


def test_a_logo_is_an_address_or_one_of_the_workspaces_own(studio: Studio) -> None:
    project_id = studio.project()
    logo = BytesIO()
    Image.new("RGBA", (200, 60), "#5b3df5").save(logo, "PNG")
    with studio.house.transaction() as services:
        stranger = services.workspaces.create("Stranger").workspace_id
        look = Look(name="Ink", ground="#101828", accent="#5b3df5", ink="#ffffff")
        own = services.brands.add(studio.workspace_id, look, logo.getvalue()).logo_object
        other = services.brands.add(stranger, look, logo.getvalue()).logo_object

    def branded(url: str | None) -> Asked:
        return Asked(direction=AskedDirection(brand=AskedBrand(logo_url=url)))

    assert studio.plan(project_id, branded(own)).plan.direction.brand.logo_url == own
    with pytest.raises(GivenFileUnusable):
        studio.plan(project_id, branded(other))
    with pytest.raises(AddressRefused):
        studio.plan(project_id, branded("http://127.0.0.1/logo.png"))
