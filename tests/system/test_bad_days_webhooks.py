"""Endpoints that do not answer as they should: jobs do not mind, and the delivery log tells."""

import socket
from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reelhouse.core.webhooks.types import Attempt, Delivery, DeliveryState
from running import PRICE, RunningHouse, wait_until

Log = dict[str, tuple[Delivery, Attempt]]


@pytest.fixture
def silent_url() -> Iterator[str]:
    """An endpoint that takes the connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/hook"


@pytest.fixture
def closed_url() -> str:
    """An endpoint where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    return f"http://127.0.0.1:{port}/hook"


def first_attempts(house: RunningHouse, workspace: str) -> Log:
    """Every delivery that was tried, with the first line of its log, by address."""
    with house.opened() as opened, opened.reading() as services:
        owner = services.workspaces.find_by_name(workspace)
        assert owner is not None
        tried: Log = {}
        for delivery in services.webhooks.list_deliveries(owner.workspace_id):
            attempts = services.webhooks.list_attempts(owner.workspace_id, delivery.delivery_id)
            if attempts:
                tried[delivery.url] = (delivery, attempts[0])
    return tried


def test_hostile_webhook_endpoints_are_logged_and_leave_their_jobs_alone(
    running: RunningHouse, httpserver: HTTPServer, silent_url: str, closed_url: str
) -> None:
    """Promises 29 and 30."""

    def redirect(_request: Request) -> Response:
        return Response(status=302, headers={"location": "http://10.0.0.1/admin"})

    httpserver.expect_request("/elsewhere").respond_with_handler(redirect)
    httpserver.expect_request("/gone").respond_with_data("no more", status=410)
    redirecting, gone = httpserver.url_for("/elsewhere"), httpserver.url_for("/gone")
    urls = [closed_url, silent_url, redirecting, gone]
    caller = running.caller("hooked")

    jobs = [caller.submit(webhook_url=url) for url in urls]

    assert {caller.wait_for_end(job_id)["status"] for job_id in jobs} == {"completed"}
    assert running.books("hooked") == (12_900 - len(urls) * PRICE, 0)
    wait_until(lambda: len(first_attempts(running, "hooked")) == len(urls), "an attempt at each endpoint")
    log = first_attempts(running, "hooked")
    assert log[closed_url][1].status is None
    assert "does not answer" in str(log[closed_url][1].error)
    assert log[silent_url][1].status is None
    assert "took longer than 10 s" in str(log[silent_url][1].error)
    assert log[redirecting][1].status == 302
    assert log[redirecting][0].state is DeliveryState.PENDING
    assert log[gone][1].status == 410
    assert log[gone][0].state is DeliveryState.GONE


@pytest.mark.parametrize(
    "url",
    [
        "http://10.1.2.3/hook",
        "http://169.254.169.254/latest/meta-data",
        "http://[::ffff:10.0.0.1]/hook",
        "http://0x0a000001/hook",
        "ftp://media.example/hook",
        "http://user:password@media.example/hook",
    ],
)
def test_a_private_webhook_url_is_refused_before_anything_is_charged(running: RunningHouse, url: str) -> None:
    """Promise 31."""
    caller = running.caller("private hooks")

    answer = caller.post(webhook_url=url)

    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "url_not_allowed"
    assert "password" not in answer.text
    assert (caller.credits(), caller.total_jobs()) == (12_900, 0)
