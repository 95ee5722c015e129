"""Workers as processes that can be killed, and a house that sees what they did."""

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_network
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import psutil
import pytest
import sqlalchemy as sa
from pytest_httpserver import HTTPServer

from reelhouse.bootstrap.house import engine_tables, open_house
from reelhouse.config import DatabaseSettings, FetchSettings, Settings
from reelhouse.core.assets.types import Asset
from reelhouse.core.house import House
from reelhouse.core.jobs.heartbeats import Heartbeats, Worker
from reelhouse.core.jobs.types import Job, JobKind, JobState, JsonObject, NewJob
from reelhouse.core.tasks.desk import TaskDesk
from reelhouse.core.webhooks.types import Attempt, Delivery, DeliveryState
from reelhouse.kit.money import MicroDollars, cents
from reelhouse.render.settings import RenderSettings
from reelhouse.render.types import Preset

sys.path.insert(0, str(Path(__file__).parent))  # the workers' processes import it by name

if TYPE_CHECKING:
    from tests.durability.doomed_worker import Doom, Task, work
else:
    from doomed_worker import Doom, Task, work

PRICE = cents(40)
PATIENCE = 90.0
ENDED = {JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELED}


Eventually = Callable[[Callable[[], bool], str], None]


def wait_until(condition: Callable[[], bool], what: str) -> None:
    """Wait until `condition` holds."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"{what} did not happen within {PATIENCE:g} s")
        time.sleep(0.02)


@dataclass
class Yard:
    """A house and its workers."""

    house: House
    settings: Settings
    workspace_id: UUID
    nursery: ForkServerContext
    processes: list[ForkServerProcess] = field(default_factory=list)

    @property
    def desk(self) -> TaskDesk:
        return TaskDesk(engine_tables(self.settings))

    def start(
        self,
        doom: Doom | None = None,
        *,
        trouble: str | None = None,
        lives: float = 1.0,
        real: bool = False,
    ) -> ForkServerProcess:
        process = self.nursery.Process(target=work, args=(Task(self.settings, doom, trouble, lives, real),))
        process.start()
        self.processes.append(process)
        return process

    def start_doomed(self, step: str, moment: str, *, real: bool = False, within: float = PATIENCE) -> None:
        """Run a worker until it has killed itself there."""
        process = self.start(Doom(step, moment), real=real)
        process.join(within)
        assert process.exitcode == -9, f"the worker ended with {process.exitcode}, not by its own hand"

    def submit(
        self, *, seconds: float = 0.05, webhook_url: str | None = None, plan: JsonObject | None = None
    ) -> UUID:
        with self.house.transaction() as services:
            return services.jobs.submit(
                NewJob(
                    workspace_id=self.workspace_id,
                    kind=JobKind.VIDEO,
                    origin="tests",
                    input=plan or {"seconds": seconds},
                    price=PRICE,
                    workflow="make_video",
                    queue="render",
                    webhook_url=webhook_url,
                )
            ).job_id

    def job(self, job_id: UUID) -> Job:
        with self.house.reading() as services:
            return services.jobs.load(job_id)

    def wait_for_end(self, job_id: UUID) -> Job:
        wait_until(lambda: self.job(job_id).state in ENDED, f"the end of the job {job_id}")
        return self.job(job_id)

    def wait_for_state(self, job_id: UUID, state: JobState) -> None:
        wait_until(lambda: self.job(job_id).state is state, f"the state {state} of the job {job_id}")

    def deliveries(self) -> tuple[Delivery, ...]:
        with self.house.reading() as services:
            return services.webhooks.list_deliveries(self.workspace_id)

    def attempts(self, delivery: Delivery) -> tuple[Attempt, ...]:
        with self.house.reading() as services:
            return services.webhooks.list_attempts(self.workspace_id, delivery.delivery_id)

    def wait_for_delivery(self, state: DeliveryState) -> Delivery:
        wait_until(lambda: [one.state for one in self.deliveries()] == [state], f"a delivery that is {state}")
        return self.deliveries()[0]

    def poison(self, job_id: UUID, pickled: str) -> None:
        """Turn the input of queued work into a pickle, as somebody who can write the database might."""
        schema = None if self.house.database.is_sqlite else "dbos"
        with self.house.database.transaction() as transaction:
            for table, values in (
                ("workflow_input", {"inputs": pickled}),
                ("workflow_status", {"serialization": "py_pickle"}),
            ):
                row = sa.table(table, sa.column("workflow_uuid"), *map(sa.column, values), schema=schema)
                transaction.connection.execute(
                    row.update().where(row.c.workflow_uuid == str(job_id)).values(values)
                )

    def cancel(self, job_id: UUID) -> None:
        with self.house.transaction() as services:
            services.jobs.cancel(self.workspace_id, job_id)

    def assets(self, job_id: UUID) -> tuple[Asset, ...]:
        with self.house.reading() as services:
            return services.assets.list_for_job(job_id)

    def spent(self) -> MicroDollars:
        """What is gone from the wallet, with books that agree and nothing left on hold."""
        with self.house.reading() as services:
            services.credits.verify_books()
            wallet = services.credits.wallet(self.workspace_id)
        assert wallet.held == 0
        return MicroDollars(wallet.monthly_allowance - wallet.available)

    def programs(self) -> list[psutil.Process]:
        """The programs that any worker started and that still run."""
        mark = str(self.settings.data)
        return [
            found
            for found in psutil.process_iter(["cmdline"])
            if any(mark in argument for argument in found.info["cmdline"] or [])
        ]

    def wait_for_program(self) -> None:
        wait_until(lambda: bool(self.programs()), "the start of a program")

    def wait_for_stage(self, job_id: UUID, stage: str) -> None:
        wait_until(lambda: self.job(job_id).stage == stage, f"the stage {stage} of the job {job_id}")

    def wait_for_progress(self, job_id: UUID, share: float) -> None:
        wait_until(lambda: self.job(job_id).progress >= share, f"{share:.0%} of the job {job_id}")

    def wait_for_worker(self) -> None:
        wait_until(lambda: any(worker.alive for worker in self.workers()), "a heartbeat")

    def wait_for_attempts(self, number: int) -> None:
        wait_until(
            lambda: [len(self.attempts(one)) for one in self.deliveries()] == [number],
            f"attempt {number} of a delivery",
        )

    def wait_until_stored(self, names: list[str]) -> None:
        wait_until(lambda: self.stored() == names, f"that only {names} is stored")

    def wait_until_nothing_lies_between(self) -> None:
        wait_until(
            lambda: not [name for name in self.stored() if name.startswith("work/")],
            "that a job is tidied up",
        )

    def workers(self) -> tuple[Worker, ...]:
        with self.house.database.reading() as connection:
            return Heartbeats(connection).workers()

    def wait_until_no_program_runs(self) -> None:
        wait_until(lambda: not self.programs(), "the end of every program")

    def stored(self) -> list[str]:
        files = self.settings.data / "files"
        return sorted(str(path.relative_to(files)) for path in files.rglob("*") if path.is_file())

    def halves(self) -> list[Path]:
        return list(self.settings.data.rglob("*.part"))


@pytest.fixture
def eventually() -> Eventually:
    """Waits until a condition holds, and fails when it never does."""
    return wait_until


@pytest.fixture(scope="session")
def nursery() -> ForkServerContext:
    """Workers are forked from one process that has imported everything already."""
    with pytest.MonkeyPatch.context() as environment:
        # The server that forks forgets our path in Python 3.11, and would silently import nothing.
        path = [str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]
        environment.setenv("PYTHONPATH", os.pathsep.join(part for part in path if part))
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["doomed_worker"])
        forkserver.ensure_running()
    return context


@pytest.fixture
def receiver() -> Iterator[HTTPServer]:
    """A stranger's server on this machine."""
    with HTTPServer(host="127.0.0.1", threaded=True) as server:
        yield server


OpenYard = Callable[[str], AbstractContextManager[Yard]]


@pytest.fixture
def open_yard(tmp_path: Path, nursery: ForkServerContext) -> OpenYard:
    """Open a house on the database of an address; its workers end with it."""

    @contextmanager
    def open_it(url: str) -> Iterator[Yard]:
        settings = Settings(
            data=tmp_path / "data",
            database=DatabaseSettings(url=url),
            fetch=FetchSettings(allow=[ip_network("127.0.0.0/8")]),
            render=RenderSettings(preset=Preset.DRAFT),
        )
        settings.data.mkdir()
        house = open_house(settings).house
        with house.transaction() as services:
            workspace_id = services.workspaces.create("Ada's studio").workspace_id
        yard = Yard(house, settings, workspace_id, nursery)
        try:
            yield yard
        finally:
            for process in yard.processes:
                process.kill()
                process.join()
            house.database.dispose()

    return open_it


@pytest.fixture
def yard(database_url: str, open_yard: OpenYard) -> Iterator[Yard]:
    with open_yard(database_url) as opened:
        yield opened
