"""What every test may ask for: a frozen clock, and a real database on SQLite and on PostgreSQL.

The PostgreSQL server is private to the test run: the first test that needs it starts a cluster in a
temporary folder, all xdist workers share it (one database a worker), and the run ends it.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from tests.effort import THOROUGH, some
from tests.postgres import Cluster, find_programs, new_home, programs_or_skip

from reelhouse.core.credits.repository import CreditRepository
from reelhouse.core.credits.service import Credits
from reelhouse.core.migrations import migrate
from reelhouse.core.workspaces.repository import WorkspaceRepository
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Tier, Workspace
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import Database, Transaction, open_database

HOME = pytest.StashKey[Path]()
OWNER = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    given: dict[str, str] = getattr(config, "workerinput", {})
    config.stash[OWNER] = int(given.get("owner", os.getpid()))
    config.stash[HOME] = Path(given.get("home") or new_home())


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    """Tell an xdist worker where the cluster of this run lives."""
    config: pytest.Config = node.config  # type: ignore[attr-defined] # xdist ships no types
    node.workerinput.update(owner=str(config.stash[OWNER]), home=str(config.stash[HOME]))  # type: ignore[attr-defined] # as above


ON_POSTGRES = 3
"""Cases of one test that run on PostgreSQL too; SQLite sees all of them, and so does a thorough run."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A server shows what differs with a few cases of each test, and takes twice as long for all of them."""
    if THOROUGH:
        return
    on_server: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("postgres") is not None and isinstance(item, pytest.Function):
            on_server.setdefault(f"{item.path}::{item.originalname}", []).append(item)
    chosen = {item for cases in on_server.values() for item in some(_ordered(cases), ON_POSTGRES)}
    left_out = [item for cases in on_server.values() for item in cases if item not in chosen]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


def _ordered(items: list[pytest.Item]) -> list[pytest.Item]:
    """The same on every worker, however tests are shuffled."""
    return sorted(items, key=lambda item: item.nodeid)


def pytest_unconfigure(config: pytest.Config) -> None:
    home = config.stash.get(HOME, None)
    if home is None or hasattr(config, "workerinput"):
        return
    programs = find_programs()
    if programs is not None and (home / "data" / "postmaster.pid").exists():
        Cluster(home, programs, os.getpid()).stop()
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Cluster:
    """The PostgreSQL server of this test run."""
    programs = programs_or_skip()
    cluster = Cluster(request.config.stash[HOME], programs, request.config.stash[OWNER])
    cluster.home.mkdir(mode=0o700, exist_ok=True)
    ready = cluster.home / "ready"
    with (cluster.home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            cluster.create()
            ready.touch()
    return cluster


@pytest.fixture
def own_postgres() -> Iterator[Cluster]:
    """A PostgreSQL server for one test alone, which may stop and restart it."""
    programs = programs_or_skip()
    cluster = Cluster(new_home(), programs, os.getpid())
    cluster.home.mkdir(mode=0o700)
    cluster.create()
    yield cluster
    if (cluster.data / "postmaster.pid").exists():
        cluster.stop()
    shutil.rmtree(cluster.home, ignore_errors=True)


@pytest.fixture(scope="session")
def furnished_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all tables and no rows, to be copied."""
    path = tmp_path_factory.mktemp("furnished") / "reelhouse.db"
    database = open_database(f"sqlite:///{path}")
    migrate(database)
    database.dispose()
    return path


@pytest.fixture(scope="session")
def furnished_postgres(postgres: Cluster) -> Iterator[str]:
    """The address of this worker's database, with all tables; `database_url` empties it for each test."""
    name = f"reelhouse_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    url = postgres.create_database(name)
    database = open_database(url)
    migrate(database)
    database.dispose()
    yield url
    postgres.drop_database(name)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def backend(request: pytest.FixtureRequest) -> str:
    """Whatever touches the database is tested on both."""
    return str(request.param)


@pytest.fixture
def database_url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that has all tables and no rows."""
    if backend == "postgresql":
        url: str = request.getfixturevalue("furnished_postgres")
        _empty(url)
        return url
    path = tmp_path / "reelhouse.db"
    shutil.copyfile(request.getfixturevalue("furnished_sqlite"), path)
    return f"sqlite:///{path}"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A database that has all tables and no rows."""
    database = open_database(database_url)
    yield database
    database.dispose()


@pytest.fixture
def bare_database(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database in which nobody has created a table yet."""
    name = f"bare_{uuid4().hex}"
    server: Cluster | None = request.getfixturevalue("postgres") if backend == "postgresql" else None
    url = server.create_database(name) if server else f"sqlite:///{tmp_path / 'bare.db'}"
    database = open_database(url)
    yield database
    database.dispose()
    if server:
        server.drop_database(name)


def _empty(url: str) -> None:
    """Remove all rows; ``replica`` switches off the triggers that protect the ledger from just that."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        tables = connection.execute(
            sa.text(
                "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
                " AND tablename NOT IN ('alembic_version', 'dbos_migrations')"
            )
        ).scalars()
        connection.exec_driver_sql("SET session_replication_role = replica")
        connection.exec_driver_sql(f"TRUNCATE {', '.join(tables)} RESTART IDENTITY CASCADE")


@pytest.fixture
def clock() -> FrozenClock:
    """Time that stands still until the test moves it."""
    return FrozenClock()


@pytest.fixture
def transaction(database: Database) -> Iterator[Transaction]:
    """One open transaction, for tests of services; it is rolled back when the test fails."""
    with database.transaction() as transaction:
        yield transaction


@pytest.fixture
def wallets(transaction: Transaction, clock: FrozenClock) -> Credits:
    """The service of money, metered, within `transaction`."""
    return Credits(CreditRepository(transaction.connection), clock)


@pytest.fixture
def workspaces(transaction: Transaction, wallets: Credits, clock: FrozenClock) -> Workspaces:
    return Workspaces(WorkspaceRepository(transaction.connection), wallets, clock)


@pytest.fixture
def workspace(workspaces: Workspaces) -> Workspace:
    """A workspace on the plan Pro Plus, with 12,900 cents to spend."""
    return workspaces.create("Studio", Tier.PRO_PLUS)
