"""Wallets, pots and holds. All amounts are integer micro-dollars."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from reelhouse.kit.money import MicroDollars


class Pot(StrEnum):
    """Where money lies, in the order in which it is spent."""

    ALLOWANCE = "allowance"
    COUPON = "coupon"
    PURCHASED = "purchased"


class HoldState(StrEnum):
    OPEN = "open"
    SETTLED = "settled"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Wallet:
    """What a workspace can spend now, by pot; `held` is set aside for jobs under way."""

    allowance: MicroDollars
    coupon: MicroDollars
    purchased: MicroDollars
    held: MicroDollars
    monthly_allowance: MicroDollars
    period_ends_at: datetime | None

    @property
    def available(self) -> MicroDollars:
        return MicroDollars(self.allowance + self.coupon + self.purchased)


@dataclass(frozen=True, slots=True)
class Hold:
    hold_id: UUID
    workspace_id: UUID
    amount: MicroDollars
    state: HoldState
    settled: MicroDollars
    expires_at: datetime
