"""A plan as it is judged: with what its goal says, and with what the director would say by itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from reelhouse.core.pitches.directing.goal import Goal
from reelhouse.core.pitches.directing.intents import goal_of
from reelhouse.core.pitches.directing.pace import Pace, pace_of
from reelhouse.core.pitches.directing.words import stem
from reelhouse.core.pitches.plan import CAPTIONS_OFF, ArtifactType, Plan, PlannedScene, Role
from reelhouse.core.pitches.types import Subject

Suggestion = str | float | bool | list[str]


@dataclass(frozen=True, slots=True)
class Offer:
    """What might close a gap: a value for a field, and why. Whether it does is found out by trying."""

    field: str
    value: Suggestion
    reason: str


@dataclass(frozen=True, slots=True)
class Part:
    """How well one thing does, why, and what is offered where it is not whole."""

    score: float
    reason: str
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True)
class View:
    """`derived` gives the plan that the director would make of the same intent with no text dictated."""

    subject: Subject
    plan: Plan
    derive: Callable[[], Plan] = field(repr=False)

    @cached_property
    def goal(self) -> Goal:
        return goal_of(self.plan.intent, self.subject)

    @cached_property
    def wanted(self) -> dict[str, str]:
        """The goal's words by their stems."""
        return {stem(word): word for word in self.goal.keywords}

    @cached_property
    def derived(self) -> Plan:
        return self.derive()

    @cached_property
    def pace(self) -> Pace:
        return pace_of(self.plan.direction.voice, self.plan.intent.tone)

    @property
    def default_style(self) -> str:
        """The caption style that the director would choose, empty without any."""
        style = self.derived.intent.caption_style
        return "" if style == CAPTIONS_OFF else style

    @property
    def is_carousel(self) -> bool:
        return self.plan.intent.artifact_type is ArtifactType.CAROUSEL

    @property
    def seconds(self) -> float:
        return float(self.plan.estimate.seconds)

    def derived_scene(self, scene_id: str) -> PlannedScene | None:
        return next((scene for scene in self.derived.scenes if scene.scene_id == scene_id), None)

    def first(self, role: Role) -> int | None:
        """Where the first scene of `role` stands."""
        return next((place for place, scene in enumerate(self.plan.scenes) if scene.role is role), None)


def texts_of(scene: PlannedScene) -> str:
    """All that is said and written in a scene."""
    slide = scene.slide
    written = f"{slide.kicker} {slide.headline} {slide.body}" if slide else ""
    return f"{scene.narration} {scene.kinetic_text} {written}"


def share(part: float, whole: float) -> float:
    return 1.0 if not whole else min(max(part / whole, 0.0), 1.0)
