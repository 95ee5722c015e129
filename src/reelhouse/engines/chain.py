"""The engines of one family in the order in which they are asked, each behind a circuit breaker."""

import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import structlog

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.metering import metered_call
from reelhouse.engines.registry import Family
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

E = TypeVar("E")
R = TypeVar("R")

FAILURES_IN_A_ROW = 3
FIRST_REST, LONGEST_REST = 15.0, 300.0
"""Seconds in which an engine that failed so often is not asked; each failed try doubles them."""
MOST_DOUBLINGS = 10

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Answered(Generic[R]):
    """What an engine gave, whose it is, and why others before it did not give it."""

    result: R
    engine: str
    passed_over: tuple[str, ...] = ()


@dataclass(slots=True)
class Breaker:
    """Keeps calls from an engine that does not answer.

    After `FAILURES_IN_A_ROW` it rests. After the rest a single call tries the engine (`trial`), and the
    others stay away until they know how it ended.
    """

    monotonic: Callable[[], float] = time.monotonic
    failures: int = 0
    rests_until: float = 0.0
    trial: bool = False

    def check(self, engine: str) -> None:
        """Raises `EngineUnavailable` while the engine rests, or is being tried."""
        if self.failures < FAILURES_IN_A_ROW:
            return
        left = self.rests_until - self.monotonic()
        if left > 0:
            raise EngineUnavailable(
                engine, f"it failed {self.failures} times; it is asked again in {left:.0f} s"
            )
        if self.trial:
            raise EngineUnavailable(engine, f"it failed {self.failures} times and is just being tried again")

    @contextmanager
    def calling(self, engine: str) -> Iterator[None]:
        """A call inside: an answer closes the breaker, silence counts, and a cancelled call says nothing.

        Raises what `check` raises.
        """
        self.check(engine)
        self.trial = mine = self.failures >= FAILURES_IN_A_ROW
        try:
            yield
        except EngineUnavailable:
            self.failed(trial=mine)
            raise
        except EngineRefused:
            self.succeeded()  # it said no, so it is there
            raise
        else:
            self.succeeded()
        finally:
            if mine:
                self.trial = False

    def succeeded(self) -> None:
        self.failures, self.rests_until = 0, 0.0

    def failed(self, *, trial: bool = False) -> None:
        """Calls that were under way when the rest began fail late; they do not make it longer."""
        if self.failures >= FAILURES_IN_A_ROW and not trial:
            return
        self.failures += 1
        if self.failures >= FAILURES_IN_A_ROW:
            rest = FIRST_REST * 2 ** min(self.failures - FAILURES_IN_A_ROW, MOST_DOUBLINGS)
            self.rests_until = self.monotonic() + min(rest, LONGEST_REST)


@dataclass(slots=True)
class Link(Generic[E]):
    """One engine of a chain, made when it is first asked."""

    name: str
    abilities: frozenset[str]
    make: Callable[[], E]
    breaker: Breaker = field(default_factory=Breaker)
    _engine: E | None = None

    @property
    def engine(self) -> E:
        if self._engine is None:
            self._engine = self.make()
        return self._engine


class Chain(Generic[E]):
    """Asks the first engine that can do it; one that does not answer gives way to the next, and is told."""

    def __init__(self, family: str, links: Sequence[Link[E]]) -> None:
        self._family = family
        self._links = tuple(links)

    async def ask(self, ability: str, call: Callable[[E], Awaitable[R]]) -> Answered[R]:
        """Raises `EngineRefused` of the first that answers, or `EngineUnavailable` when none does."""
        passed_over: list[str] = []
        trouble: EngineUnavailable | None = None
        for link in self._links:
            if ability not in link.abilities:
                continue
            try:
                result = await self._call(link, call)
            except EngineUnavailable as failure:
                log.warning(
                    "engine_passed_over", family=self._family, engine=link.name, reason=failure.reason
                )
                passed_over.append(failure.message)
                trouble = failure
            else:
                return Answered(result, link.name, tuple(passed_over))
        raise trouble or EngineUnavailable(self._family, f"no engine is configured that can {ability}")

    async def _call(self, link: Link[E], call: Callable[[E], Awaitable[R]]) -> R:
        with link.breaker.calling(link.name), metered_call(self._family, link.name):
            return await call(link.engine)


def chain_of(family: Family, settings: EngineSettings, tools: Tools) -> Chain[E]:
    """The engines that the settings of a family name. Raises `EngineNotConfigured`."""
    return Chain(
        family.name,
        [
            Link(backend.name, backend.abilities, _maker(backend.load, table, tools))
            for backend, table in family.candidates(settings)
        ],
    )


def _maker(
    load: Callable[[EngineSettings, Tools], E], table: EngineSettings, tools: Tools
) -> Callable[[], E]:
    return lambda: load(table, tools)
