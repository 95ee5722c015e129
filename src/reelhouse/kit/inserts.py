"""Inserting a row at most once, in one statement, on SQLite and on PostgreSQL."""

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def insert_new(connection: sa.Connection, table: sa.Table, row: Mapping[str, object]) -> bool:
    """Insert `row` unless a row with one of its unique keys is there; tell whether it was inserted.

    On PostgreSQL this waits for a concurrent transaction that inserts the same key, so that a caller
    who is told False can read the other row at once.
    """
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = insert(table).values(row).on_conflict_do_nothing().returning(sa.literal(1))
    return connection.execute(statement).first() is not None
