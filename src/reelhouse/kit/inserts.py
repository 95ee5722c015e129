"""Inserting a row at most once, in one statement, on SQLite and on PostgreSQL."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def insert_new(connection: sa.Connection, table: sa.Table, row: Mapping[str, object]) -> bool:
    """Insert `row` unless a row with one of its unique keys is there; tell whether it was inserted.

    On PostgreSQL this waits for a concurrent transaction that inserts the same key, so that a caller
    who is told False can read the other row at once.
    """
    statement = _insert_once(connection.dialect.name, table, whole=False)
    return connection.execute(statement, row).first() is not None


def inserted_new(
    connection: sa.Connection, table: sa.Table, row: Mapping[str, object]
) -> sa.Row[tuple[Any, ...]] | None:
    """As `insert_new`; the whole row as it was inserted, or None."""
    return connection.execute(_insert_once(connection.dialect.name, table, whole=True), row).first()


@lru_cache(maxsize=64)
def _insert_once(dialect: str, table: sa.Table, *, whole: bool) -> sa.Executable:
    """Built once a table: putting a statement together costs more than running it."""
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement = insert(table).on_conflict_do_nothing()
    return statement.returning(table) if whole else statement.returning(sa.literal(1))
