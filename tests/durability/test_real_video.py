"""Promise 39, with the real engines and the real renderer."""

from typing import TYPE_CHECKING

import pytest
from pydantic import TypeAdapter

from reelhouse.core.jobs.types import JobState, JsonObject
from reelhouse.core.videos.types import CaptionStyle, VideoPlan
from reelhouse.media.composition import Aspect

if TYPE_CHECKING:
    from tests.durability.conftest import Yard


@pytest.fixture
def plan() -> JsonObject:
    plan = VideoPlan(
        script="I tried it for a week, and now I cannot go back to the old way.",
        generated=False,
        actor_slug="emma",
        seconds=5,
        style=CaptionStyle.HORMOZI,
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
    (asset,) = yard.assets(job_id)
    assert asset.facts["seconds"] == 5
    assert [name for name in yard.stored() if name.startswith("videos/")] == [asset.object_name]
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
