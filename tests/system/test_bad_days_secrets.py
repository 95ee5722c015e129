"""Whoever reads the logs or copies the database of a house learns no secret that opens it."""

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from pytest_httpserver import HTTPServer

from reelhouse.core.webhooks.types import DeliveryState
from running import RunningHouse, end, serving, wait_until

SECRET = "an-operators-own-secret-0123456789abcdef"
SPEECH_KEY = "sk_speech-0123456789abcdefghijklmnop"
ALMOST = "ma_" + "0123456789abcdef" * 2
"""Somebody's mistyped key is as good as a key for a guesser."""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RunningHouse]:
    with serving(tmp_path / "data", SECRET=SECRET, SPEECH_KEY=SPEECH_KEY, LOG_LEVEL="debug") as house:
        yield house


def files_of(data: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}


def test_no_secret_of_a_run_is_in_its_logs_or_in_its_database(
    house: RunningHouse, httpserver: HTTPServer
) -> None:
    """Promises 12 and 37."""
    httpserver.expect_request("/hook").respond_with_data("no", status=500)
    caller = house.caller()
    made = caller.http.post(
        "/account/keys", json={"name": "lent"}, headers={"Idempotency-Key": "made once"}
    ).json()["key"]
    lent = house.caller_with(made)
    job_id = lent.submit(webhook_url=httpserver.url_for("/hook"))
    link = httpx2.URL(lent.wait_for_end(job_id)["output_url"])
    assert httpx2.get(link).status_code == 200
    wait_until(lambda: bool(httpserver.log), "the telling of the end")
    mistakes = [
        httpx2.get(link.copy_set_param("signature", ALMOST)),
        httpx2.get(f"{house.base}/agentmedia/api/v1/videos?api_key={made}"),
        httpx2.get(f"{house.base}/agentmedia/api/v1/videos/{made}"),
        house.caller_with(ALMOST).http.get("/account"),
        lent.http.post("/videos", json={"script": f"Bearer {made}"}),
        lent.http.post("/videos", content=f'{{"key": "{made}"'.encode()),
        lent.http.post("/videos", json={"actor_slug": made, "prompt": "x"}),
    ]
    assert all(400 <= answer.status_code < 500 for answer in mistakes), mistakes
    with house.opened() as opened, opened.reading() as services:
        owner = services.workspaces.find_by_name("acme")
        assert owner is not None
        webhook_secret = services.webhooks.secret(owner.workspace_id)
        (delivery,) = services.webhooks.list_deliveries(owner.workspace_id)
    assert delivery.state is DeliveryState.PENDING
    signatures = httpserver.log[0][0].headers["webhook-signature"].split()

    end(house.process)

    log = house.log.read_text()
    assert job_id in log
    link_signature = link.params["signature"]
    for secret in (caller.key, made, ALMOST, SECRET, SPEECH_KEY, webhook_secret, link_signature, *signatures):
        assert secret not in log
        assert secret.removeprefix("whsec_") not in log
    kept = files_of(house.data)
    assert any(path.suffix == ".db" for path in kept)
    for secret in (caller.key, made, ALMOST, SECRET, SPEECH_KEY):
        assert [path for path, body in kept.items() if secret.encode() in body] == []
