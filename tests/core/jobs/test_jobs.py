from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from reelhouse.core.credits.errors import OutOfCredits
from reelhouse.core.credits.types import Pot
from reelhouse.core.jobs.errors import JobAlreadyEnded, JobNotFound, TransitionRefused
from reelhouse.core.jobs.types import Job, JobError, JobFilter, JobKind, JobState, NewJob
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.money import MicroDollars, cents, dollars

if TYPE_CHECKING:
    from tests.core.conftest import Offices

Submit = Callable[..., Job]
ALLOWANCE = cents(12_900)
BROKEN = JobError("render_failed", "rendering failed at scene 2", "black")


def _available(offices: "Offices", workspace_id: UUID) -> MicroDollars:
    with offices.transaction() as office:
        office.credits.verify_books()
        return office.credits.wallet(workspace_id).available


def test_submit_answers_submitted_while_the_row_is_queued_and_paid_for(
    offices: "Offices", workspace_id: UUID, submit: Submit
) -> None:
    job = submit()

    assert job.state is JobState.SUBMITTED
    with offices.transaction() as office:
        assert office.jobs.get(workspace_id, job.job_id).state is JobState.QUEUED
        assert office.credits.wallet(workspace_id).held == job.price
        assert [event.kind for event in office.events.list_after(job.job_id)] == ["submitted", "queued"]
    assert [work.workflow_id for work in offices.queued("render")] == [str(job.job_id)]


def test_submit_leaves_nothing_behind_when_its_transaction_fails(
    offices: "Offices", workspace_id: UUID, new_job: Callable[..., NewJob]
) -> None:
    def submit_and_break() -> None:
        with offices.transaction() as office:
            office.jobs.submit(new_job())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        submit_and_break()

    with offices.transaction() as office:
        assert office.jobs.list_(workspace_id, JobFilter()).total == 0
    assert _available(offices, workspace_id) == ALLOWANCE
    assert offices.queued("render") == []


def test_submit_without_the_money_makes_no_job(
    offices: "Offices", workspace_id: UUID, submit: Submit
) -> None:
    with pytest.raises(OutOfCredits):
        submit(price=dollars(1000))

    with offices.transaction() as office:
        assert office.jobs.count_active(workspace_id, JobKind.VIDEO) == 0
    assert offices.queued("render") == []


def test_the_same_idempotency_key_gives_the_first_job_and_one_charge(
    offices: "Offices", workspace_id: UUID, submit: Submit
) -> None:
    first = submit(idempotency_key="order-1")
    again = submit(idempotency_key="order-1", price=dollars(9))

    assert again.job_id == first.job_id
    assert _available(offices, workspace_id) == ALLOWANCE - first.price


def test_fifty_identical_submits_at_once_make_one_job_and_one_charge(
    offices: "Offices", workspace_id: UUID, submit: Submit
) -> None:
    """Promise 7."""
    with ThreadPoolExecutor(8) as pool:
        jobs = list(pool.map(lambda _: submit(idempotency_key="order-1"), range(50)))

    assert len({job.job_id for job in jobs}) == 1
    assert _available(offices, workspace_id) == ALLOWANCE - jobs[0].price
    assert len(offices.queued("render")) == 1


def test_a_free_job_needs_no_hold(offices: "Offices", workspace_id: UUID, submit: Submit) -> None:
    job = submit(price=MicroDollars(0))

    with offices.transaction() as office:
        office.jobs.start(job.job_id)
        done = office.jobs.succeed(job.job_id, {}, MicroDollars(0))

    assert (done.state, done.charged) == (JobState.SUCCEEDED, 0)
    assert _available(offices, workspace_id) == ALLOWANCE


def test_a_job_that_succeeds_is_charged_for_what_was_delivered_once(
    offices: "Offices", workspace_id: UUID, submit: Submit
) -> None:
    """Promise 21."""
    job = submit()
    with offices.transaction() as office:
        office.jobs.start(job.job_id)
        office.jobs.start(job.job_id)

    for _ in range(2):
        with offices.transaction() as office:
            done = office.jobs.succeed(job.job_id, {"asset_id": "a"}, cents(25))

    assert (done.state, done.charged, done.progress) == (JobState.SUCCEEDED, cents(25), 1.0)
    assert done.result == {"asset_id": "a"}
    assert _available(offices, workspace_id) == ALLOWANCE - cents(25)
    with offices.transaction() as office:
        kinds = [event.kind.value for event in office.events.list_after(job.job_id)]
    assert kinds == ["submitted", "queued", "started", "succeeded"]


def test_a_job_that_fails_says_why_and_gives_everything_back(
    offices: "Offices", workspace_id: UUID, submit: Submit
) -> None:
    """Promise 23."""
    job = submit()

    for _ in range(2):
        with offices.transaction() as office:
            failed = office.jobs.fail(job.job_id, BROKEN)

    assert (failed.state, failed.error, failed.refund_pending) == (JobState.FAILED, BROKEN, False)
    assert failed.charged == 0
    assert _available(offices, workspace_id) == ALLOWANCE


def test_a_canceled_job_stays_canceled_whatever_its_worker_says(
    offices: "Offices", workspace_id: UUID, submit: Submit
) -> None:
    """Promise 23."""
    job = submit()
    with offices.transaction() as office:
        office.jobs.start(job.job_id)
        office.jobs.cancel(workspace_id, job.job_id)

    with offices.transaction() as office:
        office.jobs.start(job.job_id)
        office.jobs.report(job.job_id, 0.5, "render")
        office.jobs.fail(job.job_id, BROKEN)
        after = office.jobs.succeed(job.job_id, {}, job.price)

    assert (after.state, after.charged, after.progress) == (JobState.CANCELED, 0, 0.0)
    assert _available(offices, workspace_id) == ALLOWANCE


def test_cancel_refuses_what_has_ended(offices: "Offices", workspace_id: UUID, submit: Submit) -> None:
    job = submit()
    with offices.transaction() as office:
        office.jobs.cancel(workspace_id, job.job_id)

    with pytest.raises(JobAlreadyEnded) as refusal, offices.transaction() as office:
        office.jobs.cancel(workspace_id, job.job_id)

    assert refusal.value.state is JobState.CANCELED


def test_canceling_a_waiting_job_takes_it_out_of_its_queue(
    offices: "Offices", workspace_id: UUID, submit: Submit
) -> None:
    job = submit()

    with offices.transaction() as office:
        office.jobs.cancel(workspace_id, job.job_id)

    assert offices.queued("render") == []


def test_a_queued_job_cannot_succeed_without_being_started(offices: "Offices", submit: Submit) -> None:
    job = submit()

    with pytest.raises(TransitionRefused), offices.transaction() as office:
        office.jobs.succeed(job.job_id, {}, job.price)


def test_progress_never_goes_back_and_small_steps_leave_no_history(
    offices: "Offices", submit: Submit
) -> None:
    job = submit()
    with offices.transaction() as office:
        office.jobs.report(job.job_id, 0.9, "too early")
        office.jobs.start(job.job_id)
        for progress, stage in ((0.5, "render"), (0.505, "render"), (0.2, "render"), (0.3, "check")):
            seen = office.jobs.report(job.job_id, progress, stage)
        events = office.events.list_after(job.job_id, number=3)

    assert (seen.progress, seen.stage) == (0.5, "check")
    assert [event.data for event in events] == [
        {"progress": 0.5, "stage": "render"},
        {"progress": 0.5, "stage": "check"},
    ]


def test_another_workspaces_job_is_not_found(offices: "Offices", submit: Submit) -> None:
    """Promise 35."""
    job = submit()
    with offices.transaction() as office:
        stranger = office.workspaces.create("Eve's studio").workspace_id

    with offices.transaction() as office:
        for ask in (office.jobs.get, office.jobs.cancel, office.jobs.delete):
            with pytest.raises(JobNotFound):
                ask(stranger, job.job_id)
        assert office.jobs.list_(stranger, JobFilter()).total == 0


def test_an_unknown_job_is_not_found(offices: "Offices", workspace_id: UUID) -> None:
    with offices.transaction() as office:
        with pytest.raises(JobNotFound):
            office.jobs.get(workspace_id, uuid4())
        with pytest.raises(JobNotFound):
            office.jobs.load(uuid4())


def test_delete_cancels_refunds_and_hides(offices: "Offices", workspace_id: UUID, submit: Submit) -> None:
    job = submit()

    with offices.transaction() as office:
        deleted = office.jobs.delete(workspace_id, job.job_id)

    assert (deleted.state, deleted.deleted_at is not None) == (JobState.CANCELED, True)
    assert _available(offices, workspace_id) == ALLOWANCE
    with offices.transaction() as office:
        assert office.jobs.list_(workspace_id, JobFilter()).jobs == ()
        with pytest.raises(JobNotFound):
            office.jobs.get(workspace_id, job.job_id)
        with pytest.raises(JobNotFound):
            office.jobs.delete(workspace_id, job.job_id)


def test_deleted_jobs_still_count_as_usage(
    offices: "Offices", workspace_id: UUID, submit: Submit, clock: FrozenClock
) -> None:
    submit()
    clock.advance(timedelta(days=10))
    since = clock.now() - timedelta(days=7)
    job = submit()
    with offices.transaction() as office:
        office.jobs.start(job.job_id)
        office.jobs.succeed(job.job_id, {}, cents(30))
        office.jobs.delete(workspace_id, job.job_id)

    with offices.transaction() as office:
        used = office.jobs.usage(workspace_id, since)

    assert [(row.job_id, row.charged, row.state) for row in used] == [
        (job.job_id, cents(30), JobState.SUCCEEDED)
    ]


def test_pages_are_ordered_filtered_and_counted(
    offices: "Offices", workspace_id: UUID, submit: Submit, clock: FrozenClock
) -> None:
    made = []
    for _ in range(5):
        made.append(submit().job_id)
        clock.advance(timedelta(seconds=1))
    with offices.transaction() as office:
        office.jobs.cancel(workspace_id, made[0])

    with offices.transaction() as office:
        newest = office.jobs.list_(workspace_id, JobFilter(limit=2))
        rest = office.jobs.list_(workspace_id, JobFilter(newest_first=False, limit=2, offset=3))
        canceled = office.jobs.list_(workspace_id, JobFilter(states=frozenset({JobState.CANCELED})))

    assert ([job.job_id for job in newest.jobs], newest.total) == ([made[4], made[3]], 5)
    assert [job.job_id for job in rest.jobs] == made[3:]
    assert [job.job_id for job in canceled.jobs] == [made[0]]


def test_only_jobs_under_way_are_counted_as_active(
    offices: "Offices", workspace_id: UUID, submit: Submit
) -> None:
    first, _ = submit(), submit()
    with offices.transaction() as office:
        office.jobs.fail(first.job_id, BROKEN)

    with offices.transaction() as office:
        assert office.jobs.count_active(workspace_id, JobKind.VIDEO) == 1


def test_a_job_that_outlived_its_hold_is_delivered_for_nothing(
    offices: "Offices", workspace_id: UUID, submit: Submit, clock: FrozenClock
) -> None:
    job = submit()
    clock.advance(timedelta(hours=25))
    with offices.transaction() as office:
        office.credits.release_forgotten()

    with offices.transaction() as office:
        office.jobs.start(job.job_id)
        done = office.jobs.succeed(job.job_id, {}, job.price)

    assert (done.state, done.charged) == (JobState.SUCCEEDED, 0)
    assert _available(offices, workspace_id) == ALLOWANCE


def test_money_returns_to_the_pots_it_came_from(
    offices: "Offices", workspace_id: UUID, submit: Submit
) -> None:
    """Promise 23."""
    with offices.transaction() as office:
        office.credits.grant(workspace_id, Pot.PURCHASED, dollars(10), "payment-1", "bought")
        before = office.credits.wallet(workspace_id)
    job = submit(price=MicroDollars(ALLOWANCE + dollars(4)))

    with offices.transaction() as office:
        office.jobs.cancel(workspace_id, job.job_id)

    with offices.transaction() as office:
        assert office.credits.wallet(workspace_id) == before
