"""From a plan to the order for its files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from reelhouse.core.pitches.asked import Asked
from reelhouse.core.pitches.errors import ScreenshotsMissing
from reelhouse.core.pitches.orders import PitchOrder, ScreenFile
from reelhouse.core.pitches.plan import Plan
from reelhouse.core.pitches.records import Scope
from reelhouse.core.pitches.types import Screenshot, Seen
from reelhouse.kit.ids import new_id
from reelhouse.media.captions import CaptionStyle


def order_of(
    plan: Plan,
    asked: Asked,
    screenshots: Sequence[Screenshot],
    seen: Mapping[UUID, Seen],
    style: CaptionStyle | None,
) -> PitchOrder:
    """A first render, in a variant and an artifact of its own. Raises `ScreenshotsMissing`."""
    if not any(scene.screenshot_id for scene in plan.scenes):
        raise ScreenshotsMissing(sum(one.screenshot_id not in seen for one in screenshots))
    return preview_order_of(plan, asked, screenshots, seen, style)


def preview_order_of(
    plan: Plan,
    asked: Asked,
    screenshots: Sequence[Screenshot],
    seen: Mapping[UUID, Seen],
    style: CaptionStyle | None,
) -> PitchOrder:
    """As `order_of`, also where there is nothing to show but words yet."""
    return PitchOrder(
        variant_id=new_id(),
        artifact_id=new_id(),
        plan=plan,
        asked=asked,
        screens=_screens(plan, screenshots, seen),
        style=style,
        logo=plan.direction.brand.logo_url,
    )


def order_again(
    old: PitchOrder,
    plan: Plan,
    asked: Asked,
    screenshots: Sequence[Screenshot],
    seen: Mapping[UUID, Seen],
    scope: Scope,
    target_id: str | None,
    style: CaptionStyle | None,
) -> PitchOrder:
    """A part of the same artifact; the style of its captions changes only where that is the scope."""
    return replace(
        old,
        plan=plan,
        asked=asked,
        screens=_screens(plan, screenshots, seen),
        style=old.style if plan.intent.caption_style == old.plan.intent.caption_style else style,
        logo=plan.direction.brand.logo_url,
        scope=scope,
        target_id=target_id,
    )


def _screens(
    plan: Plan, screenshots: Sequence[Screenshot], seen: Mapping[UUID, Seen]
) -> dict[UUID, ScreenFile]:
    names = {one.screenshot_id: one.object_name for one in screenshots}
    wanted = dict.fromkeys(scene.screenshot_id for scene in plan.scenes if scene.screenshot_id)
    return {one: ScreenFile(names[one], seen[one]) for one in wanted}
