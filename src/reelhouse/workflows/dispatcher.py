"""Handing work to the durable engine: within the caller's transaction, by whichever process."""

import sqlalchemy as sa
import structlog
from dbos import EnqueueOptions, error
from sqlalchemy.exc import SQLAlchemyError

from reelhouse.core.jobs.types import Work
from reelhouse.workflows.durable import durable_client

log = structlog.get_logger(__name__)


class DbosDispatcher:
    """Implements `core.jobs.types.Dispatcher` on the house's own database."""

    def __init__(self, engine: sa.Engine) -> None:
        self._client = durable_client(engine)

    def enqueue(self, connection: sa.Connection, work: Work) -> None:
        """Put work into its queue within the caller's transaction: all or nothing."""
        options: EnqueueOptions = {
            "workflow_name": work.workflow,
            "queue_name": work.queue,
            "workflow_id": work.work_id,
        }
        if work.delay:
            options["delay_seconds"] = work.delay.total_seconds()
        self._client.enqueue_in_transaction(connection, options, dict(work.payload))

    def cancel(self, work_id: str) -> None:
        """Stop work at once. When that fails the work finds out itself: its job has ended."""
        try:
            self._client.cancel_workflow(work_id)
        except (SQLAlchemyError, error.DBOSException) as failure:
            log.warning("cancel_not_hastened", work_id=work_id, reason=str(failure))
