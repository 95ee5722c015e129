"""A database that restarts under a whole house: at worst an answer that says so, later a success."""

import threading
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Self

import httpx2
import pytest

from running import PRICE, SCRIPT, ApiCaller, serving

if TYPE_CHECKING:
    from tests.postgres import Cluster

ALLOWANCE = 12_900
UNAVAILABLE = "edge_function_unreachable"


class Pesterer:
    """Somebody who asks all the time, and once in a while for a video."""

    def __init__(self, caller: ApiCaller) -> None:
        self.caller = caller
        self.seen: Counter[str] = Counter()
        self.unshaped: list[str] = []
        self.accepted: list[str] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._pester)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def wait_for(self, outcome: str) -> None:
        before = self.seen[outcome]
        while self.seen[outcome] == before:
            assert self._thread.is_alive()
            self._stop.wait(0.02)

    def _pester(self) -> None:
        while not self._stop.wait(0.1):
            self._note(self.caller.http.get("/account"))
            if len(self.accepted) < 2:
                answer = self.caller.http.post("/videos", json={"script": SCRIPT})
                self._note(answer)
                if answer.status_code == 201:
                    self.accepted.append(answer.json()["job_id"])

    def _note(self, answer: httpx2.Response) -> None:
        try:
            self.seen["ok" if answer.is_success else answer.json()["error"]["code"]] += 1
        except (ValueError, KeyError):
            self.unshaped.append(f"{answer.status_code} {answer.text[:200]}")


@pytest.mark.postgres
def test_a_restart_of_the_database_delays_and_loses_nothing(own_postgres: "Cluster", tmp_path: Path) -> None:
    """Promises 36, 39 and 41."""
    url = own_postgres.create_database("reelhouse")
    with serving(tmp_path / "data", DATABASE_URL=url, WORKER_HEARTBEAT_SECONDS="5") as house:
        caller = house.caller()
        job_id = caller.submit()
        caller.wait_for(job_id, "processing")
        with Pesterer(house.caller_with(caller.key)) as pesterer:
            pesterer.wait_for("ok")

            own_postgres.stop()
            pesterer.wait_for(UNAVAILABLE)
            own_postgres.start()

            pesterer.wait_for("ok")
            assert caller.wait_for_end(job_id)["status"] == "completed"
            for accepted in pesterer.accepted:
                assert caller.wait_for_end(accepted)["status"] == "completed"

        assert pesterer.unshaped == []
        assert set(pesterer.seen) == {"ok", UNAVAILABLE}
        made = caller.http.get("/videos?limit=100").json()
        assert {job["status"] for job in made["jobs"]} == {"completed"}
        assert house.books("acme") == (ALLOWANCE - made["total"] * PRICE, 0)
