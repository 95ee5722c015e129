"""What a bad day does to a job: a clear error or a later success, and never a charge for nothing."""

import base64
import os
import pickle
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reelhouse.core.jobs.types import JobState

if TYPE_CHECKING:
    from tests.durability.conftest import OpenYard, Yard
    from tests.postgres import Cluster


def test_canceling_a_running_job_ends_its_program_and_refunds_it(yard: "Yard") -> None:
    """Promise 23."""
    job_id = yard.submit(seconds=60)
    yard.start()
    yard.wait_for_program()
    yard.wait_for_stage(job_id, "scenes")

    yard.cancel(job_id)

    yard.wait_until_no_program_runs()
    yard.wait_until_stored([])
    assert (yard.job(job_id).state, yard.spent()) == (JobState.CANCELED, 0)
    assert yard.assets(job_id) == ()
    assert yard.halves() == []


def test_jobs_stay_queued_while_no_worker_runs(yard: "Yard") -> None:
    job_id = yard.submit()
    assert yard.job(job_id).state is JobState.QUEUED

    yard.start()

    assert yard.wait_for_end(job_id).state is JobState.SUCCEEDED


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        ("refused", "engine_refused"),
        ("unavailable", "engine_unavailable"),
        ("bug", "internal_error"),
    ],
)
def test_a_job_whose_engine_fails_says_so_and_costs_nothing(yard: "Yard", trouble: str, code: str) -> None:
    """Promises 23 and 41."""
    job_id = yard.submit()

    yard.start(trouble=trouble)
    job = yard.wait_for_end(job_id)

    assert job.state is JobState.FAILED
    assert job.error is not None
    assert job.error.code == code
    assert (job.charged, job.refund_pending, yard.spent()) == (0, False, 0)
    yard.wait_until_stored([])


def test_a_worker_that_is_told_to_stop_leaves_its_work_to_the_next(yard: "Yard") -> None:
    """Promise 39."""
    job_id = yard.submit(seconds=2.5)
    first = yard.start()
    yard.wait_for_program()

    os.kill(first.pid or 0, signal.SIGTERM)
    first.join(20)

    assert first.exitcode == 0
    yard.wait_until_no_program_runs()
    yard.start()
    assert yard.wait_for_end(job_id).state is JobState.SUCCEEDED
    assert yard.spent() == yard.job(job_id).price


def test_an_embedded_house_has_one_worker(yard: "Yard") -> None:
    if not yard.house.database.is_sqlite:
        pytest.skip("PostgreSQL serves any number of workers")
    first = yard.start()
    yard.wait_for_worker()

    second = yard.start()
    second.join(20)

    assert second.exitcode == 3
    assert first.is_alive()


@pytest.mark.postgres
def test_a_database_that_restarts_is_waited_for(open_yard: "OpenYard", own_postgres: "Cluster") -> None:
    """Promise 41."""
    with open_yard(own_postgres.create_database("reelhouse")) as yard:
        job_id = yard.submit(seconds=1.5)
        yard.start(lives=5)
        yard.wait_for_program()

        own_postgres.restart()

        yard.house.database.engine.dispose()
        assert yard.wait_for_end(job_id).state is JobState.SUCCEEDED
        assert yard.spent() == yard.job(job_id).price
        assert len(yard.assets(job_id)) == 2


class _Bomb:
    """Unpickling it runs a program's worth of code: here, it leaves a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __reduce__(self) -> tuple[object, tuple[str, int]]:
        return os.mkdir, (str(self._file), 0o700)


def test_a_row_that_was_turned_into_a_pickle_runs_no_code(yard: "Yard") -> None:
    bomb = yard.settings.data / "exploded"
    poisoned = yard.submit()
    yard.poison(poisoned, base64.b64encode(pickle.dumps(_Bomb(bomb))).decode())

    yard.start()
    healthy = yard.submit()

    assert yard.wait_for_end(healthy).state is JobState.SUCCEEDED
    assert yard.wait_for_end(poisoned).state is JobState.FAILED
    assert not bomb.exists()
