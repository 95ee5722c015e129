"""Which version of each scene's text is said, so that all of them fill the length that was asked for."""

from dataclasses import dataclass, replace

from reelhouse.core.pitches.directing.lengths import LONGEST_SCENE, Timed, needed_frames, spread
from reelhouse.core.pitches.directing.pace import FPS, Pace
from reelhouse.core.pitches.directing.sketch import Sketch
from reelhouse.core.pitches.directing.warnings import Code, Notes
from reelhouse.core.pitches.plan import Role

SHORTEST_VIDEO, LONGEST_VIDEO = 3.0, 300.0
LEAST_DICTATED = 15
LONGEST_VERSION = 5
LOOKED_AT = 93
"""The frames of a scene that has the time to be looked at."""


@dataclass(frozen=True, slots=True)
class Told:
    """A scene with the versions of its text, shortest first; those after `natural` only fill time.

    `dictated` is said instead of any version. `frames` is a dictated length, `weight` the share of time that
    is left over.
    """

    sketch: Sketch
    versions: tuple[str, ...]
    weight: float
    dictated: str | None = None
    frames: int | None = None
    version: int = 0
    natural: int = 0

    @property
    def is_spare(self) -> bool:
        """A further screen of a beat of which nothing is known, and that nobody asked for."""
        return bool(self.sketch.place) and not self.versions[0] and self.sketch.wish.scene_id is None

    @property
    def text(self) -> str:
        return self.versions[self.version] if self.dictated is None else self.dictated


def choose_versions(scenes: list[Told], voice: Pace, target: int) -> list[Told]:
    """Longer versions one after the other, the weightiest scenes first, while all of it fits `target`.

    First as if nothing were dictated, so that a text does not change with another one's; then what is
    dictated takes its room, and the others give it, the least important first. What only fills time is said
    where there would be dead air without it.
    """
    free = [replace(told, dictated=None, frames=None, version=0) for told in scenes]
    for fills in (False, True):
        for level in range(1, LONGEST_VERSION):
            if not fills or sum(_timed(told, voice).most for told in free) < target:
                free = _lengthened(free, voice, target, level, fills=fills)
    chosen = [
        _within_own(replace(told, version=one.version), voice) for told, one in zip(scenes, free, strict=True)
    ]
    return _shortened(chosen, voice, target)


def _shortened(scenes: list[Told], voice: Pace, target: int) -> list[Told]:
    """Shorter versions where all of it does not fit, one sentence at a time."""
    chosen = list(scenes)
    total = sum(_frames(told, voice) for told in chosen)
    while total > target:
        longer = [
            place
            for place, told in enumerate(chosen)
            if told.dictated is None and told.frames is None and told.version
        ]
        if not longer:
            break
        place = max(longer, key=lambda one: (chosen[one].version, -chosen[one].weight, one))
        shorter = replace(chosen[place], version=chosen[place].version - 1)
        total += _frames(shorter, voice) - _frames(chosen[place], voice)
        chosen[place] = shorter
    return chosen


def _lengthened(scenes: list[Told], voice: Pace, target: int, level: int, *, fills: bool) -> list[Told]:
    """Version `level` wherever there is time for it."""
    chosen = list(scenes)
    total = sum(_frames(told, voice) for told in chosen)
    for place in sorted(range(len(chosen)), key=lambda one: (-chosen[one].weight, one)):
        told = chosen[place]
        last = len(told.versions) - 1 if fills else told.natural
        if told.version != level - 1 or level > last:
            continue
        longer = replace(told, version=level)
        more = _frames(longer, voice) - _frames(told, voice)
        if total + more <= target:
            chosen[place] = longer
            total += more
    return chosen


def least_of(scenes: list[Told], voice: Pace) -> int:
    """The frames of all scenes at their shortest."""
    return sum(_frames(replace(told, version=0), voice) for told in scenes)


def preferred_of(scenes: list[Told], voice: Pace, pace: float) -> int:
    """The frames that the scenes take by themselves, with one sentence of detail where there is one."""
    total = 0.0
    for told in scenes:
        middle = replace(told, version=min(1, told.natural))
        least = _frames(replace(told, version=0), voice)
        looked = LOOKED_AT if told.frames is None else 0
        total += max(least, max(_frames(middle, voice), looked) * pace)
    return int(total)


def natural_of(scenes: list[Told], voice: Pace) -> int:
    """The frames that they can fill without a word that only fills time."""
    return sum(_timed(replace(told, version=told.natural), voice).most for told in scenes)


def most_of(scenes: list[Told], voice: Pace) -> int:
    """The frames of all scenes at their longest, with pauses that are not yet dead air."""
    return sum(_timed(replace(told, version=len(told.versions) - 1), voice).most for told in scenes)


def lengths_of(scenes: list[Told], voice: Pace, target: int) -> list[int]:
    return spread([_timed(told, voice) for told in scenes], target)


def dictated_frames(given: float | None, path: str, notes: Notes) -> int | None:
    """A dictated length on a frame border."""
    if given is None:
        return None
    seconds = given if given == given else 0.0  # noqa: PLR0124 - not a number is not itself
    frames = round(min(max(seconds, LEAST_DICTATED / FPS), LONGEST_SCENE / FPS) * FPS)
    if not LEAST_DICTATED / FPS <= given <= LONGEST_SCENE / FPS:
        told = given if abs(given) < 10**9 else str(given)
        detail = f"It is {LEAST_DICTATED / FPS:g} to {LONGEST_SCENE / FPS:g} seconds."
        notes.add(Code.VALUE_OUT_OF_RANGE, path, told, frames / FPS, detail=detail)
    return frames


def spoken_frames(text: str, voice: Pace) -> int:
    return voice.frames_of(text)


def _within_own(told: Told, voice: Pace) -> Told:
    """The longest version that a dictated length holds; a longer length where none does."""
    if told.frames is None:
        return told
    version = told.version
    while version and spoken_frames(replace(told, version=version).text, voice) > told.frames:
        version -= 1
    fitting = replace(told, version=version)
    return replace(fitting, frames=max(told.frames, spoken_frames(fitting.text, voice)))


def _frames(told: Told, voice: Pace) -> int:
    return _timed(told, voice).least


def _timed(told: Told, voice: Pace) -> Timed:
    spoken = spoken_frames(told.text, voice)
    is_card = told.sketch.shown is None or told.sketch.role is not Role.BEAT
    fixed = None if told.frames is None else max(told.frames, spoken)
    return Timed(needed_frames(spoken, is_card=is_card), told.weight, fixed)
