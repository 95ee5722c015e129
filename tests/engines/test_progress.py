"""Progress is told from wherever the work is done, and only to those who asked."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from reelhouse.engines.progress import heard_by, tell, teller

pytestmark = pytest.mark.anyio


async def test_tasks_and_threads_tell_whoever_began_them() -> None:
    heard: list[float] = []

    with heard_by(heard.append):
        await asyncio.create_task(_told(0.25))
        await asyncio.to_thread(tell, 0.5)
        later = teller()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(later, 0.75).result()
    tell(1.0)

    assert heard == [0.25, 0.5, 0.75]


async def test_two_pieces_of_work_at_once_are_not_mixed_up() -> None:
    heard: dict[str, list[float]] = {"one": [], "other": []}

    async def work(name: str, share: float) -> None:
        with heard_by(heard[name].append):
            await asyncio.sleep(0)
            tell(share)

    await asyncio.gather(work("one", 0.1), work("other", 0.9))

    assert heard == {"one": [0.1], "other": [0.9]}


@pytest.mark.parametrize(("told", "heard"), [(-1.0, 0.0), (7.0, 1.0), (0.5, 0.5)])
async def test_a_share_lies_between_nothing_and_all(told: float, heard: float) -> None:
    shares: list[float] = []

    with heard_by(shares.append):
        tell(told)

    assert shares == [heard]


async def _told(share: float) -> None:
    tell(share)
