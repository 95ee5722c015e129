"""What can go wrong with money. Amounts are micro-dollars."""

from uuid import UUID

from reelhouse.core.credits.types import Hold, HoldState
from reelhouse.kit.errors import ReelhouseError
from reelhouse.kit.money import MICROS_PER_CENT, MicroDollars


class OutOfCredits(ReelhouseError):
    code = "out_of_credits"

    def __init__(self, needed: MicroDollars, available: MicroDollars) -> None:
        super().__init__(
            f"This needs {_cents(needed)} cents and {_cents(available)} are available;"
            " add credits or choose a shorter video."
        )
        self.needed = needed
        self.available = available


class WalletNotFound(ReelhouseError):
    code = "wallet_not_found"

    def __init__(self, workspace_id: UUID) -> None:
        super().__init__(f"Workspace {workspace_id} has no wallet.")
        self.workspace_id = workspace_id


class HoldNotFound(ReelhouseError):
    code = "hold_not_found"

    def __init__(self, hold_id: UUID) -> None:
        super().__init__(f"There is no hold {hold_id}.")
        self.hold_id = hold_id


class SettleExceedsHold(ReelhouseError):
    code = "settle_exceeds_hold"

    def __init__(self, hold_id: UUID, held: MicroDollars, asked: MicroDollars) -> None:
        super().__init__(f"Hold {hold_id} set {_cents(held)} cents aside; {_cents(asked)} cannot be settled.")
        self.hold_id = hold_id
        self.held = held
        self.asked = asked


class HoldAlreadyResolved(ReelhouseError):
    """A hold that was settled or released is now asked for something else."""

    code = "hold_already_resolved"

    def __init__(self, hold: Hold, asked: HoldState, amount: MicroDollars) -> None:
        super().__init__(
            f"Hold {hold.hold_id} was {hold.state} with {_cents(hold.settled)} cents;"
            f" it cannot become {asked} with {_cents(amount)}."
        )
        self.hold = hold
        self.asked = asked
        self.amount = amount


class TransferKeyReused(ReelhouseError):
    """The key of a booked transfer came again with other facts."""

    code = "transfer_key_reused"

    def __init__(self, key: str) -> None:
        super().__init__(f"The transfer {key!r} is booked already, with other facts.")
        self.key = key


class BooksDisagree(ReelhouseError):
    """The ledger contradicts itself; `findings` says where, one sentence each."""

    code = "books_disagree"

    def __init__(self, findings: tuple[str, ...]) -> None:
        super().__init__("The books disagree: " + " ".join(findings))
        self.findings = findings


def _cents(amount: MicroDollars) -> str:
    return f"{amount / MICROS_PER_CENT:,.10g}"
