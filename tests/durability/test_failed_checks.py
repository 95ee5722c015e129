"""A finished file that fails its examination: told by the name of the check, refunded, and not kept."""

from typing import TYPE_CHECKING

from reelhouse.core.jobs.types import JobState
from reelhouse.render.checks.names import Check

if TYPE_CHECKING:
    from tests.durability.conftest import Yard


def test_videos_that_fail_a_check_are_refunded_with_its_name_and_not_kept(yard: "Yard") -> None:
    """Promise 23, for every check there is."""
    submitted = {check: yard.submit(plan={"seconds": 0.01, "fails": check.value}) for check in Check}

    yard.start()
    ended = {check: yard.wait_for_end(job_id) for check, job_id in submitted.items()}

    for check, job in ended.items():
        assert (job.state, job.charged, job.refund_pending) == (JobState.FAILED, 0, False)
        assert job.error is not None
        assert (job.error.code, job.error.check) == ("check_failed", check.value)
        assert f"failed {check.value}:" in job.error.message
        assert yard.assets(job.job_id) == ()
    assert yard.spent() == 0
    yard.wait_until_stored([])
    assert yard.halves() == []
