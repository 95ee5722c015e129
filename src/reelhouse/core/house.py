"""The house as its edges see it: a transaction opens all services, and they share it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

from anyio.to_thread import run_sync

from reelhouse.core.actors.service import Actors
from reelhouse.core.assets.service import Assets
from reelhouse.core.brands.service import Brands
from reelhouse.core.credits.service import Credits
from reelhouse.core.events.service import Events
from reelhouse.core.idempotency.service import Idempotency
from reelhouse.core.jobs.service import Jobs
from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.core.keys.service import Keys
from reelhouse.core.pitches.desk import PitchDesk
from reelhouse.core.pitches.renders import PitchRenders
from reelhouse.core.pitches.resolver import Ledger, PitchTools
from reelhouse.core.pitches.service import Pitches
from reelhouse.core.styles.service import Styles
from reelhouse.core.tasks.desk import TaskDesk
from reelhouse.core.tasks.service import Tasks
from reelhouse.core.uploads.service import Uploads
from reelhouse.core.videos.scripts import ScriptDesk
from reelhouse.core.videos.service import Videos
from reelhouse.core.webhooks.service import Webhooks
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.kit.clock import Clock
from reelhouse.kit.db import Database, Transaction

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")


class Services(Protocol):
    """Every noun of the core, within one transaction; each is built when it is first asked for."""

    @property
    def workspaces(self) -> Workspaces: ...
    @property
    def keys(self) -> Keys: ...
    @property
    def credits(self) -> Credits: ...
    @property
    def jobs(self) -> Jobs: ...
    @property
    def events(self) -> Events: ...
    @property
    def assets(self) -> Assets: ...
    @property
    def webhooks(self) -> Webhooks: ...
    @property
    def idempotency(self) -> Idempotency: ...
    @property
    def actors(self) -> Actors: ...
    @property
    def styles(self) -> Styles: ...
    @property
    def brands(self) -> Brands: ...
    @property
    def videos(self) -> Videos: ...
    @property
    def tasks(self) -> Tasks: ...
    @property
    def uploads(self) -> Uploads: ...
    @property
    def pitches(self) -> Pitches: ...
    @property
    def pitch_renders(self) -> PitchRenders: ...


PayloadWithin = Callable[[Services, Job], JsonObject]
"""A dialect's words for a job that has ended, asked for in the transaction that ends it."""


class House:
    """What an edge or a step may ask for. Built once, in `bootstrap`."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        scripts: ScriptDesk,
        tasks: TaskDesk,
        pitches: PitchTools,
        build: Callable[[Transaction], Services],
    ) -> None:
        self.database = database
        self.clock = clock
        self.scripts = scripts
        self.tasks = tasks
        self.pitches = PitchDesk(Ledger(self.transaction, self.reading), pitches)
        self._build = build
        self._glancing: tuple[Connection, Services] | None = None
        """Services over the connection for quick reads, which lasts as long as the house."""

    @contextmanager
    def transaction(self) -> Iterator[Services]:
        """One request, or one step: all of it commits, or none."""
        with self.database.transaction() as transaction:
            yield self._build(transaction)

    @contextmanager
    def reading(self) -> Iterator[Services]:
        """Services that only read; on SQLite this never waits for a writer."""
        with self.database.reading() as connection:
            yield self._build(Transaction(connection))

    async def look_up(self, question: Callable[[Services], T]) -> T:
        """Answer a question that is one quick read, from the event loop.

        A thread costs more than such a read on SQLite, so there it is done in place; PostgreSQL is asked in
        a thread.
        """
        glance = self.database.glance
        if glance is None:
            return await run_sync(self._answer, question)
        if self._glancing is None or self._glancing[0] is not glance:
            self._glancing = glance, self._build(Transaction(glance))
        return question(self._glancing[1])

    def _answer(self, question: Callable[[Services], T]) -> T:
        with self.reading() as services:
            return question(services)
