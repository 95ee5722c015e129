"""The money of one job: held at submit, settled for what was delivered, given back otherwise."""

from uuid import UUID

import structlog

from reelhouse.core.credits.errors import HoldAlreadyResolved
from reelhouse.core.credits.service import Credits
from reelhouse.core.credits.types import HoldState
from reelhouse.core.jobs.repository import JobsRepository
from reelhouse.core.jobs.types import Job, NewJob
from reelhouse.kit.db import Transaction
from reelhouse.kit.errors import ReelhouseError
from reelhouse.kit.money import MicroDollars

log = structlog.get_logger(__name__)

NOTHING = MicroDollars(0)


class Payment:
    def __init__(
        self,
        credits: Credits,  # noqa: A002 - the domain's word
        repository: JobsRepository,
        transaction: Transaction,
    ) -> None:
        self._credits = credits
        self._repository = repository
        self._transaction = transaction

    def hold(self, new: NewJob, hold_id: UUID | None) -> None:
        """Set the price aside; a job that costs nothing has no hold. Raises `OutOfCredits`."""
        if hold_id is not None:
            self._credits.hold(new.workspace_id, new.price, hold_id)

    def settle(self, job: Job, charge: MicroDollars) -> MicroDollars:
        """Take `charge` of the hold, give the rest back, and say what was taken.

        A job that outlived its hold (see `HOLD_LASTS`) was our delay, so it is delivered for nothing.
        """
        hold_id = self._repository.hold_of(job.job_id)
        if hold_id is None:
            return NOTHING
        try:
            return self._credits.settle(hold_id, charge).settled
        except HoldAlreadyResolved:
            log.warning("job_outlived_its_hold", job_id=str(job.job_id), price=job.price)
            return NOTHING

    def refund(self, job: Job) -> bool:
        """Give everything back; False when that failed, so that ending the job does not depend on it."""
        hold_id = self._repository.hold_of(job.job_id)
        if hold_id is None or self._credits.get_hold(hold_id).state is not HoldState.OPEN:
            return True
        try:
            with self._transaction.connection.begin_nested():
                self._credits.release(hold_id)
        except ReelhouseError as error:
            log.warning("refund_failed", job_id=str(job.job_id), code=error.code, reason=error.message)
            return False
        return True
