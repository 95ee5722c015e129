import base64
import json
import random
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from reelhouse.core.jobs.types import Job, JobError
from reelhouse.core.webhooks.errors import DeliveryNotFound
from reelhouse.core.webhooks.schedule import DELAYS, JITTER, judge
from reelhouse.core.webhooks.types import Answer, Delivery, DeliveryState, Outgoing
from reelhouse.kit.clock import FrozenClock, SystemClock

if TYPE_CHECKING:
    from tests.core.conftest import Offices

Submit = Callable[..., Job]
URL = "https://hooks.example/reelhouse"
NO_ANSWER = Answer(status=None, error="hooks.example does not answer")


@pytest.fixture
def delivery(offices: "Offices", workspace_id: UUID, submit: Submit) -> Delivery:
    """The announcement of a job that was canceled."""
    job = submit(webhook_url=URL)
    with offices.transaction() as office:
        office.jobs.cancel(workspace_id, job.job_id)
        (announced,) = office.webhooks.list_deliveries(workspace_id)
    return announced


def _attempt(offices: "Offices", delivery: Delivery, number: int, answer: Answer) -> Outgoing:
    with offices.transaction() as office:
        outgoing = office.webhooks.begin_attempt(delivery.delivery_id, delivery.round)
        assert outgoing is not None
        office.webhooks.record_attempt(delivery.delivery_id, delivery.round, number, None, answer)
    return outgoing


def test_a_job_that_ends_is_announced_once_in_its_own_transaction(
    offices: "Offices", workspace_id: UUID, submit: Submit
) -> None:
    job = submit(webhook_url=URL)
    for _ in range(2):
        with offices.transaction() as office:
            office.jobs.fail(job.job_id, JobError("render_failed", "no frame was drawn"))

    with offices.transaction() as office:
        deliveries = office.webhooks.list_deliveries(workspace_id)
    assert [(one.url, one.event, one.state) for one in deliveries] == [
        (URL, "video.failed", DeliveryState.PENDING)
    ]
    assert len(offices.queued("webhooks")) == 1


def test_a_rolled_back_end_announces_nothing(offices: "Offices", workspace_id: UUID, submit: Submit) -> None:
    job = submit(webhook_url=URL)

    def cancel_and_break() -> None:
        with offices.transaction() as office:
            office.jobs.cancel(workspace_id, job.job_id)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        cancel_and_break()

    with offices.transaction() as office:
        assert office.webhooks.list_deliveries(workspace_id) == ()
    assert offices.queued("webhooks") == []


def test_a_job_without_an_address_is_not_announced(
    offices: "Offices", workspace_id: UUID, submit: Submit
) -> None:
    job = submit()
    with offices.transaction() as office:
        office.jobs.cancel(workspace_id, job.job_id)
        assert office.webhooks.list_deliveries(workspace_id) == ()


def test_the_origin_words_the_payload(offices: "Offices", workspace_id: UUID, submit: Submit) -> None:
    offices.payloads["agentmedia"] = lambda job: {"type": "video.canceled", "data": {"id": str(job.job_id)}}
    job = submit(webhook_url=URL)

    with offices.transaction() as office:
        office.jobs.cancel(workspace_id, job.job_id)
        (announced,) = office.webhooks.list_deliveries(workspace_id)

    assert announced.event == "video.canceled"
    assert json.loads(announced.body) == {"type": "video.canceled", "data": {"id": str(job.job_id)}}


def test_a_receiver_can_verify_what_we_sign(
    workspace_id: UUID, offices: "Offices", delivery: Delivery, clock: FrozenClock
) -> None:
    """Promise 26."""
    clock.advance(SystemClock().now() - clock.now())
    with offices.transaction() as office:
        secret = office.webhooks.secret(workspace_id)

    sent = _attempt(offices, delivery, 1, NO_ANSWER)

    told = Webhook(secret).verify(sent.body, sent.headers)
    assert told["data"]["job_id"] == str(delivery.job_id)
    assert sent.url == URL
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(sent.body + b" ", sent.headers)


def test_every_retry_has_the_same_id_and_a_fresh_timestamp(
    offices: "Offices", delivery: Delivery, clock: FrozenClock
) -> None:
    """Promise 26."""
    first = _attempt(offices, delivery, 1, NO_ANSWER)
    clock.advance(timedelta(seconds=5))
    second = _attempt(offices, delivery, 2, NO_ANSWER)

    assert first.headers["webhook-id"] == second.headers["webhook-id"] == f"msg_{delivery.delivery_id.hex}"
    stamps = [int(sent.headers["webhook-timestamp"]) for sent in (first, second)]
    assert stamps[1] - stamps[0] == 5
    assert first.body == second.body


def test_secrets_are_long_and_one_a_workspace(offices: "Offices", workspace_id: UUID) -> None:
    """Promise 27."""
    with offices.transaction() as office:
        other = office.workspaces.create("Grace's studio").workspace_id
        secrets = [office.webhooks.secret(owner) for owner in (workspace_id, workspace_id, other)]

    assert secrets[0] == secrets[1] != secrets[2]
    assert all(secret.startswith("whsec_") for secret in secrets)
    assert 24 <= len(base64.b64decode(secrets[0].removeprefix("whsec_"))) <= 64


def test_while_a_secret_is_rotated_both_verify(
    offices: "Offices", workspace_id: UUID, delivery: Delivery, clock: FrozenClock
) -> None:
    """Promise 27."""
    clock.advance(SystemClock().now() - clock.now())
    with offices.transaction() as office:
        old = office.webhooks.secret(workspace_id)
        new = office.webhooks.rotate_secret(workspace_id)

    during = _attempt(offices, delivery, 1, NO_ANSWER)
    clock.advance(timedelta(hours=25))
    after = _attempt(offices, delivery, 2, NO_ANSWER)

    assert old != new
    for secret in (old, new):
        Webhook(secret).verify(during.body, during.headers)
    assert len(during.headers["webhook-signature"].split()) == 2
    assert len(after.headers["webhook-signature"].split()) == 1


def test_attempts_follow_the_schedule_with_jitter() -> None:
    """Promise 28."""
    chance = random.Random(7)
    waits = [judge(NO_ANSWER, number, chance).wait for number in range(1, len(DELAYS))]

    assert DELAYS[0] == timedelta(0)
    for planned, wait in zip(DELAYS[1:], waits, strict=True):
        assert wait is not None
        assert planned <= wait <= planned * (1 + JITTER)
    assert len(set(zip(DELAYS[1:], waits, strict=True))) == len(waits)
    assert judge(NO_ANSWER, len(DELAYS), chance).state is DeliveryState.FAILED


@pytest.mark.parametrize("status", [200, 202, 204])
def test_any_2xx_is_delivered(status: int) -> None:
    assert judge(Answer(status), 1, random.Random(1)).state is DeliveryState.DELIVERED


@pytest.mark.parametrize("status", [101, 301, 302, 307, 308, 400, 404, 429, 500, 503])
def test_a_redirect_or_an_error_is_a_failure_that_is_tried_again(status: int) -> None:
    """Promise 29."""
    assert judge(Answer(status), 1, random.Random(1)).wait is not None


def test_410_ends_the_delivery_at_once(offices: "Offices", workspace_id: UUID, delivery: Delivery) -> None:
    """Promise 29."""
    _attempt(offices, delivery, 1, Answer(410))

    with offices.transaction() as office:
        (gone,) = office.webhooks.list_deliveries(workspace_id)
        assert gone.state is DeliveryState.GONE
        assert office.webhooks.begin_attempt(delivery.delivery_id, delivery.round) is None
    assert len(offices.queued("webhooks")) == 1


def test_recording_an_attempt_twice_queues_one_next_attempt(
    offices: "Offices", workspace_id: UUID, delivery: Delivery
) -> None:
    for _ in range(2):
        _attempt(offices, delivery, 1, Answer(503))

    with offices.transaction() as office:
        log = office.webhooks.list_attempts(workspace_id, delivery.delivery_id)
    assert [(attempt.number, attempt.status) for attempt in log] == [(1, 503)]
    assert len(offices.queued("webhooks")) == 2


def test_a_delivery_that_failed_can_be_sent_again_under_its_id(
    offices: "Offices", workspace_id: UUID, delivery: Delivery
) -> None:
    """Promise 30."""
    for number in range(1, len(DELAYS) + 1):
        first = _attempt(offices, delivery, number, NO_ANSWER)

    with offices.transaction() as office:
        (failed,) = office.webhooks.list_deliveries(workspace_id)
        again = office.webhooks.resend(workspace_id, delivery.delivery_id)
    second = _attempt(offices, again, 1, Answer(200))

    assert failed.state is DeliveryState.FAILED
    assert second.headers["webhook-id"] == first.headers["webhook-id"]
    with offices.transaction() as office:
        (done,) = office.webhooks.list_deliveries(workspace_id)
        attempts = office.webhooks.list_attempts(workspace_id, delivery.delivery_id)
    assert done.state is DeliveryState.DELIVERED
    assert [(attempt.round, attempt.number) for attempt in attempts] == [
        *((1, number) for number in range(1, len(DELAYS) + 1)),
        (2, 1),
    ]


def test_the_log_of_another_workspace_is_not_found(offices: "Offices", delivery: Delivery) -> None:
    """Promise 35."""
    with offices.transaction() as office:
        stranger = office.workspaces.create("Eve's studio").workspace_id
        assert office.webhooks.list_deliveries(stranger) == ()
        for ask in (office.webhooks.list_attempts, office.webhooks.resend):
            with pytest.raises(DeliveryNotFound):
                ask(stranger, delivery.delivery_id)


def test_no_secret_stands_in_events_or_messages(
    offices: "Offices", workspace_id: UUID, delivery: Delivery
) -> None:
    """Promise 37."""
    with offices.transaction() as office:
        secret = office.webhooks.secret(workspace_id)
        events = office.events.list_after(delivery.job_id)
    sent = _attempt(offices, delivery, 1, NO_ANSWER)

    told = " ".join([*(str(event.data) for event in events), sent.body.decode(), str(sent.headers)])
    assert secret.removeprefix("whsec_") not in told
