from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from reelhouse.core.jobs.types import Job

if TYPE_CHECKING:
    from tests.core.conftest import Offices

Submit = Callable[..., Job]


def test_events_are_numbered_without_gaps_while_many_report(offices: "Offices", submit: Submit) -> None:
    """Promise 40: a reader that resumes after a number misses nothing and reads nothing twice."""
    job = submit()
    with offices.transaction() as office:
        office.jobs.start(job.job_id)

    def report(step: int) -> None:
        with offices.transaction() as office:
            office.jobs.report(job.job_id, step / 20, f"scene {step}")

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(report, range(20)))

    with offices.transaction() as office:
        events = office.events.list_after(job.job_id)
    assert [event.number for event in events] == list(range(1, len(events) + 1))
    assert len(events) == 3 + 20


def test_a_reader_resumes_where_it_stopped(offices: "Offices", submit: Submit) -> None:
    """Promise 40."""
    job = submit()
    with offices.transaction() as office:
        office.jobs.start(job.job_id)

    with offices.transaction() as office:
        first = office.events.list_after(job.job_id, limit=2)
        rest = office.events.list_after(job.job_id, number=first[-1].number)

    assert [event.kind for event in (*first, *rest)] == ["submitted", "queued", "started"]
