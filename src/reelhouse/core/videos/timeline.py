"""From a plan and its narration to a composition: pure, so that equal plans give equal frames."""

from fractions import Fraction

from reelhouse.core.actors.types import Actor
from reelhouse.core.videos.delivery import DELIVERIES
from reelhouse.core.videos.narration import CARD_PAUSE, LEAD_IN
from reelhouse.core.videos.types import VideoPlan
from reelhouse.media.composition import (
    CANVASES,
    Captions,
    Composition,
    EndCard,
    MediaRef,
    Music,
    Narration,
    PresenterScene,
    Scene,
    VectorPresenter,
)
from reelhouse.media.speech import Timing
from reelhouse.media.time import Span, frames_of
from reelhouse.render.captions.styles import caption_style


def compose(
    plan: VideoPlan, actor: Actor, audio: MediaRef, timing: Timing, music: MediaRef | None = None
) -> Composition:
    """Lay out the scenes of a talking-actor video that lasts exactly ``plan.seconds``."""
    canvas = CANVASES[plan.aspect]
    end = Fraction(plan.seconds)
    spoken = LEAD_IN + (timing.words[-1].span.end if timing.words else timing.duration)
    talking_until = end
    if plan.call_to_action:
        talking_until = min(end, Fraction(frames_of(spoken + CARD_PAUSE, canvas.fps), canvas.fps))
    scenes: list[Scene] = [
        PresenterScene(
            span=Span(Fraction(0), talking_until),
            presenter=VectorPresenter(actor.appearance, DELIVERIES[plan.tone].expression),
        )
    ]
    if plan.call_to_action and talking_until < end:
        scenes.append(
            EndCard(span=Span(talking_until, end), text=plan.call_to_action, accent=actor.appearance.accent)
        )
    return Composition(
        canvas=canvas,
        scenes=tuple(scenes),
        narration=Narration(audio=audio, offset=LEAD_IN, timing=timing),
        captions=Captions(caption_style(plan.style)),
        music=Music(music) if music else None,
        title=plan.script[:80],
    )
