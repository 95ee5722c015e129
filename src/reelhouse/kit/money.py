"""Money as an integer of micro-dollars; floats never hold it."""

from typing import NewType

MicroDollars = NewType("MicroDollars", int)

MICROS_PER_CENT = 10_000


def dollars(amount: int) -> MicroDollars:
    return MicroDollars(amount * 1_000_000)


def cents(amount: int) -> MicroDollars:
    """One credit of agent-media or Pamba is one cent."""
    return MicroDollars(amount * MICROS_PER_CENT)
