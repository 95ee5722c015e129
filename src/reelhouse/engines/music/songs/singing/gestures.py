"""How a singer moves through a line: from note to note in pitch, and through the words in time."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.music.songs.playing.waves import RATE, Samples, hertz
from reelhouse.engines.music.songs.singing.syllables import Syllable

CONTROL = 441  # samples at which pitch and place are known: 10 ms
GLIDE = 0.035  # seconds
VIBRATO_CENTS, VIBRATO_RATE, VIBRATO_AFTER = 26.0, 5.5, 0.22
LONG_NOTE = 0.42
DRIFT_CENTS = 5.0
EDGE = 0.075  # seconds of a vowel that keep their natural pace at either side
MOST_CONSONANTS = 0.6  # of the time between two vowels
REST = 0.16  # seconds without a note that are a rest
LAST_FADE = 0.09


@dataclass(frozen=True, slots=True)
class Target:
    """A syllable's note: `start` to `end` seconds within the line, and its MIDI pitch."""

    start: float
    end: float
    pitch: int
    force: float = 1.0


@dataclass(frozen=True, slots=True)
class Gesture:
    """For each 10 ms from `begins`: the moment of the recording that is sung, its level, its pitch in Hz."""

    begins: float
    places: NDArray[np.float64]
    levels: NDArray[np.float64]
    pitches: NDArray[np.float64]


def gesture_of(
    syllables: Sequence[Syllable], targets: Sequence[Target], dice: np.random.Generator, cents: float
) -> Gesture:
    """A line on its notes. Vowels begin on their notes, consonants come before them."""
    marks = _marks(syllables, targets)
    begins = marks[0][0]
    ends = marks[-1][0]
    count = int((ends - begins) * RATE / CONTROL) + 2
    at = begins + np.arange(count) * CONTROL / RATE
    times = np.array([mark[0] for mark in marks])
    places = np.interp(at, times, [mark[1] for mark in marks])
    levels = np.interp(at, times, [mark[2] for mark in marks])
    return Gesture(begins, places, _softened(levels), _pitches(at, targets, dice, cents))


def _marks(syllables: Sequence[Syllable], targets: Sequence[Target]) -> list[tuple[float, float, float]]:
    """(second of the song, second of the recording, level), rising."""
    marks: list[tuple[float, float, float]] = []
    for place, (syllable, target) in enumerate(zip(syllables, targets, strict=True)):
        before = targets[place - 1].end if place else target.start - 1.0
        onset = syllable.vowel - syllable.start
        rests = place == 0 or target.start - before > REST
        if rests:
            lead = min(onset, 0.22)
            marks += [
                (target.start - lead - 0.01, syllable.start, 0.0),
                (target.start - lead, syllable.start, target.force),
            ]
        following = targets[place + 1].start if place + 1 < len(targets) else None
        tied = following is not None and following - target.end <= REST
        coda = syllable.end - syllable.vowel_end
        closing = coda + (syllables[place + 1].vowel - syllables[place + 1].start if tied else 0.0)
        end = following if tied and following is not None else target.end
        closing = min(closing, MOST_CONSONANTS * (end - target.start), 0.3)
        marks += _vowel(syllable, target.start, max(end - closing, target.start + 0.02), target.force)
        if not tied:
            marks += [(end, syllable.end, target.force), (end + LAST_FADE, syllable.end + 0.02, 0.0)]
    rising: list[tuple[float, float, float]] = []
    for mark in marks:
        if rising and mark[0] <= rising[-1][0]:
            mark = (rising[-1][0] + 1e-4, mark[1], mark[2])  # noqa: PLW2901 - pushed behind its predecessor
        rising.append(mark)
    return rising


def _vowel(syllable: Syllable, start: float, end: float, force: float) -> list[tuple[float, float, float]]:
    """Into the vowel and out of it at the pace of speech; in between it is held, mostly in its first part."""
    length, spoken = end - start, syllable.vowel_end - syllable.vowel
    edge = min(EDGE, spoken * 0.3, length * 0.3)
    held = syllable.vowel + edge + 0.35 * (spoken - 2 * edge)
    return [
        (start, syllable.vowel, force),
        (start + edge, syllable.vowel + edge, force),
        (start + edge + 0.72 * (length - 2 * edge), held, force),
        (end - edge, syllable.vowel_end - edge, force * 0.92),
        (end, syllable.vowel_end, force * 0.9),
    ]


def _pitches(
    at: NDArray[np.float64], targets: Sequence[Target], dice: np.random.Generator, cents: float
) -> NDArray[np.float64]:
    starts = np.array([target.start for target in targets])
    which = np.clip(np.searchsorted(starts, at + GLIDE, side="right") - 1, 0, len(targets) - 1)
    semitones = np.array([float(target.pitch) for target in targets])[which]
    window = np.hanning(9)
    padded = np.pad(semitones, 4, mode="edge")
    semitones = np.convolve(padded, window / window.sum(), mode="valid")
    since = at - starts[which]
    lengths = np.array([target.end - target.start for target in targets])[which]
    depth = VIBRATO_CENTS * np.clip((since - VIBRATO_AFTER) / 0.3, 0, 1) * (lengths > LONG_NOTE)
    drift = np.interp(
        at,
        np.linspace(at[0], at[-1], max(int((at[-1] - at[0]) * 3), 2)),
        dice.uniform(-1, 1, max(int((at[-1] - at[0]) * 3), 2)),
    )
    rate = VIBRATO_RATE * (1 + 0.05 * dice.uniform(-1, 1))
    wave = depth * np.sin(2 * np.pi * rate * since) + DRIFT_CENTS * drift + cents
    return np.asarray(hertz(0) * 2 ** ((semitones + wave / 100) / 12))


def _softened(levels: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.convolve(np.pad(levels, 1, mode="edge"), (0.25, 0.5, 0.25), "valid")


def spread(control: NDArray[np.float64]) -> Samples:
    """From each 10 ms to each sample."""
    frames = (len(control) - 1) * CONTROL
    return np.interp(np.arange(frames) / CONTROL, np.arange(len(control)), control).astype(np.float32)
