"""A worker at work: the durable engine, its heartbeat, the work of the dead, and the sweep."""

import logging
import math
import os
import socket
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import structlog
from dbos import DBOS, DBOSConfig
from sqlalchemy.exc import SQLAlchemyError

from reelhouse.core.house import House
from reelhouse.kit.safe_fetch import SafeFetch
from reelhouse.workflows.deliver_webhook import register_deliver_webhook
from reelhouse.workflows.durable import (
    APPLICATION,
    SERIALIZER,
    VERSION,
    durable_client,
    outlive_restarts,
    refuse_pickle,
    register_queues,
)
from reelhouse.workflows.lock import only_worker
from reelhouse.workflows.make_video import VideoProduction, register_make_video
from reelhouse.workflows.preview_plan import PreviewPainter, register_preview_plan
from reelhouse.workflows.queues import chosen_queues
from reelhouse.workflows.recovery import Heart, executors_with_work, take_up
from reelhouse.workflows.render_pitch import PitchProduction, register_render_pitch
from reelhouse.workflows.run_task import TaskProduction, register_run_task
from reelhouse.workflows.settings import WorkerSettings
from reelhouse.workflows.steps import Steps
from reelhouse.workflows.sweep import Sweeper

log = structlog.get_logger(__name__)

THREADS = 32
"""For transactions of steps and the engine's own records; more would only wait for a connection."""

LOCK_FILE = "worker.lock"

STOP_GRACE_SECONDS = 6.0
"""The engine waits up to 10 s for each of its threads; what is left is resumed by another worker anyway."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a worker needs of the house. `data` is where the lock of an embedded worker lies."""

    house: House
    production: VideoProduction
    tasks: TaskProduction
    pitches: PitchProduction
    previews: PreviewPainter
    fetch: SafeFetch
    data: Path


class WorkerRuntime:
    """Runs from `start` to `stop`; one in a process."""

    def __init__(self, workshop: Workshop, settings: WorkerSettings, steps: Steps | None = None) -> None:
        self._workshop = workshop
        self._settings = settings
        self._steps = steps or Steps(workshop.house)
        self._database = workshop.house.database
        self._client = durable_client(self._database.engine)
        self._queues = chosen_queues(settings.queues)
        self._executor_id = f"{socket.gethostname()}-{os.getpid()}-{uuid4().hex[:8]}"
        self._heart = Heart(self._database, self._executor_id, self._queues, lasts=settings.heartbeat_seconds)
        self._sweeper = Sweeper(workshop.house, self._client, timedelta(days=settings.keep_days))
        self._locks = ExitStack()
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin to work. Raises `WorkerRunning` when an embedded house has a worker already."""
        if self._database.is_sqlite:
            self._locks.enter_context(only_worker(self._workshop.data / LOCK_FILE))
        self._heart.beat()
        self._launch()
        if self._database.is_sqlite:
            self._take_up_all()
        self._repeat("heart", self._heart.every, self._beat)
        self._repeat("sweep", self._settings.sweep_seconds, self._sweep)
        log.info("worker_started", executor_id=self._executor_id, queues=list(self._queues))

    def stop(self) -> bool:
        """Take nothing new, finish what can be finished in time, and leave the rest to whoever comes next.

        False when something would not stop in time: the process should then end without waiting for it.
        """
        drain = math.ceil(self._settings.drain_seconds)
        engine = threading.Thread(
            target=DBOS.destroy,
            kwargs={"workflow_completion_timeout_sec": drain},
            name="engine-stop",
            daemon=True,
        )
        engine.start()
        engine.join(drain + STOP_GRACE_SECONDS)
        if engine.is_alive():
            log.warning("engine_did_not_stop", executor_id=self._executor_id)
        self._stopping.set()
        for thread in self._threads:
            thread.join()
        self._heart.stop()
        self._client.destroy()
        self._locks.close()
        log.info("worker_stopped", executor_id=self._executor_id)
        return not engine.is_alive()

    def _launch(self) -> None:
        refuse_pickle()
        outlive_restarts(self._database.engine)
        register_queues(
            self._client,
            concurrency=self._settings.concurrency,
            polling_seconds=self._settings.polling_seconds,
        )
        DBOS(config=self._config())
        _log_with_the_house()
        register_make_video(self._workshop.house, self._workshop.production, self._steps)
        register_run_task(self._workshop.house, self._workshop.tasks, self._steps)
        register_render_pitch(self._workshop.house, self._workshop.pitches, self._steps)
        register_preview_plan(self._workshop.house, self._workshop.previews, self._steps)
        register_deliver_webhook(self._workshop.house, self._workshop.fetch, self._steps)
        DBOS.listen_queues(list(self._queues))
        DBOS.launch()

    def _config(self) -> DBOSConfig:
        return {
            "name": APPLICATION,
            "system_database_engine": self._database.engine,
            "executor_id": self._executor_id,
            "application_version": VERSION,
            "serializer": SERIALIZER,
            "max_executor_threads": THREADS,
            "run_migrations": False,
            "log_level": "WARNING",
        }

    def _take_up_all(self) -> None:
        """An embedded worker is alone, so whoever else worked here is dead: nothing waits for a heartbeat."""
        others = [other for other in executors_with_work(self._client) if other != self._executor_id]
        take_up(others)
        for other in self._heart.others():
            self._heart.bury(other)

    def _beat(self) -> None:
        self._heart.beat()
        for dead in self._heart.dead():
            take_up([dead])
            self._heart.bury(dead)

    def _sweep(self) -> None:
        self._sweeper.sweep()

    def _repeat(self, name: str, every: float, act: Callable[[], None]) -> None:
        """Do something again and again until the worker stops; trouble with the database only delays it."""

        def run() -> None:
            due = time.monotonic() + every
            while not self._stopping.wait(max(0.0, due - time.monotonic())):
                due = time.monotonic() + every
                try:
                    act()
                except SQLAlchemyError as trouble:
                    log.warning("worker_delayed", task=name, reason=type(trouble).__name__)
                except Exception:  # the worker's boundary: one bad turn must not end all later ones
                    log.exception("worker_task_broke", task=name)

        thread = threading.Thread(target=run, name=f"worker-{name}", daemon=True)
        thread.start()
        self._threads.append(thread)


def _log_with_the_house() -> None:
    """The engine brings a console handler of its own, which knows neither our format nor our redaction."""
    logger = logging.getLogger("dbos")
    logger.handlers.clear()
    logger.propagate = True
