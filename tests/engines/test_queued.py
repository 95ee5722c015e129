"""Work in a vendor's queue: asked for ever less often, not for ever, and cancelled when nobody waits."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from pydantic import JsonValue

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.queued import LONGEST_PAUSE, Queued, surely
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.vendor import Line, Vendor

DONE: Mapping[str, JsonValue] = {"image": "here"}


@dataclass
class Desk:
    """A queue that answers as it is told; the last answer stays. `gate` holds a submission back."""

    answers: list[Mapping[str, JsonValue] | Exception | None]
    gate: asyncio.Event | None = None
    asked: int = 0
    submitted: list[tuple[str, Mapping[str, JsonValue]]] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    looking: asyncio.Event = field(default_factory=asyncio.Event)

    async def submit(self, _line: Line, model: str, inputs: Mapping[str, JsonValue]) -> str:
        self.submitted.append((model, inputs))
        if self.gate:
            self.looking.set()
            await self.gate.wait()
        return "ticket-7"

    async def look(self, _line: Line, ticket: str) -> Mapping[str, JsonValue] | None:
        assert ticket == "ticket-7"
        self.asked += 1
        self.looking.set()
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def cancel(self, _line: Line, ticket: str) -> None:
        self.cancelled.append(ticket)


@dataclass
class Pauses:
    """A sleep that takes no time and remembers."""

    taken: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)
        await asyncio.sleep(0)


def queued(desk: Desk, pauses: Pauses, *, poll: float = 1.0, timeout: float = 20) -> Queued[str]:
    vendor = Vendor("acme", "image", EngineSettings(), {})
    return Queued("acme", desk, vendor, poll_seconds=poll, timeout_seconds=timeout, sleep=pauses)


def silence() -> EngineUnavailable:
    return EngineUnavailable("acme", "status 502")


async def test_slow_work_is_asked_for_less_and_less_often() -> None:
    desk, pauses = Desk([*[None] * 11, DONE]), Pauses()

    assert await queued(desk, pauses).result("flux", {"prompt": "a lake"}) == DONE

    assert desk.submitted == [("flux", {"prompt": "a lake"})]
    assert pauses.taken[:4] == [1.0, 1.5, 2.25, 3.375]
    assert max(pauses.taken) == LONGEST_PAUSE
    assert (len(pauses.taken), desk.cancelled) == (12, [])


async def test_a_queue_that_is_out_of_breath_for_a_moment_is_waited_for() -> None:
    desk = Desk([None, silence(), silence(), None, silence(), DONE])

    assert await queued(desk, Pauses()).result("flux", {}) == DONE


async def test_a_queue_that_stays_silent_is_given_up_and_told() -> None:
    desk = Desk([silence()])

    with pytest.raises(EngineUnavailable, match="status 502"):
        await queued(desk, Pauses()).result("flux", {})

    assert (desk.asked, desk.cancelled) == (3, ["ticket-7"])


async def test_work_that_failed_is_not_asked_for_again() -> None:
    desk = Desk([None, EngineRefused("acme", "no people")])

    with pytest.raises(EngineRefused, match="no people"):
        await queued(desk, Pauses()).result("flux", {})

    assert desk.asked == 2


async def test_work_is_not_waited_for_without_end() -> None:
    desk = Desk([None])

    with pytest.raises(EngineUnavailable, match=r"not done within 0\.05 s"):
        await queued(desk, Pauses(), timeout=0.05).result("flux", {})

    assert desk.cancelled == ["ticket-7"]


async def test_cancelling_also_ends_the_work() -> None:
    desk = Desk([None])
    waiting = asyncio.create_task(queued(desk, Pauses()).result("flux", {}))
    await desk.looking.wait()

    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    assert desk.cancelled == ["ticket-7"]


async def test_work_that_was_just_being_submitted_is_cancelled_too() -> None:
    desk = Desk([None], gate=asyncio.Event())
    waiting = asyncio.create_task(queued(desk, Pauses()).result("flux", {}))
    await desk.looking.wait()

    waiting.cancel()
    await asyncio.sleep(0)
    assert desk.gate is not None
    desk.gate.set()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    assert desk.cancelled == ["ticket-7"]


async def test_a_goodbye_is_said_even_when_cancelled_twice() -> None:
    said = asyncio.Event()

    async def goodbye() -> None:
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        said.set()

    leaving = asyncio.create_task(surely(goodbye()))
    await asyncio.sleep(0)
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving

    await said.wait()


async def test_a_goodbye_that_fails_is_no_matter() -> None:
    async def goodbye() -> None:
        raise EngineUnavailable("acme", "gone")

    await surely(goodbye())
