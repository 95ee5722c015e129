"""Files that jobs made: noted once, linked for download, removed when their time is over."""

from datetime import datetime, timedelta
from uuid import UUID

from reelhouse.core.assets.errors import AssetNotFound
from reelhouse.core.assets.repository import AssetRepository
from reelhouse.core.assets.types import Asset, NewAsset
from reelhouse.kit.clock import Clock
from reelhouse.kit.ids import new_id
from reelhouse.storage.base import ObjectStore


class Assets:
    """`link_lasts` is how long a download link stays good, unless the asset itself ends sooner."""

    def __init__(
        self, repository: AssetRepository, store: ObjectStore, clock: Clock, link_lasts: timedelta
    ) -> None:
        self._repository = repository
        self._store = store
        self._clock = clock
        self._link_lasts = link_lasts

    def add(self, new: NewAsset) -> Asset:
        """Note a stored file. A job has one of each kind and part: a step that runs twice gets the first."""
        return self._repository.add(
            Asset(
                asset_id=new_id(),
                workspace_id=new.workspace_id,
                job_id=new.job_id,
                kind=new.kind,
                media_type=new.media_type,
                size=new.size,
                sha256=new.sha256,
                object_name=new.object_name,
                facts=new.facts,
                created_at=self._clock.now(),
                expires_at=new.expires_at,
                part=new.part,
            )
        )

    def get(self, workspace_id: UUID, asset_id: UUID) -> Asset:
        """Raises `AssetNotFound`, also for an asset of another workspace."""
        asset = self._repository.find(workspace_id, asset_id)
        if asset is None:
            raise AssetNotFound(asset_id)
        return asset

    def list_for_job(self, job_id: UUID) -> tuple[Asset, ...]:
        """What a job made, oldest first; the caller has checked whose job it is."""
        return self._repository.list_for_job(job_id)

    def link(self, asset: Asset) -> str:
        """An address from which anybody may download the asset, until it expires."""
        if asset.expires_at is None:
            return self._store.link(asset.object_name, self._link_lasts)
        left = asset.expires_at - self._clock.now()
        return self._store.link(asset.object_name, min(left, self._link_lasts))

    def expired(self, now: datetime, limit: int = 100) -> tuple[Asset, ...]:
        """The first assets whose time is over."""
        return self._repository.expired(now, limit)

    def remove(self, asset: Asset) -> None:
        """Delete the file, then the note of it; when the first fails, the next sweep tries again."""
        self._store.delete(asset.object_name)
        self._repository.delete(asset.asset_id)
