"""A caller's wishes for a plan, as they came: of the right types, and perhaps at odds with each other."""

from dataclasses import field

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from reelhouse.core.pitches.plan import MotionPlan


@dataclass(frozen=True, slots=True)
class AskedIntent:
    """None is no wish. Strings may be words that nobody knows: a director says so in a warning."""

    artifact_type: str | None = None
    goal: str | None = None
    audience: str | None = None
    tone: str | None = None
    aspect: str | None = None
    target_seconds: float | None = None
    caption_style: str | None = None
    brand_kit_id: str | None = None
    voice_profile_id: str | None = None


@dataclass(frozen=True, slots=True)
class AskedBeat:
    beat_id: str | None = None
    title: str | None = None
    purpose: str | None = None
    feature: str | None = None
    screenshot_ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class AskedMusic:
    source: str | None = None
    mood: str | None = None
    upload_url: str | None = None


@dataclass(frozen=True, slots=True)
class AskedBrand:
    name: str | None = None
    ground: str | None = None
    ground_end: str | None = None
    accent: str | None = None
    ink: str | None = None
    font: str | None = None
    logo_url: str | None = None


@dataclass(frozen=True, slots=True)
class AskedVoice:
    actor: str | None = None
    speed: float | None = None
    on: bool | None = None


@dataclass(frozen=True, slots=True)
class AskedDirection:
    outline: tuple[AskedBeat, ...] | None = None
    hook: str | None = None
    cta: str | None = None
    music: AskedMusic | None = None
    smart_zoom: bool | None = None
    transitions: str | None = None
    portrait_layout: str | None = None
    narrative_template: str | None = None
    opening_style: str | None = None
    hero_beat: int | None = None
    brand: AskedBrand | None = None
    voice: AskedVoice | None = None


@dataclass(frozen=True, slots=True)
class AskedSlide:
    kicker: str | None = None
    headline: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class AskedScene:
    """Wishes for one scene: it is known by `scene_id`, or else by its place in the list."""

    scene_id: str | None = None
    screenshot_id: str | None = None
    seconds: float | None = None
    narration: str | None = None
    emotion: str | None = None
    importance: float | None = None
    kinetic_text: str | None = None
    layout: str | None = None
    transition: str | None = None
    motion: MotionPlan | None = None
    slide: AskedSlide | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that a caller wished for.

    The outline and the scenes that are given are the whole lists. `beat_changes` and `scene_changes` change
    single entries, known by their ids, of the lists that a director makes itself; a given list goes before
    them.
    """

    intent: AskedIntent = field(default_factory=AskedIntent)
    direction: AskedDirection = field(default_factory=AskedDirection)
    scenes: tuple[AskedScene, ...] | None = None
    beat_changes: tuple[AskedBeat, ...] | None = None
    scene_changes: tuple[AskedScene, ...] | None = None


ASKED: TypeAdapter[Asked] = TypeAdapter(Asked)
NO_WISHES = Asked()
