"""A wallet as it is stored, and how an amount spreads over its pots. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reelhouse.core.credits.types import Pot
from reelhouse.kit.money import MicroDollars


@dataclass(frozen=True, slots=True)
class PotBalance:
    available: MicroDollars
    held: MicroDollars


@dataclass(frozen=True, slots=True)
class WalletRecord:
    """`granted_allowance` is what the present period was given so far, the steps of an upgrade included."""

    workspace_id: UUID
    monthly_allowance: MicroDollars
    granted_allowance: MicroDollars
    opened_at: datetime
    period_ends_at: datetime | None
    pots: Mapping[Pot, PotBalance]

    @property
    def available(self) -> MicroDollars:
        return MicroDollars(sum(balance.available for balance in self.pots.values()))


def spread(amount: MicroDollars, pots: Mapping[Pot, MicroDollars]) -> dict[Pot, MicroDollars]:
    """Take `amount` from the pots in the order in which they are spent; pots that give nothing are left out.

    The caller has made sure that the pots hold enough.
    """
    parts: dict[Pot, MicroDollars] = {}
    rest: int = amount
    for pot in Pot:
        part = min(rest, pots.get(pot, 0))
        if part > 0:
            parts[pot] = MicroDollars(part)
            rest -= part
    return parts
