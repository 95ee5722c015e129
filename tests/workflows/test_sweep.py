from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from dbos import DBOSClient

from reelhouse.core.assets.types import AssetKind, NewAsset
from reelhouse.core.credits.models import credit_holds
from reelhouse.core.house import House
from reelhouse.core.jobs.models import jobs
from reelhouse.core.jobs.types import Job, JobState
from reelhouse.workflows.sweep import LOCK, Sweeper

WEEK = timedelta(days=7)


@pytest.fixture
def sweeper(house: House, client: DBOSClient) -> Sweeper:
    return Sweeper(house, client, keep=WEEK)


def test_a_sweep_with_nothing_to_do_does_nothing(sweeper: Sweeper) -> None:
    assert set(sweeper.sweep().values()) == {0}


@pytest.mark.usefixtures("job")
def test_a_forgotten_hold_is_released(house: House, sweeper: Sweeper, workspace_id: UUID) -> None:
    """Promise 21."""
    with house.database.transaction() as transaction:
        transaction.connection.execute(
            credit_holds.update().values(expires_at=house.clock.now() - timedelta(seconds=1))
        )

    done = sweeper.sweep()

    assert done["holds_released"] == 1
    with house.reading() as services:
        assert services.credits.wallet(workspace_id).held == 0


def test_a_refund_that_is_due_is_made(house: House, sweeper: Sweeper, job: Job, workspace_id: UUID) -> None:
    """Promise 23."""
    with house.database.transaction() as transaction:
        transaction.connection.execute(
            jobs.update().values(state=JobState.FAILED.value, refund_pending=True, ended_at=house.clock.now())
        )

    assert sweeper.sweep()["refunds_repaired"] == 1
    assert sweeper.sweep()["refunds_repaired"] == 0

    with house.reading() as services:
        assert services.jobs.load(job.job_id).refund_pending is False
        assert services.credits.wallet(workspace_id).held == 0


def test_a_job_whose_work_stopped_is_failed_and_refunded(
    house: House, client: DBOSClient, sweeper: Sweeper, job: Job, workspace_id: UUID
) -> None:
    """Promise 39: none is left hanging."""
    client.cancel_workflow(str(job.job_id))

    assert sweeper.sweep()["jobs_given_up"] == 1

    with house.reading() as services:
        failed = services.jobs.load(job.job_id)
        assert services.credits.wallet(workspace_id).held == 0
    assert failed.state is JobState.FAILED
    assert failed.error is not None
    assert failed.error.code == "internal_error"


def test_an_asset_whose_time_is_over_goes_with_its_file(
    house: House, sweeper: Sweeper, job: Job, tmp_path: Path
) -> None:
    file = tmp_path / "files" / "videos" / f"{job.job_id}.mp4"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"old")
    with house.transaction() as services:
        services.assets.add(
            NewAsset(
                workspace_id=job.workspace_id,
                job_id=job.job_id,
                kind=AssetKind.VIDEO,
                media_type="video/mp4",
                size=3,
                sha256="0" * 64,
                object_name=f"videos/{job.job_id}.mp4",
                expires_at=house.clock.now() - timedelta(seconds=1),
            )
        )

    assert sweeper.sweep()["assets_removed"] == 1

    assert not file.exists()
    with house.reading() as services:
        assert services.assets.list_for_job(job.job_id) == ()


def test_records_of_finished_work_are_deleted_when_they_are_old(
    house: House, client: DBOSClient, job: Job
) -> None:
    client.cancel_workflow(str(job.job_id))

    kept = Sweeper(house, client, keep=WEEK).sweep()
    deleted = Sweeper(house, client, keep=-timedelta(minutes=1)).sweep()

    assert (kept["records_deleted"], deleted["records_deleted"]) == (0, 1)
    assert client.list_workflows() == []


def test_one_worker_sweeps_at_a_time(house: House, client: DBOSClient, sweeper: Sweeper, job: Job) -> None:
    if house.database.is_sqlite:
        pytest.skip("an embedded house has one worker")
    client.cancel_workflow(str(job.job_id))

    with house.database.engine.begin() as other:
        other.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        assert sweeper.sweep()["jobs_given_up"] == 0

    assert sweeper.sweep()["jobs_given_up"] == 1
