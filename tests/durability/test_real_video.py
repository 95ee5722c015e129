"""Promise 39, with the real engines and the real renderer."""

from typing import TYPE_CHECKING

import pytest
from pydantic import TypeAdapter

from reelhouse.core.assets.types import AssetKind
from reelhouse.core.jobs.types import JobState, JsonObject
from reelhouse.core.videos.beside import ENDINGS
from reelhouse.core.videos.types import VideoPlan
from reelhouse.media.composition import Aspect
from reelhouse.render.captions.styles import caption_style

if TYPE_CHECKING:
    from tests.durability.conftest import Yard


@pytest.fixture
def plan() -> JsonObject:
    plan = VideoPlan(
        script="I tried it for a week, and now I cannot go back to the old way.",
        generated=False,
        actor_slug="emma",
        seconds=5,
        style=caption_style("hormozi"),
        broll=True,
        aspect=Aspect.PORTRAIT,
        voice_speed=1.0,
    )
    document: JsonObject = TypeAdapter(VideoPlan).dump_python(plan, mode="json")
    return document


def test_a_real_video_survives_a_kill_in_the_middle_of_its_encoder(yard: "Yard", plan: JsonObject) -> None:
    """Promises 39 and 42."""
    job_id = yard.submit(plan=plan)
    first = yard.start(real=True)
    yard.wait_for_progress(job_id, 0.05)

    first.kill()
    first.join()
    yard.wait_until_no_program_runs()

    yard.start(real=True)
    job = yard.wait_for_end(job_id)
    assert (job.state, job.error) == (JobState.SUCCEEDED, None)
    assert (job.charged, yard.spent()) == (job.price, job.price)
    assets = {one.kind: one for one in yard.assets(job_id)}
    assert set(assets) == {AssetKind.VIDEO, *ENDINGS}
    assert assets[AssetKind.VIDEO].facts["seconds"] == 5
    assert job.result is not None
    assert job.result["files"] == {
        kind.value: one.object_name for kind, one in assets.items() if kind is not AssetKind.VIDEO
    }
    yard.wait_until_nothing_lies_between()
    assert sorted(one.object_name for one in assets.values()) == sorted(yard.stored())
    assert yard.halves() == []


def test_canceling_a_real_video_stops_its_encoder(yard: "Yard", plan: JsonObject) -> None:
    """Promise 23."""
    job_id = yard.submit(plan=plan)
    yard.start(real=True)
    yard.wait_for_progress(job_id, 0.05)

    yard.cancel(job_id)

    yard.wait_until_no_program_runs()
    yard.wait_until_stored([])
    assert (yard.job(job_id).state, yard.spent()) == (JobState.CANCELED, 0)
    assert yard.halves() == []
