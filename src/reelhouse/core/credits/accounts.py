"""The accounts of the ledger, and a transfer between two of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from reelhouse.core.credits.types import Pot
from reelhouse.kit.money import MicroDollars


class Side(StrEnum):
    """What of a pot may be spent, and what is set aside for jobs under way."""

    AVAILABLE = "available"
    HELD = "held"


class HouseAccount(StrEnum):
    """Where money comes from and goes to, seen from the wallets."""

    GRANTS = "house:grants"
    EARNED = "house:earned"
    EXPIRED = "house:expired"
    UNMETERED = "house:unmetered"


@dataclass(frozen=True, slots=True)
class PotAccount:
    workspace_id: UUID
    pot: Pot
    side: Side

    def __str__(self) -> str:
        return f"wallet:{self.workspace_id}:{self.pot}:{self.side}"


Account = HouseAccount | PotAccount


@dataclass(frozen=True, slots=True)
class Transfer:
    """`amount` leaves the debit account and arrives at the credit account; `key` is booked only once."""

    key: str
    workspace_id: UUID
    debit: Account
    credit: Account
    amount: MicroDollars
    reason: str
    hold_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A transfer as it stands in the books; the accounts by their names."""

    entry_id: int
    key: str
    workspace_id: UUID
    debit: str
    credit: str
    amount: MicroDollars
    reason: str
    hold_id: UUID | None
    created_at: datetime
