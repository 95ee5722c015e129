"""The SQL of the ledger. `book` is the one place where a balance changes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from reelhouse.core.credits.accounts import Entry, PotAccount, Side, Transfer
from reelhouse.core.credits.books import Books
from reelhouse.core.credits.models import (
    credit_hold_parts,
    credit_holds,
    credit_pots,
    credit_transfers,
    credit_wallets,
)
from reelhouse.core.credits.types import Hold, HoldState, Pot
from reelhouse.core.credits.wallets import PotBalance, WalletRecord
from reelhouse.kit.inserts import insert_new
from reelhouse.kit.money import MicroDollars

Row = sa.Row[tuple[object, ...]]

_OF_WORKSPACE = credit_wallets.c.workspace_id == sa.bindparam("workspace_id")

WALLET = (
    sa.select(credit_wallets, credit_pots.c.pot, credit_pots.c.available, credit_pots.c.held)
    .join(credit_pots, credit_pots.c.workspace_id == credit_wallets.c.workspace_id)
    .where(_OF_WORKSPACE)
)
LOCK_WALLET = sa.select(credit_wallets.c.workspace_id).where(_OF_WORKSPACE).with_for_update(key_share=True)
ADD_HOLD = sa.insert(credit_holds)
ADD_HOLD_PARTS = sa.insert(credit_hold_parts)
MOVE = (
    sa.update(credit_pots)
    .where(
        credit_pots.c.workspace_id == sa.bindparam("of_workspace"),
        credit_pots.c.pot == sa.bindparam("of_pot"),
    )
    .values(
        available=credit_pots.c.available + sa.bindparam("to_available", type_=sa.BigInteger()),
        held=credit_pots.c.held + sa.bindparam("to_held", type_=sa.BigInteger()),
    )
)
"""Built once: every submit runs them, and putting a statement together costs more than running it."""


class CreditRepository:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self.books = Books(connection)

    def add_wallet(self, workspace_id: UUID, opened_at: datetime) -> bool:
        """Open an empty wallet; False when there is one."""
        added = insert_new(
            self._connection,
            credit_wallets,
            {
                "workspace_id": workspace_id,
                "monthly_allowance": 0,
                "granted_allowance": 0,
                "opened_at": opened_at,
                "period_ends_at": None,
            },
        )
        if added:
            empty = [
                {"workspace_id": workspace_id, "pot": pot.value, "available": 0, "held": 0} for pot in Pot
            ]
            self._connection.execute(sa.insert(credit_pots), empty)
        return added

    def find_wallet(self, workspace_id: UUID) -> WalletRecord | None:
        """One statement, so that terms and pots are of the same moment."""
        rows = self._connection.execute(WALLET, {"workspace_id": workspace_id}).all()
        return _wallet(rows) if rows else None

    def lock_wallet(self, workspace_id: UUID) -> WalletRecord | None:
        """The wallet, which nobody else can change until this transaction ends.

        The pots are read by a second statement: on PostgreSQL the one that waited for the lock still
        sees them as they were before.
        """
        if self._connection.dialect.name != "sqlite":  # there, whoever writes has the whole database
            self._connection.execute(LOCK_WALLET, {"workspace_id": workspace_id})
        return self.find_wallet(workspace_id)

    def set_terms(
        self,
        workspace_id: UUID,
        monthly_allowance: MicroDollars,
        granted_allowance: MicroDollars,
        period_ends_at: datetime | None,
    ) -> None:
        self._connection.execute(
            sa.update(credit_wallets)
            .where(credit_wallets.c.workspace_id == workspace_id)
            .values(
                monthly_allowance=monthly_allowance,
                granted_allowance=granted_allowance,
                period_ends_at=period_ends_at,
            )
        )

    def book(self, transfer: Transfer, at: datetime) -> bool:
        """Write an entry and move the money; False, and nothing moves, when its key is booked already."""
        booked = insert_new(
            self._connection,
            credit_transfers,
            {
                "key": transfer.key,
                "workspace_id": transfer.workspace_id,
                "debit": str(transfer.debit),
                "credit": str(transfer.credit),
                "amount": transfer.amount,
                "reason": transfer.reason,
                "hold_id": transfer.hold_id,
                "created_at": at,
            },
        )
        if booked:
            self._move(transfer)
        return booked

    def find_entry(self, key: str) -> Entry | None:
        row = self._connection.execute(
            sa.select(credit_transfers).where(credit_transfers.c.key == key)
        ).one_or_none()
        return None if row is None else _entry(row)

    def entries_of(self, hold_id: UUID) -> tuple[Entry, ...]:
        rows = self._connection.execute(
            sa.select(credit_transfers)
            .where(credit_transfers.c.hold_id == hold_id)
            .order_by(credit_transfers.c.entry_id)
        )
        return tuple(_entry(row) for row in rows)

    def add_hold(self, hold: Hold, parts: Mapping[Pot, MicroDollars], at: datetime) -> None:
        row = {
            "hold_id": hold.hold_id,
            "workspace_id": hold.workspace_id,
            "amount": hold.amount,
            "settled": hold.settled,
            "state": hold.state,
            "created_at": at,
            "expires_at": hold.expires_at,
        }
        self._connection.execute(ADD_HOLD, row)
        rows = [{"hold_id": hold.hold_id, "pot": pot.value, "amount": part} for pot, part in parts.items()]
        if rows:
            self._connection.execute(ADD_HOLD_PARTS, rows)

    def find_hold(self, hold_id: UUID) -> Hold | None:
        row = self._connection.execute(
            sa.select(credit_holds).where(credit_holds.c.hold_id == hold_id)
        ).one_or_none()
        return None if row is None else _hold(row)

    def parts_of(self, hold_id: UUID) -> dict[Pot, MicroDollars]:
        rows = self._connection.execute(
            sa.select(credit_hold_parts).where(credit_hold_parts.c.hold_id == hold_id)
        )
        return {Pot(row.pot): MicroDollars(row.amount) for row in rows}

    def resolve_hold(self, hold_id: UUID, state: HoldState, settled: MicroDollars, at: datetime) -> None:
        self._connection.execute(
            sa.update(credit_holds)
            .where(credit_holds.c.hold_id == hold_id)
            .values(state=state, settled=settled, resolved_at=at)
        )

    def forgotten_holds(self, now: datetime, limit: int) -> tuple[Hold, ...]:
        """Open holds past their time, by workspace, so that two sweeps lock wallets in the same order."""
        oldest = (
            sa.select(credit_holds)
            .where(credit_holds.c.state == HoldState.OPEN, credit_holds.c.expires_at <= now)
            .order_by(credit_holds.c.expires_at)
            .limit(limit)
            .subquery()
        )
        rows = self._connection.execute(sa.select(oldest).order_by(oldest.c.workspace_id, oldest.c.hold_id))
        return tuple(_hold(row) for row in rows)

    def _move(self, transfer: Transfer) -> None:
        """Change each touched pot once: a hold moves money within one row."""
        changes: dict[tuple[UUID, Pot], Counter[Side]] = {}
        for account, sign in ((transfer.debit, -1), (transfer.credit, 1)):
            if isinstance(account, PotAccount):
                change = changes.setdefault((account.workspace_id, account.pot), Counter())
                change[account.side] += sign * transfer.amount
        for (workspace_id, pot), change in changes.items():
            self._connection.execute(
                MOVE,
                {
                    "of_workspace": workspace_id,
                    "of_pot": pot,
                    "to_available": change[Side.AVAILABLE],
                    "to_held": change[Side.HELD],
                },
            )


def _wallet(rows: Sequence[Row]) -> WalletRecord:
    first = rows[0]
    return WalletRecord(
        workspace_id=first.workspace_id,
        monthly_allowance=MicroDollars(first.monthly_allowance),
        granted_allowance=MicroDollars(first.granted_allowance),
        opened_at=first.opened_at,
        period_ends_at=first.period_ends_at,
        pots={Pot(row.pot): PotBalance(MicroDollars(row.available), MicroDollars(row.held)) for row in rows},
    )


def _hold(row: Row) -> Hold:
    return Hold(
        hold_id=row.hold_id,
        workspace_id=row.workspace_id,
        amount=MicroDollars(row.amount),
        state=HoldState(row.state),
        settled=MicroDollars(row.settled),
        expires_at=row.expires_at,
    )


def _entry(row: Row) -> Entry:
    return Entry(
        entry_id=row.entry_id,
        key=row.key,
        workspace_id=row.workspace_id,
        debit=row.debit,
        credit=row.credit,
        amount=MicroDollars(row.amount),
        reason=row.reason,
        hold_id=row.hold_id,
        created_at=row.created_at,
    )
