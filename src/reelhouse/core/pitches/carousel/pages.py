"""Which slide each scene of a plan becomes."""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from PIL import Image

from reelhouse.core.pitches.plan import Brand, Plan, PlannedScene, Role
from reelhouse.core.pitches.seeing.kinds import kind_of
from reelhouse.core.pitches.types import ScreenKind
from reelhouse.media.composition import CANVASES, Livery
from reelhouse.media.screens import Area, Device
from reelhouse.render.cards.end_card import worded
from reelhouse.render.errors import MediaUnreadable
from reelhouse.render.slides import ShownScreen, Slide, SlideKind

KINDS = {Role.OPENING: SlideKind.HOOK, Role.BEAT: SlideKind.FEATURE, Role.CLOSING: SlideKind.CALL}

MOST_LOOKED_AT = 0.8
"""What fills more than this part of a screenshot is the screenshot."""

NARROW_PAGE = 600
"""Pixels; a page of at most this width was made for a phone."""


def slide_of(plan: Plan, number: int, screens: Mapping[UUID, Path], logo: Path | None) -> Slide:
    """The slide of the scene `number` (from 0). Raises `KeyError` for a screenshot that `screens` lack."""
    scene, direction = plan.scenes[number], plan.direction
    kind = KINDS[scene.role]
    headline, body, button = _words(plan, scene, kind)
    kicker = scene.slide.kicker if scene.slide else ""
    return Slide(
        kind=kind,
        canvas=CANVASES[plan.intent.aspect],
        livery=livery_of(direction.brand),
        number=number + 1,
        of=len(plan.scenes),
        headline=headline,
        kicker="" if _same(kicker, direction.brand.name) else kicker,
        body="" if _same(body, headline) else body,
        button=button,
        brand=direction.brand.name,
        screen=_screen(plan, scene, screens),
        logo=logo,
    )


def livery_of(brand: Brand) -> Livery:
    return Livery(brand.ground, brand.ground_end, brand.accent, brand.ink, brand.font)


def _words(plan: Plan, scene: PlannedScene, kind: SlideKind) -> tuple[str, str, str]:
    """Headline, text and the words of a button. An address that a call names becomes its button."""
    direction, slide = plan.direction, scene.slide
    headline = (slide.headline if slide else "") or scene.kinetic_text or _spoken(plan, scene)
    body = slide.body if slide else ""
    if kind is not SlideKind.CALL:
        return headline, body, ""
    headline = headline or direction.cta
    calls = [worded(text) for text in (headline, body, direction.cta)]
    address = next((call.address for call in calls if call.address), "")
    if address:
        return calls[0].headline or direction.brand.name or address, calls[1].headline, address
    return headline, body, "" if _same(headline, direction.cta) else direction.cta


def _spoken(plan: Plan, scene: PlannedScene) -> str:
    if scene.role is Role.OPENING:
        return plan.direction.hook
    return "" if scene.role is Role.CLOSING else scene.narration


def _screen(plan: Plan, scene: PlannedScene, screens: Mapping[UUID, Path]) -> ShownScreen | None:
    if scene.screenshot_id is None:
        return None
    path = screens[scene.screenshot_id]
    if not plan.direction.smart_zoom:
        return ShownScreen(path, _device(path))
    return ShownScreen(path, _device(path), _looked_at(scene), marked=bool(scene.motion.callouts))


def _looked_at(scene: PlannedScene) -> Area | None:
    """What a callout names, else what is looked at first."""
    named = [callout.area for callout in scene.motion.callouts]
    areas = [*named, *(glance.area for glance in sorted(scene.motion.glances, key=lambda glance: glance.at))]
    near = [area for area in areas if 0 < area.width * area.height < MOST_LOOKED_AT]
    return near[0] if near else None


def _device(path: Path) -> Device:
    """What a screenshot of this size was taken of; a phone that was held across is a card."""
    try:
        with Image.open(path) as file:
            width, height = file.size
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise MediaUnreadable(path.name, "it is no picture that can be read") from error
    kind = kind_of(width, height)
    if kind is ScreenKind.PHONE:
        return Device.PHONE if height > width else Device.NONE
    if kind is ScreenKind.PAGE and width <= NARROW_PAGE:
        return Device.PHONE
    return Device.TABLET if kind is ScreenKind.TABLET else Device.BROWSER


def _same(one: str, other: str) -> bool:
    return one.strip(" .!").casefold() == other.strip(" .!").casefold()
