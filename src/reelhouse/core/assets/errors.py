"""What can be wrong with an asset."""

from uuid import UUID

from reelhouse.kit.errors import ReelhouseError


class AssetNotFound(ReelhouseError):
    code = "asset_not_found"

    def __init__(self, asset_id: UUID) -> None:
        super().__init__(f"There is no asset {asset_id} in this workspace.")
        self.asset_id = asset_id
