"""A request that is sent again gets its first answer, and does its work once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from reelhouse.core.credits.repository import CreditRepository
from reelhouse.core.credits.service import Credits
from reelhouse.core.idempotency.errors import (
    IdempotencyInFlight,
    IdempotencyKeyTooLong,
    IdempotencyMismatch,
)
from reelhouse.core.idempotency.repository import IdempotencyRepository
from reelhouse.core.idempotency.service import Idempotency
from reelhouse.core.idempotency.settings import GIVEN_UP_AFTER
from reelhouse.core.idempotency.types import Replay
from reelhouse.core.workspaces.repository import WorkspaceRepository
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Workspace
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import Database, Transaction

BODY = '{"job_id":"ä"}'.encode()


@pytest.fixture
def idempotency(transaction: Transaction, clock: FrozenClock) -> Idempotency:
    return Idempotency(IdempotencyRepository(transaction.connection), clock)


def test_the_same_request_again_gets_the_first_answer(idempotency: Idempotency, workspace: Workspace) -> None:
    """Promise 1: status and body, byte for byte."""
    first = idempotency.claim(workspace.workspace_id, "key", "request")
    idempotency.complete(workspace.workspace_id, "key", 201, BODY)

    again = idempotency.claim(workspace.workspace_id, "key", "request")

    assert first.is_new
    assert again.replay == Replay(201, BODY)
    assert not again.is_new


def test_a_key_over_255_characters_is_refused(idempotency: Idempotency, workspace: Workspace) -> None:
    """Promise 2."""
    longest = idempotency.claim(workspace.workspace_id, "k" * 255, "request")

    with pytest.raises(IdempotencyKeyTooLong) as refusal:
        idempotency.claim(workspace.workspace_id, "k" * 256, "request")

    assert longest.is_new
    assert (refusal.value.length, refusal.value.limit) == (256, 255)


@pytest.mark.parametrize("hours", [24, 72])
def test_an_answer_is_kept_as_long_as_its_dialect_promises(
    hours: int, idempotency: Idempotency, workspace: Workspace, clock: FrozenClock
) -> None:
    """Promise 3."""
    lasting = timedelta(hours=hours)
    idempotency.claim(workspace.workspace_id, "key", "request", lasting)
    idempotency.complete(workspace.workspace_id, "key", 201, BODY, lasting)

    clock.advance(lasting - timedelta(seconds=1))
    early = idempotency.purge(clock.now())
    kept = idempotency.claim(workspace.workspace_id, "key", "request", lasting)
    clock.advance(timedelta(seconds=1))
    late = idempotency.purge(clock.now())

    assert kept.replay == Replay(201, BODY)
    assert (early, late) == (0, 1)


def test_a_key_whose_time_is_over_may_be_used_for_something_else(
    idempotency: Idempotency, workspace: Workspace, clock: FrozenClock
) -> None:
    idempotency.claim(workspace.workspace_id, "key", "request")
    idempotency.complete(workspace.workspace_id, "key", 201, BODY)
    clock.advance(timedelta(hours=24))

    assert idempotency.claim(workspace.workspace_id, "key", "another request").is_new


def test_the_same_key_with_another_request_is_refused(idempotency: Idempotency, workspace: Workspace) -> None:
    """Promise 4: while the first is under way, and after its answer."""
    idempotency.claim(workspace.workspace_id, "key", "request")

    with pytest.raises(IdempotencyMismatch):
        idempotency.claim(workspace.workspace_id, "key", "another request")
    idempotency.complete(workspace.workspace_id, "key", 201, BODY)
    with pytest.raises(IdempotencyMismatch):
        idempotency.claim(workspace.workspace_id, "key", "another request")


def test_a_request_under_way_asks_to_wait(idempotency: Idempotency, workspace: Workspace) -> None:
    """Promise 5."""
    idempotency.claim(workspace.workspace_id, "key", "request")

    with pytest.raises(IdempotencyInFlight) as refusal:
        idempotency.claim(workspace.workspace_id, "key", "request")

    assert refusal.value.retry_after >= 1


def test_a_request_that_died_may_be_taken_over(
    idempotency: Idempotency, workspace: Workspace, clock: FrozenClock
) -> None:
    idempotency.claim(workspace.workspace_id, "key", "request")
    clock.advance(GIVEN_UP_AFTER)

    taken_over = idempotency.claim(workspace.workspace_id, "key", "request")

    assert taken_over.is_new
    with pytest.raises(IdempotencyInFlight):
        idempotency.claim(workspace.workspace_id, "key", "request")


def test_the_first_of_two_answers_stays(idempotency: Idempotency, workspace: Workspace) -> None:
    idempotency.claim(workspace.workspace_id, "key", "request")
    idempotency.complete(workspace.workspace_id, "key", 201, BODY)

    idempotency.complete(workspace.workspace_id, "key", 500, b"late")

    assert idempotency.claim(workspace.workspace_id, "key", "request").replay == Replay(201, BODY)


def test_a_refused_request_stores_nothing(idempotency: Idempotency, workspace: Workspace) -> None:
    """Promise 6."""
    idempotency.claim(workspace.workspace_id, "key", "request with a mistake")
    idempotency.release(workspace.workspace_id, "key")

    assert idempotency.claim(workspace.workspace_id, "key", "corrected request").is_new


def test_an_answer_is_never_released(idempotency: Idempotency, workspace: Workspace) -> None:
    idempotency.claim(workspace.workspace_id, "key", "request")
    idempotency.complete(workspace.workspace_id, "key", 201, BODY)

    idempotency.release(workspace.workspace_id, "key")

    assert idempotency.claim(workspace.workspace_id, "key", "request").replay == Replay(201, BODY)


def test_keys_belong_to_their_workspace(
    idempotency: Idempotency, workspace: Workspace, workspaces: Workspaces
) -> None:
    """Promise 35."""
    other = workspaces.create("Other studio")
    idempotency.claim(workspace.workspace_id, "key", "request")

    assert idempotency.claim(other.workspace_id, "key", "another request").is_new


@pytest.mark.parametrize("dead", [False, True], ids=["fresh", "given up"])
def test_of_many_at_once_one_does_the_work(dead: bool, database: Database, clock: FrozenClock) -> None:
    """Promise 7: also when all of them take over from a request that died."""
    with database.transaction() as transaction:
        wallets = Credits(CreditRepository(transaction.connection), clock)
        spaces = Workspaces(WorkspaceRepository(transaction.connection), wallets, clock)
        workspace_id = spaces.create("Studio").workspace_id
        if dead:
            Idempotency(IdempotencyRepository(transaction.connection), clock).claim(
                workspace_id, "key", "request"
            )
    clock.advance(GIVEN_UP_AFTER)
    barrier = Barrier(8)

    def ask(_: int) -> str:
        barrier.wait()
        try:
            with database.transaction() as transaction:
                service = Idempotency(IdempotencyRepository(transaction.connection), clock)
                return "new" if service.claim(workspace_id, "key", "request").is_new else "replay"
        except IdempotencyInFlight:
            return "in flight"

    with ThreadPoolExecutor(8) as pool:
        answers = Counter(pool.map(ask, range(8)))

    assert answers == {"new": 1, "in flight": 7}
