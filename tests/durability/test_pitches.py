"""Promise 39, for pitches: real pictures, real money, and a worker that dies."""

import asyncio
from io import BytesIO
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PIL import Image, ImageDraw

from reelhouse.core.jobs.types import JobState
from reelhouse.core.pitches.asked import Asked, AskedIntent, AskedScene
from reelhouse.core.pitches.plan import ArtifactType
from reelhouse.core.pitches.records import (
    Artifact,
    ArtifactState,
    NewProject,
    PreviewState,
    Render,
    Scope,
)
from reelhouse.core.pitches.types import AnnouncedFeature, AnnouncedScreenshot
from reelhouse.storage.factory import open_store

if TYPE_CHECKING:
    from tests.durability.conftest import Eventually, Yard

DEATHS = (
    ("start", "recorded"),
    ("gather", "done"),
    ("speak", "recorded"),
    ("render", "done"),
    ("render", "recorded"),
    ("deliver", "done"),
    ("deliver", "recorded"),
    ("tidy", "done"),
)
SAD_DEATHS = (("gather", "recorded"), ("fail", "done"), ("fail", "recorded"), ("discard", "done"))
STILLS = ("prepare", "paint-1", "tell-1")
RENDERED_WITHIN = 240.0
"""Seconds; a machine that does other things too needs as long for a short video."""

ORIGIN = "tests"


def screenshot(words: str) -> bytes:
    picture = Image.new("RGB", (480, 320), "#f4f5f8")
    ImageDraw.Draw(picture).text((24, 60), words, fill="#101828", font_size=30)
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def put(yard: "Yard", object_name: str, content: bytes) -> None:
    settings = yard.settings
    store = open_store(settings.storage, settings.data, settings.public_url, b"not a secret")
    file = settings.data / "upload.png"
    file.write_bytes(content)
    store.put_file(object_name, file, "image/png")
    file.unlink()


def project(yard: "Yard") -> UUID:
    one = AnnouncedScreenshot("image/png", 1000)
    new = NewProject(
        yard.workspace_id,
        "Paperless",
        "Send an invoice in one minute",
        features=(AnnouncedFeature("invoices", (one,)), AnnouncedFeature("reminders", (one,))),
    )
    opened = yard.house.pitches.create(new)
    for number, shot in enumerate(opened.screenshots):
        put(yard, shot.object_name, screenshot(f"{shot.feature} {number}"))
    return opened.project.project_id


def render(yard: "Yard", kind: ArtifactType) -> Render:
    wishes = Asked(intent=AskedIntent(artifact_type=kind.value, aspect="1:1", target_seconds=8))
    project_id = project(yard)
    return asyncio.run(yard.house.pitches.render(yard.workspace_id, project_id, wishes, None, origin=ORIGIN))


def artifact(yard: "Yard", rendered: Render) -> Artifact:
    return yard.house.pitches.get_render(yard.workspace_id, rendered.job.job_id).artifact


def made(yard: "Yard") -> list[str]:
    """What renders left in the store."""
    return [name for name in yard.stored() if name.startswith("pitches/renders/")]


@pytest.mark.parametrize(("step", "moment"), DEATHS)
def test_a_worker_killed_after_a_step_of_a_carousel_loses_nothing(
    yard: "Yard", step: str, moment: str
) -> None:
    rendered = render(yard, ArtifactType.CAROUSEL)
    yard.start_doomed(step, moment, real=True)

    yard.start(real=True)
    job = yard.wait_for_end(rendered.job.job_id)

    assert (job.state, job.error) == (JobState.SUCCEEDED, None)
    assert (job.charged, yard.spent()) == (job.price, job.price)
    shown = artifact(yard, rendered)
    assert (shown.state, shown.version, shown.published_id) == (ArtifactState.PUBLISHED, 1, job.job_id)
    yard.wait_until_nothing_lies_between()
    assert made(yard) == sorted(asset.object_name for asset in yard.assets(job.job_id))


def test_a_demo_video_outlives_the_worker_that_rendered_it(yard: "Yard") -> None:
    rendered = render(yard, ArtifactType.DEMO_VIDEO)
    yard.start_doomed("render", "done", real=True, within=RENDERED_WITHIN)

    yard.start(real=True)
    job = yard.wait_for_end(rendered.job.job_id)

    assert (job.state, job.error) == (JobState.SUCCEEDED, None)
    assert (job.charged, yard.spent()) == (job.price, job.price)
    (video, *_) = yard.assets(job.job_id)
    assert video.facts["seconds"] == pytest.approx(float(rendered.plan.estimate.seconds), abs=1e-6)
    yard.wait_until_nothing_lies_between()
    assert made(yard) == sorted(asset.object_name for asset in yard.assets(job.job_id))


@pytest.mark.parametrize(("step", "moment"), SAD_DEATHS)
def test_a_render_that_cannot_be_made_is_refunded_once(yard: "Yard", step: str, moment: str) -> None:
    rendered = render(yard, ArtifactType.CAROUSEL)
    for name in [name for name in yard.stored() if name.endswith(".png")]:
        put(yard, name, screenshot("something else"))
    yard.start_doomed(step, moment, real=True)

    yard.start(real=True)
    job = yard.wait_for_end(rendered.job.job_id)

    assert job.state is JobState.FAILED
    assert job.error is not None
    assert job.error.code == "screenshot_changed"
    assert (job.charged, yard.spent()) == (0, 0)
    assert artifact(yard, rendered).state is ArtifactState.FAILED
    assert made(yard) == []


def test_a_regeneration_killed_and_resumed_is_the_second_version(yard: "Yard") -> None:
    rendered = render(yard, ArtifactType.CAROUSEL)
    first = yard.start(real=True)
    yard.wait_for_end(rendered.job.job_id)
    first.kill()
    first.join()
    target = rendered.plan.scenes[1].scene_id
    wishes = Asked(scenes=(AskedScene(scene_id=target, kinetic_text="Paid by Friday"),))
    again = asyncio.run(
        yard.house.pitches.regenerate(
            yard.workspace_id,
            rendered.artifact.artifact_id,
            Scope.SCENE,
            target,
            wishes,
            None,
            origin=ORIGIN,
        )
    )
    yard.start_doomed("render", "done", real=True)

    yard.start(real=True)
    job = yard.wait_for_end(again.working_id)

    shown = artifact(yard, rendered)
    assert (shown.version, shown.published_id) == (2, job.job_id)
    assert yard.spent() == rendered.job.price + job.price


@pytest.mark.parametrize("step", STILLS)
def test_stills_are_all_painted_whenever_their_worker_dies(
    yard: "Yard", step: str, eventually: "Eventually"
) -> None:
    project_id = project(yard)
    wishes = Asked(intent=AskedIntent(artifact_type="carousel", aspect="1:1"))
    asyncio.run(yard.house.pitches.plan(yard.workspace_id, project_id, wishes))
    yard.start_doomed(step, "recorded", real=True)

    yard.start(real=True)

    def all_ready() -> bool:
        kept = yard.house.pitches.latest(yard.workspace_id, project_id)
        return {one.state for one in kept.previews} == {PreviewState.READY}

    eventually(all_ready, "that every still is painted")
    yard.wait_until_nothing_lies_between()
    assert yard.spent() == 0


def test_stills_of_a_plan_go_when_another_one_takes_its_place(yard: "Yard", eventually: "Eventually") -> None:
    project_id = project(yard)

    def plan(aspect: str) -> set[str]:
        wishes = Asked(intent=AskedIntent(artifact_type="carousel", aspect=aspect))
        kept = asyncio.run(yard.house.pitches.plan(yard.workspace_id, project_id, wishes))
        return {one.object_name for one in kept.previews}

    def stills() -> set[str]:
        return {name for name in yard.stored() if "/previews/" in name}

    yard.start(real=True)
    first = plan("1:1")
    eventually(lambda: stills() == first, "the stills of the first plan")

    second = plan("4:5")

    assert first
    assert first.isdisjoint(second)
    eventually(lambda: stills() == second, "those of the second plan, and no others")
