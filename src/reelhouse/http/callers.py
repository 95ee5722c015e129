"""Who is calling: API keys looked up once in a few seconds, and forgotten the moment they are revoked."""

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from anyio.to_thread import run_sync

from reelhouse.core.house import House
from reelhouse.core.keys.forms import fingerprint, is_well_formed
from reelhouse.core.keys.types import ApiKey, KeyForm

KEPT_SECONDS = 3.0
"""Another process revokes a key at most so long before this one notices."""
ROOM = 10_000
USE_IS_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Caller:
    key_id: UUID
    workspace_id: UUID
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found for one fingerprint, nothing included, and until when that is believed."""

    caller: Caller | None
    until: float


class Callers:
    """Finds the caller behind a key. `forms` are the shapes of all keys that open this house."""

    def __init__(
        self,
        house: House,
        forms: Sequence[KeyForm],
        *,
        kept_seconds: float = KEPT_SECONDS,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._house = house
        self._forms = tuple(forms)
        self._kept = kept_seconds
        self._monotonic = monotonic
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._revocations = 0

    async def find(self, secret: str) -> Caller | None:
        """The caller whose active key this is; a malformed key costs no look-up, a known one no thread."""
        mark = fingerprint(secret)
        known = self._known.get(mark)
        if known is not None and known.until > self._monotonic():
            return known.caller
        if not any(is_well_formed(form, secret) for form in self._forms):
            return None
        revocations = self._revocations
        caller = await run_sync(self._look_up, secret)
        if revocations == self._revocations:
            self._remember(mark, caller)
        return caller

    def forget(self, key_id: UUID) -> None:
        """Believe nothing about this key any more, also not what is being looked up right now."""
        self._revocations += 1
        for mark, known in list(self._known.items()):
            if known.caller is not None and known.caller.key_id == key_id:
                self._known.pop(mark, None)

    def _look_up(self, secret: str) -> Caller | None:
        with self._house.reading() as services:
            key = services.keys.find_active(secret)
        if key is None:
            return None
        self._note_use(key)
        return Caller(key.key_id, key.workspace_id, key.scopes)

    def _note_use(self, key: ApiKey) -> None:
        now = self._house.clock.now()
        if key.last_used_at is None or now - key.last_used_at >= USE_IS_NOTED_EVERY:
            with self._house.transaction() as services:
                services.keys.mark_used(key.key_id, now)

    def _remember(self, mark: str, caller: Caller | None) -> None:
        self._known[mark] = _Known(caller, self._monotonic() + self._kept)
        self._known.move_to_end(mark)
        while len(self._known) > ROOM:
            self._known.popitem(last=False)


def secret_from(headers: Sequence[tuple[bytes, bytes]]) -> str | None:
    """The key of a request: ``Authorization: Bearer`` in any case, else ``X-Api-Key``; None without either.

    An Authorization header of another scheme is a key that cannot be right, not a missing one.
    """
    found: str | None = None
    for name, value in headers:
        if name == b"authorization":
            scheme, _, secret = value.decode("latin-1").strip().partition(" ")
            return secret.strip() if scheme.lower() == "bearer" else ""
        if name == b"x-api-key":
            found = value.decode("latin-1").strip()
    return found
