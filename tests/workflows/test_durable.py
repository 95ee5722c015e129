import base64
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from dbos import DBOSClient, _serialization
from sqlalchemy.exc import OperationalError

from reelhouse.core.jobs.types import Work
from reelhouse.kit.db import Database, open_database
from reelhouse.workflows.dispatcher import DbosDispatcher
from reelhouse.workflows.durable import (
    PickleRefused,
    create_durable_tables,
    durable_client,
    outlive_restarts,
    refuse_pickle,
    register_queues,
)
from reelhouse.workflows.lock import WorkerRunning, only_worker
from reelhouse.workflows.queues import QUEUES, UnknownQueue, chosen_queues

WORK = Work("work-1", "make_video", "render", {"job_id": "1"})


@pytest.fixture
def engine(bare_database: Database) -> DBOSClient:
    create_durable_tables(bare_database)
    return durable_client(bare_database.engine)


def test_processes_that_start_at_once_create_the_tables_once(bare_database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: create_durable_tables(bare_database), range(4)))

    assert durable_client(bare_database.engine).list_workflows() == []


def test_work_is_queued_with_its_transaction_and_once(bare_database: Database, engine: DBOSClient) -> None:
    dispatcher = DbosDispatcher(bare_database.engine)

    for _ in range(2):
        with bare_database.transaction() as transaction:
            dispatcher.enqueue(transaction.connection, WORK)
    later = Work("work-2", "deliver_webhook", "webhooks", {}, timedelta(hours=10))
    with bare_database.transaction() as transaction:
        dispatcher.enqueue(transaction.connection, later)

    queued = {work.workflow_id: work for work in engine.list_workflows()}
    assert {name: work.status for name, work in queued.items()} == {"work-1": "ENQUEUED", "work-2": "DELAYED"}
    told = queued["work-1"].input
    assert told is not None
    assert told["args"] == ({"job_id": "1"},)


def test_canceling_unknown_work_is_no_error(bare_database: Database, engine: DBOSClient) -> None:
    DbosDispatcher(bare_database.engine).cancel("nobody-knows-it")

    assert engine.list_workflows() == []


def test_pickle_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        _serialization.DefaultSerializer, "deserialize", _serialization.DefaultSerializer.deserialize
    )
    refuse_pickle()
    row = base64.b64encode(pickle.dumps({"args": (), "kwargs": {}})).decode()

    for read in (_serialization.deserialize_value, _serialization.deserialize_args):
        with pytest.raises(PickleRefused):
            read(row, "py_pickle", _serialization.DBOSPortableJSON)


def test_queues_and_their_limits_are_there_before_any_worker(engine: DBOSClient) -> None:
    register_queues(engine, concurrency=3, polling_seconds=0.1)

    assert {queue.name for queue in engine.list_queues()} == set(QUEUES)


def test_a_worker_serves_all_queues_or_those_it_is_told() -> None:
    assert chosen_queues([]) == QUEUES
    assert chosen_queues(["webhooks", "webhooks"]) == ("webhooks",)
    with pytest.raises(UnknownQueue) as refusal:
        chosen_queues(["rendr"])
    assert refusal.value.queue == "rendr"


def test_a_lock_is_held_by_one_and_let_go(tmp_path: Path) -> None:
    path = tmp_path / "data" / "worker.lock"

    with only_worker(path), pytest.raises(WorkerRunning) as refusal, only_worker(path):
        pytest.fail("two hold one lock")

    assert refusal.value.path == path
    with only_worker(path):
        assert path.exists()


def test_a_database_that_refuses_connections_counts_as_away(tmp_path: Path) -> None:
    """Promise 41."""
    database = open_database(f"postgresql://nobody@/nothing?host={tmp_path}")
    outlive_restarts(database.engine)

    with pytest.raises(OperationalError) as away, database.reading():
        pytest.fail("nobody listens there")

    assert away.value.connection_invalidated
