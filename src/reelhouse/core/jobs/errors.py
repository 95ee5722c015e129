"""What jobs refuse."""

from uuid import UUID

from reelhouse.core.jobs.types import JobState
from reelhouse.kit.errors import ReelhouseError


class JobNotFound(ReelhouseError):
    """No such job in this workspace; a deleted one, or another workspace's, is not told apart."""

    code = "job_not_found"

    def __init__(self, job_id: UUID) -> None:
        super().__init__(f"There is no job {job_id}.")
        self.job_id = job_id


class JobAlreadyEnded(ReelhouseError):
    """What has ended cannot be canceled."""

    code = "job_already_ended"

    def __init__(self, job_id: UUID, state: JobState) -> None:
        super().__init__(f"The job {job_id} has already {state.value}.")
        self.job_id = job_id
        self.state = state


class TransitionRefused(ReelhouseError):
    """A job was driven past a state that it must pass; only a mistake in our own code can do that."""

    code = "transition_refused"

    def __init__(self, job_id: UUID, state: JobState, wanted: JobState) -> None:
        super().__init__(f"The job {job_id} is {state.value} and cannot become {wanted.value}.")
        self.job_id = job_id
        self.state = state
        self.wanted = wanted
