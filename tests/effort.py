"""How much a run tries: in every run enough to find what breaks, everything with `make test-thorough`."""

import os
from collections.abc import Sequence
from typing import TypeVar

THOROUGH = os.environ.get("REELHOUSE_TEST_THOROUGH") == "1"

Case = TypeVar("Case")


def some(cases: Sequence[Case], most: int) -> list[Case]:
    """Up to `most` of the cases, spread evenly, the first among them; all of them in a thorough run."""
    if THOROUGH or len(cases) <= most:
        return list(cases)
    return [cases[number * len(cases) // most] for number in range(most)]


def examples(many: int) -> int:
    """How many inputs are made up for a property: `many` in a thorough run, else a quarter."""
    return many if THOROUGH else max(5, many // 4)
