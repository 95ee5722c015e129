"""Scenes that show a screenshot: on which device, how it is laid out, and when what moves."""

from fractions import Fraction

from reelhouse.core.pitches import plan as planned
from reelhouse.core.pitches.plan import Layout, Narrative, Plan, PlannedScene
from reelhouse.core.pitches.types import ScreenKind, Seen
from reelhouse.media.composition import Aspect, Label, Livery, ScreenScene, Transition
from reelhouse.media.screens import Callout, Device, Glance, KineticText, Press, ScreenLayout
from reelhouse.media.time import Span

KINETIC_FROM = Fraction(1, 10)
"""The share of a scene after which large words come in; they stay until it ends."""

LATEST_KINETIC = Fraction(7, 10)
"""Seconds after which they come in at the latest."""

NARROW_PAGE = 600
"""Pixels; a page of at most this width was made for a phone."""

LAYOUTS = {
    Layout.CARD: ScreenLayout.FRAMED,
    Layout.FRAMED: ScreenLayout.FRAMED,
    Layout.FULL_BLEED: ScreenLayout.FULL_BLEED,
    Layout.STACKED: ScreenLayout.STACKED,
    Layout.SPLIT: ScreenLayout.SPLIT,
}


def screen_scene(
    plan: Plan, number: int, seen: Seen, span: Span, livery: Livery, transition: Transition | None
) -> ScreenScene:
    """The scene `number` of a plan, which shows what was `seen`. Shares of it become seconds."""
    scene = plan.scenes[number]
    layout = LAYOUTS[scene.layout]
    return ScreenScene(
        span=span,
        screen=seen.ref,
        device=device_of(seen, layout, plan.intent.aspect),
        layout=layout,
        livery=livery,
        glances=_glances(scene) if plan.direction.smart_zoom else (),
        presses=tuple(_press(press, scene.seconds) for press in scene.motion.presses),
        callouts=tuple(_callout(callout, scene.seconds) for callout in scene.motion.callouts),
        kinetic=_kinetic(scene),
        label=_label(plan, number),
        transition=transition,
    )


def device_of(seen: Seen, layout: ScreenLayout, aspect: Aspect) -> Device:
    """What a screenshot is shown on. A laptop wants a wide canvas; what fills the canvas is on nothing."""
    if layout is ScreenLayout.FULL_BLEED:
        return Device.NONE
    if seen.kind is ScreenKind.PHONE or (seen.kind is ScreenKind.PAGE and seen.width <= NARROW_PAGE):
        return Device.PHONE
    if seen.kind is ScreenKind.TABLET:
        return Device.TABLET
    laptop = seen.kind is ScreenKind.DESKTOP and layout is ScreenLayout.FRAMED
    return Device.LAPTOP if laptop and aspect is Aspect.LANDSCAPE else Device.BROWSER


def seconds_of(share: float, of: Fraction) -> Fraction:
    """A share of a scene as seconds, exact to a millionth of the scene."""
    return Fraction(round(share * 1_000_000), 1_000_000) * of


def _glances(scene: PlannedScene) -> tuple[Glance, ...]:
    return tuple(Glance(seconds_of(glance.at, scene.seconds), glance.area) for glance in scene.motion.glances)


def _press(press: planned.Press, lasts: Fraction) -> Press:
    return Press(seconds_of(press.at, lasts), press.x, press.y, press.taps)


def _callout(callout: planned.Callout, lasts: Fraction) -> Callout:
    starts, ends = seconds_of(callout.starts, lasts), seconds_of(callout.ends, lasts)
    return Callout(callout.area, callout.text, Span(starts, max(starts, ends)))


def _kinetic(scene: PlannedScene) -> KineticText | None:
    if not scene.kinetic_text:
        return None
    return KineticText(scene.kinetic_text, Span(kinetic_starts(scene), scene.seconds))


def kinetic_starts(scene: PlannedScene) -> Fraction:
    """When the first large word of a scene comes in, in seconds of it."""
    return min(scene.seconds * KINETIC_FROM, LATEST_KINETIC)


def _label(plan: Plan, number: int) -> Label | None:
    """Lists are counted: each beat has its number where it begins."""
    scene = plan.scenes[number]
    if plan.direction.narrative_template is not Narrative.LISTICLE or scene.beat is None:
        return None
    before = plan.scenes[number - 1].beat if number else None
    return None if before == scene.beat else Label(str(_place(plan, scene.beat)), plan.direction.brand.accent)


def _place(plan: Plan, beat: int) -> int:
    """The how-manyth beat this is of those that show something."""
    shown = dict.fromkeys(
        scene.beat for scene in plan.scenes if scene.beat is not None and scene.screenshot_id is not None
    )
    return list(shown).index(beat) + 1
