"""The mouth of every frame, from the times of the sounds.

Sounds run into each other: each pulls at the lips with a dominance that fades before and after it, and the
lips follow the mean. After Cohen & Massaro (1993), "Modeling coarticulation in synthetic visual speech".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from reelhouse.media.speech import Phoneme, Timing
from reelhouse.media.time import Span, frames_of, milliseconds
from reelhouse.render.presenter.mouths import SHAPES, Shape
from reelhouse.render.presenter.types import Mouth
from reelhouse.render.presenter.visemes import FIRM, mouths_of

LEAD = milliseconds(40)
"""Lips are seen to move before their sound is heard."""

PAUSE = milliseconds(80)
"""A shorter silence does not close the mouth."""

PART = milliseconds(50)
"""Each mouth of a diphthong is held at least so long, else only its first is seen."""

SPREAD = 0.045
"""Seconds from its sound in which a dominance falls to a quarter."""

EDGE = 0.03
"""Seconds from its borders in which a sound gives way already."""

REACH = 0.25
"""Seconds beyond which a sound is not felt."""

DOMINANCE: dict[Mouth, float] = {
    Mouth.CLOSED: 1.5,
    Mouth.BITE: 1.2,
    Mouth.ROUND: 1.3,
    Mouth.PUCKER: 1.4,
    Mouth.TEETH_ROUND: 1.2,
    Mouth.TEETH: 0.6,
    Mouth.TONGUE: 0.6,
}

STRESSED, HALF_STRESSED, LIGHT = 1.12, 0.96, 0.82
"""How far a vowel opens the mouth: what is said louder is said wider."""

OWN = frozenset({Mouth.TONGUE, Mouth.TEETH, Mouth.TEETH_ROUND})
"""Shapes that show what no opening alone would show: seen where their sound prevails."""

OPENINGS = tuple(mouth for mouth in Mouth if mouth not in OWN and mouth not in FIRM)
PREVAILS = 0.4


@dataclass(frozen=True, slots=True)
class _Lips:
    """Width, opening and rounding, each in units that weigh alike to the eye."""

    width: float
    opening: float
    rounding: float

    def distance(self, other: "_Lips") -> float:
        across, down = self.width - other.width, self.opening - other.opening
        return across**2 + down**2 + (self.rounding - other.rounding) ** 2


@dataclass(frozen=True, slots=True)
class _Shown:
    mouth: Mouth
    span: Span
    lips: _Lips
    dominance: float

    def pull(self, seconds: float) -> float:
        """How strongly the lips follow this sound at a time."""
        start, end = float(self.span.start), float(self.span.end)
        edge = min((end - start) / 4, EDGE)
        away = max(0.0, start + edge - seconds, seconds - end + edge) / SPREAD
        return self.dominance / (1 + away * away) ** 2


def mouth_track(timing: Timing, span: Span, fps: int) -> list[Mouth]:
    """The mouths of one scene: see `Lips`."""
    return Lips(timing).track(span, fps)


class Lips:
    """All sounds of a narration as the mouths that they show, from which any scene takes its own."""

    def __init__(self, timing: Timing) -> None:
        self._shown = _Sounds([part for sound in timing.phonemes for part in _parts(sound)])
        self._firm = _Sounds([part for part in self._shown.parts if part.mouth in FIRM])

    def track(self, span: Span, fps: int) -> list[Mouth]:
        """One mouth for each frame of `span`.

        Lips close for every m, b and p that begins within the span, and are bitten for every f and v, for
        at least one frame. No other mouth is gone after a frame only to come back.
        """
        count = frames_of(span.duration, fps)
        track = _soft_track(self._shown, span, fps, count)
        near = self._firm.between(float(span.start) - REACH, float(span.end) + REACH)
        firm = _firm_frames(near, span, fps, count)
        for frame, mouth in firm.items():
            track[frame] = mouth
        return _steadied(track, firm)


class _Sounds:
    """What is shown, in its order, and found by its time."""

    def __init__(self, parts: list[_Shown]) -> None:
        self.parts = parts
        self.starts = [float(part.span.start) for part in parts]
        self.ends = [float(part.span.end) for part in parts]

    def between(self, start: float, end: float) -> list[_Shown]:
        """Those that are heard at some time from `start` to `end`."""
        return self.parts[bisect_left(self.ends, start) : bisect_right(self.starts, end)]


def _parts(sound: Phoneme) -> list[_Shown]:
    """A sound as the mouths that it shows; a pause too short to see shows none."""
    mouths = mouths_of(sound.ipa)
    if not mouths:
        return [_part(Mouth.REST, sound.span, 1)] if sound.span.duration >= PAUSE else []
    if sound.span.duration < PART * len(mouths):
        firm = tuple(mouth for mouth in mouths if mouth in FIRM)
        mouths = (firm or mouths)[:1]
    length = sound.span.duration / len(mouths)
    starts = [sound.span.start + length * number for number in range(len(mouths))]
    stress = STRESSED if "ˈ" in sound.ipa else HALF_STRESSED if "ˌ" in sound.ipa else LIGHT
    return [
        _part(mouth, Span(start, start + length), stress) for mouth, start in zip(mouths, starts, strict=True)
    ]


def _part(mouth: Mouth, span: Span, stress: float) -> _Shown:
    lips = _lips(SHAPES[mouth])
    wanted = _Lips(lips.width, lips.opening * stress, lips.rounding)
    return _Shown(mouth, span, wanted, DOMINANCE.get(mouth, 1.0))


def _lips(shape: Shape) -> _Lips:
    return _Lips(shape.half, shape.up + shape.down, 16 * shape.purse)


NEAREST = {mouth: _lips(SHAPES[mouth]) for mouth in OPENINGS}


def _soft_track(shown: _Sounds, span: Span, fps: int, count: int) -> list[Mouth]:
    """What is shown in the middle of each frame, when nothing is firm."""
    track = []
    for frame in range(count):
        time = float(span.start + Fraction(2 * frame + 1, 2 * fps) + LEAD)
        index = bisect_right(shown.starts, time) - 1
        near = shown.between(time - REACH, time + REACH)
        if index < 0 or time >= shown.ends[index] + float(
            PAUSE
        ):  # nothing is heard; lips prepare for what comes
            near = [*near, _part(Mouth.REST, Span(Fraction(time), Fraction(time)), 1)]
        track.append(_blended(near, shown.parts[index].mouth if index >= 0 else Mouth.REST, time))
    return track


def _blended(near: Sequence[_Shown], sounding: Mouth, time: float) -> Mouth:
    pulls = [(part, part.pull(time)) for part in near]
    total = sum(pull for _, pull in pulls)
    if not total:
        return Mouth.REST
    if sounding in OWN and sum(pull for part, pull in pulls if part.mouth is sounding) > PREVAILS * total:
        return sounding
    lips = _Lips(
        sum(part.lips.width * pull for part, pull in pulls) / total,
        sum(part.lips.opening * pull for part, pull in pulls) / total,
        sum(part.lips.rounding * pull for part, pull in pulls) / total,
    )
    return min(OPENINGS, key=lambda mouth: NEAREST[mouth].distance(lips))


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
    """Leave out what would flicker: a single frame between two that are alike."""
    steady = list(track)
    for frame in range(1, len(steady) - 1):
        alike = steady[frame - 1] is steady[frame + 1] is not steady[frame]
        if alike and frame not in firm and steady[frame - 1] not in FIRM:
            steady[frame] = steady[frame - 1]
    return steady
