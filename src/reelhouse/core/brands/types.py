"""Brand kits: the colours, the font and the logo that a workspace's pitches wear."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from pydantic import ConfigDict, StringConstraints, TypeAdapter
from pydantic.dataclasses import dataclass as checked

from reelhouse.core.pitches.plan import Brand

MOST_KITS = 50
"""Of one workspace."""

NAME_LENGTH = 80
STRICT: Final = ConfigDict(extra="forbid")

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$", to_lower=True)]
Name = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=NAME_LENGTH, pattern=r"^[^\x00-\x1f]*$"
    ),
]


@checked(frozen=True, slots=True, config=STRICT)
class Look:
    """A kit as its JSON says it: `ground` flows into `ground_end` behind everything, `ink` is written on it.

    `font` is the family of a shipped font. Without `ground_end` the ground is plain.
    """

    name: Name
    ground: Colour
    accent: Colour
    ink: Colour
    ground_end: Colour | None = None
    font: str = "Montserrat"


LOOKS: TypeAdapter[Look] = TypeAdapter(Look)


@dataclass(frozen=True, slots=True)
class BrandKit:
    """A kit by its id, and by its name within its workspace; `logo_object` is a PNG in the object store."""

    brand_kit_id: UUID
    workspace_id: UUID
    look: Look
    logo_object: str | None
    created_at: datetime

    @property
    def name(self) -> str:
        return self.look.name

    @property
    def brand(self) -> Brand:
        """As a plan carries it."""
        look = self.look
        return Brand(
            name=look.name,
            ground=look.ground,
            ground_end=look.ground_end or look.ground,
            accent=look.accent,
            ink=look.ink,
            font=look.font,
            logo_url=self.logo_object,
        )
