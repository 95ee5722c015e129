"""Many transactions at once, on both databases: nothing is spent twice, nothing goes below zero."""

from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest

from reelhouse.core.credits.errors import HoldAlreadyResolved, OutOfCredits
from reelhouse.core.credits.repository import CreditRepository
from reelhouse.core.credits.service import Credits
from reelhouse.core.credits.settings import HOLD_LASTS
from reelhouse.core.credits.types import Hold, Pot, Wallet
from reelhouse.core.workspaces.repository import WorkspaceRepository
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Tier
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import Database
from reelhouse.kit.money import cents

Action = Callable[[Credits], object]

AT_ONCE = 8


class Bank:
    """Each action is a transaction of its own, as each request is."""

    def __init__(self, database: Database, clock: FrozenClock) -> None:
        self._database = database
        self._clock = clock

    def all_at_once(self, actions: Iterable[Action]) -> list[object]:
        """Start every action at the same moment; what an action refuses is its answer."""
        waiting = list(actions)
        barrier = Barrier(len(waiting))

        def run(action: Action) -> object:
            barrier.wait()
            try:
                return self.one(action)
            except (OutOfCredits, HoldAlreadyResolved) as refusal:
                return refusal

        with ThreadPoolExecutor(len(waiting)) as pool:
            return list(pool.map(run, waiting))

    def one(self, action: Action) -> object:
        with self._database.transaction() as transaction:
            return action(Credits(CreditRepository(transaction.connection), self._clock))

    def hold(self, workspace_id: UUID, amount: int) -> Hold:
        held = self.one(lambda wallets: wallets.hold(workspace_id, cents(amount)))
        assert isinstance(held, Hold)
        return held

    def wallet(self, workspace_id: UUID) -> Wallet:
        """The wallet, once the books are verified."""
        self.one(lambda wallets: wallets.verify_books())
        seen = self.one(lambda wallets: wallets.wallet(workspace_id))
        assert isinstance(seen, Wallet)
        return seen


@pytest.fixture
def bank(database: Database, clock: FrozenClock) -> Bank:
    return Bank(database, clock)


@pytest.fixture
def workspace_id(database: Database, clock: FrozenClock) -> UUID:
    """A workspace with 300 cents."""
    with database.transaction() as transaction:
        wallets = Credits(CreditRepository(transaction.connection), clock)
        spaces = Workspaces(WorkspaceRepository(transaction.connection), wallets, clock)
        workspace_id = spaces.create("Studio", Tier.FREE).workspace_id
        wallets.grant(workspace_id, Pot.PURCHASED, cents(300), "purchase", "Top-up")
    return workspace_id


def kinds(answers: list[object]) -> Counter[str]:
    return Counter(type(answer).__name__ for answer in answers)


def test_jobs_at_once_never_spend_the_same_cents(bank: Bank, workspace_id: UUID) -> None:
    """Promise 22."""
    answers = bank.all_at_once([lambda wallets: wallets.hold(workspace_id, cents(100))] * AT_ONCE)

    wallet = bank.wallet(workspace_id)
    assert kinds(answers) == {"Hold": 3, "OutOfCredits": AT_ONCE - 3}
    assert (wallet.available, wallet.held) == (0, cents(300))


def test_a_hold_that_is_settled_and_released_at_once_resolves_one_way(bank: Bank, workspace_id: UUID) -> None:
    """Promise 20."""
    hold = bank.hold(workspace_id, 100)
    settle: Action = lambda wallets: wallets.settle(hold.hold_id, cents(40))  # noqa: E731 - an action, as below
    release: Action = lambda wallets: wallets.release(hold.hold_id)  # noqa: E731 - as above

    answers = bank.all_at_once([settle, release] * (AT_ONCE // 2))

    outcomes = {answer for answer in answers if isinstance(answer, Hold)}
    wallet = bank.wallet(workspace_id)
    assert kinds(answers) == {"Hold": AT_ONCE // 2, "HoldAlreadyResolved": AT_ONCE // 2}
    assert len(outcomes) == 1
    assert wallet.available == cents(300) - outcomes.pop().settled
    assert wallet.held == 0


def test_a_payment_that_comes_many_times_at_once_credits_once(bank: Bank, workspace_id: UUID) -> None:
    """Promise 24."""

    def pay(wallets: Credits) -> bool:
        return wallets.grant(workspace_id, Pot.PURCHASED, cents(500), "stripe:evt_1", "Top-up")

    answers = bank.all_at_once([pay] * AT_ONCE)

    assert Counter(answers) == {True: 1, False: AT_ONCE - 1}
    assert bank.wallet(workspace_id).purchased == cents(800)


def test_sweeps_at_once_release_a_forgotten_hold_once(
    bank: Bank, workspace_id: UUID, clock: FrozenClock
) -> None:
    """Promise 20."""
    for _ in range(3):
        bank.hold(workspace_id, 100)
    clock.advance(HOLD_LASTS)

    answers = bank.all_at_once([lambda wallets: wallets.release_forgotten()] * AT_ONCE)

    assert Counter(answers) == {0: AT_ONCE - 1, 3: 1}
    assert bank.wallet(workspace_id).available == cents(300)


def test_a_new_month_at_once_is_granted_once(database: Database, bank: Bank, clock: FrozenClock) -> None:
    with database.transaction() as transaction:
        wallets = Credits(CreditRepository(transaction.connection), clock)
        spaces = Workspaces(WorkspaceRepository(transaction.connection), wallets, clock)
        workspace_id = spaces.create("Paying studio", Tier.STARTER).workspace_id
    clock.advance(HOLD_LASTS * 31)

    answers = bank.all_at_once([lambda wallets: wallets.hold(workspace_id, cents(100))] * AT_ONCE)

    assert kinds(answers) == {"Hold": AT_ONCE}
    assert bank.wallet(workspace_id).allowance == cents(3_900 - 100 * AT_ONCE)
