"""A worker that kills itself at a named moment, run in a process of its own.

Everything is real but the pictures: its production speaks and renders by starting programs that wait,
so that whatever a killed or canceled worker leaves behind can be seen.
"""

import asyncio
import hashlib
import os
import signal
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from reelhouse.bootstrap.workshop import open_workshop
from reelhouse.config import Settings
from reelhouse.core.assets.types import AssetKind
from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.kit import process
from reelhouse.render.checks.names import Check
from reelhouse.render.errors import CheckFailed
from reelhouse.render.types import Finding, Progress
from reelhouse.storage.base import ObjectStore
from reelhouse.storage.factory import open_store
from reelhouse.worker import stop_signals
from reelhouse.workflows.lock import WorkerRunning
from reelhouse.workflows.make_video import Materials
from reelhouse.workflows.outputs import JobOutput, OutputFile
from reelhouse.workflows.runtime import WorkerRuntime, Workshop
from reelhouse.workflows.settings import WorkerSettings
from reelhouse.workflows.steps import Moment, Steps

REFUSED = 3

WAITING = "import sys, time; time.sleep(float(sys.argv[1]))"


@dataclass(frozen=True, slots=True)
class Doom:
    """Where the worker kills itself: at a moment of a step, or inside of one while its program runs."""

    step: str
    moment: str

    def strike(self, step: str, moment: str) -> None:
        if (self.step, self.moment) == (step, moment):
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker of a test is told. `trouble` is what its engine answers."""

    settings: Settings
    doom: Doom | None = None
    trouble: str | None = None
    lives: float = 1.0
    real: bool = False


class WaitingProduction:
    """Makes a file of a few bytes, by way of programs that run for a while.

    The input of a job says for how long, in `seconds`, and which check its finished file `fails`.
    """

    def __init__(self, task: Task, store: ObjectStore) -> None:
        self._task = task
        self._store = store
        self._work = task.settings.data / "work"

    async def gather(self, job: Job) -> JsonObject:
        picture = self._folder(job) / "picture.png.part"
        picture.write_bytes(b"a picture, ")
        await self._program("gather", 0.05)
        await self._keep(f"work/{job.job_id}/picture.png", picture)
        return {"object_name": f"work/{job.job_id}/picture.png"}

    async def speak(self, job: Job) -> JsonObject:
        if self._task.trouble == "refused":
            raise EngineRefused("fake", "it knows no such voice")
        if self._task.trouble == "unavailable":
            raise EngineUnavailable("fake", "it is out")
        if self._task.trouble == "bug":
            raise ZeroDivisionError
        narration = self._folder(job) / "narration.wav.part"
        narration.write_bytes(b"sound")
        await self._program("speak", 0.05)
        await self._keep(f"work/{job.job_id}/narration.wav", narration)
        return {"object_name": f"work/{job.job_id}/narration.wav"}

    async def perform(self, job: Job, narration: JsonObject) -> JsonObject | None:
        film = self._folder(job) / "film.mp4.part"
        await self._fetch(narration, film)
        await self._program("perform", 0.05)
        await self._keep(f"work/{job.job_id}/film.mp4", film)
        return {"object_name": f"work/{job.job_id}/film.mp4"}

    async def render(self, job: Job, materials: Materials, progress: Progress) -> JobOutput:
        part = self._folder(job) / "video.mp4.part"
        try:
            for kept in (materials.pictures, materials.narration, materials.performance):
                assert kept is not None
                await self._fetch(kept, part)
            progress(0.5, "scenes")
            await self._program("render", float(str(job.input["seconds"])))
            part.write_bytes(part.read_bytes() + b" and pictures")
            video = await self._output(AssetKind.VIDEO, f"videos/{job.job_id}.mp4", part)
            poster = await self._output(AssetKind.POSTER, f"videos/{job.job_id}.png", part)
            if failing := job.input.get("fails"):
                raise CheckFailed((Finding(Check(str(failing)), "what was planned", "something else"),))
        finally:
            part.unlink(missing_ok=True)
        return JobOutput((video, poster), {"engine": "fake"}, job.price)

    async def tidy(self, job: Job) -> None:
        for name in ("picture.png", "narration.wav", "film.mp4"):
            await asyncio.to_thread(self._store.delete, f"work/{job.job_id}/{name}")

    async def discard(self, job: Job) -> None:
        await self.tidy(job)
        for kind in ("mp4", "png"):
            await asyncio.to_thread(self._store.delete, f"videos/{job.job_id}.{kind}")

    async def _output(self, kind: AssetKind, name: str, path: Path) -> OutputFile:
        media_type = "video/mp4" if kind is AssetKind.VIDEO else "image/png"
        await asyncio.to_thread(self._store.put_file, name, path, media_type)
        data = await asyncio.to_thread(path.read_bytes)
        return OutputFile(kind, name, media_type, len(data), hashlib.sha256(data).hexdigest(), {"seconds": 1})

    async def _keep(self, name: str, path: Path) -> None:
        await asyncio.to_thread(self._store.put_file, name, path, "application/octet-stream")
        await asyncio.to_thread(path.unlink)

    async def _fetch(self, kept: JsonObject, path: Path) -> None:
        await asyncio.to_thread(self._store.fetch, str(kept["object_name"]), path)

    async def _program(self, step: str, seconds: float) -> None:
        """Run a program that can be recognised by the data directory in its arguments."""
        if self._task.doom == Doom(step, "inside"):
            asyncio.get_running_loop().call_later(0.3, self._task.doom.strike, step, "inside")
            seconds = 60.0
        argv = [sys.executable, "-c", WAITING, str(seconds), str(self._task.settings.data)]
        await process.run(argv, cwd=self._work, timeout_seconds=120)

    def _folder(self, job: Job) -> Path:
        folder = self._work / str(job.job_id)
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def work(task: Task) -> None:
    """Be a worker until SIGTERM, or until doom strikes."""
    wait_for_stop = stop_signals()
    workshop = _workshop(task)
    doom = task.doom

    def watch(step: str, moment: Moment) -> None:
        if doom is not None:
            doom.strike(step, moment.value)

    settings = WorkerSettings(
        polling_seconds=0.05, heartbeat_seconds=task.lives, sweep_seconds=0.5, drain_seconds=1
    )
    runtime = WorkerRuntime(workshop, settings, Steps(workshop.house, waits=(0.05, 0.05), watch=watch))
    try:
        runtime.start()
    except WorkerRunning:
        os._exit(REFUSED)
    wait_for_stop()
    runtime.stop()
    os._exit(0)


def _workshop(task: Task) -> Workshop:
    workshop = open_workshop(task.settings)
    if task.real:
        return workshop
    settings = task.settings
    (settings.data / "work").mkdir(parents=True, exist_ok=True)
    store = open_store(settings.storage, settings.data, settings.public_url, b"not a secret")
    return replace(workshop, production=WaitingProduction(task, store))
