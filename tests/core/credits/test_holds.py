"""Money is held, then settled or released, exactly once."""

from datetime import timedelta
from uuid import uuid4

import pytest

from reelhouse.core.credits.errors import (
    HoldAlreadyResolved,
    HoldNotFound,
    OutOfCredits,
    SettleExceedsHold,
    WalletNotFound,
)
from reelhouse.core.credits.repository import CreditRepository
from reelhouse.core.credits.service import Credits
from reelhouse.core.credits.settings import HOLD_LASTS, Billing
from reelhouse.core.credits.types import HoldState, Pot
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Tier, Workspace
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import Transaction
from reelhouse.kit.money import MicroDollars, cents


@pytest.fixture
def poor(workspaces: Workspaces, wallets: Credits) -> Workspace:
    """3,900 cents of allowance, 50 of a coupon, 200 purchased."""
    workspace = workspaces.create("Small studio", Tier.STARTER)
    wallets.grant(workspace.workspace_id, Pot.PURCHASED, cents(200), "purchase", "Top-up")
    wallets.grant(workspace.workspace_id, Pot.COUPON, cents(50), "coupon", "Welcome")
    return workspace


def pots(wallets: Credits, workspace: Workspace) -> tuple[int, int, int, int]:
    """Cents in allowance, coupon, purchased, and held."""
    wallet = wallets.wallet(workspace.workspace_id)
    amounts = (wallet.allowance, wallet.coupon, wallet.purchased, wallet.held)
    return tuple(amount // cents(1) for amount in amounts)  # type: ignore[return-value] # four in, four out


def test_a_hold_spends_the_pots_in_their_order(wallets: Credits, poor: Workspace) -> None:
    hold = wallets.hold(poor.workspace_id, cents(4_000))

    assert pots(wallets, poor) == (0, 0, 150, 4_000)
    assert hold.state is HoldState.OPEN
    assert wallets.get_hold(hold.hold_id) == hold
    wallets.verify_books()


def test_a_hold_refuses_to_overspend(wallets: Credits, poor: Workspace) -> None:
    with pytest.raises(OutOfCredits) as refusal:
        wallets.hold(poor.workspace_id, cents(4_151))

    assert refusal.value.needed == cents(4_151)
    assert refusal.value.available == cents(4_150)
    assert refusal.value.code == "out_of_credits"
    assert pots(wallets, poor) == (3_900, 50, 200, 0)


def test_the_last_cent_can_be_held(wallets: Credits, poor: Workspace) -> None:
    wallets.hold(poor.workspace_id, cents(4_150))

    assert wallets.wallet(poor.workspace_id).available == 0


def test_settling_less_returns_the_rest_to_its_pots(wallets: Credits, poor: Workspace) -> None:
    """Promise 21."""
    hold = wallets.hold(poor.workspace_id, cents(4_000))

    settled = wallets.settle(hold.hold_id, cents(3_910))

    assert (settled.state, settled.settled) == (HoldState.SETTLED, cents(3_910))
    assert pots(wallets, poor) == (0, 40, 200, 0)
    wallets.verify_books()


def test_settling_more_than_the_hold_is_refused(wallets: Credits, poor: Workspace) -> None:
    """Promise 21."""
    hold = wallets.hold(poor.workspace_id, cents(10))

    with pytest.raises(SettleExceedsHold) as refusal:
        wallets.settle(hold.hold_id, cents(11))

    assert (refusal.value.held, refusal.value.asked) == (cents(10), cents(11))
    assert wallets.get_hold(hold.hold_id).state is HoldState.OPEN


def test_a_release_refunds_all_to_the_pots_it_came_from(wallets: Credits, poor: Workspace) -> None:
    """Promise 23."""
    before = pots(wallets, poor)
    hold = wallets.hold(poor.workspace_id, cents(4_100))

    released = wallets.release(hold.hold_id)

    assert (released.state, released.settled) == (HoldState.RELEASED, 0)
    assert pots(wallets, poor) == before
    wallets.verify_books()


@pytest.mark.parametrize("charge", [cents(7), cents(0)])
def test_resolving_again_in_the_same_way_gives_the_first_outcome(
    charge: MicroDollars, wallets: Credits, poor: Workspace
) -> None:
    """Promise 20."""
    settled = wallets.settle(wallets.hold(poor.workspace_id, cents(10)).hold_id, charge)
    released = wallets.release(wallets.hold(poor.workspace_id, cents(10)).hold_id)
    after = wallets.balance_sheet()

    assert wallets.settle(settled.hold_id, charge) == settled
    assert wallets.release(released.hold_id) == released
    assert wallets.balance_sheet() == after


def test_resolving_again_in_another_way_is_refused(wallets: Credits, poor: Workspace) -> None:
    """Promise 20."""
    settled = wallets.settle(wallets.hold(poor.workspace_id, cents(10)).hold_id, cents(7))
    released = wallets.release(wallets.hold(poor.workspace_id, cents(10)).hold_id)
    after = wallets.balance_sheet()

    with pytest.raises(HoldAlreadyResolved) as other_amount:
        wallets.settle(settled.hold_id, cents(8))
    with pytest.raises(HoldAlreadyResolved):
        wallets.release(settled.hold_id)
    with pytest.raises(HoldAlreadyResolved):
        wallets.settle(released.hold_id, cents(0))

    assert other_amount.value.hold == settled
    assert wallets.balance_sheet() == after


def test_forgotten_holds_expire_and_release(wallets: Credits, poor: Workspace, clock: FrozenClock) -> None:
    """Promise 21."""
    forgotten = wallets.hold(poor.workspace_id, cents(10))
    settled = wallets.settle(wallets.hold(poor.workspace_id, cents(3)).hold_id, cents(3))
    clock.advance(HOLD_LASTS - timedelta(microseconds=1))
    too_early = wallets.release_forgotten()
    clock.advance(timedelta(microseconds=1))
    recent = wallets.hold(poor.workspace_id, cents(5))

    released = wallets.release_forgotten()

    assert (too_early, released, wallets.release_forgotten()) == (0, 1, 0)
    assert wallets.get_hold(forgotten.hold_id).state is HoldState.RELEASED
    assert wallets.get_hold(settled.hold_id) == settled
    assert wallets.get_hold(recent.hold_id) == recent


def test_a_sweep_takes_the_oldest_holds_up_to_its_limit(
    wallets: Credits, poor: Workspace, clock: FrozenClock
) -> None:
    oldest = wallets.hold(poor.workspace_id, cents(1))
    clock.advance(timedelta(seconds=1))
    later = wallets.hold(poor.workspace_id, cents(1))
    clock.advance(HOLD_LASTS)

    assert wallets.release_forgotten(limit=1) == 1

    assert wallets.get_hold(oldest.hold_id).state is HoldState.RELEASED
    assert wallets.get_hold(later.hold_id).state is HoldState.OPEN


def test_a_free_job_holds_nothing_and_still_resolves(wallets: Credits, poor: Workspace) -> None:
    hold = wallets.hold(poor.workspace_id, cents(0))

    assert wallets.settle(hold.hold_id, cents(0)).state is HoldState.SETTLED
    assert wallets.entries_of(hold.hold_id) == ()


def test_what_is_unknown_is_named(wallets: Credits) -> None:
    unknown = uuid4()

    with pytest.raises(HoldNotFound):
        wallets.settle(unknown, cents(1))
    with pytest.raises(WalletNotFound):
        wallets.hold(unknown, cents(1))

    assert wallets.find_hold(unknown) is None


def test_negative_amounts_are_no_money(wallets: Credits, poor: Workspace) -> None:
    hold = wallets.hold(poor.workspace_id, cents(1))

    with pytest.raises(ValueError, match="not negative"):
        wallets.hold(poor.workspace_id, cents(-1))
    with pytest.raises(ValueError, match="not negative"):
        wallets.settle(hold.hold_id, cents(-1))
    with pytest.raises(ValueError, match="positive"):
        wallets.grant(poor.workspace_id, Pot.COUPON, cents(0), "nothing", "Nothing")


def test_an_unmetered_house_never_refuses_and_keeps_the_books(
    transaction: Transaction, poor: Workspace, clock: FrozenClock
) -> None:
    unmetered = Credits(CreditRepository(transaction.connection), clock, Billing.UNMETERED)

    hold = unmetered.hold(poor.workspace_id, cents(10_000))
    unmetered.settle(hold.hold_id, cents(10_000))

    sheet = unmetered.verify_books()
    assert sheet.balances["house:unmetered"] == -cents(10_000 - 4_150)
    assert sheet.balances["house:earned"] == cents(10_000)
    assert unmetered.wallet(poor.workspace_id).available == 0
    assert (unmetered.refuses, Credits(CreditRepository(transaction.connection), clock).refuses) == (
        False,
        True,
    )


def test_the_entries_of_a_hold_tell_its_story(wallets: Credits, poor: Workspace) -> None:
    hold = wallets.hold(poor.workspace_id, cents(100))
    wallets.settle(hold.hold_id, cents(60))

    entries = wallets.entries_of(hold.hold_id)

    assert [(entry.reason, entry.amount) for entry in entries] == [
        ("hold", cents(100)),
        ("settle", cents(60)),
        ("return", cents(40)),
    ]
    assert entries[1].credit == "house:earned"
