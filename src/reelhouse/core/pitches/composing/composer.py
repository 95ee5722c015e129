"""From a plan of a pitch to a composition: pure, so that equal plans give equal frames.

Scenes last as planned, however long the voice takes: what was shown before the render is what it shows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from reelhouse.core.pitches.composing.screens import screen_scene
from reelhouse.core.pitches.composing.titles import title_scene
from reelhouse.core.pitches.plan import CAPTIONS_OFF, Brand, Plan, PlannedScene
from reelhouse.core.pitches.types import Seen
from reelhouse.media.captions import CaptionStyle
from reelhouse.media.composition import (
    CANVASES,
    Captions,
    Composition,
    Livery,
    MediaRef,
    Music,
    Narration,
    ScreenScene,
    TitleScene,
    Transition,
    TransitionKind,
)
from reelhouse.media.time import Span

TRANSITION_SECONDS = {
    TransitionKind.DISSOLVE: Fraction(4, 10),
    TransitionKind.SLIDE: Fraction(5, 10),
    TransitionKind.WIPE: Fraction(5, 10),
    TransitionKind.ZOOM: Fraction(5, 10),
}
MOST_OF_A_SCENE = Fraction(1, 4)
"""What a transition may take of the scene that it leads to."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a plan is put together from: screenshots by their ids, and what was spoken, composed and drawn.

    Without a `style` there are no captions.
    """

    screens: Mapping[UUID, Seen]
    narration: Narration
    style: CaptionStyle | None = None
    music: MediaRef | None = None
    logo: MediaRef | None = None


def compose(plan: Plan, sources: Sources) -> Composition:
    """The video of a plan. Raises `KeyError` for a screenshot that `sources` lack."""
    return Composition(
        canvas=CANVASES[plan.intent.aspect],
        scenes=tuple(_scenes(plan, sources)),
        narration=sources.narration,
        captions=_captions(plan, sources),
        music=Music(sources.music) if sources.music else None,
        title=plan.direction.hook or plan.intent.goal,
    )


def spans_of(plan: Plan) -> Iterator[tuple[PlannedScene, Span]]:
    """Each scene with its place on the timeline."""
    at = Fraction(0)
    for scene in plan.scenes:
        yield scene, Span(at, at + scene.seconds)
        at += scene.seconds


def transition_of(scene: PlannedScene, fps: int) -> Transition | None:
    """How a scene takes over, in whole frames."""
    if scene.transition is None:
        return None
    wanted = min(TRANSITION_SECONDS[scene.transition], scene.seconds * MOST_OF_A_SCENE)
    return Transition(scene.transition, Fraction(int(wanted * fps), fps))


def _scenes(plan: Plan, sources: Sources) -> Iterator[ScreenScene | TitleScene]:
    livery = _livery(plan.direction.brand, sources.logo)
    fps = CANVASES[plan.intent.aspect].fps
    for number, (scene, span) in enumerate(spans_of(plan)):
        transition = transition_of(scene, fps) if number else None
        if scene.screenshot_id is None:
            yield title_scene(plan, scene, span, livery, transition)
        else:
            seen = sources.screens[scene.screenshot_id]
            yield screen_scene(plan, number, seen, span, livery, transition)


def _livery(brand: Brand, logo: MediaRef | None) -> Livery:
    return Livery(brand.ground, brand.ground_end, brand.accent, brand.ink, brand.font, logo)


def _captions(plan: Plan, sources: Sources) -> Captions | None:
    """Words are written where somebody speaks and nobody asked for none."""
    wanted = plan.intent.caption_style != CAPTIONS_OFF and sources.style is not None
    return Captions(sources.style) if wanted and sources.style and sources.narration.timing.words else None
