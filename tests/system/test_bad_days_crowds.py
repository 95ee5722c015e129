"""Many callers at once, and several processes: limits, money and keys hold, on both databases."""

import os
import shutil
import socket
import subprocess
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import httpx2
import pytest

from reelhouse.core.workspaces.types import Tier
from running import PRICE, SCRIPT, RunningHouse, serving, wait_until

if TYPE_CHECKING:
    from tests.postgres import Cluster

BODY = {"script": SCRIPT}


def at_once(number: int, act: Callable[[int], httpx2.Response]) -> list[httpx2.Response]:
    with ThreadPoolExecutor(number) as crowd:
        return list(crowd.map(act, range(number)))


def outcomes(answers: list[httpx2.Response]) -> Counter[str]:
    """How often each error code was answered, and ``ok``."""
    return Counter("ok" if answer.is_success else str(answer.json()["error"]["code"]) for answer in answers)


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHouse]:
    """An API without a worker, so that everything submitted stays under way."""
    settings: dict[str, Any] = {}
    if request.param == "postgresql":
        settings["DATABASE_URL"] = new_database(request.getfixturevalue("postgres"))
    data: Path = tmp_path_factory.mktemp("crowd") / "data"
    with serving(data, "--no-worker", **settings) as running:
        yield running


def new_database(cluster: "Cluster") -> str:
    return cluster.create_database(f"crowd_{uuid4().hex}")


def test_fifty_identical_posts_at_once_make_one_job_and_one_charge(house: RunningHouse) -> None:
    """Promise 7."""
    caller = house.caller("repeaters")
    headers = {"Idempotency-Key": "one and the same"}

    answers = at_once(50, lambda _: caller.http.post("/videos", json=BODY, headers=headers))

    counted = outcomes(answers)
    assert set(counted) <= {"ok", "idempotency_in_flight"}
    assert counted["ok"] >= 1
    assert len({answer.json()["job_id"] for answer in answers if answer.is_success}) == 1
    assert all("retry-after" in answer.headers for answer in answers if not answer.is_success)
    assert caller.total_jobs() == 1
    assert house.books("repeaters") == (12_900 - PRICE, PRICE)


def test_a_plans_concurrency_is_never_exceeded(house: RunningHouse) -> None:
    caller = house.caller("eager starter", Tier.STARTER)

    answers = at_once(30, lambda _: caller.post())

    assert outcomes(answers) == {"ok": 3, "concurrency_limit": 27}
    assert caller.total_jobs() == 3
    assert house.books("eager starter") == (3_900 - 3 * PRICE, 3 * PRICE)


def test_the_free_plan_makes_one_video_at_once(house: RunningHouse) -> None:
    caller = house.caller("eager free", Tier.FREE, purchased=10 * PRICE)

    answers = at_once(30, lambda _: caller.post())

    assert outcomes(answers) == {"ok": 1, "concurrency_limit": 29}
    assert house.books("eager free") == (9 * PRICE, PRICE)


def test_a_crowd_never_spends_more_than_there_is(house: RunningHouse) -> None:
    """Promise 22."""
    caller = house.caller("poor", Tier.PAYG, purchased=2 * PRICE - 1)

    answers = at_once(30, lambda _: caller.post())

    assert outcomes(answers) == {"ok": 1, "insufficient_credits": 29}
    assert house.books("poor") == (PRICE - 1, PRICE)


def test_a_crowd_that_cancels_one_job_is_refunded_once(house: RunningHouse) -> None:
    """Promises 20 and 23."""
    caller = house.caller("regretful")
    job_id = caller.submit()

    answers = at_once(20, lambda _: caller.http.post(f"/videos/{job_id}/cancel"))

    assert outcomes(answers) == {"ok": 1, "cannot_cancel": 19}
    assert house.books("regretful") == (12_900, 0)


@pytest.mark.postgres
def test_a_key_revoked_in_one_process_opens_nothing_in_another(postgres: "Cluster", tmp_path: Path) -> None:
    """Promise 13."""
    url = new_database(postgres)
    with ExitStack() as servers:
        here, there = (
            servers.enter_context(serving(tmp_path / name, "--no-worker", DATABASE_URL=url))
            for name in ("here", "there")
        )
        owner = here.caller("owner")
        made = owner.http.post("/account/keys", json={"name": "lent"}).json()
        lent = there.caller_with(made["key"])
        assert lent.http.get("/account").status_code == 200

        owner.http.delete(f"/account/keys/{made['id']}").raise_for_status()

        assert here.caller_with(made["key"]).http.get("/account").status_code == 401
        wait_until(lambda: lent.http.get("/account").status_code == 401, "the end of the key", seconds=5)
        assert there.caller_with(owner.key).http.get("/account").status_code == 200


@pytest.fixture
def redis_url(tmp_path: Path) -> Iterator[str]:
    program = shutil.which("redis-server")
    if program is None and "redis" in os.environ.get("REELHOUSE_TEST_REQUIRE", ""):
        pytest.fail("redis-server is required here and not installed")
    if program is None:
        pytest.skip("redis-server is not installed")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    argv = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
    server = subprocess.Popen(argv, stdout=subprocess.DEVNULL)
    try:
        yield f"redis://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def test_two_processes_share_a_rate_limit_exactly(redis_url: str, tmp_path: Path) -> None:
    """Promises 9 and 10."""
    limit, data = 30, tmp_path / "data"
    settings: dict[str, Any] = {"RATELIMIT_URL": redis_url, "RATELIMIT_PER_MINUTE": str(limit)}
    with ExitStack() as servers:
        houses = [servers.enter_context(serving(data, "--no-worker", **settings)) for _ in range(2)]
        caller = houses[0].caller()
        callers = [house.caller_with(caller.key) for house in houses]

        answers = at_once(80, lambda number: callers[number % 2].http.get("/account"))

    windows = defaultdict(list)
    for answer in answers:
        windows[answer.headers["x-ratelimit-reset"]].append(answer)
    for window in windows.values():  # two of them when a minute ends meanwhile
        assert outcomes(window)["ok"] == min(limit, len(window))
        assert min(int(answer.headers["x-ratelimit-remaining"]) for answer in window) >= 0
    assert all("retry-after" in answer.headers for answer in answers if answer.status_code == 429)
