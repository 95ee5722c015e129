"""The plan of a pitch: what a director made of a goal, some screenshots and a caller's wishes.

It has three tiers. `intent` is what is wanted, `direction` how it is told, `scenes` what is seen and said.
Reading and writing are symmetric: a plan that comes back as it was gives itself again.
"""

from enum import StrEnum
from fractions import Fraction
from typing import Annotated
from uuid import UUID

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass

from reelhouse.engines.music.types import Mood
from reelhouse.engines.text.types import Tone
from reelhouse.kit.money import MicroDollars
from reelhouse.media.composition import Aspect, TransitionKind
from reelhouse.media.screens import Area, Share

CAPTIONS_OFF = "off"
MOST_KINETIC_WORDS = 6


class ArtifactType(StrEnum):
    DEMO_VIDEO = "demo_video"
    CAROUSEL = "carousel"


class Narrative(StrEnum):
    """The story that an outline follows."""

    WALK_THROUGH = "walk_through"
    PROBLEM_SOLUTION = "problem_solution"
    BEFORE_AFTER = "before_after"
    LAUNCH = "launch"
    TEASER = "teaser"
    LISTICLE = "listicle"


class Opening(StrEnum):
    """What the first seconds show: the hook on a card, the brand, or the first screen at once."""

    HOOK_CARD = "hook_card"
    LOGO = "logo"
    COLD_OPEN = "cold_open"


class PortraitLayout(StrEnum):
    """How a screenshot stands in 9:16: in its device, filling the picture, or below its words."""

    FRAMED = "framed"
    FULL_BLEED = "full_bleed"
    STACKED = "stacked"


class Layout(StrEnum):
    """How one scene is laid out; a card has words and no screenshot."""

    CARD = "card"
    FRAMED = "framed"
    FULL_BLEED = "full_bleed"
    STACKED = "stacked"
    SPLIT = "split"


class Transitions(StrEnum):
    """Between scenes; `MIXED` gives each change of feature a stronger one than the cuts within."""

    CUT = "cut"
    DISSOLVE = "dissolve"
    SLIDE = "slide"
    WIPE = "wipe"
    ZOOM = "zoom"
    MIXED = "mixed"


class MusicSource(StrEnum):
    LIBRARY = "library"
    UPLOAD = "upload"
    NONE = "none"


class Purpose(StrEnum):
    """What a beat does in its story."""

    HOOK = "hook"
    PROBLEM = "problem"
    SOLUTION = "solution"
    STEP = "step"
    BEFORE = "before"
    AFTER = "after"
    REVEAL = "reveal"
    PROOF = "proof"
    PAYOFF = "payoff"
    CALL = "call"


class Emotion(StrEnum):
    NEUTRAL = "neutral"
    CURIOUS = "curious"
    TENSE = "tense"
    RELIEVED = "relieved"
    CONFIDENT = "confident"
    EXCITED = "excited"
    WARM = "warm"


class Role(StrEnum):
    """Where a scene stands: it opens, it shows a beat of the outline, or it closes."""

    OPENING = "opening"
    BEAT = "beat"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Intent:
    """`target_seconds` is what the video should last; `caption_style` a style's name, or ``off``."""

    artifact_type: ArtifactType
    goal: str
    audience: str
    tone: Tone | None
    aspect: Aspect
    target_seconds: float
    caption_style: str
    brand_kit_id: str | None = None
    voice_profile_id: str | None = None


@dataclass(frozen=True, slots=True)
class Beat:
    """A step of the story; one is seeded by each feature."""

    beat_id: str
    title: str
    purpose: Purpose
    feature: str | None = None
    screenshot_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class MusicChoice:
    source: MusicSource
    mood: Mood | None = None
    upload_url: str | None = None


@dataclass(frozen=True, slots=True)
class Brand:
    """Colours are ``#rrggbb``; `ground` flows into `ground_end` behind everything, `ink` is written on it.

    `font` is the family of a shipped font; `logo_url` an address or an object of this house.
    """

    name: str
    ground: str
    ground_end: str
    accent: str
    ink: str
    font: str
    logo_url: str | None = None


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """`actor` lends the voice, `speed` multiplies its pace (0.7 to 1.5); nobody speaks unless it is `on`."""

    actor: str
    speed: float = 1.0
    on: bool = True


@dataclass(frozen=True, slots=True)
class Direction:
    outline: tuple[Beat, ...]
    hook: str
    cta: str
    music: MusicChoice
    smart_zoom: bool
    transitions: Transitions
    portrait_layout: PortraitLayout | None
    narrative_template: Narrative
    opening_style: Opening
    hero_beat: int
    brand: Brand
    voice: VoiceChoice


@dataclass(frozen=True, slots=True)
class Glance:
    """Where the picture goes: it has arrived at `area` of the screenshot at `at` (0-1 of the scene)."""

    at: Share
    area: Area


@dataclass(frozen=True, slots=True)
class Press:
    """A pointer that has arrived at a place of the screenshot (parts of it) at `at`, and may tap there."""

    at: Share
    x: Share
    y: Share
    taps: bool = True


@dataclass(frozen=True, slots=True)
class Callout:
    """A frame around `area` with a few words, seen from `starts` to `ends` (0-1 of the scene)."""

    area: Area
    text: str
    starts: Share
    ends: Share


@dataclass(frozen=True, slots=True)
class MotionPlan:
    """What moves in a scene. Without glances the screenshot is seen as a whole, and drifts a little."""

    glances: tuple[Glance, ...] = ()
    presses: tuple[Press, ...] = ()
    callouts: tuple[Callout, ...] = ()


@dataclass(frozen=True, slots=True)
class SlideSpec:
    """The words of one slide of a carousel."""

    kicker: str
    headline: str
    body: str


@dataclass(frozen=True, slots=True)
class PlannedScene:
    """One scene, or one slide. `seconds` end on a frame; `beat` is an index into the outline.

    `narration` is said within the scene; `kinetic_text` of six words at most is written large over it.
    """

    scene_id: str
    role: Role
    beat: int | None
    screenshot_id: UUID | None
    seconds: Fraction
    narration: str
    emotion: Emotion
    importance: Share
    kinetic_text: str
    layout: Layout
    transition: TransitionKind | None
    motion: MotionPlan
    slide: SlideSpec | None = None


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """Something that the director did not take as it was given: which field, what was asked, what is used."""

    code: str
    field: str
    message: str
    given: str | float | bool | None = None
    used: str | float | bool | None = None


@dataclass(frozen=True, slots=True)
class FitPart:
    """One thing that makes a plan fit its goal: how well it does (0-1), how much it counts, and why."""

    name: str
    weight: Share
    score: Share
    reason: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What keeps a part from being whole, the field that closes it (``intent.targetLengthS``), what to put
    there, and what the score gains by it.
    """

    part: str
    field: str
    reason: str
    suggestion: Annotated[str | float | bool | list[str], Field(union_mode="left_to_right")]
    gain: Share


@dataclass(frozen=True, slots=True)
class Fit:
    score: Share
    parts: tuple[FitPart, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a render holds, and what it lasts and says."""

    seconds: Fraction
    price: MicroDollars
    scenes: int
    spoken_characters: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A resolved plan. Equal subjects and wishes give an equal plan."""

    intent: Intent
    direction: Direction
    scenes: tuple[PlannedScene, ...]
    estimate: Estimate
    fit: Fit
    warnings: tuple[PlanWarning, ...] = ()
    texts_by: str = "builtin"
    """The engine that wrote what nobody dictated."""


PLANS: TypeAdapter[Plan] = TypeAdapter(Plan)
