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


@dataclass(frozen=True, slots=True)
class Told:
    """A scene with its text versions, shortest first; a dictated text is the only one.

    Versions after `natural` only fill time.
    `seconds` is what the caller dictated, in frames; `weight` its share of time that is left over.
    """

    sketch: Sketch
    versions: tuple[str, ...]
    is_dictated: bool
    weight: float
    frames: int | None = None
    version: int = 0
    natural: int = 0

    @property
    def text(self) -> str:
        return self.versions[self.version]


def choose_versions(scenes: list[Told], voice: Pace, target: int) -> list[Told]:
    """Longer versions one after the other, the weightiest scenes first, while all of it fits `target`.

    What only fills time is said where there would be dead air without it.
    """
    chosen = [_within_own(told, voice) for told in scenes]
    for level in range(1, LONGEST_VERSION):
        chosen = _lengthened(chosen, voice, target, level, fills=False)
    for level in range(1, LONGEST_VERSION):
        if sum(_timed(told, voice).most for told in chosen) < target:
            chosen = _lengthened(chosen, voice, target, level, fills=True)
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
        is_too_long = told.frames is not None and spoken_frames(longer.text, voice) > told.frames
        more = _frames(longer, voice) - _frames(told, voice)
        if not is_too_long and total + more <= target:
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
        total += max(least, _frames(middle, voice) * pace)
    return int(total)


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
    """The shortest text, and a length that holds it."""
    first = replace(told, version=0)
    spoken = spoken_frames(first.text, voice)
    if first.frames is not None and first.frames < spoken:
        return replace(first, frames=spoken)
    return first


def _frames(told: Told, voice: Pace) -> int:
    return _timed(told, voice).least


def _timed(told: Told, voice: Pace) -> Timed:
    spoken = spoken_frames(told.text, voice)
    is_card = told.sketch.shown is None or told.sketch.role is not Role.BEAT
    fixed = None if told.frames is None else max(told.frames, spoken)
    return Timed(needed_frames(spoken, is_card=is_card), told.weight, fixed)
