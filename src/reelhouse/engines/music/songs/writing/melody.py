"""Tunes: a rhythm for the syllables of a line, and pitches that follow chords, a motif and a curve."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from reelhouse.engines.music.composing.harmony import OCTAVE
from reelhouse.engines.music.songs.writing.score import STEPS, Bar, Note

TRIES = 36
ANSWER = 0.22  # of a phrase is left for breath, and for whoever answers
LEAP = 7
SHAPES = {
    "arch": (0.0, 0.7, 1.0, 0.6, 0.0), "rise": (-0.6, -0.2, 0.2, 0.7, 1.0), "fall": (1.0, 0.7, 0.2, -0.3,
    -0.7), "wave": (0.0, 0.8, -0.2, 0.6, -0.3),
    "flat": (0.0, 0.1, 0.0, 0.15, -0.1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """A line as a tune needs it: for each syllable, whether it ends a word."""

    ends: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """What a singer or an instrument can reach: the lowest and highest pitch, and where it feels at home."""

    lowest: int
    home: int
    highest: int
    span: float = 5.0


def phrase_rhythm(
    words: Words, steps: int, beat_steps: int, dice: Random, *, busy: bool
) -> list[tuple[int, int]]:
    """Start and length in sixteenths for each syllable within a phrase of `steps`."""
    count = len(words.ends)
    window = max(count, round(steps * (1 - ANSWER)))
    grid = 1 if busy or count > window // 2 else 2
    slots = list(range(0, window, grid))
    if count >= len(slots):
        starts = [round(place * steps * 0.96 / count) for place in range(count)]
    else:
        first = [0, 0, 0, grid] if count < len(slots) else [0]
        tries = [sorted(dice.sample(slots, count)) for _ in range(TRIES)]
        tries += [_even(count, window, grid, dice.choice(first)) for _ in range(4)]
        starts = max(tries, key=lambda chosen: _singable(chosen, words, beat_steps, window))
    ends = [*starts[1:], min(steps - 1, starts[-1] + 2 * beat_steps)]
    return [(start, max(end - start, 1)) for start, end in zip(starts, ends, strict=True)]


def _even(count: int, window: int, grid: int, first: int) -> list[int]:
    spread = [first + round(place * (window - first) / count / grid) * grid for place in range(count)]
    return spread if len(set(spread)) == count else list(range(0, count * grid, grid))


def _singable(starts: Sequence[int], words: Words, beat: int, window: int) -> float:
    """Higher for a line that falls on the beats, flows, and pauses between words rather than in them."""
    score = 0.0
    for place, start in enumerate(starts):
        score += (
            1.0 if start % (2 * beat) == 0 else 0.6 if start % beat == 0 else 0.35 if start % 2 == 0 else 0.0
        )
        if place:
            gap = start - starts[place - 1]
            score -= 0.16 * max(gap - beat, 0) * (0.3 if words.ends[place - 1] else 1.6)
            score -= 0.3 * (gap == 1)
            score += 0.12 * (place > 1 and gap == starts[place - 1] - starts[place - 2])
    return score - 0.12 * starts[0] + 0.02 * min(starts[-1], window - beat)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a section's lines move: their motif in semitones, and a curve for each line in turn."""

    motif: tuple[int, ...]
    shapes: tuple[str, ...]
    lift: int


def manner_of(kind: str, dice: Random, *, spoken: bool) -> Manner:
    if spoken:
        return Manner((0, 0, 1, 0, -1), ("flat",), 0)
    motif = tuple(dice.choice((-3, -2, 0, 0, 2, 3)) for _ in range(dice.choice((3, 4, 5))))
    shapes = {
        "chorus": ("arch", "wave", "arch", "fall"), "pre": ("rise", "rise"), "bridge": ("fall", "rise",
        "wave", "fall"),
    }.get(kind, dice.choice((("wave", "fall"), ("arch", "fall"), ("rise", "fall"))))  # fmt: skip
    lift = {"chorus": 4, "pre": 1, "bridge": 2, "verse": -2}.get(kind, 0)
    return Manner(motif, shapes, lift)


def pitched(
    rhythm: Sequence[tuple[int, int]], bars: Sequence[Bar], steps: int, scale: frozenset[int], voice: Voice,
    manner: Manner,
    line: int, *, closes: bool, tonic: int,
) -> list[Note]:  # fmt: skip
    """Notes for one phrase that begins with the first of `bars`; `closes` brings it home to the tonic."""
    shape = SHAPES[manner.shapes[line % len(manner.shapes)]]
    notes: list[Note] = []
    before = voice.home + manner.lift
    for place, (start, length) in enumerate(rhythm):
        turn = place / max(len(rhythm) - 1, 1)
        target = (
            voice.home
            + manner.lift
            + voice.span * _curve(shape, turn)
            + manner.motif[place % len(manner.motif)]
        )
        chord = frozenset(bars[min(start // steps, len(bars) - 1)].chord.tones)
        is_strong = start % (2 * STEPS) == 0 or length >= STEPS or place == len(rhythm) - 1
        tones = chord if is_strong else scale
        if place == len(rhythm) - 1 and closes and tonic in chord:
            tones = frozenset({tonic})
        before = _nearest(target, before, tones, voice)
        notes.append(Note(start, length, before, 0.9 if start % (2 * STEPS) == 0 else 0.78))
    return notes


def _curve(shape: tuple[float, ...], turn: float) -> float:
    place = turn * (len(shape) - 1)
    low = min(int(place), len(shape) - 2)
    return shape[low] + (shape[low + 1] - shape[low]) * (place - low)


def _nearest(target: float, before: int, tones: frozenset[int], voice: Voice) -> int:
    """The tone that is near to the curve and to the note before; large leaps are for athletes."""
    reachable = [pitch for pitch in range(voice.lowest, voice.highest + 1) if pitch % OCTAVE in tones]
    return min(
        reachable or [before],
        key=lambda pitch: (
            abs(pitch - target) + 0.45 * abs(pitch - before) + 2.0 * max(abs(pitch - before) - LEAP, 0),
            pitch,
        ),
    )
