"""Promise 39: `kill -9` of a worker at any step loses no job, charges none twice, leaves none hanging."""

from typing import TYPE_CHECKING

import pytest

from reelhouse.core.jobs.types import JobState

if TYPE_CHECKING:
    from tests.durability.conftest import Yard

STEPS = ("start", "gather", "speak", "perform", "render", "deliver", "tidy")


@pytest.mark.parametrize("moment", ["done", "recorded"])
@pytest.mark.parametrize("step", STEPS)
def test_a_worker_killed_after_a_step_loses_nothing(yard: "Yard", step: str, moment: str) -> None:
    """Promises 39 and 42."""
    job_id = yard.submit()
    yard.start_doomed(step, moment)
    assert yard.programs() == []

    yard.start()
    job = yard.wait_for_end(job_id)

    assert job.state is JobState.SUCCEEDED
    assert (job.charged, yard.spent()) == (job.price, job.price)
    files = [f"videos/{job_id}.mp4", f"videos/{job_id}.png"]
    assert sorted(asset.object_name for asset in yard.assets(job_id)) == files
    yard.wait_until_stored(files)
    assert yard.programs() == []
    assert yard.halves() == []


@pytest.mark.parametrize("step", ["gather", "speak", "perform", "render"])
def test_a_worker_killed_inside_a_step_takes_its_programs_with_it(yard: "Yard", step: str) -> None:
    """Promises 39 and 42."""
    job_id = yard.submit()
    yard.start_doomed(step, "inside")
    yard.wait_until_no_program_runs()

    yard.start()
    job = yard.wait_for_end(job_id)

    assert job.state is JobState.SUCCEEDED
    assert yard.spent() == job.price
    assert len(yard.assets(job_id)) == 2
    assert yard.halves() == []


def test_one_job_survives_a_worker_killed_at_every_step(yard: "Yard") -> None:
    """Promise 39: and each next worker goes on where the last one stopped."""
    job_id = yard.submit()
    for step in STEPS:
        yard.start_doomed(step, "done")

    yard.start()

    assert yard.wait_for_end(job_id).state is JobState.SUCCEEDED
    assert yard.spent() == yard.job(job_id).charged


def test_a_living_worker_takes_up_the_work_of_a_dead_one(yard: "Yard") -> None:
    """Promise 39: on PostgreSQL, where workers share the work."""
    if yard.house.database.is_sqlite:
        pytest.skip("an embedded house has one worker")
    job_id = yard.submit()
    yard.start_doomed("speak", "recorded")
    bystander = yard.start()

    assert yard.wait_for_end(job_id).state is JobState.SUCCEEDED
    assert bystander.is_alive()
    assert yard.spent() == yard.job(job_id).price
