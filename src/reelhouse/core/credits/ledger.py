"""The few movements that money can make here, as entries of the ledger."""

from datetime import datetime
from uuid import UUID

from reelhouse.core.credits.accounts import HouseAccount, PotAccount, Side, Transfer
from reelhouse.core.credits.errors import TransferKeyReused
from reelhouse.core.credits.repository import CreditRepository
from reelhouse.core.credits.types import Hold, Pot
from reelhouse.kit.clock import Clock
from reelhouse.kit.money import MicroDollars


class Ledger:
    """Amounts of zero leave no entry. The caller holds the wallet's lock."""

    def __init__(self, repository: CreditRepository, clock: Clock) -> None:
        self._repository = repository
        self._clock = clock

    def grant(self, workspace_id: UUID, pot: Pot, amount: MicroDollars, key: str, reason: str) -> bool:
        """Credit a pot once for `key`; tell whether it was this time.

        Raises `TransferKeyReused` when the key was booked with another amount, pot or workspace.
        """
        credit = PotAccount(workspace_id, pot, Side.AVAILABLE)
        transfer = Transfer(key, workspace_id, HouseAccount.GRANTS, credit, amount, reason)
        if self._repository.book(transfer, self._clock.now()):
            return True
        booked = self._repository.find_entry(key)
        if booked is None or (booked.credit, booked.amount) != (str(credit), amount):
            raise TransferKeyReused(key)
        return False

    def lend(self, hold_id: UUID, workspace_id: UUID, pot: Pot, amount: MicroDollars) -> None:
        """What an unmetered house adds to a wallet that has too little."""
        credit = PotAccount(workspace_id, pot, Side.AVAILABLE)
        self._book(
            Transfer(f"lend:{hold_id}", workspace_id, HouseAccount.UNMETERED, credit, amount, "Unmetered")
        )

    def set_aside(self, hold: Hold, pot: Pot, amount: MicroDollars) -> None:
        self._within(hold, pot, amount, verb="hold", source=Side.AVAILABLE, target=Side.HELD)

    def give_back(self, hold: Hold, pot: Pot, amount: MicroDollars) -> None:
        self._within(hold, pot, amount, verb="return", source=Side.HELD, target=Side.AVAILABLE)

    def charge(self, hold: Hold, pot: Pot, amount: MicroDollars) -> None:
        debit = PotAccount(hold.workspace_id, pot, Side.HELD)
        key = f"settle:{hold.hold_id}:{pot}"
        self._book(
            Transfer(key, hold.workspace_id, debit, HouseAccount.EARNED, amount, "settle", hold.hold_id)
        )

    def expire_allowance(self, workspace_id: UUID, amount: MicroDollars, period_ended: datetime) -> None:
        debit = PotAccount(workspace_id, Pot.ALLOWANCE, Side.AVAILABLE)
        key = f"expiry:{workspace_id}:{period_ended.isoformat()}"
        self._book(Transfer(key, workspace_id, debit, HouseAccount.EXPIRED, amount, "End of the month"))

    def grant_allowance(
        self, workspace_id: UUID, amount: MicroDollars, in_all: MicroDollars, period_ends: datetime
    ) -> None:
        """`in_all` is what the period was given with this amount: an upgrade adds to what is there."""
        key = f"allowance:{workspace_id}:{period_ends.isoformat()}:{in_all}"
        if amount:
            self.grant(workspace_id, Pot.ALLOWANCE, amount, key, "Monthly allowance")

    def _within(
        self, hold: Hold, pot: Pot, amount: MicroDollars, *, verb: str, source: Side, target: Side
    ) -> None:
        self._book(
            Transfer(
                key=f"{verb}:{hold.hold_id}:{pot}",
                workspace_id=hold.workspace_id,
                debit=PotAccount(hold.workspace_id, pot, source),
                credit=PotAccount(hold.workspace_id, pot, target),
                amount=amount,
                reason=verb,
                hold_id=hold.hold_id,
            )
        )

    def _book(self, transfer: Transfer) -> None:
        if transfer.amount and not self._repository.book(transfer, self._clock.now()):
            raise TransferKeyReused(transfer.key)
