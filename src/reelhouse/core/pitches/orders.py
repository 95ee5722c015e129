"""The stored input of a render: all that is needed to make its files, and nothing to look up."""

from collections.abc import Mapping
from uuid import UUID

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from reelhouse.core.pitches.asked import Asked
from reelhouse.core.pitches.plan import Plan
from reelhouse.core.pitches.records import Scope
from reelhouse.core.pitches.types import Seen
from reelhouse.media.captions import CaptionStyle


@dataclass(frozen=True, slots=True)
class ScreenFile:
    """Where a screenshot lies, and what it was when the plan was made."""

    object_name: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class PitchOrder:
    """What one job makes of a plan; `scope` is ALL for a render, and what changes for a regeneration.

    `asked` are the wishes that the plan answers, so that a later one can go on from them.
    """

    variant_id: UUID
    artifact_id: UUID
    plan: Plan
    asked: Asked
    screens: Mapping[UUID, ScreenFile]
    style: CaptionStyle | None = None
    logo: str | None = None
    scope: Scope = Scope.ALL
    target_id: str | None = None


ORDERS: TypeAdapter[PitchOrder] = TypeAdapter(PitchOrder)
