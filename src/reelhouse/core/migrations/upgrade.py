"""Running the migrations from within the program: Alembic, in one transaction, by one process at a time."""

from typing import TYPE_CHECKING

import sqlalchemy as sa

from reelhouse.kit.db import Database

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0005"
"""The newest revision. Told here so that a start with nothing to do need not load Alembic."""

VERSIONS = sa.table("alembic_version", sa.column("version_num"))

MIGRATION_LOCK = 0x7265656C  # any number that nobody else locks by: "reel"


def migrate(database: Database, to: str = "head") -> None:
    """Bring the tables to the present; nothing to do is quickly done.

    Safe when several processes start at once: the first one migrates, the others wait and find it done.
    A migration that fails leaves the database as it was.
    """
    if to == "head" and is_current(database):
        return
    from alembic import command  # noqa: PLC0415 - see HEAD

    with database.transaction() as transaction:
        _lock(transaction.connection)
        command.upgrade(_config(transaction.connection), to)


def roll_back(database: Database, to: str) -> None:
    """Return to an earlier revision, ``base`` for none at all; what only later tables hold is lost."""
    from alembic import command  # noqa: PLC0415 - see HEAD

    with database.transaction() as transaction:
        _lock(transaction.connection)
        command.downgrade(_config(transaction.connection), to)


def is_current(database: Database) -> bool:
    """Whether the tables are those that this version of the program expects."""
    with database.reading() as connection:
        if not sa.inspect(connection).has_table(VERSIONS.name):
            return False
        return set(connection.execute(sa.select(VERSIONS.c.version_num)).scalars()) == {HEAD}


def _config(connection: sa.Connection) -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - see HEAD

    config = Config()
    config.set_main_option("script_location", "reelhouse.core:migrations")
    config.attributes["connection"] = connection
    return config


def _lock(connection: sa.Connection) -> None:
    """On SQLite every write transaction is alone already."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATION_LOCK)))
