"""How many requests a caller may make a minute, counted here or in Redis for several processes."""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Protocol

import structlog
from limits.aio.storage import RedisStorage
from limits.errors import StorageError

from reelhouse.http.settings import RateLimitSettings
from reelhouse.kit.clock import Clock

WINDOW_SECONDS = 60
PATIENCE_SECONDS = 1.0
"""A request waits no longer for Redis than this before it is counted here."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left of a minute after one more request; `reset_at` is in Unix seconds."""

    limit: int
    remaining: int
    reset_at: int
    retry_after: int
    allowed: bool


class Counter(Protocol):
    """Counts within a window that begins at `minute` (Unix seconds)."""

    async def count(self, identity: str, minute: int) -> int:
        """One more; how many there have been, this one included."""
        ...


class MemoryCounter:
    """Counts for this process alone; only the running minute is kept."""

    def __init__(self) -> None:
        self._minute = 0
        self._counts: dict[str, int] = {}

    async def count(self, identity: str, minute: int) -> int:
        if minute != self._minute:
            self._minute, self._counts = minute, {}
        counted = self._counts.get(identity, 0) + 1
        self._counts[identity] = counted
        return counted


class RedisCounter:
    """Counts for all processes. While Redis does not answer, each process counts for itself, and says so."""

    def __init__(self, url: str) -> None:
        self._storage = RedisStorage(
            url,
            wrap_exceptions=True,
            implementation="redispy",
            key_prefix="reelhouse",
            socket_timeout=PATIENCE_SECONDS,
            socket_connect_timeout=PATIENCE_SECONDS,
        )
        self._meanwhile = MemoryCounter()

    async def count(self, identity: str, minute: int) -> int:
        try:
            return await self._storage.incr(f"rate/{identity}/{minute}", WINDOW_SECONDS)
        except StorageError as failure:
            log.warning("rate_limit_store_unavailable", error=type(failure.storage_error).__name__)
            return await self._meanwhile.count(identity, minute)


class RateLimits:
    """A fixed window that is aligned to the minute, so that every process agrees on it.

    `doors` have limits of their own, and count for themselves; all other doors share one limit.
    """

    def __init__(
        self,
        settings: RateLimitSettings,
        clock: Clock,
        counter: Counter | None = None,
        doors: Mapping[str, int] | None = None,
    ) -> None:
        self._limit = settings.per_minute
        self._doors = dict(doors or {})
        self._clock = clock
        self._counter = counter or (RedisCounter(settings.url) if settings.url else MemoryCounter())

    async def take(self, identity: str, door: str = "") -> Allowance:
        """Count one request of somebody who stands at a door."""
        own = self._doors.get(door)
        limit = self._limit if own is None else own
        now = self._clock.now().timestamp()
        minute = int(now) - int(now) % WINDOW_SECONDS
        counted = await self._counter.count(identity if own is None else f"{door}:{identity}", minute)
        reset_at = minute + WINDOW_SECONDS
        return Allowance(
            limit=limit,
            remaining=max(0, limit - counted),
            reset_at=reset_at,
            retry_after=max(1, -int(-(reset_at - now) // 1)),
            allowed=counted <= limit,
        )


def identity_of_address(host: str | None) -> str:
    """One household is one caller: an IPv6 address counts as its /64 network."""
    try:
        address = ip_address(host or "")
    except ValueError:
        return f"address:{host or 'unknown'}"
    if isinstance(address, IPv6Address):
        return f"address:{IPv6Address(int(address) >> 64 << 64)}/64"
    return f"address:{address}"
