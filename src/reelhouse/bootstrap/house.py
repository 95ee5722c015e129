"""A house over its ground: where every service is wired, and where a process opens its own."""

import os
import random
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property, partial
from pathlib import Path

from reelhouse.config import Settings
from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.assets.repository import AssetRepository
from reelhouse.core.assets.service import Assets
from reelhouse.core.brands.repository import BrandsRepository
from reelhouse.core.brands.service import Brands
from reelhouse.core.credits.repository import CreditRepository
from reelhouse.core.credits.service import Credits
from reelhouse.core.credits.settings import Billing
from reelhouse.core.events.repository import EventsRepository
from reelhouse.core.events.service import Events
from reelhouse.core.house import House, PayloadWithin
from reelhouse.core.idempotency.repository import IdempotencyRepository
from reelhouse.core.idempotency.service import Idempotency
from reelhouse.core.jobs.repository import JobsRepository
from reelhouse.core.jobs.service import Jobs
from reelhouse.core.jobs.types import Dispatcher, Job
from reelhouse.core.keys.repository import KeyRepository
from reelhouse.core.keys.service import Keys
from reelhouse.core.migrations import migrate
from reelhouse.core.pitches.budgets import Budgets
from reelhouse.core.pitches.drafting import Drafter
from reelhouse.core.pitches.renders import PitchRenders
from reelhouse.core.pitches.repository import PitchRepository
from reelhouse.core.pitches.resolver import PitchTools
from reelhouse.core.pitches.seeing.viewing import Viewer
from reelhouse.core.pitches.service import Pitches
from reelhouse.core.pitches.settings import PitchSettings
from reelhouse.core.styles.repository import StylesRepository
from reelhouse.core.styles.service import Styles
from reelhouse.core.tasks.desk import TaskDesk
from reelhouse.core.tasks.needs import FAMILIES
from reelhouse.core.tasks.service import Tasks
from reelhouse.core.tasks.settings import TaskPrices
from reelhouse.core.uploads.repository import UploadRepository
from reelhouse.core.uploads.service import Uploads
from reelhouse.core.videos.pages import ProductPages
from reelhouse.core.videos.scripts import ScriptDesk
from reelhouse.core.videos.service import Videos
from reelhouse.core.webhooks.repository import WebhooksRepository
from reelhouse.core.webhooks.service import Webhooks
from reelhouse.core.workspaces.repository import WorkspaceRepository
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Tier
from reelhouse.dialects.registry import DIALECTS
from reelhouse.engines.ocr.settings import OcrSettings
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.text.factory import text_engine
from reelhouse.kit.clock import Clock, SystemClock
from reelhouse.kit.db import Database, Transaction, open_database
from reelhouse.kit.safe_fetch import SafeFetch
from reelhouse.storage.base import ObjectStore
from reelhouse.storage.factory import open_store
from reelhouse.workflows.dispatcher import DbosDispatcher
from reelhouse.workflows.durable import create_durable_tables


@dataclass(frozen=True, slots=True)
class Ground:
    """What the services of a house stand on; tests put their own here.

    `payloads` are the webhooks' words by origin, `links_last` how long a download link stays good.
    """

    database: Database
    clock: Clock
    store: ObjectStore
    dispatcher: Dispatcher
    payloads: Mapping[str, PayloadWithin]
    links_last: timedelta
    billing: Billing = Billing.METERED
    first_plan: Tier = Tier.PRO_PLUS
    prices: TaskPrices = field(default_factory=TaskPrices)
    pitch: PitchSettings = field(default_factory=PitchSettings)
    ocr: OcrSettings = field(default_factory=OcrSettings)
    actors: Actors = field(default_factory=lambda: Actors(LIBRARY))
    chance: random.Random = field(default_factory=random.Random)


@dataclass(frozen=True, slots=True)
class Opened:
    """A house that a process has opened, and what only its edges and its worker ask for."""

    house: House
    ground: Ground
    fetch: SafeFetch
    data: Path
    secret: bytes


def house_over(
    ground: Ground,
    scripts: ScriptDesk,
    tasks: TaskDesk,
    fetch: SafeFetch,
    drafter: Drafter | None = None,
) -> House:
    """All services over one ground; without a `drafter` plans are written by rules."""
    return House(
        ground.database,
        ground.clock,
        scripts,
        tasks,
        PitchTools(
            Viewer(ground.store, ground.ocr), ground.store, fetch, ground.pitch, drafter or Drafter(None)
        ),
        lambda transaction: WiredServices(ground, transaction),
    )


def open_house(settings: Settings) -> Opened:
    """Open the house that the settings describe; its database is brought up to date first."""
    data = settings.data.resolve()
    data.mkdir(parents=True, exist_ok=True)
    secret = _secret(settings, data)
    store = open_store(settings.storage, data, settings.public_url, secret)
    links_last = timedelta(hours=settings.storage.link_hours)
    clock = SystemClock()
    link_of = link_of_with(store, links_last, clock)
    database = _open_database(settings)
    ground = Ground(
        database=database,
        clock=clock,
        store=store,
        dispatcher=DbosDispatcher(database.engine),
        payloads={system: dialect.payloads(link_of) for system, dialect in DIALECTS.items()},
        links_last=links_last,
        billing=settings.billing,
        first_plan=settings.plan,
        prices=settings.prices,
        pitch=settings.pitch,
        ocr=settings.ocr,
    )
    fetch = SafeFetch(allow=settings.fetch.allow, timeout_seconds=settings.fetch.timeout_seconds)
    scripts = ScriptDesk(text_engine(settings.text), ProductPages(fetch))
    tasks = TaskDesk(engine_tables(settings), settings.prices)
    drafter = Drafter(None if settings.text.backend == "builtin" else text_engine(settings.text))
    return Opened(house_over(ground, scripts, tasks, fetch, drafter), ground, fetch, data, secret)


@contextmanager
def opened_house(settings: Settings) -> Iterator[House]:
    house = open_house(settings).house
    try:
        yield house
    finally:
        house.database.dispose()


def engine_tables(settings: Settings) -> dict[str, EngineSettings]:
    """The settings of each family of engines that works on tasks; its table has its name."""
    return {name: getattr(settings, name) for name in FAMILIES}


def link_of_with(store: ObjectStore, lasting: timedelta, clock: Clock) -> Callable[[Job], str | None]:
    """Where the finished file of a job can be downloaded; its name stands in the job's result.

    A file that is kept for a while only has a link just as long, and none afterwards.
    """

    def link_of(job: Job) -> str | None:
        result = job.result or {}
        name, ends = result.get("object_name"), result.get("expires_at")
        left = datetime.fromisoformat(ends) - clock.now() if isinstance(ends, str) else lasting
        if not isinstance(name, str) or left <= timedelta(0):
            return None
        return store.link(name, left)

    return link_of


class WiredServices:
    """`core.house.Services`: what a request does not ask for is not built."""

    def __init__(self, ground: Ground, transaction: Transaction) -> None:
        self._ground = ground
        self._transaction = transaction
        self._connection = transaction.connection
        self._clock = ground.clock

    @cached_property
    def workspaces(self) -> Workspaces:
        repository = WorkspaceRepository(self._connection)
        return Workspaces(repository, self.credits, self._clock, self._ground.first_plan)

    @cached_property
    def keys(self) -> Keys:
        return Keys(KeyRepository(self._connection), self.workspaces, self._clock)

    @cached_property
    def credits(self) -> Credits:
        return Credits(CreditRepository(self._connection), self._clock, self._ground.billing)

    @cached_property
    def jobs(self) -> Jobs:
        return Jobs(
            repository=JobsRepository(self._connection),
            credits=self.credits,
            events=self.events,
            webhooks=self.webhooks,
            dispatcher=self._ground.dispatcher,
            clock=self._clock,
            transaction=self._transaction,
        )

    @cached_property
    def events(self) -> Events:
        return Events(EventsRepository(self._connection), self._clock)

    @cached_property
    def assets(self) -> Assets:
        repository = AssetRepository(self._connection)
        return Assets(repository, self._ground.store, self._clock, self._ground.links_last)

    @cached_property
    def webhooks(self) -> Webhooks:
        return Webhooks(
            repository=WebhooksRepository(self._connection),
            dispatcher=self._ground.dispatcher,
            clock=self._clock,
            transaction=self._transaction,
            payloads={origin: partial(tell, self) for origin, tell in self._ground.payloads.items()},
            chance=self._ground.chance,
        )

    @cached_property
    def idempotency(self) -> Idempotency:
        return Idempotency(IdempotencyRepository(self._connection), self._clock)

    @cached_property
    def styles(self) -> Styles:
        return Styles(StylesRepository(self._connection), self.workspaces, self._clock)

    @cached_property
    def brands(self) -> Brands:
        repository = BrandsRepository(self._connection)
        return Brands(repository, self.workspaces, self._ground.store, self._clock)

    @cached_property
    def tasks(self) -> Tasks:
        return Tasks(self.jobs, self._ground.prices)

    @cached_property
    def uploads(self) -> Uploads:
        return Uploads(UploadRepository(self._connection), self._ground.store, self._clock)

    @cached_property
    def pitches(self) -> Pitches:
        return Pitches(
            repository=PitchRepository(self._connection),
            workspaces=self.workspaces,
            budgets=self._budgets,
            dispatcher=self._ground.dispatcher,
            transaction=self._transaction,
            clock=self._clock,
        )

    @cached_property
    def pitch_renders(self) -> PitchRenders:
        return PitchRenders(
            repository=PitchRepository(self._connection),
            workspaces=self.workspaces,
            jobs=self.jobs,
            assets=self.assets,
            budgets=self._budgets,
            clock=self._clock,
        )

    @cached_property
    def _budgets(self) -> Budgets:
        repository = PitchRepository(self._connection)
        return Budgets(repository, self.jobs, self.keys, self.credits, self._ground.pitch, self._clock)

    @property
    def actors(self) -> Actors:
        return self._ground.actors

    @cached_property
    def videos(self) -> Videos:
        return Videos(self.workspaces, self.credits, self.jobs, self.actors, self.styles, self._clock)


def _open_database(settings: Settings) -> Database:
    database = open_database(
        settings.database_url,
        synchronous=settings.database.synchronous,
        pool_size=settings.database.pool_size,
    )
    migrate(database)
    create_durable_tables(database)
    return database


def _secret(settings: Settings, data: Path) -> bytes:
    """The configured secret, or one that is made once and kept where only this user may read it."""
    if settings.secret is not None:
        return settings.secret.get_secret_value().encode()
    path = data / "secret"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_hex(32).encode())
    return path.read_bytes()
