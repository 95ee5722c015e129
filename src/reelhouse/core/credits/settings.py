"""How money is kept."""

from datetime import timedelta
from enum import StrEnum

HOLD_LASTS = timedelta(hours=24)
"""A hold that nobody resolved for so long is forgotten, and released."""


class Billing(StrEnum):
    METERED = "metered"
    UNMETERED = "unmetered"
