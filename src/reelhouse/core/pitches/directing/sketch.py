"""A scene before its words and its length: where it stands in the story, and what it shows."""

from dataclasses import dataclass

from reelhouse.core.pitches.asked import AskedScene
from reelhouse.core.pitches.plan import Purpose, Role
from reelhouse.core.pitches.types import ScreenKind, Shown

NO_WISH = AskedScene()


@dataclass(frozen=True, slots=True)
class Sketch:
    """`place` counts the scenes of one beat; `beat` is -1 for an opening or a closing.

    `wish` is what the caller dictates of it, `at` where it stood in the caller's list.
    """

    scene_id: str
    role: Role
    beat: int
    place: int
    title: str
    purpose: Purpose
    shown: Shown | None
    is_hero: bool = False
    wish: AskedScene = NO_WISH

    @property
    def is_touched(self) -> bool:
        """Whether one would tap rather than click."""
        return self.shown is not None and self.shown.seen.kind in {ScreenKind.PHONE, ScreenKind.TABLET}

    @property
    def merit(self) -> tuple[int, int]:
        """What is left out last: openings and closings, heroes, first scenes of beats."""
        kept = (
            3
            if self.role is not Role.BEAT
            else 2
            if self.is_hero and not self.place
            else 0
            if self.place
            else 1
        )
        return kept, -self.place
