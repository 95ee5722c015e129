"""The SQL of caption styles."""

from uuid import UUID

import sqlalchemy as sa

from reelhouse.core.styles.models import caption_styles
from reelhouse.core.styles.types import OwnStyle
from reelhouse.media.captions import CAPTION_STYLES, style_to_document


class StylesRepository:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def find(self, workspace_id: UUID, name: str) -> OwnStyle | None:
        row = self._connection.execute(
            sa.select(caption_styles).where(
                caption_styles.c.workspace_id == workspace_id, caption_styles.c.name == name
            )
        ).one_or_none()
        return None if row is None else _own_style(row)

    def list_(self, workspace_id: UUID) -> tuple[OwnStyle, ...]:
        rows = self._connection.execute(
            sa.select(caption_styles)
            .where(caption_styles.c.workspace_id == workspace_id)
            .order_by(caption_styles.c.name)
        )
        return tuple(_own_style(row) for row in rows)

    def add(self, own: OwnStyle) -> None:
        self._connection.execute(
            sa.insert(caption_styles).values(
                workspace_id=own.workspace_id,
                name=own.name,
                document=style_to_document(own.style),
                created_at=own.created_at,
            )
        )

    def remove(self, workspace_id: UUID, name: str) -> bool:
        """Whether there was one."""
        removed = self._connection.execute(
            sa.delete(caption_styles).where(
                caption_styles.c.workspace_id == workspace_id, caption_styles.c.name == name
            )
        )
        return removed.rowcount > 0


def _own_style(row: sa.Row[tuple[object, ...]]) -> OwnStyle:
    return OwnStyle(
        workspace_id=row.workspace_id,
        style=CAPTION_STYLES.validate_python(row.document),
        created_at=row.created_at,
    )
