"""Renders and regenerations: money, caps and quotas, and that nothing touches what is not its own."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from tests.core.pitches.conftest import ORIGIN, OpenStudio, Studio

from reelhouse.core.credits.errors import OutOfCredits
from reelhouse.core.jobs.errors import JobNotFound
from reelhouse.core.jobs.types import JobKind
from reelhouse.core.pitches.asked import Asked, AskedDirection, AskedIntent, AskedMusic, AskedScene
from reelhouse.core.pitches.errors import (
    ArtifactBusy,
    CeilingReached,
    KeyCapReached,
    NothingPlanned,
    NotOfThisWorkspace,
    QuotaUsedUp,
    ScopeUnknown,
    ScreenshotsMissing,
)
from reelhouse.core.pitches.records import Artifact, ArtifactState, Render, Scope
from reelhouse.kit.money import MicroDollars, cents

CAROUSEL = Asked(intent=AskedIntent(artifact_type="carousel"))


def regenerate(
    studio: Studio, render: Render, scope: Scope, target_id: str | None = None, asked: Asked | None = None
) -> Artifact:
    return asyncio.run(
        studio.house.pitches.regenerate(
            studio.workspace_id, render.artifact.artifact_id, scope, target_id, asked, None, origin=ORIGIN
        )
    )


def test_a_render_holds_its_estimate_in_a_variant_of_its_own(studio: Studio) -> None:
    project_id = studio.planned()
    plan = studio.house.pitches.latest(studio.workspace_id, project_id).plan
    before = studio.available()

    render = studio.render(project_id)

    assert render.variant.parent_id == project_id
    assert (render.job.price, before - studio.available()) == (plan.estimate.price, plan.estimate.price)
    assert (render.plan, render.artifact.state) == (plan, ArtifactState.RENDERING)


def test_a_render_may_bring_its_own_plan_and_leaves_the_last_one_alone(studio: Studio) -> None:
    project_id = studio.planned()
    last = studio.house.pitches.latest(studio.workspace_id, project_id)

    render = studio.render(project_id, Asked(direction=AskedDirection(cta="Start today.")))

    assert render.plan.direction.cta == "Start today."
    assert studio.house.pitches.latest(studio.workspace_id, project_id) == last


def test_two_variants_of_one_project_never_touch_each_other(studio: Studio) -> None:
    project_id = studio.planned()
    first = studio.render(project_id)

    second = studio.render(project_id, Asked(direction=AskedDirection(hook="Another hook.")))
    studio.finish(second.job.job_id)

    assert studio.again(first).plan == first.plan
    assert studio.again(first).artifact.state is ArtifactState.RENDERING
    assert studio.again(second).artifact.state is ArtifactState.PUBLISHED


def test_a_project_without_a_plan_or_pictures_is_not_rendered(studio: Studio) -> None:
    with pytest.raises(NothingPlanned):
        studio.render(studio.project())
    opened = studio.create()
    studio.plan(opened.project.project_id)
    with pytest.raises(ScreenshotsMissing) as refusal:
        studio.render(opened.project.project_id)

    assert refusal.value.missing == 2
    with studio.house.reading() as services:
        assert services.jobs.count_active(studio.workspace_id, JobKind.PITCH) == 0


def test_variants_use_up_artifacts_and_no_projects(open_studio: OpenStudio) -> None:
    studio = open_studio(projects_per_month=1, artifacts_per_month=2)
    project_id = studio.planned()
    studio.render(project_id)
    studio.render(project_id)

    with pytest.raises(QuotaUsedUp) as refusal:
        studio.render(project_id)

    assert (refusal.value.what, refusal.value.limit) == ("artifacts", 2)


def test_a_failed_render_gives_back_money_and_quota(open_studio: OpenStudio) -> None:
    studio = open_studio(artifacts_per_month=1)
    project_id = studio.planned()
    before = studio.available()
    failed = studio.render(project_id)
    studio.fail(failed.job.job_id)

    assert studio.available() == before
    assert studio.again(failed).artifact.state is ArtifactState.FAILED
    studio.render(project_id)


def test_a_key_spends_no_more_than_its_cap_in_a_month(studio: Studio) -> None:
    project_id = studio.planned()
    price = studio.house.pitches.latest(studio.workspace_id, project_id).plan.estimate.price
    payer = studio.key(cap=MicroDollars(price + 1))
    first = studio.render(project_id, payer=payer)

    with pytest.raises(KeyCapReached) as refusal:
        studio.render(project_id, payer=payer)

    assert (refusal.value.needed, refusal.value.left) == (price, 1)
    studio.render(project_id, payer=studio.key())
    studio.fail(first.job.job_id)
    studio.render(project_id, payer=payer)


def test_a_key_without_a_cap_of_its_own_has_the_usual_one(open_studio: OpenStudio) -> None:
    studio = open_studio(key_cap=1)

    with pytest.raises(KeyCapReached):
        studio.render(studio.planned(), payer=studio.key())


def test_the_ceiling_of_a_workspace_counts_all_its_keys(open_studio: OpenStudio) -> None:
    studio = open_studio(ceiling=1)

    with pytest.raises(CeilingReached):
        studio.render(studio.planned())


def test_an_empty_wallet_refuses_before_anything_is_written(studio: Studio) -> None:
    project_id = studio.planned()
    with studio.house.transaction() as services:
        services.credits.hold(studio.workspace_id, studio.available())

    with pytest.raises(OutOfCredits):
        studio.render(project_id)

    with studio.house.transaction() as services:
        assert services.pitch_renders.prune(timedelta(0), 10).variants == 0
        assert services.jobs.count_active(studio.workspace_id, JobKind.PITCH) == 0


def test_requests_at_once_never_pass_a_cap_together(studio: Studio) -> None:
    project_id = studio.planned()
    price = studio.house.pitches.latest(studio.workspace_id, project_id).plan.estimate.price
    payer = studio.key(cap=MicroDollars(2 * price))

    def attempt(_number: int) -> bool:
        try:
            studio.render(project_id, payer=payer)
        except KeyCapReached:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        passed = list(pool.map(attempt, range(8)))

    assert sum(passed) == 2


def test_a_regeneration_touches_its_scope_alone(studio: Studio) -> None:
    render = studio.render(studio.planned())
    studio.finish(render.job.job_id)
    target = render.plan.scenes[1]
    wishes = Asked(
        scenes=(AskedScene(scene_id=target.scene_id, narration="Paid before the coffee is cold."),)
    )

    artifact = regenerate(studio, render, Scope.SCENE, target.scene_id, wishes)

    again = studio.house.pitches.get_render(studio.workspace_id, artifact.working_id)
    assert artifact.state is ArtifactState.REGENERATING
    assert again.plan.scenes[1].narration == "Paid before the coffee is cold."
    assert again.plan.scenes[0] == render.plan.scenes[0]
    assert again.plan.scenes[2:] == render.plan.scenes[2:]
    assert again.plan.direction == render.plan.direction


def test_a_regeneration_costs_what_it_makes_again(studio: Studio) -> None:
    render = studio.render(studio.planned())
    studio.finish(render.job.job_id)
    target = render.plan.scenes[1]

    scene = regenerate(studio, render, Scope.SCENE, target.scene_id)
    price = studio.house.pitches.get_render(studio.workspace_id, scene.working_id).job.price
    studio.finish(scene.working_id)
    wishes = Asked(direction=AskedDirection(music=AskedMusic(source="none")))
    music = regenerate(studio, render, Scope.MUSIC, None, wishes)

    assert price == cents(-int(-target.seconds * studio.settings.second // 10_000))
    assert studio.house.pitches.get_render(studio.workspace_id, music.working_id).job.price == cents(1)


def test_a_failed_regeneration_keeps_the_old_version(studio: Studio) -> None:
    render = studio.render(studio.planned())
    studio.finish(render.job.job_id)
    artifact = regenerate(studio, render, Scope.ALL)

    studio.fail(artifact.working_id)

    kept = studio.again(render).artifact
    assert (kept.state, kept.version, kept.published_id) == (ArtifactState.PUBLISHED, 1, render.job.job_id)


def test_a_regeneration_becomes_the_next_version(studio: Studio) -> None:
    render = studio.render(studio.planned())
    studio.finish(render.job.job_id)
    artifact = regenerate(studio, render, Scope.ALL)

    studio.finish(artifact.working_id)

    kept = studio.again(render).artifact
    assert (kept.version, kept.published_id) == (2, artifact.working_id)


def test_an_artifact_is_made_by_one_job_at_a_time(studio: Studio) -> None:
    render = studio.render(studio.planned())

    with pytest.raises(ArtifactBusy):
        regenerate(studio, render, Scope.ALL)


def test_unknown_scopes_and_targets_are_named(studio: Studio) -> None:
    project_id = studio.planned()
    video, carousel = studio.render(project_id), studio.render(project_id, CAROUSEL)

    with pytest.raises(ScopeUnknown) as of_scene:
        regenerate(studio, video, Scope.SCENE, "nowhere")
    with pytest.raises(ScopeUnknown) as of_slides:
        regenerate(studio, carousel, Scope.MUSIC)

    assert (of_scene.value.field, of_scene.value.given) == ("targetId", "nowhere")
    assert (of_slides.value.field, of_slides.value.given) == ("scope", "music")


def test_abandoned_variants_are_pruned_after_a_week_and_finished_ones_stay(studio: Studio) -> None:
    project_id = studio.planned()
    failed, made, under_way = (studio.render(project_id) for _ in range(3))
    studio.fail(failed.job.job_id)
    studio.finish(made.job.job_id)

    early = studio.house.pitches.prune(10)
    studio.clock.advance(timedelta(days=7, seconds=1))
    late = studio.house.pitches.prune(10)

    assert (early, late) == (0, 1)
    with pytest.raises(JobNotFound):
        studio.again(failed)
    assert studio.again(made).artifact.state is ArtifactState.PUBLISHED
    assert studio.again(under_way).artifact.state is ArtifactState.RENDERING


def test_a_pruned_variant_leaves_no_stills(studio: Studio) -> None:
    render = studio.render(studio.planned())
    stills = [one.object_name for one in studio.plan(render.variant.project_id).previews]
    for name in stills:
        file = studio.folder / "still.png"
        file.write_bytes(b"a still")
        studio.store.put_file(name, file, "image/png")
    studio.fail(render.job.job_id)
    studio.clock.advance(timedelta(days=7, seconds=1))

    assert studio.house.pitches.prune(10) == 1

    assert stills
    assert not [name for name in stills if studio.store.exists(name)]


def test_a_render_of_another_workspace_is_refused_by_name(studio: Studio) -> None:
    render = studio.render(studio.planned())
    with studio.house.transaction() as services:
        stranger = services.workspaces.create("Stranger").workspace_id

    with pytest.raises(NotOfThisWorkspace):
        studio.house.pitches.get_render(stranger, render.job.job_id)
    with pytest.raises(NotOfThisWorkspace):
        asyncio.run(
            studio.house.pitches.regenerate(
                stranger, render.artifact.artifact_id, Scope.ALL, None, None, None, origin=ORIGIN
            )
        )
