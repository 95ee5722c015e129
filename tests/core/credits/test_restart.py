"""A database that goes away and comes back loses nothing and books nothing by half."""

import pytest
import sqlalchemy as sa

from reelhouse.core.credits.repository import CreditRepository
from reelhouse.core.credits.service import Credits
from reelhouse.core.migrations import migrate
from reelhouse.core.workspaces.repository import WorkspaceRepository
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Tier
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import open_database
from reelhouse.kit.money import cents


@pytest.mark.postgres
def test_a_restart_of_the_database_undoes_what_was_not_committed(
    request: pytest.FixtureRequest, clock: FrozenClock
) -> None:
    """Promise 41."""
    server = request.getfixturevalue("own_postgres")
    database = open_database(server.create_database("house"))
    migrate(database)
    with database.transaction() as transaction:
        wallets = Credits(CreditRepository(transaction.connection), clock)
        spaces = Workspaces(WorkspaceRepository(transaction.connection), wallets, clock)
        workspace_id = spaces.create("Studio", Tier.STARTER).workspace_id

    def charge_over_a_restart() -> None:
        with database.transaction() as transaction:
            wallets = Credits(CreditRepository(transaction.connection), clock)
            hold = wallets.hold(workspace_id, cents(100))
            server.restart()
            wallets.settle(hold.hold_id, cents(100))

    with pytest.raises(sa.exc.OperationalError):
        charge_over_a_restart()

    with database.transaction() as transaction:
        wallets = Credits(CreditRepository(transaction.connection), clock)
        wallet = wallets.wallet(workspace_id)
        wallets.verify_books()
    assert (wallet.available, wallet.held) == (cents(3_900), 0)
    database.dispose()
