"""The process that holds a model: started when it is needed, and never in the way."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from reelhouse.engines.diffusion.host import Host, Job
from reelhouse.engines.diffusion.lock import GpuLock
from reelhouse.engines.diffusion.models import Model
from reelhouse.engines.diffusion.process import Child
from reelhouse.engines.diffusion.recipes import Recipe
from reelhouse.engines.diffusion.wire import DrawWork, Report, SongWork, Work
from reelhouse.engines.errors import EngineRefused, EngineUnavailable

ENDLESS = 20_000
BOAT = DrawWork(prompt="a boat", width=32, height=32, seed=1)
SONG = SongWork(tags="rock", lyrics="la", language="en", seconds=1, seed=1)
PARENT = """
import asyncio, sys
from pathlib import Path
from reelhouse.engines.diffusion.process import Child

async def main():
    child = await Child.start(Path(sys.argv[1]))
    print(child.pid, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""

Order = Callable[..., Job]


class GaveUp(Exception):
    """The lock is taken."""


def give_up() -> None:
    raise GaveUp


@pytest.fixture
def order(models: Path, tmp_path: Path) -> Order:
    """A picture by a tiny model, told to `reports`."""

    def made(
        reports: list[Report],
        told: Callable[[Report], None] = lambda _report: None,
        *,
        steps: int = 2,
        seconds: float = 100,
        work: Work = BOAT,
        model: str = "qwen",
        **recipe: object,
    ) -> Job:
        def both(report: Report) -> None:
            reports.append(report)
            told(report)

        pipeline = "QwenImagePipeline" if model.startswith("qwen") else "AceStepPipeline"
        arguments = {"num_inference_steps": steps}
        return Job(
            Model(model, models / model, pipeline),
            Recipe.model_validate({"arguments": arguments, **recipe}),
            tmp_path,
            work,
            seconds,
            both,
        )

    return made


def job(folder: Path, told: Callable[[Report], None] = lambda _report: None, seconds: float = 60) -> Job:
    """Of a model that is nowhere."""
    return Job(Model("none", folder, "QwenImagePipeline"), Recipe(), folder, BOAT, seconds, told)


def names(reports: list[Report]) -> list[str]:
    return [report.told for report in reports]


def cut(weights: Path, kept: int | None) -> None:
    """As a download leaves them that was interrupted."""
    if kept is None:
        weights.unlink()
    else:
        os.truncate(weights, kept)


async def has_gone(host: Host) -> None:
    while host.pid is not None:  # noqa: ASYNC110 - nothing tells when a process has ended
        await asyncio.sleep(0.02)


async def test_steps_are_told_in_order(host: Host, order: Order) -> None:
    reports: list[Report] = []

    await host.make(order(reports, steps=3))

    assert names(reports)[-5:] == ["working", "step", "step", "step", "made"]
    assert [(report.step, report.steps) for report in reports if report.told == "step"] == [
        (1, 3),
        (2, 3),
        (3, 3),
    ]


async def test_one_model_stays_until_another_is_asked_for(host: Host, order: Order) -> None:
    again: list[Report] = []
    other: list[Report] = []
    back: list[Report] = []

    await host.make(order([]))
    pid = host.pid
    await host.make(order(again))
    await host.make(order(other, work=SONG, model="ace-step"))
    await host.make(order(back))

    assert [("loading" in names(reports)) for reports in (again, other, back)] == [False, True, True]
    assert host.pid == pid


async def test_a_cancelled_order_stops_after_a_step_and_the_model_stays(host: Host, order: Order) -> None:
    reports: list[Report] = []
    after: list[Report] = []
    await host.make(order([]))
    pid = host.pid

    def told(report: Report) -> None:
        if report.told == "step" and not working.cancelling():
            working.cancel()

    working = asyncio.create_task(host.make(order(reports, told, steps=ENDLESS)))
    with pytest.raises(asyncio.CancelledError):
        await working
    await host.make(order(after))

    assert names(reports)[-1] == "cancelled"
    assert "loading" not in names(after)
    assert host.pid == pid


async def test_an_order_that_takes_too_long_stops_and_the_model_stays(host: Host, order: Order) -> None:
    reports: list[Report] = []
    await host.make(order([]))
    pid = host.pid

    with pytest.raises(EngineUnavailable, match=r"not done within 0\.2 s"):
        await host.make(order(reports, steps=ENDLESS, seconds=0.2))

    assert names(reports)[-1] == "cancelled"
    assert host.pid == pid


async def test_a_recipe_that_the_pipeline_does_not_know_is_refused(host: Host, order: Order) -> None:
    with pytest.raises(EngineRefused, match=r"sets colour; the pipeline takes .*true_cfg_scale"):
        await host.make(order([], arguments={"colour": 1}))
    with pytest.raises(EngineRefused, match="sets prompt, which comes with each order"):
        await host.make(order([], arguments={"prompt": "a cat"}))


@pytest.mark.parametrize("kept", [None, 1000])
async def test_weights_that_are_not_complete_are_refused(
    kept: int | None, host: Host, order: Order, models: Path, tmp_path: Path
) -> None:
    shutil.copytree(models / "qwen", tmp_path / "half")
    weights = tmp_path / "half" / "transformer" / "diffusion_pytorch_model.safetensors"
    cut(weights, kept)

    with pytest.raises(EngineRefused, match="cannot be loaded"):
        await host.make(order([], model=f"qwen/../../{tmp_path.name}/half"))


async def test_a_killed_process_is_told_and_the_next_order_starts_another(
    own_host: Host, order: Order
) -> None:
    def told(report: Report) -> None:
        if report.told == "step":
            os.kill(own_host.pid or 0, signal.SIGKILL)

    with pytest.raises(EngineUnavailable, match="ended with signal 9"):
        await own_host.make(order([], told, steps=ENDLESS))

    assert own_host.pid is None
    assert (await own_host.make(order([]))).told == "made"


async def test_memory_that_runs_out_is_told_and_the_process_goes(own_host: Host, order: Order) -> None:
    endless = SONG.model_copy(update={"seconds": 1e12})

    with pytest.raises(EngineUnavailable, match="allocate"):
        await own_host.make(order([], work=endless, model="ace-step"))

    assert own_host.pid is None


async def test_an_idle_process_goes_and_the_gpu_is_free(own_host: Host, order: Order, lock: Path) -> None:
    await own_host.make(order([], idle_seconds=0))

    await has_gone(own_host)

    GpuLock(lock).take(give_up)


async def test_a_worker_that_has_nothing_to_do_gives_way_to_another(
    own_host: Host, order: Order, lock: Path
) -> None:
    await own_host.make(order([]))
    with pytest.raises(GaveUp):
        GpuLock(lock).take(give_up)
    other, reports = Host(lock), list[Report]()

    await other.make(order(reports))
    await has_gone(own_host)
    with pytest.raises(GaveUp):
        GpuLock(lock).take(give_up)
    await other.close()

    assert names(reports)[:4] == ["accepted", "waiting", "loading", "working"]


async def test_whoever_does_not_come_to_its_turn_is_told(own_host: Host, lock: Path, tmp_path: Path) -> None:
    holder = GpuLock(lock)
    holder.take(give_up)

    with pytest.raises(EngineUnavailable, match="did not come to its turn on the GPU"):
        await own_host.make(job(tmp_path, seconds=0.1))

    assert own_host.pid is not None


async def test_a_process_that_does_not_react_is_killed(own_host: Host, tmp_path: Path) -> None:
    def told(_report: Report) -> None:
        os.kill(own_host.pid or 0, signal.SIGSTOP)
        working.cancel()

    working = asyncio.create_task(own_host.make(job(tmp_path, told)))
    with pytest.raises(asyncio.CancelledError):
        await working

    assert own_host.pid is None


async def test_a_process_does_not_outlive_its_house(lock: Path) -> None:
    house = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PARENT, str(lock), stdout=subprocess.PIPE
    )
    assert house.stdout is not None
    child = psutil.Process(int(await house.stdout.readline()))

    house.kill()
    await house.wait()

    await asyncio.to_thread(psutil.wait_procs, [child], 60)
    assert not child.is_running()


async def test_a_process_knows_no_secrets(lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELHOUSE_SPEECH_KEY", "secret")
    monkeypatch.setenv("HF_TOKEN", "secret")
    child = await Child.start(lock)

    known = psutil.Process(child.pid).environ()
    await child.end()

    assert known["HF_HUB_OFFLINE"] == "1"
    assert "secret" not in known.values()
