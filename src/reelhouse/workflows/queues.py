"""The queues of the house, and who serves them."""

from collections.abc import Sequence

from reelhouse.kit.errors import ReelhouseError

RENDER = "render"
PREVIEW = "preview"
REMOTE = "remote"
WEBHOOKS = "webhooks"
QUEUES = (RENDER, PREVIEW, REMOTE, WEBHOOKS)

REMOTE_AT_ONCE = 16
"""Work at a vendor's waits for its answer, and costs this machine next to nothing meanwhile."""

DELIVERIES_AT_ONCE = 16
"""An attempt waits for a stranger's server most of its time."""

DELIVERIES_MAY_WAIT = 4
"""Looking for work costs the same on an idle machine as on a busy one, and nobody watches a webhook leave."""


class UnknownQueue(ReelhouseError):
    """A worker was told to serve a queue that does not exist."""

    code = "unknown_queue"

    def __init__(self, queue: str) -> None:
        super().__init__(f"There is no queue {queue!r}; the queues are {', '.join(QUEUES)}.")
        self.queue = queue


def chosen_queues(wanted: Sequence[str]) -> tuple[str, ...]:
    """The queues a worker serves; all of them when none is named. Raises `UnknownQueue`."""
    for queue in wanted:
        if queue not in QUEUES:
            raise UnknownQueue(queue)
    return tuple(dict.fromkeys(wanted)) or QUEUES
