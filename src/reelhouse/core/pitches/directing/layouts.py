"""How a scene is laid out, and how it takes over from the one before."""

from reelhouse.core.pitches.directing.sketch import Sketch
from reelhouse.core.pitches.plan import Layout, PortraitLayout, Purpose, Role, Transitions
from reelhouse.core.pitches.types import ScreenKind
from reelhouse.media.composition import Aspect, TransitionKind

UPRIGHT = frozenset({ScreenKind.PHONE})
KINDS: dict[Transitions, TransitionKind | None] = {
    Transitions.CUT: None,
    Transitions.DISSOLVE: TransitionKind.DISSOLVE,
    Transitions.SLIDE: TransitionKind.SLIDE,
    Transitions.WIPE: TransitionKind.WIPE,
    Transitions.ZOOM: TransitionKind.ZOOM,
    Transitions.MIXED: None,
}
WITH_WORDS = frozenset({Layout.STACKED, Layout.SPLIT, Layout.CARD})
"""Layouts that leave room for large words, and look empty without them."""


def layout_for(sketch: Sketch, aspect: Aspect, wish: PortraitLayout | None) -> Layout:
    if sketch.shown is None:
        return Layout.CARD
    is_upright = sketch.shown.seen.kind in UPRIGHT
    if aspect is Aspect.PORTRAIT and wish is not None:
        return Layout(wish.value)
    if sketch.role is Role.OPENING:
        return Layout.FRAMED  # large words would lie on the heading of a page that fills the picture
    if aspect is Aspect.LANDSCAPE:
        return Layout.SPLIT if is_upright else Layout.FRAMED
    if is_upright:
        return Layout.FRAMED if aspect is Aspect.PORTRAIT else Layout.SPLIT
    return Layout.STACKED


def transition_for(sketch: Sketch, before: Sketch | None, wish: Transitions) -> TransitionKind | None:
    """The first scene takes over from nothing; within a beat a mixed pitch dissolves."""
    if before is None:
        return None
    if wish is not Transitions.MIXED:
        return KINDS[wish]
    if sketch.role is Role.CLOSING:
        return TransitionKind.ZOOM
    if before.role is Role.OPENING:
        return TransitionKind.SLIDE
    if sketch.beat == before.beat:
        return TransitionKind.DISSOLVE
    return TransitionKind.ZOOM if sketch.purpose in {Purpose.REVEAL, Purpose.PAYOFF} else TransitionKind.SLIDE
