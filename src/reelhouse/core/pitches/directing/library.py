"""What a director may choose from, and what it costs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reelhouse.core.pitches.plan import Brand
from reelhouse.core.pitches.settings import PitchSettings


@dataclass(frozen=True, slots=True)
class Library:
    """`styles` of captions and `voices` by name, and the workspace's `brands` by the id of their kit."""

    styles: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()
    brands: Mapping[str, Brand] = field(default_factory=dict)
    prices: PitchSettings = field(default_factory=PitchSettings)
