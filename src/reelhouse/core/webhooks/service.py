"""Telling the outside how a job ended: announced with the end itself, tried until it is heard or given up."""

import json
import random
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from reelhouse.core.jobs.types import Dispatcher, Job, JsonObject, Work
from reelhouse.core.webhooks.errors import DeliveryNotFound
from reelhouse.core.webhooks.repository import WebhooksRepository
from reelhouse.core.webhooks.schedule import DELAYS, Verdict, judge
from reelhouse.core.webhooks.signing import new_secret, shown, signed_headers
from reelhouse.core.webhooks.types import Answer, Attempt, Delivery, DeliveryState, Outgoing
from reelhouse.kit.clock import Clock
from reelhouse.kit.db import Transaction
from reelhouse.kit.ids import new_id

WORKFLOW = "deliver_webhook"
QUEUE = "webhooks"

PREVIOUS_SECRET_LASTS = timedelta(hours=24)

PayloadOf = Callable[[Job], JsonObject]
"""A dialect's words for a job that has ended; its ``type`` names the event."""


class Webhooks:
    """`payloads` has one builder for each origin; any other origin is told in the house's own words."""

    def __init__(
        self,
        *,
        repository: WebhooksRepository,
        dispatcher: Dispatcher,
        clock: Clock,
        transaction: Transaction,
        payloads: Mapping[str, PayloadOf],
        chance: random.Random | None = None,
    ) -> None:
        self._repository = repository
        self._dispatcher = dispatcher
        self._clock = clock
        self._transaction = transaction
        self._payloads = payloads
        self._chance = chance or random.Random()

    def secret(self, workspace_id: UUID) -> str:
        """The secret with which a receiver checks our signatures; made when it is first asked for."""
        return shown(self._keys(workspace_id)[0])

    def rotate_secret(self, workspace_id: UUID) -> str:
        """A new secret; for 24 hours messages are signed with the old one too."""
        self._keys(workspace_id)
        until = self._clock.now() + PREVIOUS_SECRET_LASTS
        self._repository.replace_secret(workspace_id, new_secret(), until)
        return self.secret(workspace_id)

    def announce(self, job: Job) -> Delivery | None:
        """Write down how a job ended and queue the telling, in the transaction that ends it; once each."""
        if job.webhook_url is None:
            return None
        payload = self._payloads.get(job.origin, _house_payload)(job)
        delivery = Delivery(
            delivery_id=new_id(),
            workspace_id=job.workspace_id,
            job_id=job.job_id,
            url=job.webhook_url,
            event=str(payload["type"]),
            body=json.dumps(payload, ensure_ascii=False, separators=(",", ":")),
            state=DeliveryState.PENDING,
            round=1,
            created_at=self._clock.now(),
            ended_at=None,
        )
        if not self._repository.add_delivery(delivery):
            return None
        self._enqueue(delivery, 1, DELAYS[0])
        return delivery

    def begin_attempt(self, delivery_id: UUID, round_: int) -> Outgoing | None:
        """The signed request of an attempt, with a fresh timestamp; None when this round has ended."""
        delivery = self._get(delivery_id)
        if delivery.state is not DeliveryState.PENDING or delivery.round != round_:
            return None
        keys = self._keys(delivery.workspace_id)
        headers = signed_headers(delivery.message_id, self._clock.now(), delivery.body, keys)
        return Outgoing(delivery.url, headers, delivery.body.encode())

    def record_attempt(
        self, delivery_id: UUID, round_: int, number: int, started_at: datetime | None, answer: Answer
    ) -> Verdict:
        """Log an attempt, and end the delivery or queue the next attempt; twice does it once."""
        delivery = self._get(delivery_id, lock=True)
        now = self._clock.now()
        verdict = judge(answer, number, self._chance)
        attempt = Attempt(delivery_id, round_, number, started_at or now, now, answer.status, answer.error)
        if not self._repository.add_attempt(attempt) or delivery.round != round_:
            return verdict
        if verdict.wait is not None:
            self._enqueue(delivery, number + 1, verdict.wait)
        else:
            self._repository.change_delivery(delivery_id, state=verdict.state.value, ended_at=now)
        return verdict

    def list_deliveries(self, workspace_id: UUID, limit: int = 20, offset: int = 0) -> tuple[Delivery, ...]:
        """The log of a workspace, newest first."""
        return self._repository.list_deliveries(workspace_id, limit, offset)

    def list_attempts(self, workspace_id: UUID, delivery_id: UUID) -> tuple[Attempt, ...]:
        """Each try of a delivery, oldest first. Raises `DeliveryNotFound`."""
        return self._repository.list_attempts(self._owned(workspace_id, delivery_id).delivery_id)

    def resend(self, workspace_id: UUID, delivery_id: UUID) -> Delivery:
        """Send a message anew, under its old id, whatever became of it. Raises `DeliveryNotFound`."""
        delivery = self._owned(workspace_id, delivery_id)
        again = self._repository.change_delivery(
            delivery_id, state=DeliveryState.PENDING.value, round=delivery.round + 1, ended_at=None
        )
        self._enqueue(again, 1, DELAYS[0])
        return again

    def _enqueue(self, delivery: Delivery, number: int, delay: timedelta) -> None:
        work_id = f"{delivery.delivery_id}.{delivery.round}.{number}"
        payload: JsonObject = {
            "delivery_id": str(delivery.delivery_id),
            "round": delivery.round,
            "number": number,
        }
        self._dispatcher.enqueue(self._transaction.connection, Work(work_id, WORKFLOW, QUEUE, payload, delay))

    def _keys(self, workspace_id: UUID) -> tuple[bytes, ...]:
        keys = self._repository.find_secrets(workspace_id, self._clock.now())
        if keys:
            return keys
        self._repository.add_secret(workspace_id, new_secret())
        return self._repository.find_secrets(workspace_id, self._clock.now())

    def _get(self, delivery_id: UUID, *, lock: bool = False) -> Delivery:
        delivery = self._repository.find_delivery(delivery_id, lock=lock)
        if delivery is None:
            raise DeliveryNotFound(delivery_id)
        return delivery

    def _owned(self, workspace_id: UUID, delivery_id: UUID) -> Delivery:
        delivery = self._repository.find_delivery(delivery_id, lock=True)
        if delivery is None or delivery.workspace_id != workspace_id:
            raise DeliveryNotFound(delivery_id)
        return delivery


def _house_payload(job: Job) -> JsonObject:
    return {
        "type": f"{job.kind.value}.{job.state.value}",
        "timestamp": job.ended_at.isoformat() if job.ended_at else None,
        "data": {
            "job_id": str(job.job_id),
            "kind": job.kind.value,
            "state": job.state.value,
            "result": dict(job.result) if job.result is not None else None,
            "error": {"code": job.error.code, "message": job.error.message} if job.error else None,
        },
    }
