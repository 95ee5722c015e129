"""The monthly allowance comes, expires and follows the plan."""

from datetime import UTC, datetime, timedelta

import pytest

from reelhouse.core.credits.allowance import period_end
from reelhouse.core.credits.errors import TransferKeyReused
from reelhouse.core.credits.service import Credits
from reelhouse.core.credits.types import Pot
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Tier, Workspace
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.money import cents


def spend(wallets: Credits, workspace: Workspace, amount: int) -> None:
    wallets.settle(wallets.hold(workspace.workspace_id, cents(amount)).hold_id, cents(amount))


@pytest.mark.parametrize(
    ("opened", "now", "end"),
    [
        ("2026-03-20T14:30", "2026-03-20T14:30", "2026-04-20T14:30"),
        ("2026-03-20T14:30", "2026-04-20T14:29", "2026-04-20T14:30"),
        ("2026-03-20T14:30", "2026-04-20T14:30", "2026-05-20T14:30"),
        ("2026-12-05T00:00", "2026-12-31T00:00", "2027-01-05T00:00"),
        ("2026-01-31T12:00", "2026-02-01T00:00", "2026-02-28T12:00"),
        ("2026-01-31T12:00", "2026-02-28T12:00", "2026-03-31T12:00"),
        ("2024-01-31T12:00", "2024-02-01T00:00", "2024-02-29T12:00"),
        ("2026-03-20T14:30", "2028-07-01T00:00", "2028-07-20T14:30"),
    ],
)
def test_a_period_is_a_calendar_month_from_the_opening(opened: str, now: str, end: str) -> None:
    instants = [datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (opened, now, end)]

    assert period_end(instants[0], instants[1]) == instants[2]


def test_the_allowance_is_renewed_when_its_month_has_ended(
    wallets: Credits, workspace: Workspace, clock: FrozenClock
) -> None:
    spend(wallets, workspace, 900)
    clock.advance(timedelta(days=31))

    seen = wallets.wallet(workspace.workspace_id)
    spend(wallets, workspace, 100)

    assert seen.allowance == cents(12_900)
    assert seen.period_ends_at == datetime(2026, 5, 20, 14, 30, tzinfo=UTC)
    assert wallets.wallet(workspace.workspace_id).allowance == cents(12_800)
    assert wallets.verify_books().balances["house:expired"] == cents(12_000)


def test_looking_at_a_wallet_writes_nothing(
    wallets: Credits, workspace: Workspace, clock: FrozenClock
) -> None:
    clock.advance(timedelta(days=40))
    before = wallets.balance_sheet()

    wallets.wallet(workspace.workspace_id)

    assert wallets.balance_sheet() == before


def test_months_that_nobody_used_are_not_made_up_for(
    wallets: Credits, workspace: Workspace, clock: FrozenClock
) -> None:
    clock.advance(timedelta(days=400))

    wallets.hold(workspace.workspace_id, cents(1))

    assert wallets.verify_books().balances["house:grants"] == -cents(2 * 12_900)


def test_only_the_allowance_expires(wallets: Credits, workspace: Workspace, clock: FrozenClock) -> None:
    wallets.grant(workspace.workspace_id, Pot.PURCHASED, cents(500), "purchase", "Top-up")
    clock.advance(timedelta(days=31))

    wallets.hold(workspace.workspace_id, cents(1))

    assert wallets.wallet(workspace.workspace_id).purchased == cents(500)


def test_money_held_over_the_end_of_the_month_returns_to_the_allowance(
    wallets: Credits, workspace: Workspace, clock: FrozenClock
) -> None:
    """Promise 23."""
    hold = wallets.hold(workspace.workspace_id, cents(100))
    clock.advance(timedelta(days=31))
    wallets.hold(workspace.workspace_id, cents(1))

    wallets.release(hold.hold_id)

    assert wallets.wallet(workspace.workspace_id).allowance == cents(12_900 - 1 + 100)
    wallets.verify_books()


def test_going_down_and_up_again_grants_nothing_twice(workspaces: Workspaces, wallets: Credits) -> None:
    workspace = workspaces.create("Studio", Tier.CREATOR)

    for tier in (Tier.STARTER, Tier.CREATOR, Tier.FREE, Tier.CREATOR):
        workspaces.change_plan(workspace.workspace_id, tier)

    assert wallets.wallet(workspace.workspace_id).allowance == cents(6_900)


def test_a_smaller_plan_counts_from_the_next_month(
    workspaces: Workspaces, wallets: Credits, clock: FrozenClock
) -> None:
    workspace = workspaces.create("Studio", Tier.CREATOR)
    workspaces.change_plan(workspace.workspace_id, Tier.STARTER)
    now = wallets.wallet(workspace.workspace_id)
    clock.advance(timedelta(days=31))

    later = wallets.wallet(workspace.workspace_id)

    assert (now.allowance, now.monthly_allowance) == (cents(6_900), cents(3_900))
    assert later.allowance == cents(3_900)


def test_leaving_for_the_free_plan_ends_the_periods(
    workspaces: Workspaces, wallets: Credits, clock: FrozenClock
) -> None:
    workspace = workspaces.create("Studio", Tier.STARTER)
    workspaces.change_plan(workspace.workspace_id, Tier.FREE)
    clock.advance(timedelta(days=31))
    wallets.hold(workspace.workspace_id, cents(0))

    wallet = wallets.wallet(workspace.workspace_id)

    assert (wallet.available, wallet.period_ends_at) == (0, None)


def test_a_payment_credits_once_however_often_it_comes(wallets: Credits, workspace: Workspace) -> None:
    """Promise 24."""
    answers = [
        wallets.grant(workspace.workspace_id, Pot.PURCHASED, cents(500), "stripe:evt_1", "Top-up")
        for _ in range(3)
    ]

    assert answers == [True, False, False]
    assert wallets.wallet(workspace.workspace_id).purchased == cents(500)


def test_a_payment_s_key_is_bound_to_its_facts(
    wallets: Credits, workspace: Workspace, workspaces: Workspaces
) -> None:
    """Promise 24."""
    other = workspaces.create("Other studio", Tier.FREE)
    wallets.grant(workspace.workspace_id, Pot.PURCHASED, cents(500), "stripe:evt_1", "Top-up")

    with pytest.raises(TransferKeyReused):
        wallets.grant(workspace.workspace_id, Pot.PURCHASED, cents(501), "stripe:evt_1", "Top-up")
    with pytest.raises(TransferKeyReused):
        wallets.grant(other.workspace_id, Pot.PURCHASED, cents(500), "stripe:evt_1", "Top-up")

    assert wallets.wallet(other.workspace_id).available == 0
