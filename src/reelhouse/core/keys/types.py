"""API keys: how they look, and what is kept of them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reelhouse.kit.money import MicroDollars


@dataclass(frozen=True, slots=True)
class KeyForm:
    """How one vendor's keys look: a prefix and `length` characters of `alphabet`.

    The last `checksum_length` characters are a checksum over the rest, so that a mistyped or invented
    key costs no database read; `shown` characters of the whole key may be listed later.
    """

    prefix: str
    alphabet: str
    length: int
    checksum_length: int
    shown: int
    max_active: int | None = None


HOUSE_FORM = KeyForm(
    prefix="rh_", alphabet="0123456789abcdefghijklmnopqrstuvwxyz", length=32, checksum_length=6, shown=11
)


@dataclass(frozen=True, slots=True)
class ApiKey:
    """What is kept of a key; the key itself is never stored, only its SHA-256.

    `monthly_cap` is what it may spend in a month, where a price is counted against keys; None leaves that
    to the settings.
    """

    key_id: UUID
    workspace_id: UUID
    name: str
    shown_prefix: str
    scopes: frozenset[str]
    created_at: datetime
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None
    monthly_cap: MicroDollars | None = None


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """A new key with its secret, which is shown this one time."""

    key: ApiKey
    secret: str
