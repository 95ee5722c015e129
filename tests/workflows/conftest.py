"""A house on a bare database, as the processes of reelhouse open it."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from dbos import DBOSClient

from reelhouse.bootstrap.house import open_house
from reelhouse.config import DatabaseSettings, Settings
from reelhouse.core.house import House
from reelhouse.core.jobs.types import Job, JobKind, NewJob
from reelhouse.kit.money import cents
from reelhouse.workflows.durable import durable_client


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    house = open_house(Settings(data=tmp_path, database=DatabaseSettings(url=database_url))).house
    yield house
    house.database.dispose()


@pytest.fixture
def client(house: House) -> DBOSClient:
    return durable_client(house.database.engine)


@pytest.fixture
def workspace_id(house: House) -> UUID:
    with house.transaction() as services:
        return services.workspaces.create("Ada's studio").workspace_id


@pytest.fixture
def job(house: House, workspace_id: UUID) -> Job:
    """A video job that waits for a worker."""
    with house.transaction() as services:
        return services.jobs.submit(
            NewJob(
                workspace_id=workspace_id,
                kind=JobKind.VIDEO,
                origin="tests",
                input={},
                price=cents(40),
                workflow="make_video",
                queue="render",
            )
        )
