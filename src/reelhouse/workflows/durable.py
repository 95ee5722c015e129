"""The durable engine's ground: its name, its tables, and how its rows may be read."""

import sqlalchemy as sa
from dbos import DBOS, DBOSClient
from dbos import _serialization as dbos_serialization
from sqlalchemy.exc import OperationalError

from reelhouse.kit.db import Database
from reelhouse.kit.errors import ReelhouseError
from reelhouse.workflows.queues import (
    DELIVERIES_AT_ONCE,
    DELIVERIES_MAY_WAIT,
    PREVIEW,
    REMOTE,
    REMOTE_AT_ONCE,
    RENDER,
    WEBHOOKS,
)

APPLICATION = "reelhouse"

VERSION = "reelhouse-1"
"""Constant, so that work begun before an upgrade goes on after it; an incompatible change of a workflow
uses `DBOS.patch`."""

SERIALIZER = dbos_serialization.DBOSPortableJSONSerializer()


class PickleRefused(ReelhouseError):
    """A row is marked as pickle: whoever can write the database could run code in a worker."""

    code = "pickle_refused"

    def __init__(self) -> None:
        super().__init__("A row of the durable engine is marked as pickle, and is not read.")


def refuse_pickle() -> None:
    """Make the engine read JSON alone: it would unpickle a row that says so, whatever was configured."""

    def refuse(_serializer: object, *_: object) -> None:
        raise PickleRefused

    dbos_serialization.DefaultSerializer.deserialize = refuse  # type: ignore[assignment, method-assign] # no setting does it


def outlive_restarts(engine: sa.Engine) -> None:
    """Have the engine wait for a database to which nobody can connect, as it waits for a lost connection.

    It knows the latter by a flag, and the former by the driver's words, which have changed: without this
    a restart of PostgreSQL would end a workflow in the middle, on a worker that lives on.
    """

    @sa.event.listens_for(engine, "handle_error")
    def tell(context: sa.engine.ExceptionContext) -> None:
        if context.connection is None and isinstance(context.sqlalchemy_exception, OperationalError):
            context.is_disconnect = True


def create_durable_tables(database: Database) -> None:
    """Create or upgrade the engine's tables. Safe for several processes that start at once."""
    DBOS.migrate(database.engine.url.render_as_string(hide_password=False))


def durable_client(engine: sa.Engine) -> DBOSClient:
    """The engine as one who only hands in work sees it, on the house's own connections."""
    return DBOSClient(
        system_database_engine=engine,
        serializer=SERIALIZER,
        application_name=APPLICATION,
        lazy=True,
        retry_connection_errors=False,
    )


def register_queues(client: DBOSClient, *, concurrency: int, polling_seconds: float) -> None:
    """Write the queues and their limits down, where every worker reads them."""
    client.register_queue(RENDER, worker_concurrency=concurrency, polling_interval_sec=polling_seconds)
    client.register_queue(PREVIEW, worker_concurrency=1, polling_interval_sec=polling_seconds)
    client.register_queue(
        REMOTE, worker_concurrency=REMOTE_AT_ONCE, polling_interval_sec=polling_seconds * DELIVERIES_MAY_WAIT
    )
    client.register_queue(
        WEBHOOKS,
        worker_concurrency=DELIVERIES_AT_ONCE,
        polling_interval_sec=polling_seconds * DELIVERIES_MAY_WAIT,
    )
