"""Jobs with everything they touch, on a real database with the real durable engine's tables."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import pytest
from dbos import DBOSClient, WorkflowStatus

from reelhouse.core.credits.repository import CreditRepository
from reelhouse.core.credits.service import Credits
from reelhouse.core.events.repository import EventsRepository
from reelhouse.core.events.service import Events
from reelhouse.core.jobs.repository import JobsRepository
from reelhouse.core.jobs.service import Jobs
from reelhouse.core.jobs.types import Job, JobKind, NewJob
from reelhouse.core.webhooks.repository import WebhooksRepository
from reelhouse.core.webhooks.service import PayloadOf, Webhooks
from reelhouse.core.workspaces.repository import WorkspaceRepository
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import Database, Transaction
from reelhouse.kit.money import MicroDollars, cents
from reelhouse.workflows.dispatcher import DbosDispatcher
from reelhouse.workflows.durable import create_durable_tables, durable_client

PRICE = cents(40)


@dataclass(frozen=True, slots=True)
class Office:
    """The services of one transaction."""

    workspaces: Workspaces
    credits: Credits
    jobs: Jobs
    events: Events
    webhooks: Webhooks


class Offices:
    """Opens transactions; `engine` sees what they queued."""

    def __init__(self, database: Database, clock: FrozenClock) -> None:
        self.database = database
        self.engine: DBOSClient = durable_client(database.engine)
        self.payloads: dict[str, PayloadOf] = {}
        self._clock = clock
        self._dispatcher = DbosDispatcher(database.engine)

    @contextmanager
    def transaction(self) -> Iterator[Office]:
        with self.database.transaction() as transaction:
            yield self._build(transaction)

    def queued(self, queue: str) -> list[WorkflowStatus]:
        return self.engine.list_workflows(queue_name=queue)

    def _build(self, transaction: Transaction) -> Office:
        connection, clock = transaction.connection, self._clock
        credits_ = Credits(CreditRepository(connection), clock)
        events = Events(EventsRepository(connection), clock)
        webhooks = Webhooks(
            repository=WebhooksRepository(connection),
            dispatcher=self._dispatcher,
            clock=clock,
            transaction=transaction,
            payloads=self.payloads,
        )
        jobs = Jobs(
            repository=JobsRepository(connection),
            credits=credits_,
            events=events,
            webhooks=webhooks,
            dispatcher=self._dispatcher,
            clock=clock,
            transaction=transaction,
        )
        workspaces = Workspaces(WorkspaceRepository(connection), credits_, clock)
        return Office(workspaces, credits_, jobs, events, webhooks)


@pytest.fixture
def offices(database: Database, clock: FrozenClock) -> Offices:
    create_durable_tables(database)
    return Offices(database, clock)


@pytest.fixture
def workspace_id(offices: Offices) -> UUID:
    with offices.transaction() as office:
        return office.workspaces.create("Ada's studio").workspace_id


@pytest.fixture
def new_job(workspace_id: UUID) -> Callable[..., NewJob]:
    """A request for a video; keywords change it."""

    def build(
        *,
        price: MicroDollars = PRICE,
        webhook_url: str | None = None,
        idempotency_key: str | None = None,
        origin: str = "agentmedia",
    ) -> NewJob:
        return NewJob(
            workspace_id=workspace_id,
            kind=JobKind.VIDEO,
            origin=origin,
            input={"script": "Hello."},
            price=price,
            workflow="make_video",
            queue="render",
            webhook_url=webhook_url,
            idempotency_key=idempotency_key,
        )

    return build


@pytest.fixture
def submit(offices: Offices, new_job: Callable[..., NewJob]) -> Callable[..., Job]:
    """Submit a job in a transaction of its own."""

    def act(**wanted: object) -> Job:
        with offices.transaction() as office:
            return office.jobs.submit(new_job(**wanted))

    return act
