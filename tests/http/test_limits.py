"""Counting requests, for one process and for many."""

import asyncio
import socketserver
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
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
    """Promise 10."""
    shared = MemoryCounter()
    doors = [limits(clock, shared, per_minute=10), limits(clock, shared, per_minute=10)]

    taken = [asyncio.run(doors[number % 2].take("key:1")).allowed for number in range(15)]

    assert taken.count(True) == 10


def test_a_door_with_a_limit_of_its_own_counts_for_itself(clock: FrozenClock) -> None:
    limits = RateLimits(RateLimitSettings(per_minute=2), clock, doors={"narrow": 1})

    async def take() -> list[tuple[int, bool]]:
        taken = [await limits.take("key:1", door) for door in ("wide", "narrow", "narrow", "", "wide")]
        return [(allowance.limit, allowance.allowed) for allowance in taken]

    assert asyncio.run(take()) == [(2, True), (1, True), (1, False), (2, True), (2, False)]


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


class CountingServer(socketserver.ThreadingTCPServer):
    """As much of Redis as counting needs: it runs one script, which adds and gives the sum."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.sums: Counter[bytes] = Counter()
        self.turn = threading.Lock()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.server_address[1]}/0"


class _Connection(socketserver.StreamRequestHandler):
    server: CountingServer

    def handle(self) -> None:
        while line := self.rfile.readline():
            words = []
            for _ in range(int(line[1:])):
                size = int(self.rfile.readline()[1:])
                words.append(self.rfile.read(size + 2)[:-2])
            self.wfile.write(self._answer(words))

    def _answer(self, words: list[bytes]) -> bytes:
        command = words[0].upper()
        if command == b"HELLO":
            return (
                b"%3\r\n$6\r\nserver\r\n$5\r\nredis\r\n$5\r\nproto\r\n:3\r\n$7\r\nversion\r\n$5\r\n7.2.0\r\n"
            )
        if command in {b"EVALSHA", b"EVAL"}:
            with self.server.turn:
                self.server.sums[words[3]] += int(words[5])
                return b":%d\r\n" % self.server.sums[words[3]]
        return b"+OK\r\n"


@pytest.fixture
def redis() -> Iterator[CountingServer]:
    with CountingServer() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_two_processes_together_never_exceed_the_limit_in_redis(
    redis: CountingServer, clock: FrozenClock
) -> None:
    """Promise 10."""

    settings = RateLimitSettings(url=redis.url, per_minute=25)
    doors = [RateLimits(settings, clock), RateLimits(settings, clock)]

    async def take_twenty(door: RateLimits) -> int:
        return sum([(await door.take("key:1")).allowed for _ in range(20)])

    with ThreadPoolExecutor(2) as processes:
        taken = [processes.submit(asyncio.run, take_twenty(door)) for door in doors]

    assert sum(taking.result() for taking in taken) == 25
    assert redis.sums == {b"reelhouse:rate/key:1/%d" % clock.now().timestamp(): 40}


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
