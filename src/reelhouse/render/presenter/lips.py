"""The mouth of every frame, from the times of the sounds."""

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import ceil, floor

from reelhouse.media.speech import Phoneme, Timing
from reelhouse.media.time import Span, frames_of, milliseconds
from reelhouse.render.presenter.types import Mouth
from reelhouse.render.presenter.visemes import FIRM, mouths_of

LEAD = milliseconds(40)
"""Lips are seen to move before their sound is heard."""

PAUSE = milliseconds(80)
"""A shorter silence does not close the mouth."""

PART = milliseconds(50)
"""Each mouth of a diphthong is held at least so long, else only its first is seen."""

SHORTEST = 2
"""Frames that a mouth stays; a shorter one would flicker."""


@dataclass(frozen=True, slots=True)
class _Shown:
    mouth: Mouth
    span: Span


def mouth_track(timing: Timing, span: Span, fps: int) -> list[Mouth]:
    """One mouth for each frame of `span`.

    Lips close for every m, b and p that begins within the span, and are bitten for every f and v, for
    at least one frame. Every other mouth stays for two frames or more.
    """
    count = frames_of(span.duration, fps)
    shown = [part for sound in timing.phonemes for part in _parts(sound)]
    track = _plain_track(shown, span, fps, count)
    firm = _firm_frames([part for part in shown if part.mouth in FIRM], span, fps, count)
    for frame, mouth in firm.items():
        track[frame] = mouth
    return _steadied(track, firm)


def _parts(sound: Phoneme) -> list[_Shown]:
    """A sound as the mouths that it shows; a pause too short to see shows none."""
    mouths = mouths_of(sound.ipa)
    if not mouths:
        return [_Shown(Mouth.REST, sound.span)] if sound.span.duration >= PAUSE else []
    if sound.span.duration < PART * len(mouths):
        firm = tuple(mouth for mouth in mouths if mouth in FIRM)
        mouths = (firm or mouths)[:1]
    length = sound.span.duration / len(mouths)
    starts = [sound.span.start + length * number for number in range(len(mouths))]
    return [_Shown(mouth, Span(start, start + length)) for mouth, start in zip(mouths, starts, strict=True)]


def _plain_track(shown: list[_Shown], span: Span, fps: int, count: int) -> list[Mouth]:
    """What is shown in the middle of each frame."""
    starts = [part.span.start for part in shown]
    track = []
    for frame in range(count):
        time = span.start + Fraction(2 * frame + 1, 2 * fps) + LEAD
        index = bisect_right(starts, time) - 1
        silent = index < 0 or time >= shown[index].span.end + PAUSE
        track.append(Mouth.REST if silent else shown[index].mouth)
    return track


def _firm_frames(shown: list[_Shown], span: Span, fps: int, count: int) -> dict[int, Mouth]:
    """The frames that firm mouths own: all that they touch, and one at least for each of them."""
    frames: dict[int, Mouth] = {}
    free = 0
    for part in shown:
        inside = span.start <= part.span.start < span.end
        first = floor((part.span.start - LEAD - span.start) * fps)
        last = ceil((part.span.end - LEAD - span.start) * fps) - 1
        if inside:
            first = min(max(first, free), count - 1)
            last = max(last, first)
        for frame in range(max(first, free), min(last, count - 1) + 1):
            frames[frame] = part.mouth
            free = frame + 1
        if inside:
            frames.setdefault(first, part.mouth)
    return frames


def _steadied(track: list[Mouth], firm: dict[int, Mouth]) -> list[Mouth]:
    """Give what is too short to see to the mouth before it; after a firm one to the mouth that follows."""
    steady: list[Mouth] = []
    waiting = 0
    for mouth, group in groupby(enumerate(track), key=lambda entry: entry[1]):
        frames = [frame for frame, _ in group]
        length = len(frames) + waiting
        if length >= SHORTEST or any(frame in firm for frame in frames):
            steady += [mouth] * length
            waiting = 0
        elif steady and steady[-1] not in FIRM:
            steady += steady[-1:] * length
        else:
            waiting = length
    return steady + (steady or track)[-1:] * waiting
