"""A real server in processes of its own, as an operator starts it, and callers that talk to it over HTTP."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import psutil

from reelhouse.bootstrap.house import opened_house
from reelhouse.config import DatabaseSettings, Settings
from reelhouse.core.credits.types import Pot
from reelhouse.core.house import House
from reelhouse.core.workspaces.types import Tier
from reelhouse.dialects.agentmedia.auth import AGENTMEDIA_FORM
from reelhouse.kit.money import cents

REELHOUSE = str(Path(sys.executable).with_name("reelhouse"))
PATIENCE_SECONDS = 120
ENDED = {"completed", "failed", "canceled"}

SCRIPT = "A short script that is just long enough to be spoken."
PRICE = 150
"""Credits for the five seconds that `SCRIPT` takes."""

LOOPBACK = '["127.0.0.0/8"]'


def wait_until(condition: Callable[[], bool], what: str, seconds: float = PATIENCE_SECONDS) -> None:
    """Wait until `condition` holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"{what} did not happen within {seconds:g} s"
        time.sleep(0.05)


@dataclass(frozen=True, slots=True)
class ApiCaller:
    """Somebody with a key, at the root of agent-media's API."""

    http: httpx2.Client
    key: str

    def post(self, script: str = SCRIPT, **fields: object) -> httpx2.Response:
        return self.http.post("/videos", json={"script": script, **fields})

    def submit(self, script: str = SCRIPT, **fields: object) -> str:
        answer = self.post(script, **fields)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["job_id"])

    def job(self, job_id: str) -> dict[str, Any]:
        answer = self.http.get(f"/videos/{job_id}")
        assert answer.status_code == 200, answer.text
        job: dict[str, Any] = answer.json()
        return job

    def wait_for(self, job_id: str, *statuses: str) -> dict[str, Any]:
        """Poll as a caller does: 502 says that something behind the API is away, and to ask again."""
        seen: dict[str, Any] = {}

        def is_there() -> bool:
            answer = self.http.get(f"/videos/{job_id}")
            assert answer.status_code in {200, 502}, answer.text
            seen.update(answer.json())
            return answer.status_code == 200 and seen["status"] in statuses

        wait_until(is_there, f"{statuses} of the job {job_id}")
        return seen

    def wait_for_end(self, job_id: str) -> dict[str, Any]:
        return self.wait_for(job_id, *ENDED)

    def video(self, job_id: str) -> bytes:
        """The whole file of a job that completed."""
        job = self.job(job_id)
        assert job["status"] == "completed", job
        answer = httpx2.get(job["output_url"])
        assert answer.status_code == 200, answer.text
        return answer.content

    def credits(self) -> int:
        total: int = self.http.get("/account").json()["credits"]["total"]
        return total

    def total_jobs(self) -> int:
        total: int = self.http.get("/videos").json()["total"]
        return total


@dataclass(frozen=True, slots=True)
class RunningHouse:
    base: str
    data: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes]
    log: Path
    closing: ExitStack

    def new_key(self, workspace: str = "acme") -> str:
        argv = [REELHOUSE, "keys", "create", "--workspace", workspace, "--dialect", "agentmedia", "--json"]
        done = subprocess.run(argv, env=self.environment, capture_output=True, check=True, timeout=60)
        return str(json.loads(done.stdout)["key"])

    @contextmanager
    def opened(self) -> Iterator[House]:
        """The same house seen from this process."""
        url = self.environment.get("REELHOUSE_DATABASE_URL", "")
        with opened_house(Settings(data=self.data, database=DatabaseSettings(url=url))) as house:
            yield house

    def caller(self, workspace: str = "acme", tier: Tier = Tier.PRO_PLUS, purchased: int = 0) -> ApiCaller:
        """Somebody of a workspace on the plan `tier`, with so many credits bought besides."""
        with self.opened() as house, house.transaction() as services:
            owner = services.workspaces.find_by_name(workspace) or services.workspaces.create(workspace, tier)
            key = services.keys.issue(owner.workspace_id, AGENTMEDIA_FORM, "Test").secret
            if purchased:
                services.credits.grant(
                    owner.workspace_id, Pot.PURCHASED, cents(purchased), f"test:{workspace}", "bought"
                )
        return self.caller_with(key)

    def caller_with(self, key: str) -> ApiCaller:
        http = httpx2.Client(
            base_url=f"{self.base}/agentmedia/api/v1",
            headers={"Authorization": f"Bearer {key}"},
            timeout=60,
            limits=httpx2.Limits(max_connections=100),
        )
        return ApiCaller(self.closing.enter_context(http), key)

    def checks(self) -> dict[str, dict[str, Any]]:
        """What /readyz found, by name."""
        answer = httpx2.get(f"{self.base}/readyz", timeout=30)
        checks = {check["name"]: check for check in answer.json()["checks"]}
        well = all(check["well"] for check in checks.values())
        assert answer.status_code == (200 if well else 503)
        return checks

    def unwell(self) -> set[str]:
        return {name for name, check in self.checks().items() if not check["well"]}

    def await_ready(self, but: frozenset[str] = frozenset()) -> None:
        """Wait until every check is well, those named in `but` aside."""

        def is_ready() -> bool:
            assert self.process.poll() is None, f"reelhouse serve ended: {self.log.read_text()[-2000:]}"
            try:
                return self.unwell() <= but
            except httpx2.TransportError:
                return False

        wait_until(is_ready, "that reelhouse serve is ready")

    def programs(self) -> list[psutil.Process]:
        """Every process under the server, grandchildren too."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def books(self, workspace: str) -> tuple[int, int]:
        """What a workspace can spend and what it has on hold, in credits, by books that agree."""
        with self.opened() as house, house.reading() as services:
            services.credits.verify_books()
            owner = services.workspaces.find_by_name(workspace)
            assert owner is not None
            wallet = services.credits.wallet(owner.workspace_id)
        return wallet.available // cents(1), wallet.held // cents(1)


@contextmanager
def serving(
    data: Path, *options: str, but: frozenset[str] = frozenset(), **settings: str
) -> Iterator[RunningHouse]:
    """Run ``reelhouse serve`` over `data` until the end of the block.

    `settings` are environment variables without their prefix; `but` are checks that may be unwell at first.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = environment_of(data, **settings)
    log = data.with_name(f"{data.name}-serve.log")
    with log.open("ab") as output, ExitStack() as closing:
        argv = [REELHOUSE, "serve", "--port", str(port), *options]
        process = subprocess.Popen(argv, env=environment, stderr=output, stdout=output)
        closing.callback(end, process)
        house = RunningHouse(f"http://127.0.0.1:{port}", data, environment, process, log, closing)
        if "--no-worker" in options:
            but |= {"worker"}
        house.await_ready(but)
        yield house


@contextmanager
def working(house: RunningHouse) -> Iterator[subprocess.Popen[bytes]]:
    """Run ``reelhouse worker`` beside a server that has none."""
    with house.log.open("ab") as output:
        process = subprocess.Popen([REELHOUSE, "worker"], env=house.environment, stderr=output, stdout=output)
        try:
            yield process
        finally:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask a process to stop, as an operator does; one that does not is a failure."""
    if process.poll() is not None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(40)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise


def environment_of(data: Path, **settings: str) -> dict[str, str]:
    """What a process of the house is told: nothing of the developer's own settings, quick pictures."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("REELHOUSE_")}
    told = {
        "DATA": str(data),
        "RENDER_PRESET": "draft",
        "FETCH_ALLOW": LOOPBACK,
        "LOG_FORMAT": "json",
        "RATELIMIT_PER_MINUTE": "100000",
        **settings,
    }
    return own | {f"REELHOUSE_{name}": value for name, value in told.items()}
