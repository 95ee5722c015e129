"""The migrations make exactly the tables that the models describe, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from reelhouse.core.migrations import is_current, migrate, roll_back
from reelhouse.core.migrations.tables import is_ours, metadata
from reelhouse.core.migrations.upgrade import HEAD
from reelhouse.core.workspaces.types import Workspace
from reelhouse.kit.db import Database, Transaction, open_database


def differences(database: Database) -> list[object]:
    options = {
        "include_name": lambda name, kind, _: is_ours(name, kind),
        "compare_type": True,
        "compare_server_default": True,
    }
    with database.reading() as connection:
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


def tables(database: Database) -> set[str]:
    return set(sa.inspect(database.engine).get_table_names())


def check_constraints(database: Database) -> dict[str, set[str | None]]:
    inspector = sa.inspect(database.engine)
    return {
        table: {check["name"] for check in inspector.get_check_constraints(table)}
        for table in metadata.tables
    }


def test_an_upgrade_from_nothing_gives_exactly_the_models(bare_database: Database) -> None:
    migrate(bare_database)

    assert differences(bare_database) == []
    assert tables(bare_database) == {*metadata.tables, "alembic_version"}
    assert is_current(bare_database)


def test_check_constraints_are_those_of_the_models(bare_database: Database) -> None:
    """Alembic does not compare these."""
    migrate(bare_database)

    described = {
        name: {
            constraint.name for constraint in table.constraints if isinstance(constraint, sa.CheckConstraint)
        }
        for name, table in metadata.tables.items()
    }
    assert check_constraints(bare_database) == described


def test_a_downgrade_leaves_nothing_and_an_upgrade_brings_all_back(bare_database: Database) -> None:
    migrate(bare_database)

    roll_back(bare_database, "base")
    after_downgrade = tables(bare_database)
    current_after_downgrade = is_current(bare_database)
    migrate(bare_database)

    assert after_downgrade == {"alembic_version"}
    assert not current_after_downgrade
    assert differences(bare_database) == []


def test_a_database_without_tables_is_not_current(bare_database: Database) -> None:
    assert not is_current(bare_database)


def test_migrating_again_changes_nothing(database: Database) -> None:
    migrate(database)

    assert is_current(database)


def test_processes_that_start_at_once_migrate_once(bare_database: Database) -> None:
    url = bare_database.engine.url.render_as_string(hide_password=False)
    barrier = Barrier(4)

    def start(_: int) -> bool:
        own = open_database(url)
        barrier.wait()
        migrate(own)
        current = is_current(own)
        own.dispose()
        return current

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(start, range(4)))

    assert answers == [True] * 4
    assert differences(bare_database) == []


def test_tables_of_others_are_left_alone(bare_database: Database) -> None:
    with bare_database.transaction() as transaction:
        transaction.connection.exec_driver_sql("CREATE TABLE workflow_status (workflow_uuid TEXT)")

    migrate(bare_database)
    roll_back(bare_database, "base")

    assert differences_of_others(bare_database) == {"workflow_status", "alembic_version"}


def differences_of_others(database: Database) -> set[str]:
    return tables(database) - set(metadata.tables)


@pytest.mark.parametrize("change", ["UPDATE credit_transfers SET amount = 1", "DELETE FROM credit_transfers"])
def test_the_database_refuses_to_change_the_ledger(
    change: str, transaction: Transaction, workspace: Workspace
) -> None:
    """Promise 19."""
    query = sa.text("SELECT amount FROM credit_transfers WHERE workspace_id IS NOT NULL")
    before = transaction.connection.execute(query).all()

    with (
        pytest.raises(sa.exc.DBAPIError, match="never changed or deleted"),
        transaction.connection.begin_nested(),
    ):
        transaction.connection.execute(sa.text(change))

    assert transaction.connection.execute(query).all() == before
    assert before, workspace


def test_the_newest_revision_is_the_one_that_a_start_looks_for() -> None:
    config = Config()
    config.set_main_option("script_location", "reelhouse.core:migrations")

    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]
