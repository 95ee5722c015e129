"""Where the picture goes: onto what the narration speaks of, or else to where the eye goes by itself."""

from dataclasses import dataclass
from functools import lru_cache

from reelhouse.core.pitches.directing.reading import Reading
from reelhouse.core.pitches.directing.words import shortened, stems
from reelhouse.core.pitches.plan import Callout, Glance, MotionPlan, Press, Purpose
from reelhouse.core.pitches.types import ScreenKind, Seen
from reelhouse.media.screens import Area

STILL = MotionPlan()
FIRST_LOOK, SECOND_LOOK = 0.35, 0.7
NARROWEST: dict[ScreenKind, float] = {
    ScreenKind.PHONE: 0.8,
    ScreenKind.TABLET: 0.6,
    ScreenKind.DESKTOP: 0.45,
    ScreenKind.PAGE: 0.6,
}
"""The least part of a screenshot's width that is shown: nearer, its letters get soft."""
MARGIN = 0.04
MOST_CALLOUT_WORDS = 4
TOUCHING = frozenset({Purpose.STEP, Purpose.SOLUTION, Purpose.REVEAL, Purpose.AFTER})
PROVING = frozenset({Purpose.PROOF, Purpose.PAYOFF, Purpose.AFTER})
FAR = 0.12


@dataclass(frozen=True, slots=True)
class Target:
    """An area that a narration speaks of, where in it (0-1), and how surely."""

    area: Area
    said_at: float
    likeness: float
    words: str


def motion_for(seen: Seen, reading: Reading, narration: str, purpose: Purpose, title: str) -> MotionPlan:
    """Glances at what is spoken of, in the order of the narration; a press on a button that is named."""
    targets = _targets(seen, narration, title)
    press = _press(reading, narration, purpose)
    callout = _callout(reading, narration, purpose)
    areas = [target.area for target in targets[:2]]
    if press is not None:
        button = next(area for words, area in reading.buttons if words.lower() in narration.lower())
        areas = [*[area for area in areas if _apart(area, button)][:1], button]
    if not areas:
        strongest = max(seen.spots, key=lambda spot: spot.weight, default=None)
        areas = [strongest.area] if strongest is not None else []
    times = (FIRST_LOOK, SECOND_LOOK) if len(areas) > 1 else (FIRST_LOOK + 0.1,)
    glances = tuple(Glance(at=at, area=framed(area, seen)) for at, area in zip(times, areas, strict=False))
    if len(glances) > 1 and glances[0].area == glances[1].area:
        glances = glances[:1]
    return MotionPlan(
        glances=glances, presses=(press,) if press else (), callouts=(callout,) if callout else ()
    )


def framed(area: Area, seen: Seen) -> Area:
    """`area` with air around it, as wide as letters need, and as high as a screen is; within the picture."""
    width = min(max(area.width + 2 * MARGIN, NARROWEST[seen.kind]), 1.0)
    shape = seen.width / seen.height
    height = min(max(area.height + 2 * MARGIN, _screenful(seen.kind, shape) * width), 1.0)
    x, y = area.centre
    left = min(max(x - width / 2, 0.0), 1.0 - width)
    top = min(max(y - height / 2, 0.0), 1.0 - height)
    return Area(x=_rounded(left), y=_rounded(top), width=_rounded(width), height=_rounded(height))


def _screenful(kind: ScreenKind, shape: float) -> float:
    """How much of the height goes with the whole width: all of a screen, and a screenful of a page."""
    return min(shape * 0.62, 1.0) if kind is ScreenKind.PAGE else 1.0


@lru_cache(maxsize=4_000)
def _targets(seen: Seen, narration: str, title: str) -> tuple[Target, ...]:
    said = stems(narration)
    named = stems(title)
    order = {word: place for place, word in enumerate(_in_order(narration))}
    found: list[Target] = []
    for region in seen.regions:
        words = stems(region.words)
        both = words & said
        if not both:
            continue
        share = len(both) / len(words) + 0.25 * len(both) - (0.3 if both <= named else 0.0)
        found.append(Target(region.area, min(order[one] for one in both), share, region.words))
    best = sorted(found, key=lambda one: (-one.likeness, one.area.y, one.area.x))
    kept: list[Target] = []
    for target in best:
        if all(_apart(target.area, other.area) for other in kept):
            kept.append(target)
    return tuple(sorted(kept[:2], key=lambda one: one.said_at))


def _in_order(narration: str) -> list[str]:
    return [stem for word in narration.split() for stem in stems(word)][::-1]


def _press(reading: Reading, narration: str, purpose: Purpose) -> Press | None:
    if purpose not in TOUCHING:
        return None
    said = narration.lower()
    area = next((area for words, area in reading.buttons if words.lower() in said), None)
    if area is None:
        return None
    x, y = area.centre
    return Press(at=SECOND_LOOK + 0.06, x=_rounded(x), y=_rounded(y))


def _callout(reading: Reading, narration: str, purpose: Purpose) -> Callout | None:
    """A frame around a figure that is spoken of where something is proved."""
    if purpose not in PROVING:
        return None
    said = narration.lower()
    for words, area in reading.figures:
        if words.lower() in said:
            return Callout(area=_snug(area), text=shortened(words, MOST_CALLOUT_WORDS), starts=0.4, ends=0.95)
    return None


def _snug(area: Area) -> Area:
    left, top = max(area.x - 0.01, 0.0), max(area.y - 0.01, 0.0)
    width, height = min(area.width + 0.02, 1.0 - left), min(area.height + 0.02, 1.0 - top)
    return Area(x=_rounded(left), y=_rounded(top), width=_rounded(width), height=_rounded(height))


def _apart(one: Area, other: Area) -> bool:
    (x, y), (other_x, other_y) = one.centre, other.centre
    return abs(x - other_x) + abs(y - other_y) > FAR


def _rounded(part: float) -> float:
    return round(min(max(part, 0.0), 1.0), 4)
