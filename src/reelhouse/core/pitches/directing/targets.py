"""How long a video shall last: what was asked for, within what its scenes can bear."""

from reelhouse.core.pitches.directing.choices import bounded
from reelhouse.core.pitches.directing.pace import FPS, Pace
from reelhouse.core.pitches.directing.telling import (
    LONGEST_VIDEO,
    SHORTEST_VIDEO,
    Told,
    least_of,
    most_of,
    natural_of,
    preferred_of,
)
from reelhouse.core.pitches.directing.warnings import Code, Notes
from reelhouse.media.composition import Aspect

COMFORTABLE: dict[Aspect, tuple[int, int]] = {
    Aspect.PORTRAIT: (15, 45),
    Aspect.SQUARE: (15, 60),
    Aspect.TALL: (15, 60),
    Aspect.LANDSCAPE: (20, 90),
}
"""Seconds that are watched to their end where such pictures are shown."""

A_SCENE = 3
"""Seconds that a scene fills by itself, with a few words."""

BY_ITSELF = 40 * FPS
FIELD = "intent.targetLengthS"


def settle_target(
    told: list[Told],
    pace: Pace,
    asked: float | None,
    aspect: Aspect,
    tempo: float,
    notes: Notes,
    *,
    may_drop: bool,
) -> tuple[list[Told], int]:
    """The scenes that there is time for, and the frames that they fill together."""
    main = [one for one in told if not one.is_spare] if may_drop else told
    if not asked:  # a carousel's plan says 0
        low, high = COMFORTABLE[aspect]
        main = _strongest(main, pace, tempo) if may_drop else main
        wanted = min(_whole(preferred_of(main, pace, tempo)), high * FPS)
        low = min(low, A_SCENE * len(main))
        wanted = max(wanted, min(low * FPS, natural_of(main, pace) // FPS * FPS))
    else:
        seconds = bounded(asked, SHORTEST_VIDEO, LONGEST_VIDEO, FIELD, notes)
        wanted = round(seconds * FPS)
        main = _with_spares(told, main, pace, wanted)
    kept = _with_room(main, pace, wanted, notes) if may_drop else told
    return kept, _within_bounds(kept, pace, wanted, asked, notes)


def _strongest(main: list[Told], pace: Pace, tempo: float) -> list[Told]:
    """Without further screens as long as the whole would take longer than a pitch takes by itself."""
    kept = list(main)
    further = [one for one in main if one.sketch.place and one.sketch.wish.scene_id is None]
    for one in sorted(further, key=lambda each: (-each.sketch.place, each.weight, -main.index(each))):
        if preferred_of(kept, pace, tempo) <= BY_ITSELF:
            break
        kept.remove(one)
    return kept


def _with_spares(told: list[Told], main: list[Told], pace: Pace, wanted: int) -> list[Told]:
    """With as many further screens as it takes to fill the time, the weightiest first."""
    ids = {one.sketch.scene_id for one in main}
    spare = [one for one in told if one.sketch.scene_id not in ids]
    for one in sorted(spare, key=lambda each: -each.weight):
        if natural_of([each for each in told if each.sketch.scene_id in ids], pace) >= wanted:
            break
        ids.add(one.sketch.scene_id)
    return [one for one in told if one.sketch.scene_id in ids]


def _with_room(told: list[Told], pace: Pace, wanted: int, notes: Notes) -> list[Told]:
    """Without further scenes of beats, the weakest first, as long as there are too many.

    What the caller dictates something of stays.
    """
    kept = list(told)
    total = least_of(kept, pace)
    weakest = sorted(
        (one for one in told if one.sketch.place and one.sketch.wish.scene_id is None),
        key=lambda one: (one.weight, -one.sketch.place, -told.index(one)),
    )
    for one in weakest:
        if total <= wanted:
            break
        kept.remove(one)
        total -= least_of([one], pace)
    if len(kept) < len(told):
        left = (
            f"{len(told) - len(kept)} of {len(told)} scenes were left out; a longer target brings them back."
        )
        notes.add(Code.SCENES_DROPPED, "scenes", float(len(told)), float(len(kept)), detail=left)
    return kept


def _within_bounds(told: list[Told], pace: Pace, wanted: int, asked: float | None, notes: Notes) -> int:
    least, most = least_of(told, pace), most_of(told, pace)
    if wanted < least:
        used = least if _all_fixed(told) else min(_whole(least), most)
        if asked is not None:
            detail = f"{len(told)} scenes and their words take {used / FPS:g} seconds."
            notes.add(Code.TARGET_LENGTH_CLAMPED, FIELD, asked, round(used / FPS, 3), detail=detail)
        return used
    if wanted > most:
        used = most if _all_fixed(told) else max(most // FPS * FPS, least)
        if asked is not None:
            notes.add(Code.TARGET_LENGTH_CAPPED, FIELD, asked, round(used / FPS, 3))
        return used
    return wanted


def _all_fixed(told: list[Told]) -> bool:
    return all(one.frames is not None for one in told)


def _whole(frames: int) -> int:
    """Up to the next whole second."""
    return -(-frames // FPS) * FPS
