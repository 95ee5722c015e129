"""Library actors: a face, a voice and a name that stay the same for ever."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from reelhouse.engines.speech.types import Voice
from reelhouse.media.appearance import Appearance


class Gender(StrEnum):
    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Actor:
    """`age_range` is two years with a hyphen (``26-35``); `actor_type` such as ``Young Adult``."""

    actor_id: UUID
    slug: str
    name: str
    gender: Gender
    age_range: str
    actor_type: str
    voice: Voice
    appearance: Appearance


@dataclass(frozen=True, slots=True)
class ActorFilter:
    """Every given field must match, without regard to case; `search` may be a part of the name."""

    gender: str | None = None
    age_range: str | None = None
    actor_type: str | None = None
    search: str | None = None
