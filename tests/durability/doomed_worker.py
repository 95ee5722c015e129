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
from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.kit import process
from reelhouse.render.types import Progress
from reelhouse.storage.base import ObjectStore
from reelhouse.storage.factory import open_store
from reelhouse.worker import stop_signals
from reelhouse.workflows.lock import WorkerRunning
from reelhouse.workflows.make_video import VideoOutput
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
    """Makes a file of a few bytes, by way of programs that run for a while; the script says for how long."""

    def __init__(self, task: Task, store: ObjectStore) -> None:
        self._task = task
        self._store = store
        self._work = task.settings.data / "work"

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
        await asyncio.to_thread(self._store.put_file, f"work/{job.job_id}.wav", narration, "audio/wav")
        narration.unlink()
        return {"object_name": f"work/{job.job_id}.wav"}

    async def render(self, job: Job, narration: JsonObject, progress: Progress) -> VideoOutput:
        part = self._folder(job) / "video.mp4.part"
        try:
            await asyncio.to_thread(self._store.fetch, str(narration["object_name"]), part)
            progress(0.5, "scenes")
            await self._program("render", float(str(job.input["seconds"])))
            part.write_bytes(part.read_bytes() + b" and pictures")
            name = f"videos/{job.job_id}.mp4"
            await asyncio.to_thread(self._store.put_file, name, part, "video/mp4")
            sha256 = hashlib.sha256(part.read_bytes()).hexdigest()
        finally:
            part.unlink(missing_ok=True)
        return VideoOutput(name, "video/mp4", 18, sha256, {"seconds": 1}, {"engine": "fake"}, job.price)

    async def discard(self, job: Job) -> None:
        for name in (f"work/{job.job_id}.wav", f"videos/{job.job_id}.mp4"):
            await asyncio.to_thread(self._store.delete, name)

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
