"""Promise 39, for media tasks: real engines, a file that a caller sent along, and a worker that dies."""

import asyncio
from io import BytesIO
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PIL import Image

from reelhouse.core.jobs.types import JobState
from reelhouse.core.tasks.desk import HERE, Inline, InlineKind, Staged
from reelhouse.core.tasks.types import EditTask, FilmTask, Given, Task, TaskOrder

if TYPE_CHECKING:
    from tests.durability.conftest import Yard

STEPS = ("start", "gather", "make", "deliver", "tidy")
SAD_STEPS = ("start", "gather", "fail", "discard")
"""Of a job whose engine refuses: nothing of `make` is worth to be killed after, it left nothing."""


def sent_along(yard: "Yard") -> Staged:
    """A picture in the body of a request, put away as the API does it."""
    file = BytesIO()
    Image.linear_gradient("L").resize((96, 64)).convert("RGB").save(file, "PNG")
    inline = Inline("sourceImage", file.getvalue(), "image/png", InlineKind.IMAGE)
    return asyncio.run(yard.desk.stage(yard.house.transaction, yard.workspace_id, inline))


def submitted(yard: "Yard", task: Task, *uploads: UUID) -> UUID:
    order = TaskOrder(yard.workspace_id, "tests", task, {}, uploads)
    with yard.house.transaction() as services:
        return services.tasks.request(order, HERE).job.job_id


def edit(yard: "Yard", prompt: str = "noir") -> UUID:
    staged = sent_along(yard)
    return submitted(yard, EditTask(prompt, staged.given), staged.upload_id)


@pytest.mark.parametrize("moment", ["done", "recorded"])
@pytest.mark.parametrize("step", STEPS)
def test_a_worker_killed_after_a_step_loses_nothing(yard: "Yard", step: str, moment: str) -> None:
    """Promises 39 and 42."""
    job_id = edit(yard)
    yard.start_doomed(step, moment, real=True)

    yard.start(real=True)
    job = yard.wait_for_end(job_id)

    assert (job.state, job.error) == (JobState.SUCCEEDED, None)
    assert (job.charged, yard.spent()) == (job.price, job.price)
    (asset,) = yard.assets(job_id)
    assert asset.object_name == f"tasks/{job_id}.webp"
    yard.wait_until_stored([asset.object_name])
    with Image.open(yard.settings.data / "files" / asset.object_name) as picture:
        assert picture.size == (96, 64)


@pytest.mark.parametrize("moment", ["done", "recorded"])
@pytest.mark.parametrize("step", SAD_STEPS)
def test_a_refused_task_is_refunded_once_whenever_its_worker_dies(
    yard: "Yard", step: str, moment: str
) -> None:
    """Promises 23 and 39."""
    job_id = edit(yard, "make the dog smile")
    yard.start_doomed(step, moment, real=True)

    yard.start(real=True)
    job = yard.wait_for_end(job_id)

    assert job.state is JobState.FAILED
    assert job.error is not None
    assert job.error.code == "engine_refused"
    assert (job.charged, yard.spent()) == (0, 0)
    assert yard.assets(job_id) == ()
    yard.wait_until_stored([])


def test_one_task_survives_a_worker_killed_at_every_step(yard: "Yard") -> None:
    """Promise 39: and each next worker goes on where the last one stopped."""
    job_id = edit(yard)
    for step in STEPS:
        yard.start_doomed(step, "done", real=True)

    yard.start(real=True)

    assert yard.wait_for_end(job_id).state is JobState.SUCCEEDED
    assert yard.spent() == yard.job(job_id).charged
    yard.wait_until_stored([f"tasks/{job_id}.webp"])


@pytest.fixture
def film(yard: "Yard") -> UUID:
    """Long enough that a worker is killed in the middle of it, and begun on a picture that came along."""
    staged = sent_along(yard)
    start = Given("startFrameImage", staged=staged.given.staged)
    task = FilmTask("slow push-in", 640, 384, frames=257, fps=25, smooth_fps=50, start=start)
    return submitted(yard, task, staged.upload_id)


def test_a_film_survives_a_kill_in_the_middle_of_its_making(yard: "Yard", film: UUID) -> None:
    """Promises 39 and 42."""
    first = yard.start(real=True)
    yard.wait_for_progress(film, 0.1)

    first.kill()
    first.join()
    yard.wait_until_no_program_runs()

    yard.start(real=True)
    job = yard.wait_for_end(film)
    assert (job.state, job.error) == (JobState.SUCCEEDED, None)
    assert yard.spent() == job.price
    (asset,) = yard.assets(film)
    assert asset.facts["frames"] == 514
    yard.wait_until_stored([asset.object_name])
    assert list((yard.settings.data / "work").iterdir()) == []


def test_canceling_a_film_ends_its_programs_and_leaves_nothing(yard: "Yard", film: UUID) -> None:
    """Promise 23."""
    yard.start(real=True)
    yard.wait_for_program()

    yard.cancel(film)

    yard.wait_until_no_program_runs()
    yard.wait_until_stored([])
    assert (yard.job(film).state, yard.spent()) == (JobState.CANCELED, 0)
    assert yard.assets(film) == ()
