"""The house as its edges see it: a transaction opens all services, and they share it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from reelhouse.core.actors.service import Actors
from reelhouse.core.assets.service import Assets
from reelhouse.core.credits.service import Credits
from reelhouse.core.idempotency.service import Idempotency
from reelhouse.core.jobs.service import Jobs
from reelhouse.core.keys.service import Keys
from reelhouse.core.videos.scripts import ScriptDesk
from reelhouse.core.videos.service import Videos
from reelhouse.core.webhooks.service import Webhooks
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.kit.clock import Clock
from reelhouse.kit.db import Database, Transaction


@dataclass(frozen=True, slots=True)
class Services:
    """Every noun of the core, within one transaction."""

    workspaces: Workspaces
    keys: Keys
    credits: Credits
    jobs: Jobs
    assets: Assets
    webhooks: Webhooks
    idempotency: Idempotency
    actors: Actors
    videos: Videos


class House:
    """What an edge or a step may ask for. Built once, in `bootstrap`."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        scripts: ScriptDesk,
        build: Callable[[Transaction], Services],
    ) -> None:
        self.database = database
        self.clock = clock
        self.scripts = scripts
        self._build = build

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
