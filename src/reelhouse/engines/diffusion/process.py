"""The process that holds a model, as the house sees it: orders go in, reports come out."""

import asyncio
import os
import signal
import sys
from collections import deque
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from reelhouse.engines.diffusion.models import ENGINE
from reelhouse.engines.diffusion.wire import Line, Report
from reelhouse.engines.errors import EngineUnavailable

MODULE = "reelhouse.engines.diffusion.child"
INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "XDG_CACHE_HOME")
FOR_DEVICES = ("CUDA_", "NVIDIA_", "HIP_", "HSA_", "ROCR_", "PYTORCH_", "TORCH_", "OMP_", "MKL_")
"""How an operator chooses a GPU; names with keys in them are not among these."""

OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "PYTHONUNBUFFERED": "1",
}
LINE_BYTES = 1 << 20
KEPT_LINES = 200
LAST_WORDS = 300


class Left(Exception):
    """It went before it took the order: another one can take it."""


class Child:
    """Started by `start`; whoever does must `end` it."""

    def __init__(self, process: asyncio.subprocess.Process, transport: asyncio.SubprocessTransport) -> None:
        self._process, self._transport = process, transport
        self._log: deque[str] = deque(maxlen=KEPT_LINES)
        self._logging = asyncio.create_task(self._logged())

    @classmethod
    async def start(cls, lock: Path) -> "Child":
        loop = asyncio.get_running_loop()
        transport, protocol = await loop.subprocess_exec(
            lambda: asyncio.subprocess.SubprocessStreamProtocol(limit=LINE_BYTES, loop=loop),
            *(sys.executable, "-P", "-m", MODULE, str(lock), str(os.getpid())),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=_environment(),
            start_new_session=True,
        )
        return cls(asyncio.subprocess.Process(transport, protocol, loop), transport)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.returncode is None

    def say(self, line: Line) -> None:
        """A process that is gone does not hear it; `report` tells."""
        if self._process.stdin is not None:
            self._process.stdin.write(line.model_dump_json().encode() + b"\n")

    async def report(self, *, accepted: bool) -> Report:
        """The next one. Raises `Left`, or `EngineUnavailable` with the last words of a process that ended."""
        assert self._process.stdout is not None  # noqa: S101 - it was started with a pipe
        line = await self._process.stdout.readline()
        if not line.endswith(b"\n"):
            raise await self._loss(accepted=accepted)
        try:
            return Report.model_validate_json(line)
        except ValidationError:
            raise EngineUnavailable(ENGINE, "its process does not keep to what was agreed") from None

    async def end(self) -> None:
        """Kills it, and all that it started; it does not return before it is gone."""
        if self._process.returncode is None:
            with suppress(ProcessLookupError):  # it may end between the look and the kill
                os.killpg(self._process.pid, signal.SIGKILL)
        await self._process.wait()
        self._transport.close()
        self._logging.cancel()

    async def _loss(self, *, accepted: bool) -> Exception:
        returncode = await self._process.wait()
        if returncode == 0 and not accepted:
            return Left()
        await asyncio.wait([self._logging], timeout=1)
        how = f"signal {-returncode}" if returncode < 0 else f"code {returncode}"
        words = next((line for line in reversed(self._log) if line.strip()), "it said nothing")
        hint = " (was there too little memory?)" if returncode == -signal.SIGKILL else ""
        return EngineUnavailable(ENGINE, f"its process ended with {how}{hint}: {words.strip()[:LAST_WORDS]}")

    async def _logged(self) -> None:
        """Reads what libraries print, or the pipe would be full one day."""
        assert self._process.stderr is not None  # noqa: S101
        while chunk := await self._process.stderr.read(1 << 16):
            self._log.extend(chunk.decode("utf-8", "replace").replace("\r", "\n").splitlines())


def _environment() -> dict[str, str]:
    """Ours may hold secrets; the hub's cache is where its own variables say."""
    chosen = {
        name: value for name, value in os.environ.items() if name in INHERITED or name.startswith(FOR_DEVICES)
    }
    return {**chosen, **OFFLINE}
