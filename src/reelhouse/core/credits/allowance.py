"""The monthly allowance: when a period ends, and what its end changes. Pure."""

import calendar
from dataclasses import dataclass
from datetime import datetime

from reelhouse.core.credits.types import Pot
from reelhouse.core.credits.wallets import WalletRecord
from reelhouse.kit.money import MicroDollars

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Renewal:
    """What is left of the old period expires, the new allowance comes; no `ends_at`: no further period."""

    ended_at: datetime
    expired: MicroDollars
    granted: MicroDollars
    ends_at: datetime | None


def due_renewal(wallet: WalletRecord, now: datetime) -> Renewal | None:
    """The renewal that `wallet` waits for, if its period is over. Months nobody looked at bring nothing."""
    if wallet.period_ends_at is None or now < wallet.period_ends_at:
        return None
    return Renewal(
        ended_at=wallet.period_ends_at,
        expired=wallet.pots[Pot.ALLOWANCE].available,
        granted=wallet.monthly_allowance,
        ends_at=period_end(wallet.opened_at, now) if wallet.monthly_allowance else None,
    )


def period_end(opened_at: datetime, now: datetime) -> datetime:
    """The first whole number of calendar months after `opened_at` that lies in the future.

    A wallet of the 31st renews on the last day of a shorter month, and on the 31st again thereafter.
    """
    months = (now.year - opened_at.year) * MONTHS_A_YEAR + now.month - opened_at.month
    end = _months_after(opened_at, months)
    return end if end > now else _months_after(opened_at, months + 1)


def _months_after(start: datetime, months: int) -> datetime:
    years, month = divmod(start.month - 1 + months, MONTHS_A_YEAR)
    year = start.year + years
    last_day = calendar.monthrange(year, month + 1)[1]
    return start.replace(year=year, month=month + 1, day=min(start.day, last_day))
