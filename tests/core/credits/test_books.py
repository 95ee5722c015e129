"""The books agree with themselves after any sequence of steps, and say where they would not."""

import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tests.effort import examples

from reelhouse.core.credits.errors import (
    BooksDisagree,
    HoldAlreadyResolved,
    OutOfCredits,
    SettleExceedsHold,
)
from reelhouse.core.credits.repository import CreditRepository
from reelhouse.core.credits.service import Credits
from reelhouse.core.credits.types import HoldState, Pot
from reelhouse.core.workspaces.repository import WorkspaceRepository
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Tier, Workspace
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import Database, Transaction, open_database
from reelhouse.kit.money import MicroDollars, cents

STEPS = {"sqlite": examples(10_000), "postgresql": examples(1_000)}
"""The arithmetic is the same; a step on a server takes five round trips more."""


class Crash(Exception):
    """The process dies before the commit: the whole transaction is undone."""


def die_if(crash: bool) -> None:
    if crash:
        raise Crash


class Treasury:
    """A few workspaces, and every step that money can take; the reference is plain arithmetic."""

    def __init__(self, database: Database, clock: FrozenClock) -> None:
        self.database = database
        self.clock = clock
        self.holds: list[UUID] = []
        self.granted = 0
        self.earned = 0
        self.payments = 0
        self.workspace_ids = [self._open(f"Studio {tier}", tier) for tier in (Tier.FREE, Tier.STARTER)]

    def step(self, action: Callable[[Credits], object], crash: bool) -> None:
        """One transaction; a refusal or a crash undoes it, and the reference with it."""
        before = (list(self.holds), self.granted, self.earned)
        try:
            with self.database.transaction() as transaction:
                action(Credits(CreditRepository(transaction.connection), self.clock))
                die_if(crash)
        except (Crash, OutOfCredits, SettleExceedsHold, HoldAlreadyResolved):
            self.holds, self.granted, self.earned = before

    def hold(self, wallets: Credits, workspace: int, amount: int) -> None:
        self.holds.append(wallets.hold(self.workspace_ids[workspace], MicroDollars(amount)).hold_id)

    def settle(self, wallets: Credits, hold: int, amount: int) -> None:
        if self.holds:
            before = wallets.get_hold(self.holds[hold % len(self.holds)])
            after = wallets.settle(before.hold_id, MicroDollars(amount))
            self.earned += after.settled - before.settled

    def release(self, wallets: Credits, hold: int) -> None:
        if self.holds:
            released = wallets.release(self.holds[hold % len(self.holds)])
            assert (released.state, released.settled) == (HoldState.RELEASED, 0)

    def pay(self, wallets: Credits, workspace: int, pot: Pot, amount: int, again: bool) -> None:
        self.payments += 0 if again else 1
        key = f"payment:{self.payments}:{workspace}:{pot}:{amount}"
        if wallets.grant(self.workspace_ids[workspace], pot, MicroDollars(amount), key, "Top-up"):
            self.granted += amount

    def check(self) -> None:
        """Debits equal credits, pots equal entries, and the house earned what the reference says."""
        with self.database.reading() as connection:
            sheet = Credits(CreditRepository(connection), self.clock).verify_books()
            lowest = connection.execute(sa.text("SELECT min(available), min(held) FROM credit_pots")).one()
        assert sheet.total == 0
        assert sheet.balances.get("house:earned", 0) == self.earned
        assert min(lowest) >= 0

    def _open(self, name: str, tier: Tier) -> UUID:
        with self.database.transaction() as transaction:
            wallets = Credits(CreditRepository(transaction.connection), self.clock)
            spaces = Workspaces(WorkspaceRepository(transaction.connection), wallets, self.clock)
            return spaces.create(name, tier).workspace_id


def test_the_books_agree_after_thousands_of_random_steps(
    database: Database, backend: str, clock: FrozenClock, request: pytest.FixtureRequest
) -> None:
    """Promise 22, crashes among the steps."""
    seed = random.randrange(1 << 32)
    request.node.add_report_section("call", "seed", str(seed))
    chance = random.Random(seed)
    treasury = Treasury(database, clock)

    for number in range(STEPS[backend]):
        amount = chance.choice([0, 1, cents(5), chance.randrange(cents(500))])
        crash = chance.random() < 0.05
        match chance.randrange(8):
            case 0:
                pot, again = chance.choice(list(Pot)), chance.random() < 0.3
                treasury.step(
                    lambda wallets: treasury.pay(wallets, amount % 2, pot, amount + 1, again),  # noqa: B023 - runs at once
                    crash,
                )
            case 1 | 2 | 3:
                treasury.step(lambda wallets: treasury.hold(wallets, amount % 2, amount), crash)  # noqa: B023 - runs at once
            case 4 | 5:
                which = chance.randrange(1 << 16)
                treasury.step(lambda wallets: treasury.settle(wallets, which, amount), crash)  # noqa: B023 - runs at once
            case 6:
                which = chance.randrange(1 << 16)
                treasury.step(lambda wallets: treasury.release(wallets, which), crash)  # noqa: B023 - runs at once
            case _:
                clock.advance(timedelta(hours=chance.randrange(9)))
                treasury.step(lambda wallets: wallets.release_forgotten(3), crash)
        if number % 1000 == 0:
            treasury.check()

    treasury.check()


class MoneyMachine(RuleBasedStateMachine):
    """Hypothesis looks for the shortest sequence of steps that breaks the books."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "reelhouse.db"
        copyfile(self.template, path)
        self.clock = FrozenClock()
        self.treasury = Treasury(open_database(f"sqlite:///{path}"), self.clock)

    amounts = st.integers(0, 600).map(cents)

    @rule(workspace=st.integers(0, 1), amount=amounts, crash=st.booleans())
    def hold(self, workspace: int, amount: int, crash: bool) -> None:
        self.treasury.step(lambda wallets: self.treasury.hold(wallets, workspace, amount), crash)

    @rule(hold=st.integers(0, 9), amount=amounts, crash=st.booleans())
    def settle(self, hold: int, amount: int, crash: bool) -> None:
        self.treasury.step(lambda wallets: self.treasury.settle(wallets, hold, amount), crash)

    @rule(hold=st.integers(0, 9), crash=st.booleans())
    def release(self, hold: int, crash: bool) -> None:
        self.treasury.step(lambda wallets: self.treasury.release(wallets, hold), crash)

    @rule(
        workspace=st.integers(0, 1),
        pot=st.sampled_from(Pot),
        amount=st.integers(1, 10**9),
        again=st.booleans(),
    )
    def pay(self, workspace: int, pot: Pot, amount: int, again: bool) -> None:
        self.treasury.step(
            lambda wallets: self.treasury.pay(wallets, workspace, pot, amount, again), crash=False
        )

    @rule(days=st.integers(1, 40))
    def wait(self, days: int) -> None:
        self.clock.advance(timedelta(days=days))
        self.treasury.step(lambda wallets: wallets.release_forgotten(), crash=False)

    @invariant()
    def books_agree(self) -> None:
        self.treasury.check()

    def teardown(self) -> None:
        self.treasury.database.dispose()
        self.folder.cleanup()


def test_no_short_sequence_of_steps_breaks_the_books(furnished_sqlite: Path) -> None:
    """Promise 22."""
    MoneyMachine.template = furnished_sqlite

    MoneyMachine.TestCase.settings = settings(
        max_examples=examples(25), stateful_step_count=25, deadline=None, database=None
    )
    MoneyMachine.TestCase().runTest()


@pytest.mark.parametrize(
    ("tampering", "finding"),
    [
        ("UPDATE credit_pots SET available = available + 1 WHERE pot = 'allowance'", "its entries sum to"),
        ("UPDATE credit_pots SET held = held - 1 WHERE pot = 'allowance'", "its open holds sum to"),
        ("UPDATE credit_holds SET settled = 1", "says it settled 1, its entries 0"),
        ("UPDATE credit_hold_parts SET amount = amount + 1", "its open holds sum to"),
    ],
)
def test_tampering_is_found(
    tampering: str, finding: str, transaction: Transaction, wallets: Credits, workspace: Workspace
) -> None:
    wallets.hold(workspace.workspace_id, cents(5))
    transaction.connection.execute(sa.text(tampering))

    with pytest.raises(BooksDisagree) as found:
        wallets.verify_books()

    assert finding in " ".join(found.value.findings)


@pytest.mark.parametrize("side", ["available", "held"])
def test_the_database_itself_refuses_a_negative_balance(
    side: str, transaction: Transaction, workspace: Workspace
) -> None:
    """Promise 22."""
    with pytest.raises(sa.exc.IntegrityError), transaction.connection.begin_nested():
        transaction.connection.execute(
            sa.text(f"UPDATE credit_pots SET {side} = -1 WHERE workspace_id = :workspace_id").bindparams(
                sa.bindparam("workspace_id", workspace.workspace_id, sa.Uuid)
            )
        )
