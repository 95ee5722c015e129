"""A whole house behind real HTTP on the loopback; only the durable engine is replaced by a list."""

import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from ipaddress import ip_network
from pathlib import Path
from uuid import UUID

import httpx2
import pytest
import sqlalchemy as sa
from anyio import to_thread
from starlette.types import ASGIApp
from tests.serving import served

from reelhouse.app import build_app
from reelhouse.bootstrap.front import closed_in
from reelhouse.bootstrap.house import Ground, engine_tables, house_over, link_of_with
from reelhouse.config import Settings
from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.house import House
from reelhouse.core.jobs.types import Job, Work
from reelhouse.core.keys.types import HOUSE_FORM, KeyForm
from reelhouse.core.pitches.settings import PitchSettings
from reelhouse.core.tasks.desk import TaskDesk
from reelhouse.core.videos.pages import ProductPages
from reelhouse.core.videos.scripts import ScriptDesk
from reelhouse.core.workspaces.types import Tier
from reelhouse.dialects.agentmedia.auth import AGENTMEDIA_FORM
from reelhouse.dialects.registry import DIALECTS
from reelhouse.engines.errors import EngineUnavailable
from reelhouse.engines.text.types import Script, ScriptRequest, Translation, TranslationRequest
from reelhouse.http.callers import Callers
from reelhouse.http.edge import Edge
from reelhouse.http.files import file_routes
from reelhouse.http.health import Probe, database_probe
from reelhouse.http.portraits import Portraits, portrait_routes
from reelhouse.http.rate_limits import RateLimits
from reelhouse.http.settings import RateLimitSettings
from reelhouse.http.sse import Pace
from reelhouse.http.uploads import upload_routes
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import Database, open_database
from reelhouse.kit.money import MicroDollars
from reelhouse.kit.safe_fetch import SafeFetch
from reelhouse.render.presenter.portrait import draw_portrait
from reelhouse.storage.local import LinkSigner, LocalObjects

PUBLIC_URL = "https://media.example"
PLENTY = 1_000_000


class Waiting:
    """A dispatcher whose work waits for ever."""

    def __init__(self) -> None:
        self.enqueued: list[Work] = []
        self.canceled: list[str] = []

    def enqueue(self, _connection: sa.Connection, work: Work) -> None:
        self.enqueued.append(work)

    def cancel(self, work_id: str) -> None:
        self.canceled.append(work_id)


class Writer:
    """A text engine outside of the machine; it can be away, or take its time."""

    name = "writer"
    text = "Meet the kettle that boils in forty seconds flat. Your mornings will never be the same again."

    def __init__(self) -> None:
        self.asked: list[ScriptRequest] = []
        self.is_away = False
        self.can_translate = False
        self.may_answer = threading.Event()
        self.may_answer.set()

    async def write_script(self, request: ScriptRequest) -> Script:
        if self.is_away:
            raise EngineUnavailable(self.name, "no answer")
        self.asked.append(request)
        await to_thread.run_sync(self.may_answer.wait)
        return Script(self.text, self.name)

    async def translate(self, request: TranslationRequest) -> Translation:
        """Puts the language before every word."""
        return Translation(" ".join(f"{request.target}:{word}" for word in request.text.split()), self.name)


@dataclass
class Studio:
    """A house as its neighbours see it, and what tests do behind its back."""

    house: House
    clock: FrozenClock
    dispatcher: Waiting
    writer: Writer
    edge: Edge
    store: LocalObjects
    app: ASGIApp
    probes: list[Probe]

    def workspace(self, name: str, tier: Tier = Tier.PRO_PLUS) -> UUID:
        with self.house.transaction() as services:
            return services.workspaces.create(name, tier).workspace_id

    def key(
        self,
        workspace_id: UUID,
        name: str = "Test",
        form: KeyForm = AGENTMEDIA_FORM,
        scopes: tuple[str, ...] = (),
    ) -> str:
        with self.house.transaction() as services:
            return services.keys.issue(workspace_id, form, name, frozenset(scopes)).secret

    def start(self, job_id: str) -> Job:
        with self.house.transaction() as services:
            return services.jobs.start(UUID(job_id))

    def finish(self, job_id: str) -> Job:
        self.start(job_id)
        self.clock.advance(timedelta(seconds=12, milliseconds=345))
        with self.house.transaction() as services:
            job = services.jobs.load(UUID(job_id))
            return services.jobs.succeed(job.job_id, {"object_name": f"videos/{job_id}.mp4"}, job.price)

    def available(self, workspace_id: UUID) -> MicroDollars:
        with self.house.reading() as services:
            return services.credits.wallet(workspace_id).available


def build_studio(
    database: Database,
    clock: FrozenClock,
    folder: Path,
    per_minute: int = PLENTY,
    allow: tuple[str, ...] = (),
    doors: Mapping[str, int] | None = None,
    pitch: PitchSettings | None = None,
) -> Studio:
    dispatcher, writer = Waiting(), Writer()
    signer = LinkSigner(b"a secret of this test")
    store = LocalObjects(folder / "objects", PUBLIC_URL, signer, clock)
    actors = Actors(LIBRARY)

    links_last = timedelta(hours=1)
    link_of = link_of_with(store, links_last, clock)
    fetch = SafeFetch(allow=tuple(ip_network(network) for network in allow), timeout_seconds=5)
    payloads = {system: dialect.payloads(link_of) for system, dialect in DIALECTS.items()}
    ground = Ground(database, clock, store, dispatcher, payloads, links_last, pitch=pitch or PitchSettings())
    tasks = TaskDesk(engine_tables(Settings()))
    house = house_over(ground, ScriptDesk(writer, ProductPages(fetch)), tasks, fetch)
    edge = Edge(
        house=house,
        callers=Callers(house, (HOUSE_FORM, *(dialect.key_form for dialect in DIALECTS.values()))),
        rate_limits=RateLimits(RateLimitSettings(per_minute=per_minute), clock, doors=doors),
        fetch=fetch,
        link_of=link_of,
        public_url=PUBLIC_URL,
        pace=Pace(poll=0.01, heartbeat=0.05),
    )
    probes = [database_probe(database)]
    portraits = Portraits(actors.get, draw_portrait, folder / "portraits")
    files = [
        *portrait_routes(portraits),
        *file_routes(store.path_of, signer, clock),
        *upload_routes(store.path_of, signer, clock, closed_in(house)),
    ]
    app = build_app(edge, files=files, probes=probes, hosts={"agent.media": "agentmedia"})
    return Studio(house, clock, dispatcher, writer, edge, store, app, probes)


@pytest.fixture
def furnish(database: Database, clock: FrozenClock, tmp_path: Path) -> Callable[..., Studio]:
    """Build a house; `per_minute`, `doors`, `allow` and `pitch` are what tests of limits change."""
    return partial(build_studio, database, clock, tmp_path)


@pytest.fixture
def studio(furnish: Callable[..., Studio]) -> Studio:
    return furnish()


@pytest.fixture
def served_at() -> Iterator[Callable[[ASGIApp], str]]:
    """Serve applications until the test ends."""
    with ExitStack() as servers:
        yield lambda app: servers.enter_context(served(app))


@pytest.fixture
def workspace_id(studio: Studio) -> UUID:
    return studio.workspace("Studio")


@pytest.fixture
def anyone(studio: Studio) -> Iterator[httpx2.Client]:
    """A client without a key, at the root of agent-media's API."""
    with served(studio.app) as address, httpx2.Client(base_url=f"{address}/agentmedia/api/v1") as client:
        yield client


@pytest.fixture
def client(anyone: httpx2.Client, studio: Studio, workspace_id: UUID) -> httpx2.Client:
    """A client with a key of the workspace."""
    anyone.headers["Authorization"] = f"Bearer {studio.key(workspace_id)}"
    return anyone


@pytest.fixture(scope="module")
def shared_client(
    furnished_sqlite: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx2.Client]:
    """One house for tests that are refused before they change anything."""
    folder = tmp_path_factory.mktemp("shared")
    shutil.copyfile(furnished_sqlite, folder / "reelhouse.db")
    database = open_database(f"sqlite:///{folder / 'reelhouse.db'}")
    studio = build_studio(database, FrozenClock(), folder)
    with served(studio.app) as address, httpx2.Client(base_url=f"{address}/agentmedia/api/v1") as client:
        client.headers["Authorization"] = f"Bearer {studio.key(studio.workspace('Shared'))}"
        yield client
    database.dispose()
