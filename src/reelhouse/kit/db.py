"""The database: one engine, explicit transactions, and column types for both SQLite and PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.pool import ConnectionPoolEntry

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


class Instant(sa.types.TypeDecorator[datetime]):
    """An aware UTC instant with microseconds. SQLite has no zones, so it keeps the naive UTC reading."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Transaction:
    """A write transaction: its connection, and what to do once it is safely committed."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self._after_commit: list[Callable[[], None]] = []

    def after_commit(self, action: Callable[[], None]) -> None:
        """Run `action` after the commit, never after a rollback.

        A crash may come between, so `action` may only hasten what would happen anyway.
        """
        self._after_commit.append(action)

    def run_after_commit(self) -> None:
        for action in self._after_commit:
            action()


class Database:
    """Opens transactions on SQLite or PostgreSQL.

    On SQLite a write transaction takes the write lock at once (``BEGIN IMMEDIATE``), so that what it
    read is still true when it writes; on PostgreSQL the services lock the rows they decide upon.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine
        self._reading = engine.execution_options(reelhouse_readonly=True)
        self._glance: sa.Connection | None = None

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        with self.engine.begin() as connection:
            transaction = Transaction(connection)
            yield transaction
        transaction.run_after_commit()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A transaction that only reads; on SQLite it never waits for a writer."""
        with self._reading.connect() as connection:
            yield connection

    @property
    def glance(self) -> sa.Connection | None:
        """SQLite alone: a connection for single quick reads from the event loop, and from nowhere else.

        It belongs to no transaction and waits for nobody: each statement sees what is committed by then.
        """
        if self._glance is None and self.is_sqlite:
            self._glance = _glancing_engine(self.engine.url).connect()
        return self._glance

    def dispose(self) -> None:
        if self._glance is not None:
            self._glance.close()
            self._glance = None
        self.engine.dispose()


def open_database(
    url: str, *, synchronous: Literal["NORMAL", "FULL"] = "NORMAL", pool_size: int = 10
) -> Database:
    """Open the database behind `url` (``sqlite:///path`` or ``postgresql+psycopg://…``).

    `synchronous` matters on SQLite alone: FULL makes the ledger outlive a power cut, NORMAL a crash.
    """
    parsed = sa.make_url(url)
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() != "sqlite":
        return Database(
            sa.create_engine(parsed, pool_size=pool_size, max_overflow=pool_size, pool_pre_ping=True)
        )
    engine = sa.create_engine(
        parsed,
        pool_size=pool_size,
        max_overflow=pool_size,
        connect_args={"check_same_thread": False, "timeout": 30},
    )
    _prepare_sqlite(engine, synchronous)
    return Database(engine)


def _glancing_engine(url: sa.URL) -> sa.Engine:
    engine = sa.create_engine(
        url,
        poolclass=sa.StaticPool,
        connect_args={"check_same_thread": False, "isolation_level": None, "timeout": 1},
        isolation_level="AUTOCOMMIT",
    )

    @sa.event.listens_for(engine, "connect")
    def configure(connection: Any, _record: ConnectionPoolEntry) -> None:  # noqa: ANN401 - a DBAPI connection
        connection.execute("PRAGMA query_only=ON")

    return engine


def _prepare_sqlite(engine: sa.Engine, synchronous: str) -> None:
    @sa.event.listens_for(engine, "connect")
    def configure(connection: Any, _record: ConnectionPoolEntry) -> None:  # noqa: ANN401 - a DBAPI connection
        connection.isolation_level = None  # BEGIN is ours alone: see `begin`
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            f"synchronous={synchronous}",
            "foreign_keys=ON",
            "busy_timeout=30000",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        readonly = connection.get_execution_options().get("reelhouse_readonly", False)
        connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")
