"""The engines of one family in the order in which they are asked, each behind a circuit breaker."""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import structlog

from reelhouse.engines.errors import EngineUnavailable
from reelhouse.engines.metering import metered_call
from reelhouse.engines.registry import Family
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

E = TypeVar("E")
R = TypeVar("R")

FAILURES_IN_A_ROW = 3
FIRST_REST, LONGEST_REST = 15.0, 300.0
"""Seconds in which an engine that failed so often is not asked; each failed try doubles them."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Answered(Generic[R]):
    """What an engine gave, whose it is, and why others before it did not give it."""

    result: R
    engine: str
    passed_over: tuple[str, ...] = ()


@dataclass(slots=True)
class Breaker:
    """Keeps calls from an engine that does not answer: the next try is free only after a rest."""

    monotonic: Callable[[], float] = time.monotonic
    failures: int = 0
    rests_until: float = 0.0

    def check(self, engine: str) -> None:
        """Raises `EngineUnavailable` while the engine rests."""
        left = self.rests_until - self.monotonic()
        if left > 0:
            raise EngineUnavailable(
                engine, f"it failed {self.failures} times; it is asked again in {left:.0f} s"
            )

    def succeeded(self) -> None:
        self.failures, self.rests_until = 0, 0.0

    def failed(self) -> None:
        self.failures += 1
        if self.failures >= FAILURES_IN_A_ROW:
            rest = FIRST_REST * 2 ** (self.failures - FAILURES_IN_A_ROW)
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
        link.breaker.check(link.name)
        try:
            with metered_call(self._family, link.name):
                result = await call(link.engine)
        except EngineUnavailable:
            link.breaker.failed()
            raise
        link.breaker.succeeded()
        return result


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
