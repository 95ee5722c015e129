"""What a key may be used for: one without scopes for everything, others for what they name and include."""

from collections.abc import Mapping
from typing import Final

from reelhouse.http.callers import Caller
from reelhouse.kit.errors import ReelhouseError

PLAN: Final = "plan"
"""Everything that costs nothing."""

RENDER: Final = "render"
"""Also what is paid for, and what manages the account."""

INCLUDED: Mapping[str, frozenset[str]] = {
    PLAN: frozenset({PLAN}),
    RENDER: frozenset({RENDER, PLAN}),
}
"""Each scope with those that it includes; there are no others."""


class ScopeMissing(ReelhouseError):
    """A key of this workspace that was not made for this; `needed` is the scope that would do."""

    code = "scope_missing"

    def __init__(self, needed: str) -> None:
        super().__init__(f"This key does not have the scope {needed!r}.")
        self.needed = needed


def require(caller: Caller, needed: str) -> None:
    """Raises `ScopeMissing`."""
    if not allows(caller.scopes, needed):
        raise ScopeMissing(needed)


def allows(scopes: frozenset[str], needed: str) -> bool:
    return not scopes or any(needed in INCLUDED.get(scope, ()) for scope in scopes)
