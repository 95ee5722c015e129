"""Files that jobs made: noted once, linked, removed when their time is over."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid4

import pytest

from reelhouse.core.assets.errors import AssetNotFound
from reelhouse.core.assets.repository import AssetRepository
from reelhouse.core.assets.service import Assets
from reelhouse.core.assets.types import AssetKind, NewAsset
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Workspace
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import Transaction
from reelhouse.storage.links import LinkSigner
from reelhouse.storage.local import LocalObjects

JOB = UUID("00000000-0000-4000-8000-000000000001")


@pytest.fixture
def store(tmp_path: Path, clock: FrozenClock) -> LocalObjects:
    return LocalObjects(tmp_path / "files", "http://house.test", LinkSigner(b"secret"), clock)


@pytest.fixture
def assets(transaction: Transaction, store: LocalObjects, clock: FrozenClock) -> Assets:
    return Assets(AssetRepository(transaction.connection), store, clock, timedelta(hours=168))


def video(
    workspace: Workspace, expires_after: timedelta | None = None, clock: FrozenClock | None = None
) -> NewAsset:
    return NewAsset(
        workspace_id=workspace.workspace_id,
        job_id=JOB,
        kind=AssetKind.VIDEO,
        media_type="video/mp4",
        size=1234,
        sha256="0" * 64,
        object_name=f"videos/{JOB}.mp4",
        facts={"seconds": 5, "frames": [1, 2]},
        expires_at=clock.now() + expires_after if clock and expires_after else None,
    )


def seconds_left(link: str, clock: FrozenClock) -> int:
    return int(parse_qs(urlsplit(link).query)["expires"][0]) - int(clock.now().timestamp())


def test_an_asset_is_read_back_as_it_was_noted(
    assets: Assets, workspace: Workspace, clock: FrozenClock
) -> None:
    added = assets.add(video(workspace))

    assert assets.get(workspace.workspace_id, added.asset_id) == added
    assert added.facts == {"seconds": 5, "frames": [1, 2]}
    assert (added.created_at, added.expires_at) == (clock.now(), None)


def test_a_step_that_runs_twice_gets_its_first_asset(assets: Assets, workspace: Workspace) -> None:
    """Promise 39: one output, however often its step runs."""
    first = assets.add(video(workspace))

    assert assets.add(video(workspace)) == first
    assert assets.list_for_job(JOB) == (first,)


def test_an_asset_of_another_workspace_is_not_found(
    assets: Assets, workspace: Workspace, workspaces: Workspaces
) -> None:
    """Promise 35."""
    stranger = workspaces.create("Stranger")
    added = assets.add(video(workspace))

    with pytest.raises(AssetNotFound) as absence:
        assets.get(stranger.workspace_id, added.asset_id)

    assert absence.value.asset_id == added.asset_id
    assert assets.list_for_job(uuid4()) == ()


def test_a_link_lasts_as_long_as_the_setting_says(
    assets: Assets, workspace: Workspace, clock: FrozenClock
) -> None:
    link = assets.link(assets.add(video(workspace)))

    assert urlsplit(link).path == f"/files/videos/{JOB}.mp4"
    assert seconds_left(link, clock) == 168 * 3600


def test_a_link_does_not_outlive_its_asset(assets: Assets, workspace: Workspace, clock: FrozenClock) -> None:
    asset = assets.add(video(workspace, timedelta(hours=48), clock))
    clock.advance(timedelta(hours=47))

    assert seconds_left(assets.link(asset), clock) == 3600


def test_an_asset_whose_time_is_over_is_removed_with_its_file(
    assets: Assets, store: LocalObjects, workspace: Workspace, clock: FrozenClock, tmp_path: Path
) -> None:
    made = tmp_path / "made.mp4"
    made.write_bytes(b"frames")
    asset = assets.add(video(workspace, timedelta(hours=48), clock))
    store.put_file(asset.object_name, made, asset.media_type)
    before = assets.expired(clock.now())
    clock.advance(timedelta(hours=48))

    for gone in assets.expired(clock.now()):
        assets.remove(gone)

    assert before == ()
    assert not store.exists(asset.object_name)
    assert assets.list_for_job(JOB) == ()


def test_an_asset_without_an_end_is_kept(assets: Assets, workspace: Workspace, clock: FrozenClock) -> None:
    assets.add(video(workspace))
    clock.advance(timedelta(days=10_000))

    assert assets.expired(clock.now()) == ()
