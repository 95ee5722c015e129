"""Promise 30: whatever happens to its workers, a webhook is delivered at least once, under one id."""

from typing import TYPE_CHECKING

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reelhouse.core.webhooks.types import DeliveryState

if TYPE_CHECKING:
    from tests.durability.conftest import Yard


@pytest.mark.parametrize("moment", ["done", "recorded"])
@pytest.mark.parametrize("step", ["send", "record"])
def test_a_worker_killed_while_it_delivers_delivers_all_the_same(
    yard: "Yard", receiver: HTTPServer, step: str, moment: str
) -> None:
    """Promises 26, 30 and 39."""
    receiver.expect_request("/hook").respond_with_data("thanks")
    job_id = yard.submit(webhook_url=receiver.url_for("/hook"))
    yard.start_doomed(step, moment)

    yard.start()
    delivery = yard.wait_for_delivery(DeliveryState.DELIVERED)

    ids = {request.headers["webhook-id"] for request, _ in receiver.log}
    assert ids == {delivery.message_id}
    assert delivery.job_id == job_id
    assert [attempt.status for attempt in yard.attempts(delivery)] == [200]


def test_a_delivery_that_fails_waits_outside_of_its_queue_and_is_tried_again(
    yard: "Yard", receiver: HTTPServer
) -> None:
    """Promises 26 and 28."""
    receiver.expect_ordered_request("/hook").respond_with_data("busy", status=503)
    receiver.expect_ordered_request("/hook").respond_with_data("thanks")
    yard.submit(webhook_url=receiver.url_for("/hook"))

    yard.start()
    delivery = yard.wait_for_delivery(DeliveryState.DELIVERED)

    sent = [request for request, _ in receiver.log]
    assert [attempt.status for attempt in yard.attempts(delivery)] == [503, 200]
    assert len({request.headers["webhook-id"] for request in sent}) == 1
    stamps = [int(request.headers["webhook-timestamp"]) for request in sent]
    assert stamps[1] >= stamps[0] + 5


def test_a_redirect_is_not_followed(yard: "Yard", receiver: HTTPServer) -> None:
    """Promise 29."""

    def redirect(_request: Request) -> Response:
        return Response(status=302, headers={"location": receiver.url_for("/elsewhere")})

    receiver.expect_request("/hook").respond_with_handler(redirect)
    yard.submit(webhook_url=receiver.url_for("/hook"))

    yard.start()
    yard.wait_for_attempts(1)

    assert [request.path for request, _ in receiver.log] == ["/hook"]
    assert yard.deliveries()[0].state is DeliveryState.PENDING


def test_an_endpoint_that_is_gone_is_left_alone(yard: "Yard", receiver: HTTPServer) -> None:
    """Promise 29."""
    receiver.expect_request("/hook").respond_with_data("no more", status=410)
    yard.submit(webhook_url=receiver.url_for("/hook"))

    yard.start()

    yard.wait_for_delivery(DeliveryState.GONE)
    assert len(receiver.log) == 1


@pytest.mark.parametrize(
    "url", ["http://10.1.2.3/hook", "http://[::1]:1/hook", "http://169.254.169.254/latest", "ftp://x/"]
)
def test_a_private_address_is_a_failed_attempt_and_not_a_request(yard: "Yard", url: str) -> None:
    """Promise 31."""
    yard.submit(webhook_url=url)

    yard.start()
    yard.wait_for_attempts(1)

    (attempt,) = yard.attempts(yard.deliveries()[0])
    assert attempt.status is None
    assert attempt.error is not None
    assert "refused" in attempt.error
