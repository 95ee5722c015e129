"""Caption styles as a workspace sees them: its own, and the builtin ones."""

from uuid import UUID

from reelhouse.core.styles.errors import TooManyCaptionStyles
from reelhouse.core.styles.repository import StylesRepository
from reelhouse.core.styles.types import MOST_STYLES, OwnStyle
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.kit.clock import Clock
from reelhouse.media.captions import CaptionStyle
from reelhouse.render.captions.styles import STYLES
from reelhouse.render.errors import UnknownCaptionStyle


class Styles:
    def __init__(self, repository: StylesRepository, workspaces: Workspaces, clock: Clock) -> None:
        self._repository = repository
        self._workspaces = workspaces
        self._clock = clock

    def get(self, workspace_id: UUID, name: str) -> CaptionStyle:
        """The workspace's own style of this name, else the builtin one; raises `UnknownCaptionStyle`."""
        own = self._repository.find(workspace_id, name)
        if own is not None:
            return own.style
        if name not in STYLES:
            raise UnknownCaptionStyle(name, self._names(workspace_id))
        return STYLES[name]

    def list_(self, workspace_id: UUID) -> tuple[CaptionStyle, ...]:
        """The builtin styles and then the workspace's own; an own one takes the place of its namesake."""
        own = {kept.name: kept.style for kept in self._repository.list_(workspace_id)}
        return tuple({**STYLES, **own}.values())

    def add(self, workspace_id: UUID, style: CaptionStyle) -> OwnStyle:
        """Keep a style; one that has the same name gives way to it.

        Raises `WorkspaceNotFound`, `TooManyCaptionStyles`.
        """
        self._workspaces.lock(workspace_id)
        own = OwnStyle(workspace_id, style, self._clock.now())
        replaced = self._repository.remove(workspace_id, style.name)
        if not replaced and len(self._repository.list_(workspace_id)) >= MOST_STYLES:
            raise TooManyCaptionStyles(MOST_STYLES)
        self._repository.add(own)
        return own

    def remove(self, workspace_id: UUID, name: str) -> None:
        """Forget an own style; raises `UnknownCaptionStyle` when the workspace has none of this name."""
        if not self._repository.remove(workspace_id, name):
            own = tuple(kept.name for kept in self._repository.list_(workspace_id))
            raise UnknownCaptionStyle(name, own)

    def _names(self, workspace_id: UUID) -> tuple[str, ...]:
        return tuple(style.name for style in self.list_(workspace_id))
