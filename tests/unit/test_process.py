"""Programs outside of this process end when they should, and leave nothing."""

import asyncio
import os
import signal
import sys
import threading
from pathlib import Path
from typing import BinaryIO

import psutil
import pytest

from reelhouse.kit.process import (
    OutputTooLong,
    ProcessFailed,
    ProcessTimedOut,
    ProgramNotFound,
    run,
)

pytestmark = pytest.mark.anyio

PYTHON = sys.executable
SLEEPER_WITH_CHILD = """
import os, pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
pathlib.Path("pids.part").write_text(f"{os.getpid()} {child.pid}")
os.replace("pids.part", "pids")
time.sleep(600)
"""


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def pids_in(folder: Path) -> list[int]:
    async with asyncio.timeout(20):
        while not (folder / "pids").exists():  # noqa: ASYNC110 - another process makes it
            await asyncio.sleep(0.01)
    return [int(pid) for pid in (folder / "pids").read_text().split()]


async def gone(pids: list[int]) -> bool:
    """Whether all of them ended; a killed grandchild may wait a moment for init to reap it."""
    async with asyncio.timeout(20):
        while any(running(pid) for pid in pids):  # noqa: ASYNC110 - the kernel ends them
            await asyncio.sleep(0.01)
    return True


def running(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


async def test_output_and_log_come_back(tmp_path: Path) -> None:
    program = "import sys; print(sys.stdin.read().upper()); print('noted', file=sys.stderr)"

    done = await run([PYTHON, "-c", program], cwd=tmp_path, timeout_seconds=20, stdin=b"hello")

    assert done.stdout == b"HELLO\n"
    assert done.log == "noted\n"


async def test_stdin_is_empty_unless_given(tmp_path: Path) -> None:
    program = "import sys; print(len(sys.stdin.read()))"

    done = await run([PYTHON, "-c", program], cwd=tmp_path, timeout_seconds=20)

    assert done.stdout == b"0\n"


async def test_lines_are_told_as_they_come(tmp_path: Path) -> None:
    told: list[str] = []

    done = await run(
        [PYTHON, "-c", "print('one'); print('two', end='')"],
        cwd=tmp_path,
        timeout_seconds=20,
        on_line=told.append,
    )

    assert told == ["one", "two"]
    assert done.stdout == b""


async def test_failure_keeps_the_code_and_the_end_of_the_log(tmp_path: Path) -> None:
    program = "import sys; sys.stderr.write('x' * 1_000_000 + '\\nthe reason\\n'); sys.exit(3)"

    with pytest.raises(ProcessFailed) as failure:
        await run([PYTHON, "-c", program], cwd=tmp_path, timeout_seconds=20)

    assert failure.value.returncode == 3
    assert failure.value.log.endswith("the reason\n")
    assert len(failure.value.log) <= 256 * 1024


async def test_a_missing_program_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProgramNotFound) as missing:
        await run(["no-such-program"], cwd=tmp_path, timeout_seconds=20)

    assert missing.value.program == "no-such-program"


async def test_endless_output_is_stopped(tmp_path: Path) -> None:
    program = "import sys\nwhile True: sys.stdout.write('y' * 65536)"

    with pytest.raises(OutputTooLong):
        await run([PYTHON, "-c", program], cwd=tmp_path, timeout_seconds=60)


async def test_secrets_of_our_environment_stay_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Promise 37."""
    monkeypatch.setenv("REELHOUSE_SECRET", "do not tell")
    program = "import os; print(os.environ.get('REELHOUSE_SECRET'), os.environ['GIVEN'])"

    done = await run([PYTHON, "-c", program], cwd=tmp_path, timeout_seconds=20, env={"GIVEN": "yes"})

    assert done.stdout == b"None yes\n"


async def test_timeout_kills_the_whole_group(tmp_path: Path) -> None:
    with pytest.raises(ProcessTimedOut) as late:
        await run([PYTHON, "-c", SLEEPER_WITH_CHILD], cwd=tmp_path, timeout_seconds=2)

    assert late.value.timeout_seconds == 2
    assert await gone(await pids_in(tmp_path))


async def test_cancelling_kills_the_whole_group_and_waits(tmp_path: Path) -> None:
    task = asyncio.create_task(run([PYTHON, "-c", SLEEPER_WITH_CHILD], cwd=tmp_path, timeout_seconds=600))
    pids = await pids_in(tmp_path)

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert not psutil.pid_exists(pids[0])
    assert await gone(pids)


async def test_no_program_outlives_a_killed_worker(tmp_path: Path) -> None:
    """Promise 39: the worker gets SIGKILL, and what it ran ends with it."""
    worker = f"""
import asyncio, pathlib, sys
from reelhouse.kit.process import run
program = "import os, pathlib, time; pathlib.Path('pids.part').write_text(str(os.getpid()));" \
    "os.replace('pids.part', 'pids'); time.sleep(600)"
asyncio.run(run([sys.executable, "-c", program], cwd=pathlib.Path({str(tmp_path)!r}), timeout_seconds=600))
"""
    process = await asyncio.create_subprocess_exec(PYTHON, "-c", worker)
    pids = await pids_in(tmp_path)

    os.kill(process.pid, signal.SIGKILL)
    await process.wait()

    assert await gone(pids)


async def test_memory_is_limited(tmp_path: Path) -> None:
    """Promise 38."""
    with pytest.raises(ProcessFailed) as failure:
        await run(
            [PYTHON, "-c", "bytearray(1 << 30)"], cwd=tmp_path, timeout_seconds=60, memory_megabytes=256
        )

    assert "MemoryError" in failure.value.log


async def test_file_size_is_limited(tmp_path: Path) -> None:
    """Promise 38."""
    program = "open('big', 'wb').write(bytes(2 << 20))"

    with pytest.raises(ProcessFailed) as failure:
        await run([PYTHON, "-c", program], cwd=tmp_path, timeout_seconds=60, file_megabytes=1)

    assert "File too large" in failure.value.log
    assert (tmp_path / "big").stat().st_size <= 1 << 20


async def test_a_thread_feeds_more_than_a_pipe_holds(tmp_path: Path) -> None:
    block = bytes(1 << 20)

    def feed(inlet: BinaryIO) -> None:
        inlet.writelines([block] * 8)

    count = "import sys; print(len(sys.stdin.buffer.read()))"
    told = await run([PYTHON, "-c", count], cwd=tmp_path, timeout_seconds=60, stdin=feed)

    assert int(told.stdout) == 8 << 20


async def test_what_goes_wrong_while_feeding_ends_the_program(tmp_path: Path) -> None:
    def feed(inlet: BinaryIO) -> None:
        inlet.write(b"x")
        raise ValueError("no more paint")

    with pytest.raises(ValueError, match="no more paint"):
        await run([PYTHON, "-c", SLEEPER_WITH_CHILD], cwd=tmp_path, timeout_seconds=60, stdin=feed)


async def test_a_program_that_ends_early_ends_its_feeding(tmp_path: Path) -> None:
    stopped = threading.Event()

    def feed(inlet: BinaryIO) -> None:
        try:
            while True:
                inlet.write(bytes(1 << 20))
        finally:
            stopped.set()

    with pytest.raises(ProcessFailed):
        await run([PYTHON, "-c", "raise SystemExit(3)"], cwd=tmp_path, timeout_seconds=60, stdin=feed)

    assert stopped.is_set()


async def test_cancelling_ends_the_feeding_thread(tmp_path: Path) -> None:
    started, stopped = threading.Event(), threading.Event()

    def feed(inlet: BinaryIO) -> None:
        started.set()
        try:
            while True:
                inlet.write(bytes(1 << 20))
        finally:
            stopped.set()

    sleeper = "import time; time.sleep(600)"
    task = asyncio.create_task(run([PYTHON, "-c", sleeper], cwd=tmp_path, timeout_seconds=60, stdin=feed))
    await asyncio.to_thread(started.wait)
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
    assert stopped.is_set()
