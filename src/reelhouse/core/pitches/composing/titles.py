"""Scenes of words alone: an opening, a statement between two screens, and the call at the end."""

from reelhouse.core.pitches.plan import Opening, Plan, PlannedScene, Role
from reelhouse.media.composition import Livery, TitleScene, Transition
from reelhouse.media.screens import TitleKind
from reelhouse.media.time import Span


def title_scene(
    plan: Plan, scene: PlannedScene, span: Span, livery: Livery, transition: Transition | None
) -> TitleScene:
    """What a scene without a screenshot says, and how it comes in."""
    kind = _kind(plan, scene)
    return TitleScene(span, _text(plan, scene, kind), livery, kind, _small(plan, scene, kind), transition)


def _kind(plan: Plan, scene: PlannedScene) -> TitleKind:
    if scene.role is Role.CLOSING:
        return TitleKind.CALL
    if scene.role is Role.OPENING and plan.direction.opening_style is Opening.LOGO:
        return TitleKind.BRAND
    return TitleKind.STATEMENT


def _text(plan: Plan, scene: PlannedScene, kind: TitleKind) -> str:
    if kind is TitleKind.CALL:
        return plan.direction.cta or scene.kinetic_text or plan.direction.brand.name
    if kind is TitleKind.BRAND:
        return plan.direction.brand.name or plan.direction.hook
    if scene.role is Role.OPENING:
        return plan.direction.hook or scene.kinetic_text or plan.intent.goal
    return scene.kinetic_text or _headline(scene) or _beat_title(plan, scene) or scene.narration


def _small(plan: Plan, scene: PlannedScene, kind: TitleKind) -> str:
    """A call is signed by the brand, and a brand says what it is for; a statement stands alone."""
    if kind is TitleKind.CALL:
        return plan.direction.brand.name
    return (scene.kinetic_text or plan.direction.hook) if kind is TitleKind.BRAND else ""


def _headline(scene: PlannedScene) -> str:
    return scene.slide.headline if scene.slide else ""


def _beat_title(plan: Plan, scene: PlannedScene) -> str:
    return plan.direction.outline[scene.beat].title if scene.beat is not None else ""
