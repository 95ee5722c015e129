"""Requests for media tasks: priced, held and queued, all or nothing."""

from reelhouse.core.jobs.service import Jobs
from reelhouse.core.jobs.types import NewJob
from reelhouse.core.tasks.pricing import price_of
from reelhouse.core.tasks.settings import TaskPrices
from reelhouse.core.tasks.types import DOCUMENTS, RequestedTask, TaskDocument, TaskOrder, kind_of

WORKFLOW = "run_task"


class Tasks:
    def __init__(self, jobs: Jobs, prices: TaskPrices) -> None:
        self._jobs = jobs
        self._prices = prices

    def request(self, order: TaskOrder, queue: str) -> RequestedTask:
        """Hold the price and queue the job; the same idempotency key gives the first job.

        Raises `OutOfCredits`.
        """
        price = price_of(order.task, self._prices)
        document = TaskDocument(order.task, dict(order.shown), order.uploads)
        job = self._jobs.submit(
            NewJob(
                workspace_id=order.workspace_id,
                kind=kind_of(order.task),
                origin=order.origin,
                input=DOCUMENTS.dump_python(document, mode="json"),
                price=price,
                workflow=WORKFLOW,
                queue=queue,
                idempotency_key=order.idempotency_key,
            )
        )
        return RequestedTask(job, job.price)
