"""One attempt to deliver a webhook. Recording it queues the next, so that no wait takes anybody's place."""

import asyncio
from datetime import datetime
from uuid import UUID

from dbos import DBOS
from pydantic import JsonValue

from reelhouse.core.house import House, Services
from reelhouse.core.webhooks.schedule import TIMEOUT
from reelhouse.core.webhooks.service import WORKFLOW
from reelhouse.core.webhooks.types import Answer, Outgoing
from reelhouse.kit.safe_fetch import AddressRefused, FetchFailed, SafeFetch
from reelhouse.workflows.steps import StepFailed, Steps


def register_deliver_webhook(house: House, fetch: SafeFetch, steps: Steps) -> None:
    """Teach this process to deliver webhooks."""

    @DBOS.workflow(name=WORKFLOW)
    async def deliver_webhook(payload: dict[str, JsonValue]) -> str:
        delivery_id = UUID(str(payload["delivery_id"]))
        round_, number = int(str(payload["round"])), int(str(payload["number"]))
        try:
            sent = await steps.outside("send", lambda: _send(house, fetch, delivery_id, round_))
        except StepFailed as failure:
            sent = {"started_at": None, "status": None, "error": failure.error.message}
        if sent is None:
            return "ended"
        return await steps.in_database(
            "record", lambda services: _record(services, delivery_id, round_, number, sent)
        )


async def _send(
    house: House, fetch: SafeFetch, delivery_id: UUID, round_: int
) -> dict[str, JsonValue] | None:
    """Sign and post; what came of it, or None when the delivery has ended."""
    outgoing = await asyncio.to_thread(_begin, house, delivery_id, round_)
    if outgoing is None:
        return None
    started_at = house.clock.now()
    answer = await _post(fetch, outgoing)
    return {"started_at": started_at.isoformat(), "status": answer.status, "error": answer.error}


def _begin(house: House, delivery_id: UUID, round_: int) -> Outgoing | None:
    with house.transaction() as services:
        return services.webhooks.begin_attempt(delivery_id, round_)


async def _post(fetch: SafeFetch, outgoing: Outgoing) -> Answer:
    """An endpoint that does not answer, or must not be asked, is an answer too: the schedule decides."""
    try:
        response = await fetch.post(
            outgoing.url, outgoing.body, outgoing.headers, timeout=TIMEOUT.total_seconds()
        )
    except (AddressRefused, FetchFailed) as failure:
        return Answer(status=None, error=failure.message)
    return Answer(response.status)


def _record(
    services: Services, delivery_id: UUID, round_: int, number: int, sent: dict[str, JsonValue]
) -> str:
    status, error = sent["status"], sent["error"]
    answer = Answer(
        status=status if isinstance(status, int) else None, error=error if isinstance(error, str) else None
    )
    began = sent["started_at"]
    started_at = datetime.fromisoformat(began) if isinstance(began, str) else None
    return services.webhooks.record_attempt(delivery_id, round_, number, started_at, answer).state.value
