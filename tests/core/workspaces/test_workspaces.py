"""Workspaces: their names, their plans, and the money they start with."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest

from reelhouse.core.credits.repository import CreditRepository
from reelhouse.core.credits.service import Credits
from reelhouse.core.idempotency.repository import IdempotencyRepository
from reelhouse.core.idempotency.service import Idempotency
from reelhouse.core.workspaces.errors import WorkspaceNameInvalid, WorkspaceNameTaken, WorkspaceNotFound
from reelhouse.core.workspaces.repository import WorkspaceRepository
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Tier, Workspace
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import Database, Transaction
from reelhouse.kit.money import cents


def test_a_new_workspace_starts_on_the_default_plan_with_its_allowance(
    workspaces: Workspaces, wallets: Credits, clock: FrozenClock
) -> None:
    workspace = workspaces.create("  Studio ")

    assert workspace.name == "Studio"
    assert workspace.tier is Tier.PRO_PLUS
    assert workspace.created_at == clock.now()
    assert workspaces.get(workspace.workspace_id) == workspace
    assert wallets.wallet(workspace.workspace_id).allowance == cents(12_900)


@pytest.mark.parametrize("tier", list(Tier))
def test_every_plan_opens_with_its_own_allowance(
    tier: Tier, workspaces: Workspaces, wallets: Credits
) -> None:
    workspace = workspaces.create("Studio", tier)

    wallet = wallets.wallet(workspace.workspace_id)

    assert wallet.available == workspace.plan.monthly_allowance
    assert (wallet.period_ends_at is None) == (tier in {Tier.FREE, Tier.PAYG})


def test_a_name_belongs_to_one_workspace(workspaces: Workspaces, workspace: Workspace) -> None:
    with pytest.raises(WorkspaceNameTaken) as refusal:
        workspaces.create(workspace.name)

    assert refusal.value.name == workspace.name
    assert workspaces.list_() == (workspace,)


@pytest.mark.parametrize("name", ["", "   ", "a\x00b", "two\nlines", "x" * 201])
def test_a_name_is_one_printable_line(name: str, workspaces: Workspaces) -> None:
    with pytest.raises(WorkspaceNameInvalid):
        workspaces.create(name)


def test_get_or_create_gives_the_workspace_of_that_name(workspaces: Workspaces) -> None:
    first = workspaces.get_or_create("Studio")

    assert workspaces.get_or_create("Studio") == first
    assert workspaces.find_by_name("Studio") == first
    assert workspaces.find_by_name("Another") is None


def test_an_unknown_workspace_is_named_in_the_error(workspaces: Workspaces) -> None:
    unknown = uuid4()

    with pytest.raises(WorkspaceNotFound) as refusal:
        workspaces.lock(unknown)

    assert refusal.value.workspace_id == unknown


def test_a_larger_plan_tops_the_allowance_up_at_once(workspaces: Workspaces, wallets: Credits) -> None:
    workspace = workspaces.create("Studio", Tier.STARTER)
    wallets.settle(wallets.hold(workspace.workspace_id, cents(900)).hold_id, cents(900))

    changed = workspaces.change_plan(workspace.workspace_id, Tier.CREATOR)

    assert workspaces.get(workspace.workspace_id) == changed
    assert wallets.wallet(workspace.workspace_id).allowance == cents(6_900 - 900)


def test_one_name_asked_for_by_many_at_once_makes_one_workspace(
    database: Database, clock: FrozenClock
) -> None:
    barrier = Barrier(6)

    def ask(_: int) -> Workspace:
        barrier.wait()
        with database.transaction() as transaction:
            wallets = Credits(CreditRepository(transaction.connection), clock)
            return Workspaces(WorkspaceRepository(transaction.connection), wallets, clock).get_or_create(
                "One"
            )

    with ThreadPoolExecutor(6) as pool:
        answers = set(pool.map(ask, range(6)))

    assert len(answers) == 1


@pytest.mark.parametrize("backend", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True)
def test_what_refers_to_a_locked_workspace_can_still_be_written(
    database: Database, clock: FrozenClock
) -> None:
    """Else a job that starts and a job that ends would wait for each other for ever."""
    with database.transaction() as transaction:
        workspace = spaces(transaction, clock).create("Studio")

    with database.transaction() as locking, database.transaction() as writing:
        spaces(locking, clock).lock(workspace.workspace_id)
        writing.connection.exec_driver_sql("SET LOCAL lock_timeout = '5s'")
        claim = Idempotency(IdempotencyRepository(writing.connection), clock).claim(
            workspace.workspace_id, "key", "request"
        )

    assert claim.is_new


def spaces(transaction: Transaction, clock: FrozenClock) -> Workspaces:
    wallets = Credits(CreditRepository(transaction.connection), clock)
    return Workspaces(WorkspaceRepository(transaction.connection), wallets, clock)


def test_a_webhook_is_set_and_taken_back(workspaces: Workspaces, workspace: Workspace) -> None:
    workspace_id = workspace.workspace_id

    told = workspaces.set_webhook(workspace_id, "https://example.com/hook")
    kept = workspaces.get(workspace_id).webhook_url
    workspaces.set_webhook(workspace_id, None)

    assert told.webhook_url == kept == "https://example.com/hook"
    assert workspaces.get(workspace_id).webhook_url is None


def test_a_webhook_needs_a_workspace(workspaces: Workspaces) -> None:
    with pytest.raises(WorkspaceNotFound):
        workspaces.set_webhook(uuid4(), "https://example.com/hook")
