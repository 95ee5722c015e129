"""Counting requests, for one process and for many."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
import structlog
from structlog.testing import capture_logs

from reelhouse.http.bodies import parse_json
from reelhouse.http.errors import InvalidJson
from reelhouse.http.rate_limits import MemoryCounter, RateLimits, identity_of_address
from reelhouse.http.settings import RateLimitSettings
from reelhouse.kit.clock import FrozenClock


def limits(clock: FrozenClock, counter: MemoryCounter | None = None, per_minute: int = 3) -> RateLimits:
    return RateLimits(RateLimitSettings(per_minute=per_minute), clock, counter)


def test_the_window_is_aligned_to_the_minute() -> None:
    clock = FrozenClock(datetime(2026, 3, 20, 14, 30, 59, 500_000, tzinfo=UTC))
    door = limits(clock)

    spent = [asyncio.run(door.take("key:1")) for _ in range(4)]
    clock.advance(timedelta(milliseconds=500))
    fresh = asyncio.run(door.take("key:1"))

    assert [allowance.remaining for allowance in spent] == [2, 1, 0, 0]
    assert [allowance.allowed for allowance in spent] == [True, True, True, False]
    assert (spent[3].retry_after, spent[3].reset_at) == (1, int(clock.now().timestamp()))
    assert (fresh.allowed, fresh.remaining) == (True, 2)


def test_two_doors_with_one_counter_never_exceed_the_limit_together(clock: FrozenClock) -> None:
    """Promise 10: the limit belongs to the counter, which Redis shares between processes."""
    shared = MemoryCounter()
    doors = [limits(clock, shared, per_minute=10), limits(clock, shared, per_minute=10)]

    taken = [asyncio.run(doors[number % 2].take("key:1")).allowed for number in range(15)]

    assert taken.count(True) == 10


def test_a_redis_that_is_away_is_told_and_each_process_counts_for_itself(clock: FrozenClock) -> None:
    """Promise 41."""
    structlog.reset_defaults()
    door = RateLimits(RateLimitSettings(url="redis://127.0.0.1:1/0", per_minute=2), clock)

    async def take_three() -> list[bool]:
        return [(await door.take("key:1")).allowed for _ in range(3)]

    with capture_logs() as told:
        taken = asyncio.run(take_three())

    assert taken == [True, True, False]
    assert {entry["event"] for entry in told} == {"rate_limit_store_unavailable"}


@pytest.mark.parametrize(
    ("host", "identity"),
    [
        ("203.0.113.7", "address:203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "address:2001:db8:1:2::/64"),
        (None, "address:unknown"),
        ("testclient", "address:testclient"),
    ],
)
def test_an_ipv6_network_is_one_caller(host: str | None, identity: str) -> None:
    assert identity_of_address(host) == identity


@pytest.mark.parametrize("text", [b'"a\\u0000b"', b'{"a\\u0000": 1}', b'[["\\u0000"]]', b"[NaN]", b"\xff"])
def test_json_that_no_database_could_hold_is_refused(text: bytes) -> None:
    with pytest.raises(InvalidJson):
        parse_json(text)


def test_an_escaped_backslash_before_u0000_is_plain_text() -> None:
    assert parse_json(b'["\\\\u0000"]') == ["\\u0000"]
