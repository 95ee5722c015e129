"""A chain of engines: who is asked, who steps in, and when an engine is left alone for a while."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client import REGISTRY

from reelhouse.engines.chain import (
    FAILURES_IN_A_ROW,
    FIRST_REST,
    LONGEST_REST,
    Breaker,
    Chain,
    Link,
    chain_of,
)
from reelhouse.engines.errors import EngineNotConfigured, EngineRefused, EngineUnavailable
from reelhouse.engines.registry import Backend, Family
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

Asking = Callable[["Painter"], Awaitable[str]]


@dataclass
class Now:
    """A clock that moves when the test says so."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Painter:
    """An engine that answers as it is told; the last answer stays."""

    name: str = "painter"
    answers: list[Exception | str] = field(default_factory=list)
    calls: int = 0

    async def paint(self) -> str:
        self.calls += 1
        answer = (
            (self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]) if self.answers else "red"
        )
        if isinstance(answer, Exception):
            raise answer
        return answer


def asking() -> Asking:
    return lambda painter: painter.paint()


def silent(name: str = "painter") -> EngineUnavailable:
    return EngineUnavailable(name, "it does not answer")


def chain_with(now: Now, *painters: Painter, abilities: str = "paint") -> Chain[Painter]:
    return Chain("pictures", [link_to(painter, now, abilities) for painter in painters])


def link_to(painter: Painter, now: Now, abilities: str = "paint") -> Link[Painter]:
    return Link(painter.name, frozenset(abilities.split()), lambda: painter, Breaker(now))


async def fail_often(chain: Chain[Painter], times: int = FAILURES_IN_A_ROW) -> None:
    for _ in range(times):
        with pytest.raises(EngineUnavailable):
            await chain.ask("paint", asking())


async def test_the_first_engine_answers_and_the_second_is_left_alone() -> None:
    first, second = Painter("first"), Painter("second")

    answered = await chain_with(Now(), first, second).ask("paint", asking())

    assert (answered.result, answered.engine, answered.passed_over) == ("red", "first", ())
    assert second.calls == 0


async def test_who_steps_in_is_told_with_the_reason() -> None:
    first, second = Painter("first", [silent("first")]), Painter("second")

    answered = await chain_with(Now(), first, second).ask("paint", asking())

    assert answered.engine == "second"
    assert answered.passed_over == ("the engine 'first' is not available: it does not answer",)


async def test_a_refusal_is_an_answer_and_nobody_else_is_asked() -> None:
    first, second = Painter("first", [EngineRefused("first", "no people")]), Painter("second")

    with pytest.raises(EngineRefused, match="no people"):
        await chain_with(Now(), first, second).ask("paint", asking())

    assert second.calls == 0


async def test_when_nobody_answers_the_last_silence_is_told() -> None:
    chain = chain_with(Now(), Painter("first", [silent("first")]), Painter("second", [silent("second")]))

    with pytest.raises(EngineUnavailable, match="'second'"):
        await chain.ask("paint", asking())


async def test_only_engines_with_the_ability_are_asked() -> None:
    drawing, painting, now = Painter("drawing"), Painter("painting"), Now()
    chain = Chain("pictures", [link_to(drawing, now, "draw"), link_to(painting, now, "draw paint")])

    answered = await chain.ask("paint", asking())

    assert (answered.engine, drawing.calls) == ("painting", 0)
    assert answered.passed_over == ()


async def test_without_any_engine_that_can_do_it_that_is_said() -> None:
    with pytest.raises(EngineUnavailable, match="no engine is configured that can sculpt"):
        await chain_with(Now(), Painter()).ask("sculpt", asking())


async def test_an_engine_that_keeps_failing_is_left_alone() -> None:
    now, painter = Now(), Painter(answers=[silent()])
    chain = chain_with(now, painter)
    await fail_often(chain)

    with pytest.raises(EngineUnavailable, match="it failed 3 times; it is asked again in 15 s"):
        await chain.ask("paint", asking())

    assert painter.calls == FAILURES_IN_A_ROW


async def test_a_resting_engine_gives_way_to_its_fallback() -> None:
    now, first, second = Now(), Painter("first", [silent("first")]), Painter("second")
    chain = chain_with(now, first, second)
    for _ in range(FAILURES_IN_A_ROW + 2):
        answered = await chain.ask("paint", asking())

    assert (answered.engine, first.calls) == ("second", FAILURES_IN_A_ROW)
    assert "asked again in 15 s" in answered.passed_over[0]


async def test_after_its_rest_an_engine_that_answers_is_back() -> None:
    now, painter = Now(), Painter(answers=[*[silent()] * FAILURES_IN_A_ROW, "blue"])
    chain = chain_with(now, painter)
    await fail_often(chain)

    now.seconds = FIRST_REST
    answered = await chain.ask("paint", asking())

    assert answered.result == "blue"
    painter.answers = [silent()]
    await fail_often(chain, FAILURES_IN_A_ROW - 1)
    assert painter.calls == FAILURES_IN_A_ROW + 1 + FAILURES_IN_A_ROW - 1  # it is closed: none was held back


async def test_a_failed_try_doubles_the_rest() -> None:
    now, painter = Now(), Painter(answers=[silent()])
    chain = chain_with(now, painter)
    await fail_often(chain)

    now.seconds = FIRST_REST
    await fail_often(chain, 1)
    now.seconds += 2 * FIRST_REST - 1

    with pytest.raises(EngineUnavailable, match="asked again in 1 s"):
        await chain.ask("paint", asking())


async def test_the_rest_has_a_longest() -> None:
    now, painter = Now(), Painter(answers=[silent()])
    chain = chain_with(now, painter)
    await fail_often(chain)

    for _ in range(40):
        now.seconds += LONGEST_REST
        await fail_often(chain, 1)

    assert painter.calls == FAILURES_IN_A_ROW + 40


async def test_after_a_rest_one_call_tries_and_the_others_stay_away() -> None:
    now, painter = Now(), Painter(answers=[silent()])
    chain = chain_with(now, painter)
    await fail_often(chain)
    now.seconds = FIRST_REST
    may_answer = asyncio.Event()

    async def slowly(painter: Painter) -> str:
        painter.calls += 1
        await may_answer.wait()
        return "green"

    trying = asyncio.create_task(chain.ask("paint", slowly))
    await asyncio.sleep(0)
    with pytest.raises(EngineUnavailable, match="is just being tried again"):
        await chain.ask("paint", slowly)
    may_answer.set()

    assert (await trying).result == "green"
    assert (await chain.ask("paint", slowly)).result == "green"


async def test_many_calls_that_fail_at_once_do_not_make_the_rest_longer() -> None:
    now, painter = Now(), Painter(answers=[silent()])
    chain = chain_with(now, painter)

    async def together(painter: Painter) -> str:
        await asyncio.sleep(0)
        return await painter.paint()

    failed = await asyncio.gather(*(chain.ask("paint", together) for _ in range(20)), return_exceptions=True)

    assert all(isinstance(failure, EngineUnavailable) for failure in failed)
    with pytest.raises(EngineUnavailable, match="asked again in 15 s"):
        await chain.ask("paint", asking())


async def test_a_cancelled_call_is_no_failure() -> None:
    now, painter = Now(), Painter()
    chain = chain_with(now, painter)

    async def for_ever(_: Painter) -> str:
        await asyncio.Event().wait()
        return ""

    for _ in range(FAILURES_IN_A_ROW + 1):
        waiting = asyncio.create_task(chain.ask("paint", for_ever))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    assert (await chain.ask("paint", asking())).result == "red"


async def test_a_cancelled_try_lets_the_next_call_try() -> None:
    now, painter = Now(), Painter(answers=[*[silent()] * FAILURES_IN_A_ROW, "blue"])
    chain = chain_with(now, painter)
    await fail_often(chain)
    now.seconds = FIRST_REST

    async def for_ever(_: Painter) -> str:
        await asyncio.Event().wait()
        return ""

    waiting = asyncio.create_task(chain.ask("paint", for_ever))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    assert (await chain.ask("paint", asking())).result == "blue"


async def test_a_refusal_ends_a_row_of_failures() -> None:
    refusal = EngineRefused("painter", "no people")
    painter = Painter(answers=[silent(), silent(), refusal, silent(), silent(), "blue"])
    chain = chain_with(Now(), painter)
    await fail_often(chain, 2)
    with pytest.raises(EngineRefused):
        await chain.ask("paint", asking())
    await fail_often(chain, 2)

    assert (await chain.ask("paint", asking())).result == "blue"


async def test_calls_are_counted_under_the_name_of_the_engine() -> None:
    def counted() -> float:
        labels = {"family": "pictures", "engine": "counted", "outcome": "done"}
        return REGISTRY.get_sample_value("reelhouse_engine_calls_total", labels) or 0.0

    before = counted()

    await chain_with(Now(), Painter("counted")).ask("paint", asking())

    assert counted() == before + 1


ACTS = st.lists(
    st.one_of(
        st.sampled_from(["answers", "is silent", "refuses"]), st.floats(min_value=0, max_value=LONGEST_REST)
    ),
    max_size=60,
)


@given(ACTS)
def test_no_engine_is_called_while_its_breaker_is_open(acts: list[str | float]) -> None:
    """Promised for any order of answers, silences, refusals and pauses."""
    now, painter = Now(), Painter()
    breaker = Breaker(now)
    chain = Chain("pictures", [Link("painter", frozenset({"paint"}), lambda: painter, breaker)])
    answers: dict[str | float, Exception | str] = {
        "answers": "red",
        "is silent": silent(),
        "refuses": EngineRefused("painter", "no"),
    }

    async def act() -> None:
        for step in acts:
            if isinstance(step, float):
                now.seconds += step
                continue
            is_open, before = breaker.rests_until > now.seconds, painter.calls
            painter.answers = [answers[step]]
            outcome = await asyncio.gather(chain.ask("paint", asking()), return_exceptions=True)
            assert painter.calls == before + (not is_open)
            assert not is_open or isinstance(outcome[0], EngineUnavailable)

    asyncio.run(act())


def built(settings: EngineSettings, tools: Tools) -> tuple[str, Tools]:
    """What the backends of the next test are made by."""
    return settings.model, tools


async def test_a_chain_is_made_of_the_configured_backend_and_its_fallbacks() -> None:
    target = f"{built.__module__}:built"
    family = Family(
        "pictures", {name: Backend(name, target, frozenset({"paint"})) for name in ("oils", "chalks")}
    )
    settings = EngineSettings(
        backend="oils", model="Titian", fallbacks=(EngineSettings(backend="chalks", model="Degas"),)
    )
    tools = Tools()
    chain: Chain[tuple[str, Tools]] = chain_of(family, settings, tools)

    async def told(engine: tuple[str, Tools]) -> str:
        if engine[0] == "Titian":
            raise silent("oils")
        assert engine[1] is tools
        return engine[0]

    answered = await chain.ask("paint", told)

    assert (answered.result, answered.engine) == ("Degas", "chalks")


def test_a_fallback_that_cannot_work_here_is_refused_when_the_chain_is_made() -> None:
    family = Family(
        "pictures",
        {
            "oils": Backend("oils", "nowhere:build", frozenset({"paint"})),
            "chalks": Backend("chalks", "nowhere:build", frozenset({"paint"}), key=True),
        },
    )
    settings = EngineSettings(backend="oils", fallbacks=(EngineSettings(backend="chalks"),))

    with pytest.raises(EngineNotConfigured, match="set REELHOUSE_PICTURES_KEY"):
        chain_of(family, settings, Tools())
