"""The books, read as a whole: who owns how much, and whether the ledger agrees with itself."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from reelhouse.core.credits.accounts import PotAccount, Side
from reelhouse.core.credits.models import credit_hold_parts, credit_holds, credit_pots, credit_transfers
from reelhouse.core.credits.types import HoldState, Pot


@dataclass(frozen=True, slots=True)
class BalanceSheet:
    """Each account's credits less its debits, in micro-dollars; what the house gave is negative."""

    balances: Mapping[str, int]
    entries: int

    @property
    def total(self) -> int:
        """Zero, since each entry is debited somewhere and credited somewhere else."""
        return sum(self.balances.values())


class Books:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def balance_sheet(self) -> BalanceSheet:
        balances: dict[str, int] = {}
        for column, sign in ((credit_transfers.c.debit, -1), (credit_transfers.c.credit, 1)):
            sums = self._connection.execute(
                sa.select(column, sa.func.sum(credit_transfers.c.amount)).group_by(column)
            )
            for account, amount in sums:
                balances[account] = balances.get(account, 0) + sign * int(amount)
        entries = self._connection.execute(sa.select(sa.func.count()).select_from(credit_transfers))
        return BalanceSheet(balances, entries.scalar_one())

    def findings(self) -> tuple[str, ...]:
        """Every contradiction, one sentence each; none when the books are right."""
        sheet = self.balance_sheet()
        total = () if sheet.total == 0 else (f"Debits and credits differ by {sheet.total}.",)
        return (
            *total,
            *self._pots_against(sheet),
            *self._pots_against_holds(),
            *self._holds_against_entries(),
        )

    def _pots_against(self, sheet: BalanceSheet) -> tuple[str, ...]:
        found = []
        unseen = {name for name in sheet.balances if name.startswith("wallet:")}
        for row in self._connection.execute(sa.select(credit_pots)):
            for side, stored in ((Side.AVAILABLE, row.available), (Side.HELD, row.held)):
                account = str(PotAccount(row.workspace_id, Pot(row.pot), side))
                unseen.discard(account)
                if stored != sheet.balances.get(account, 0):
                    found.append(
                        f"{account} stores {stored}, its entries sum to {sheet.balances.get(account, 0)}."
                    )
        return (*found, *(f"{account} has entries and no pot." for account in sorted(unseen)))

    def _pots_against_holds(self) -> tuple[str, ...]:
        open_parts = self._connection.execute(
            sa.select(
                credit_holds.c.workspace_id, credit_hold_parts.c.pot, sa.func.sum(credit_hold_parts.c.amount)
            )
            .join(credit_hold_parts, credit_hold_parts.c.hold_id == credit_holds.c.hold_id)
            .where(credit_holds.c.state == HoldState.OPEN)
            .group_by(credit_holds.c.workspace_id, credit_hold_parts.c.pot)
        )
        held = {(row[0], row[1]): int(row[2]) for row in open_parts}
        return tuple(
            f"{row.pot} of {row.workspace_id} holds {row.held}, its open holds sum to"
            f" {held.get((row.workspace_id, row.pot), 0)}."
            for row in self._connection.execute(sa.select(credit_pots))
            if row.held != held.get((row.workspace_id, row.pot), 0)
        )

    def _holds_against_entries(self) -> tuple[str, ...]:
        settled = self._connection.execute(
            sa.select(credit_holds.c.hold_id, credit_holds.c.settled, sa.func.sum(credit_transfers.c.amount))
            .outerjoin(
                credit_transfers,
                sa.and_(
                    credit_transfers.c.hold_id == credit_holds.c.hold_id,
                    credit_transfers.c.credit == "house:earned",
                ),
            )
            .group_by(credit_holds.c.hold_id, credit_holds.c.settled)
        )
        return tuple(
            f"Hold {hold_id} says it settled {stored}, its entries {int(booked or 0)}."
            for hold_id, stored, booked in settled
            if stored != int(booked or 0)
        )
