"""Programs outside of this process: with limits, cancellable, and never left behind."""

import asyncio
import os
import shutil
import signal
from collections import deque
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reelhouse.kit.errors import ReelhouseError
from reelhouse.kit.feeding import Feed, Hose, until_done
from reelhouse.kit.launching import launched

MEGABYTE = 1 << 20
LOG_BYTES = 256 * 1024
OUTPUT_BYTES = 16 * MEGABYTE
CHUNK = 1 << 16
INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "LD_LIBRARY_PATH")


@dataclass(frozen=True, slots=True)
class Completed:
    """What a program that ended well has said: stdout as bytes, and the last of its stderr as text."""

    stdout: bytes
    log: str


class ProgramNotFound(ReelhouseError):
    """There is no such program on this machine."""

    code = "program_not_found"

    def __init__(self, program: str) -> None:
        super().__init__(f"the program {program!r} was not found or cannot be executed")
        self.program = program


class ProcessFailed(ReelhouseError):
    """A program ended with an error; a negative `returncode` is the signal that ended it."""

    code = "process_failed"

    def __init__(self, argv0: str, returncode: int, log: str) -> None:
        last = log.strip().splitlines()[-1] if log.strip() else "it said nothing"
        super().__init__(f"{Path(argv0).name} ended with {returncode}: {last}")
        self.argv0 = argv0
        self.returncode = returncode
        self.log = log


class ProcessTimedOut(ReelhouseError):
    """A program did not end in its time, and was killed."""

    code = "process_timed_out"

    def __init__(self, argv0: str, timeout_seconds: float, log: str) -> None:
        super().__init__(f"{Path(argv0).name} did not end within {timeout_seconds:g} s and was killed")
        self.argv0 = argv0
        self.timeout_seconds = timeout_seconds
        self.log = log


class OutputTooLong(ReelhouseError):
    """A program said more on stdout than anybody wants to keep, and was killed."""

    code = "output_too_long"

    def __init__(self, argv0: str, limit: int) -> None:
        super().__init__(f"{Path(argv0).name} wrote more than {limit} bytes to its output and was killed")
        self.argv0 = argv0
        self.limit = limit


async def run(
    argv: Sequence[str],
    *,
    cwd: Path,
    timeout_seconds: float,
    memory_megabytes: int | None = None,
    file_megabytes: int = 8192,
    stdin: bytes | Feed | None = None,
    on_line: Callable[[str], None] | None = None,
    env: Mapping[str, str] | None = None,
) -> Completed:
    """Run a program to its end, in a session of its own.

    `memory_megabytes` limits its address space and `file_megabytes` each file it writes. Lines of stdout go
    to `on_line` when given (and are not kept). What a `Feed` raises ends the program and goes on. The
    program sees no more of our environment than `INHERITED` (ours may hold secrets) and what `env` adds.
    When the time is over, or the caller is cancelled, its whole process group gets SIGKILL and is waited
    for before the error goes on.

    Raises `ProgramNotFound`, `ProcessFailed`, `ProcessTimedOut` or `OutputTooLong`.
    """
    program = shutil.which(argv[0])
    if program is None:
        raise ProgramNotFound(argv[0])
    absolute = Path.cwd() / program
    memory = (memory_megabytes or 0) * MEGABYTE
    launch = launched([str(absolute), *argv[1:]], memory, file_megabytes * MEGABYTE)
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    feed = Hose(stdin) if callable(stdin) else None
    source = feed.outlet if feed else None if stdin is None else asyncio.subprocess.PIPE
    try:
        child = await _start(launch, cwd, {**inherited, **(env or {})}, source)
    finally:
        if feed:
            feed.hand_over()
    log = _Tail(LOG_BYTES)
    try:
        async with asyncio.timeout(timeout_seconds):
            given = (
                feed.pour()
                if feed
                else _feed(child.process.stdin, stdin if isinstance(stdin, bytes) else None)
            )
            stdout = await _converse(child.process, program, given, on_line, log)
            returncode = await child.process.wait()
    except TimeoutError:
        raise ProcessTimedOut(program, timeout_seconds, log.text()) from None
    finally:
        await _end(child)
        if feed:
            await feed.run_dry()
    if returncode != 0:
        raise ProcessFailed(program, returncode, log.text())
    return Completed(stdout, log.text())


@dataclass(frozen=True, slots=True)
class _Child:
    """asyncio's process together with its transport, which alone can let go of the pipes."""

    process: asyncio.subprocess.Process
    transport: asyncio.SubprocessTransport


async def _start(argv: Sequence[str], cwd: Path, env: Mapping[str, str], stdin: int | None) -> _Child:
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.subprocess_exec(
        lambda: asyncio.subprocess.SubprocessStreamProtocol(limit=CHUNK, loop=loop),
        *argv,
        cwd=cwd,
        stdin=asyncio.subprocess.DEVNULL if stdin is None else stdin,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=env,
        start_new_session=True,
    )
    return _Child(asyncio.subprocess.Process(transport, protocol, loop), transport)


async def _converse(
    process: asyncio.subprocess.Process,
    program: str,
    feeding: Coroutine[None, None, None],
    on_line: Callable[[str], None] | None,
    log: "_Tail",
) -> bytes:
    """Feed stdin and drain both outputs at once, so that no full pipe ever blocks the program."""
    if process.stdout is None or process.stderr is None:
        raise TypeError("the process was started without pipes")
    listening = _lines(process.stdout, on_line) if on_line else _bytes(process.stdout, program)
    tasks = [
        asyncio.ensure_future(listening),
        asyncio.ensure_future(_drain(process.stderr, log)),
        asyncio.ensure_future(feeding),
    ]
    try:
        stdout, *_ = await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return stdout or b""


async def _bytes(stream: asyncio.StreamReader, program: str) -> bytes:
    kept = bytearray()
    while chunk := await stream.read(CHUNK):
        kept += chunk
        if len(kept) > OUTPUT_BYTES:
            raise OutputTooLong(program, OUTPUT_BYTES)
    return bytes(kept)


async def _lines(stream: asyncio.StreamReader, on_line: Callable[[str], None]) -> None:
    """Hand on whole lines; what is longer than a chunk is not a line that anybody waits for."""
    rest = b""
    while chunk := await stream.read(CHUNK):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            on_line(line.decode(errors="replace"))
        rest = rest[-CHUNK:]
    if rest:
        on_line(rest.decode(errors="replace"))


async def _drain(stream: asyncio.StreamReader, log: "_Tail") -> None:
    while chunk := await stream.read(CHUNK):
        log.add(chunk)


async def _feed(stream: asyncio.StreamWriter | None, data: bytes | None) -> None:
    if stream is None or data is None:
        return
    with suppress(BrokenPipeError, ConnectionResetError):  # it may end without reading everything
        stream.write(data)
        await stream.drain()
    stream.close()


async def _end(child: _Child) -> None:
    """Kill whatever is left of the group and wait for its leader, however often we are cancelled."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.process.pid, signal.SIGKILL)
    for descriptor in range(3):  # asyncio tells the end only after every pipe is closed, read or not
        if pipe := child.transport.get_pipe_transport(descriptor):
            pipe.close()
    try:
        await until_done(asyncio.ensure_future(child.process.wait()))
    finally:
        child.transport.close()


class _Tail:
    """The last `limit` bytes of a stream."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._chunks: deque[bytes] = deque()
        self._size = 0

    def add(self, chunk: bytes) -> None:
        self._chunks.append(chunk)
        self._size += len(chunk)
        while self._size - len(self._chunks[0]) >= self._limit:
            self._size -= len(self._chunks.popleft())

    def text(self) -> str:
        return b"".join(self._chunks)[-self._limit :].decode(errors="replace")
