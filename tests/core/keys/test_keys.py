"""Keys are issued once, found by their hash, and revoked for good."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
import sqlalchemy as sa

from reelhouse.core.credits.repository import CreditRepository
from reelhouse.core.credits.service import Credits
from reelhouse.core.keys.errors import KeyNotFound, TooManyKeys
from reelhouse.core.keys.repository import KeyRepository
from reelhouse.core.keys.service import Keys
from reelhouse.core.keys.types import HOUSE_FORM, KeyForm
from reelhouse.core.workspaces.errors import WorkspaceNotFound
from reelhouse.core.workspaces.repository import WorkspaceRepository
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Workspace
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import Database, Transaction, metadata

MA_FORM = KeyForm("ma_", "0123456789abcdef", length=32, checksum_length=8, shown=11, max_active=25)


@pytest.fixture
def keys(transaction: Transaction, workspaces: Workspaces, clock: FrozenClock) -> Keys:
    return Keys(KeyRepository(transaction.connection), workspaces, clock)


def test_an_issued_key_is_found_by_its_secret(keys: Keys, workspace: Workspace, clock: FrozenClock) -> None:
    issued = keys.issue(workspace.workspace_id, MA_FORM, "Production", frozenset({"render", "plan"}))

    assert keys.find_active(issued.secret) == issued.key
    assert issued.key.scopes == {"plan", "render"}
    assert issued.key.shown_prefix == issued.secret[:11]
    assert issued.key.created_at == clock.now()
    assert keys.find_active(issued.secret[:-1]) is None


def test_only_the_hash_of_a_key_is_stored(keys: Keys, workspace: Workspace, transaction: Transaction) -> None:
    """Promise 12: a scan of every column of every table finds no key."""
    issued = keys.issue(workspace.workspace_id, HOUSE_FORM)

    stored = [
        str(row)
        for table in metadata.tables.values()
        for row in transaction.connection.execute(sa.select(table))
    ]

    assert any(issued.key.shown_prefix in row for row in stored)
    assert [row for row in stored if issued.secret in row or issued.secret[12:] in row] == []
    assert issued.secret not in repr(issued.key)


def test_keys_are_listed_newest_first(keys: Keys, workspace: Workspace, clock: FrozenClock) -> None:
    first = keys.issue(workspace.workspace_id, MA_FORM).key
    clock.advance(timedelta(seconds=1))
    second = keys.issue(workspace.workspace_id, HOUSE_FORM).key

    assert keys.list_active(workspace.workspace_id) == (second, first)


def test_a_revoked_key_is_gone_at_once(keys: Keys, workspace: Workspace, clock: FrozenClock) -> None:
    """Promise 13."""
    issued = keys.issue(workspace.workspace_id, MA_FORM)
    kept = keys.issue(workspace.workspace_id, MA_FORM)

    revoked = keys.revoke(workspace.workspace_id, issued.key.key_id)

    assert revoked.revoked_at == clock.now()
    assert keys.find_active(issued.secret) is None
    assert keys.list_active(workspace.workspace_id) == (kept.key,)
    with pytest.raises(KeyNotFound):
        keys.revoke(workspace.workspace_id, issued.key.key_id)


def test_a_key_of_another_workspace_cannot_be_revoked(
    keys: Keys, workspace: Workspace, workspaces: Workspaces
) -> None:
    """Promise 35."""
    stranger = workspaces.create("Stranger")
    issued = keys.issue(workspace.workspace_id, MA_FORM)

    with pytest.raises(KeyNotFound) as refusal:
        keys.revoke(stranger.workspace_id, issued.key.key_id)

    assert refusal.value.key_id == issued.key.key_id
    assert keys.find_active(issued.secret) == issued.key


def test_a_form_allows_only_so_many_active_keys(keys: Keys, workspace: Workspace) -> None:
    """Promise 14."""
    issued = [keys.issue(workspace.workspace_id, MA_FORM) for _ in range(25)]

    with pytest.raises(TooManyKeys) as refusal:
        keys.issue(workspace.workspace_id, MA_FORM)
    keys.issue(workspace.workspace_id, HOUSE_FORM)
    keys.revoke(workspace.workspace_id, issued[0].key.key_id)
    replacement = keys.issue(workspace.workspace_id, MA_FORM)

    assert refusal.value.limit == 25
    assert keys.find_active(replacement.secret) == replacement.key


def test_keys_asked_for_at_once_stay_within_the_limit(database: Database, clock: FrozenClock) -> None:
    """Promise 14."""
    form = KeyForm("ma_", "0123456789abcdef", length=32, checksum_length=8, shown=11, max_active=2)
    with database.transaction() as transaction:
        workspace = spaces(transaction, clock).create("Studio")
    barrier = Barrier(6)

    def ask(_: int) -> bool:
        barrier.wait()
        try:
            with database.transaction() as transaction:
                repository = KeyRepository(transaction.connection)
                Keys(repository, spaces(transaction, clock), clock).issue(workspace.workspace_id, form)
        except TooManyKeys:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        answers = sorted(pool.map(ask, range(6)))

    assert answers == [False] * 4 + [True] * 2


def test_a_use_is_noted_at_most_once_a_minute(keys: Keys, workspace: Workspace, clock: FrozenClock) -> None:
    issued = keys.issue(workspace.workspace_id, MA_FORM)
    first = clock.now()

    noted = []
    for seconds in (0, 59, 60):
        keys.mark_used(issued.key.key_id, first + timedelta(seconds=seconds))
        found = keys.find_active(issued.secret)
        noted.append(found and found.last_used_at)

    assert noted == [first, first, first + timedelta(seconds=60)]


def test_a_key_needs_a_workspace(keys: Keys) -> None:
    with pytest.raises(WorkspaceNotFound):
        keys.issue(uuid4(), MA_FORM)


def spaces(transaction: Transaction, clock: FrozenClock) -> Workspaces:
    wallets = Credits(CreditRepository(transaction.connection), clock)
    return Workspaces(WorkspaceRepository(transaction.connection), wallets, clock)
