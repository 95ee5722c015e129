"""Caption styles that belong to a workspace."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reelhouse.media.captions import CaptionStyle

MOST_STYLES = 100
"""Of one workspace."""


@dataclass(frozen=True, slots=True)
class OwnStyle:
    """A style by its name within its workspace, whole: no later version of a builtin one changes it."""

    workspace_id: UUID
    style: CaptionStyle
    created_at: datetime

    @property
    def name(self) -> str:
        return self.style.name
