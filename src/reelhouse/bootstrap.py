"""The only place where objects are wired: settings in, a working house out."""

import os
import random
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from starlette.routing import BaseRoute

from reelhouse.config import Settings
from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.assets.repository import AssetRepository
from reelhouse.core.assets.service import Assets
from reelhouse.core.credits.repository import CreditRepository
from reelhouse.core.credits.service import Credits
from reelhouse.core.events.repository import EventsRepository
from reelhouse.core.events.service import Events
from reelhouse.core.house import House, Services
from reelhouse.core.idempotency.repository import IdempotencyRepository
from reelhouse.core.idempotency.service import Idempotency
from reelhouse.core.jobs.heartbeats import Heartbeats
from reelhouse.core.jobs.repository import JobsRepository
from reelhouse.core.jobs.service import Jobs
from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.core.keys.repository import KeyRepository
from reelhouse.core.keys.service import Keys
from reelhouse.core.keys.types import HOUSE_FORM, KeyForm
from reelhouse.core.migrations import migrate
from reelhouse.core.videos.pages import ProductPages
from reelhouse.core.videos.production import VideoStudio
from reelhouse.core.videos.scripts import ScriptDesk
from reelhouse.core.videos.service import Videos
from reelhouse.core.webhooks.repository import WebhooksRepository
from reelhouse.core.webhooks.service import Webhooks
from reelhouse.core.workspaces.repository import WorkspaceRepository
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.dialects.registry import DIALECTS
from reelhouse.engines.music.factory import music_engine
from reelhouse.engines.speech.factory import speech_engine
from reelhouse.engines.text.factory import text_engine
from reelhouse.http.callers import Callers
from reelhouse.http.edge import Edge
from reelhouse.http.files import file_routes
from reelhouse.http.health import NotWell, Probe, database_probe, disk_probe, ffmpeg_probe
from reelhouse.http.portraits import Portraits, portrait_routes
from reelhouse.http.rate_limits import RateLimits
from reelhouse.kit.clock import SystemClock
from reelhouse.kit.db import Database, Transaction, open_database
from reelhouse.kit.safe_fetch import SafeFetch
from reelhouse.render.ffmpeg import find_ffmpeg
from reelhouse.render.presenter.portrait import draw_portrait
from reelhouse.render.settings import RenderSettings
from reelhouse.storage.factory import open_store
from reelhouse.storage.links import LinkSigner
from reelhouse.storage.local import LocalObjects
from reelhouse.workflows.dispatcher import DbosDispatcher
from reelhouse.workflows.durable import create_durable_tables
from reelhouse.workflows.runtime import Workshop
from reelhouse.workflows.studio import StudioProduction

KEY_FORMS: dict[str, KeyForm] = {name: dialect.key_form for name, dialect in DIALECTS.items()}


@dataclass(frozen=True, slots=True)
class Front:
    """What `app.build_app` puts on the web."""

    edge: Edge
    files: tuple[BaseRoute, ...]
    probes: tuple[Probe, ...]
    hosts: Mapping[str, str]


def open_studio(settings: Settings) -> VideoStudio:
    """The engines and the renderer, without a database."""
    return VideoStudio(
        actors=Actors(LIBRARY),
        speech=speech_engine(settings.speech),
        music=music_engine(settings.music),
        settings=settings.render,
        cache=settings.data.resolve() / "cache",
    )


def open_house(settings: Settings) -> House:
    """The house over its database, which is brought up to date first."""
    return _Foundation(settings).house


@contextmanager
def opened_house(settings: Settings) -> Iterator[House]:
    house = open_house(settings)
    try:
        yield house
    finally:
        house.database.dispose()


def open_workshop(settings: Settings) -> Workshop:
    """What a worker needs."""
    ground = _Foundation(settings)
    production = StudioProduction(open_studio(settings), ground.store, ground.data / "work")
    return Workshop(ground.house, production, ground.fetch, ground.data)


def open_front(settings: Settings) -> Front:
    """What an API process needs."""
    ground = _Foundation(settings)
    edge = Edge(
        house=ground.house,
        callers=Callers(ground.house, forms=(HOUSE_FORM, *KEY_FORMS.values())),
        rate_limits=RateLimits(settings.ratelimit, ground.clock),
        fetch=ground.fetch,
        link_of=ground.link_of,
        public_url=settings.public_url.rstrip("/"),
    )
    portraits = Portraits(ground.actors.get, draw_portrait, ground.data / "portraits")
    files = list(portrait_routes(portraits))
    if isinstance(ground.store, LocalObjects):
        files += file_routes(ground.store.path_of, LinkSigner(ground.secret), ground.clock)
    probes = (
        database_probe(ground.database),
        _worker_probe(ground.database),
        disk_probe(ground.data),
        ffmpeg_probe(lambda: _ffmpeg_version(settings.render)),
    )
    return Front(edge, tuple(files), probes, settings.hosts)


def dialect_document(system: str, public_url: str) -> dict[str, Any]:
    """A dialect's OpenAPI document; needs no database."""
    return DIALECTS[system].describe(public_url).openapi()


class _Foundation:
    """What every process of the house stands on, opened once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.data = settings.data.resolve()
        self.data.mkdir(parents=True, exist_ok=True)
        self.clock = SystemClock()
        self.secret = _secret(settings, self.data)
        self.store = open_store(settings.storage, self.data, settings.public_url, self.secret)
        self.fetch = SafeFetch(allow=settings.fetch.allow, timeout_seconds=settings.fetch.timeout_seconds)
        self.database = _open_database(settings)
        self.dispatcher = DbosDispatcher(self.database.engine)
        self.payloads: dict[str, Callable[[Job], JsonObject]] = {
            system: dialect.payloads(self.link_of) for system, dialect in DIALECTS.items()
        }
        self.actors = Actors(LIBRARY)
        self.chance = random.Random()
        scripts = ScriptDesk(text_engine(settings.text), ProductPages(self.fetch))
        self.house = House(self.database, self.clock, scripts, self.services)

    def services(self, transaction: Transaction) -> Services:
        return _WiredServices(self, transaction)

    def link_of(self, job: Job) -> str | None:
        """Where the finished file of a job can be downloaded; its name stands in the job's result."""
        name = (job.result or {}).get("object_name")
        return self.store.link(name, self.links_last) if isinstance(name, str) else None

    @property
    def links_last(self) -> timedelta:
        return timedelta(hours=self.settings.storage.link_hours)


class _WiredServices:
    """`core.house.Services`: what a request does not ask for is not built."""

    def __init__(self, ground: _Foundation, transaction: Transaction) -> None:
        self._ground = ground
        self._transaction = transaction
        self._connection = transaction.connection
        self._clock = ground.clock

    @cached_property
    def workspaces(self) -> Workspaces:
        repository = WorkspaceRepository(self._connection)
        return Workspaces(repository, self.credits, self._clock, self._ground.settings.plan)

    @cached_property
    def keys(self) -> Keys:
        return Keys(KeyRepository(self._connection), self.workspaces, self._clock)

    @cached_property
    def credits(self) -> Credits:
        return Credits(CreditRepository(self._connection), self._clock, self._ground.settings.billing)

    @cached_property
    def jobs(self) -> Jobs:
        return Jobs(
            repository=JobsRepository(self._connection),
            credits=self.credits,
            events=Events(EventsRepository(self._connection), self._clock),
            webhooks=self.webhooks,
            dispatcher=self._ground.dispatcher,
            clock=self._clock,
            transaction=self._transaction,
        )

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
            payloads=self._ground.payloads,
            chance=self._ground.chance,
        )

    @cached_property
    def idempotency(self) -> Idempotency:
        return Idempotency(IdempotencyRepository(self._connection), self._clock)

    @property
    def actors(self) -> Actors:
        return self._ground.actors

    @cached_property
    def videos(self) -> Videos:
        return Videos(self.workspaces, self.credits, self.jobs, self.actors, self._clock)


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


async def _ffmpeg_version(settings: RenderSettings) -> str:
    return (await find_ffmpeg(settings)).version


def _worker_probe(database: Database) -> Probe:
    def look() -> str:
        with database.reading() as connection:
            alive = sum(worker.alive for worker in Heartbeats(connection).workers())
        if not alive:
            raise NotWell("no worker is alive; jobs stay queued until one is")
        return f"{alive} alive"

    return Probe("worker", look)
