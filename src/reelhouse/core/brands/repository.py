"""The SQL of brand kits."""

from uuid import UUID

import sqlalchemy as sa

from reelhouse.core.brands.models import brand_kits
from reelhouse.core.brands.types import LOOKS, BrandKit


class BrandsRepository:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def list_(self, workspace_id: UUID) -> tuple[BrandKit, ...]:
        """By name."""
        rows = self._connection.execute(
            sa.select(brand_kits).where(brand_kits.c.workspace_id == workspace_id).order_by(brand_kits.c.name)
        )
        return tuple(_kit(row) for row in rows)

    def find(self, workspace_id: UUID, *, brand_kit_id: UUID) -> BrandKit | None:
        return self._find(workspace_id, brand_kits.c.brand_kit_id == brand_kit_id)

    def find_by_name(self, workspace_id: UUID, name: str) -> BrandKit | None:
        return self._find(workspace_id, brand_kits.c.name == name)

    def add(self, kit: BrandKit) -> None:
        self._connection.execute(
            sa.insert(brand_kits).values(
                brand_kit_id=kit.brand_kit_id,
                workspace_id=kit.workspace_id,
                name=kit.name,
                look=LOOKS.dump_python(kit.look, mode="json"),
                logo_object=kit.logo_object,
                created_at=kit.created_at,
            )
        )

    def change(self, kit: BrandKit) -> None:
        """Its look and its logo."""
        self._connection.execute(
            sa.update(brand_kits)
            .where(brand_kits.c.brand_kit_id == kit.brand_kit_id)
            .values(look=LOOKS.dump_python(kit.look, mode="json"), logo_object=kit.logo_object)
        )

    def remove(self, kit: BrandKit) -> None:
        self._connection.execute(sa.delete(brand_kits).where(brand_kits.c.brand_kit_id == kit.brand_kit_id))

    def shows(self, workspace_id: UUID, logo_object: str) -> bool:
        """Whether any kit of the workspace has this logo."""
        query = sa.select(sa.literal(1)).where(
            brand_kits.c.workspace_id == workspace_id, brand_kits.c.logo_object == logo_object
        )
        return self._connection.execute(query.limit(1)).one_or_none() is not None

    def _find(self, workspace_id: UUID, condition: sa.ColumnElement[bool]) -> BrandKit | None:
        row = self._connection.execute(
            sa.select(brand_kits).where(brand_kits.c.workspace_id == workspace_id, condition)
        ).one_or_none()
        return None if row is None else _kit(row)


def _kit(row: sa.Row[tuple[object, ...]]) -> BrandKit:
    return BrandKit(
        brand_kit_id=row.brand_kit_id,
        workspace_id=row.workspace_id,
        look=LOOKS.validate_python(row.look),
        logo_object=row.logo_object,
        created_at=row.created_at,
    )
