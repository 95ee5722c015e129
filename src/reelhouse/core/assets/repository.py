"""The SQL of assets."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from reelhouse.core.assets.models import assets
from reelhouse.core.assets.types import Asset, AssetKind
from reelhouse.kit.inserts import insert_new


class AssetRepository:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, asset: Asset) -> Asset:
        """Insert an asset, and give it back; or the one that its job has of that kind and part already."""
        insert_new(
            self._connection,
            assets,
            {
                "asset_id": asset.asset_id,
                "workspace_id": asset.workspace_id,
                "job_id": asset.job_id,
                "kind": asset.kind,
                "media_type": asset.media_type,
                "size": asset.size,
                "sha256": asset.sha256,
                "object_name": asset.object_name,
                "facts": dict(asset.facts),
                "created_at": asset.created_at,
                "expires_at": asset.expires_at,
                "part": asset.part,
            },
        )
        query = sa.select(assets).where(
            assets.c.job_id == asset.job_id, assets.c.kind == asset.kind, assets.c.part == asset.part
        )
        return _asset(self._connection.execute(query).one())

    def find(self, workspace_id: UUID, asset_id: UUID) -> Asset | None:
        row = self._connection.execute(
            sa.select(assets).where(assets.c.asset_id == asset_id, assets.c.workspace_id == workspace_id)
        ).one_or_none()
        return None if row is None else _asset(row)

    def list_for_job(self, job_id: UUID) -> tuple[Asset, ...]:
        rows = self._connection.execute(
            sa.select(assets)
            .where(assets.c.job_id == job_id)
            .order_by(assets.c.created_at, assets.c.kind, assets.c.part)
        )
        return tuple(_asset(row) for row in rows)

    def expired(self, now: datetime, limit: int) -> tuple[Asset, ...]:
        rows = self._connection.execute(
            sa.select(assets).where(assets.c.expires_at <= now).order_by(assets.c.expires_at).limit(limit)
        )
        return tuple(_asset(row) for row in rows)

    def delete(self, asset_id: UUID) -> None:
        self._connection.execute(sa.delete(assets).where(assets.c.asset_id == asset_id))


def _asset(row: sa.Row[tuple[object, ...]]) -> Asset:
    return Asset(
        asset_id=row.asset_id,
        workspace_id=row.workspace_id,
        job_id=row.job_id,
        kind=AssetKind(row.kind),
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        object_name=row.object_name,
        facts=row.facts,
        created_at=row.created_at,
        expires_at=row.expires_at,
        part=row.part,
    )
