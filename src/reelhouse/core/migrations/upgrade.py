"""Running the migrations from within the program: Alembic, in one transaction, by one process at a time."""

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from reelhouse.kit.db import Database

MIGRATION_LOCK = 0x7265656C  # any number that nobody else locks by: "reel"


def migrate(database: Database, to: str = "head") -> None:
    """Bring the tables to the present; nothing to do is quickly done.

    Safe when several processes start at once: the first one migrates, the others wait and find it done.
    A migration that fails leaves the database as it was.
    """
    with database.transaction() as transaction:
        _lock(transaction.connection)
        command.upgrade(_config(transaction.connection), to)


def roll_back(database: Database, to: str) -> None:
    """Return to an earlier revision, ``base`` for none at all; what only later tables hold is lost."""
    with database.transaction() as transaction:
        _lock(transaction.connection)
        command.downgrade(_config(transaction.connection), to)


def is_current(database: Database) -> bool:
    """Whether the tables are those that this version of the program expects."""
    expected = set(ScriptDirectory.from_config(_config(None)).get_heads())
    with database.reading() as connection:
        return set(MigrationContext.configure(connection).get_current_heads()) == expected


def _config(connection: sa.Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", "reelhouse.core:migrations")
    config.attributes["connection"] = connection
    return config


def _lock(connection: sa.Connection) -> None:
    """On SQLite every write transaction is alone already."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATION_LOCK)))
