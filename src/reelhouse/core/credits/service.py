"""Money: granted to pots, held for a job, settled for what was delivered, released when nothing was."""

from dataclasses import replace
from uuid import UUID

from reelhouse.core.credits.accounts import Entry
from reelhouse.core.credits.allowance import Renewal, due_renewal, period_end
from reelhouse.core.credits.books import BalanceSheet
from reelhouse.core.credits.errors import (
    BooksDisagree,
    HoldAlreadyResolved,
    HoldNotFound,
    OutOfCredits,
    SettleExceedsHold,
    WalletNotFound,
)
from reelhouse.core.credits.ledger import Ledger
from reelhouse.core.credits.repository import CreditRepository
from reelhouse.core.credits.settings import HOLD_LASTS, Billing
from reelhouse.core.credits.types import Hold, HoldState, Pot, Wallet
from reelhouse.core.credits.wallets import WalletRecord, spread
from reelhouse.kit.clock import Clock
from reelhouse.kit.ids import new_id
from reelhouse.kit.money import MicroDollars

NOTHING = MicroDollars(0)


class Credits:
    """Every change locks the wallet first, so that two transactions never spend the same cents."""

    def __init__(
        self, repository: CreditRepository, clock: Clock, billing: Billing = Billing.METERED
    ) -> None:
        self._repository = repository
        self._ledger = Ledger(repository, clock)
        self._clock = clock
        self._billing = billing

    @property
    def refuses(self) -> bool:
        """Whether a wallet that is too small refuses a hold; an unmetered house never does."""
        return self._billing is Billing.METERED

    def open_wallet(self, workspace_id: UUID, monthly_allowance: MicroDollars = NOTHING) -> Wallet:
        """Open a wallet with its first allowance; one that is open stays as it is."""
        if self._repository.add_wallet(workspace_id, self._clock.now()):
            self.change_allowance(workspace_id, monthly_allowance)
        return self.wallet(workspace_id)

    def change_allowance(self, workspace_id: UUID, monthly_allowance: MicroDollars) -> None:
        """Allow more at once, or less from the next period on.

        The period remembers what it was given, so that going down and up again grants nothing twice.
        """
        wallet = self._lock_renewed(workspace_id)
        in_all = MicroDollars(max(wallet.granted_allowance, monthly_allowance))
        ends_at = wallet.period_ends_at
        if in_all > wallet.granted_allowance:
            ends_at = ends_at or period_end(wallet.opened_at, self._clock.now())
            top_up = MicroDollars(in_all - wallet.granted_allowance)
            self._ledger.grant_allowance(workspace_id, top_up, in_all, ends_at)
        self._repository.set_terms(workspace_id, monthly_allowance, in_all, ends_at)

    def grant(self, workspace_id: UUID, pot: Pot, amount: MicroDollars, key: str, reason: str) -> bool:
        """Credit a pot once for `key`, however often it comes; tell whether it was this time.

        Raises `WalletNotFound`, and `TransferKeyReused` when the key was booked with other facts.
        """
        if amount <= 0:
            raise ValueError(f"an amount to grant is positive, unlike {amount}")
        self._lock_renewed(workspace_id)
        return self._ledger.grant(workspace_id, pot, amount, key, reason)

    def wallet(self, workspace_id: UUID) -> Wallet:
        """What can be spent now, the renewal of an ended period included; the next change books it.

        Raises `WalletNotFound`.
        """
        record = _found(workspace_id, self._repository.find_wallet(workspace_id))
        return _as_seen(record, due_renewal(record, self._clock.now()))

    def hold(self, workspace_id: UUID, amount: MicroDollars, hold_id: UUID | None = None) -> Hold:
        """Set money aside so that two jobs can never spend the same cents; under `hold_id`, where given.

        Raises `OutOfCredits`; an unmetered house lends what is missing instead.
        """
        _refuse_negative(amount)
        wallet = self._lock_renewed(workspace_id)
        now = self._clock.now()
        hold = Hold(hold_id or new_id(), workspace_id, amount, HoldState.OPEN, NOTHING, now + HOLD_LASTS)
        if wallet.available < amount:
            wallet = self._lend_or_refuse(hold, wallet)
        parts = spread(amount, {pot: balance.available for pot, balance in wallet.pots.items()})
        self._repository.add_hold(hold, parts, now)
        for pot, part in parts.items():
            self._ledger.set_aside(hold, pot, part)
        return hold

    def settle(self, hold_id: UUID, amount: MicroDollars) -> Hold:
        """Charge what was delivered; the rest of the hold returns to its pots.

        Settling again with the same amount gives the first outcome. Raises `HoldNotFound`,
        `SettleExceedsHold`, `HoldAlreadyResolved`.
        """
        _refuse_negative(amount)
        hold = self._lock_hold(hold_id)
        if amount > hold.amount:
            raise SettleExceedsHold(hold_id, held=hold.amount, asked=amount)
        return self._resolve(hold, HoldState.SETTLED, amount)

    def release(self, hold_id: UUID) -> Hold:
        """Return all of a hold to the pots it came from; releasing again changes nothing.

        Raises `HoldNotFound`, and `HoldAlreadyResolved` when it was settled.
        """
        return self._resolve(self._lock_hold(hold_id), HoldState.RELEASED, NOTHING)

    def get_hold(self, hold_id: UUID) -> Hold:
        """Raises `HoldNotFound`."""
        hold = self._repository.find_hold(hold_id)
        if hold is None:
            raise HoldNotFound(hold_id)
        return hold

    def find_hold(self, hold_id: UUID) -> Hold | None:
        return self._repository.find_hold(hold_id)

    def entries_of(self, hold_id: UUID) -> tuple[Entry, ...]:
        """The ledger's entries about a hold, oldest first."""
        return self._repository.entries_of(hold_id)

    def release_forgotten(self, limit: int = 100) -> int:
        """Release the oldest holds that nobody resolved in time; tell how many."""
        released = 0
        for forgotten in self._repository.forgotten_holds(self._clock.now(), limit):
            hold = self._lock_hold(forgotten.hold_id)
            if hold.state is HoldState.OPEN:
                self._resolve(hold, HoldState.RELEASED, NOTHING)
                released += 1
        return released

    def balance_sheet(self) -> BalanceSheet:
        """Every account's balance, from the entries alone."""
        return self._repository.books.balance_sheet()

    def verify_books(self) -> BalanceSheet:
        """Compare every pot and hold with the entries, as of one moment. Raises `BooksDisagree`."""
        findings = self._repository.books.findings()
        if findings:
            raise BooksDisagree(findings)
        return self.balance_sheet()

    def _lend_or_refuse(self, hold: Hold, wallet: WalletRecord) -> WalletRecord:
        if self._billing is Billing.METERED:
            raise OutOfCredits(needed=hold.amount, available=wallet.available)
        missing = MicroDollars(hold.amount - wallet.available)
        self._ledger.lend(hold.hold_id, hold.workspace_id, Pot.COUPON, missing)
        return _found(hold.workspace_id, self._repository.find_wallet(hold.workspace_id))

    def _lock_hold(self, hold_id: UUID) -> Hold:
        """The hold as it is once its wallet is locked: another transaction may just have resolved it."""
        self._repository.lock_wallet(self.get_hold(hold_id).workspace_id)
        return self.get_hold(hold_id)

    def _resolve(self, hold: Hold, state: HoldState, settled: MicroDollars) -> Hold:
        if (hold.state, hold.settled) == (state, settled):
            return hold
        if hold.state is not HoldState.OPEN:
            raise HoldAlreadyResolved(hold, state, settled)
        parts = self._repository.parts_of(hold.hold_id)
        charges = spread(settled, parts)
        for pot, part in parts.items():
            charge = charges.get(pot, NOTHING)
            self._ledger.charge(hold, pot, charge)
            self._ledger.give_back(hold, pot, MicroDollars(part - charge))
        self._repository.resolve_hold(hold.hold_id, state, settled, self._clock.now())
        return replace(hold, state=state, settled=settled)

    def _lock_renewed(self, workspace_id: UUID) -> WalletRecord:
        """The wallet, locked, and moved on to its present period."""
        wallet = _found(workspace_id, self._repository.lock_wallet(workspace_id))
        renewal = due_renewal(wallet, self._clock.now())
        if renewal is None:
            return wallet
        self._ledger.expire_allowance(workspace_id, renewal.expired, renewal.ended_at)
        if renewal.ends_at is not None:
            self._ledger.grant_allowance(workspace_id, renewal.granted, renewal.granted, renewal.ends_at)
        self._repository.set_terms(workspace_id, wallet.monthly_allowance, renewal.granted, renewal.ends_at)
        return _found(workspace_id, self._repository.find_wallet(workspace_id))


def _as_seen(record: WalletRecord, renewal: Renewal | None) -> Wallet:
    allowance = record.pots[Pot.ALLOWANCE].available
    return Wallet(
        allowance=allowance if renewal is None else renewal.granted,
        coupon=record.pots[Pot.COUPON].available,
        purchased=record.pots[Pot.PURCHASED].available,
        held=MicroDollars(sum(balance.held for balance in record.pots.values())),
        monthly_allowance=record.monthly_allowance,
        period_ends_at=record.period_ends_at if renewal is None else renewal.ends_at,
    )


def _found(workspace_id: UUID, wallet: WalletRecord | None) -> WalletRecord:
    if wallet is None:
        raise WalletNotFound(workspace_id)
    return wallet


def _refuse_negative(amount: MicroDollars) -> None:
    if amount < 0:
        raise ValueError(f"an amount of money is not negative, unlike {amount}")
