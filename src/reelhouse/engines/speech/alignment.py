"""Carries known word times over to another recording of the same text.

The sound we know (the builtin voice, times measured) and the sound we do not are cut into frames of
log-mel cepstra, and dynamic time warping finds which frame of one is heard in which frame of the other.
This is how read-along books are aligned (aeneas does it with the same synthesiser); voices differ, so the
features are normalised by voice first. They are then rounded to whole numbers, with which even a matrix
product is exact, so that equal recordings always give equal times.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from reelhouse.media.speech import Phoneme, Timing, Word
from reelhouse.media.time import Span

Floats = NDArray[np.float64]

RATE = 16_000  # Hz; both sounds are compared at this rate
HOP = RATE // 100  # a frame every 10 ms
WINDOW = RATE * 25 // 1000
MELS, CEPSTRA = 26, 13
LOWEST, HIGHEST = 100.0, 7000.0  # Hz
MOST_FRAMES = 3000  # longer recordings are compared in coarser steps, so that memory stays bounded
GRAIN = 256  # steps to one standard deviation of a feature
LOUDNESS_WEIGHT = 2.0  # pauses align speech better than any vowel
FLOOR = 1e-5
STAY, STEP_KNOWN, STEP_OTHER = 0, 1, 2  # moves of the path: both, only the known, only the other


@dataclass(frozen=True, slots=True)
class Sound:
    """Mono 16-bit samples."""

    pcm: bytes
    sample_rate: int

    @property
    def duration(self) -> Fraction:
        return Fraction(len(self.pcm) // 2, self.sample_rate)


def align(known: Sound, timing: Timing, other: Sound) -> Timing:
    """`timing` of `known`, as it is heard in `other`, which says the same."""
    hop = HOP * max(1, -(-_frames(max(known.duration, other.duration)) // MOST_FRAMES))
    path = _path(_features(known, hop), _features(other, hop))
    seconds = hop / RATE
    knots = np.append(path * seconds, float(other.duration))
    clock = np.append(np.arange(len(path)) * seconds, float(known.duration))
    return warp(timing, clock, np.maximum.accumulate(knots), other)


def warp(timing: Timing, clock: NDArray[np.float64], knots: NDArray[np.float64], other: Sound) -> Timing:
    """`timing` with its `clock` moved to `knots` (both rising, seconds), on the samples of `other`."""

    def moved(span: Span) -> Span:
        edges = np.interp([float(span.start), float(span.end)], clock, knots)
        start, end = (Fraction(round(edge * other.sample_rate), other.sample_rate) for edge in edges)
        return Span(min(start, other.duration), min(end, other.duration))

    sounds = (Phoneme(sound.ipa, moved(sound.span)) for sound in timing.phonemes)
    return Timing(
        words=tuple(Word(word.text, moved(word.span)) for word in timing.words),
        phonemes=tuple(sound for sound in sounds if sound.span.duration),
        duration=other.duration,
        source="aligned",
    )


def _frames(duration: Fraction) -> int:
    return int(duration * RATE) // HOP + 1


def _features(sound: Sound, hop: int) -> Floats:
    """One row a frame, in whole numbers: cepstra, normalised over the recording, and loudness."""
    samples = _resampled(sound)
    count = len(samples) // hop + 1
    padded = np.pad(samples, (WINDOW // 2, WINDOW + hop))
    starts = np.arange(count) * hop
    frames = padded[starts[:, None] + np.arange(WINDOW)] * np.hanning(WINDOW)
    power = np.abs(np.fft.rfft(frames, 512)) ** 2
    mels = np.log(power @ _mel_filters(512).T + FLOOR)
    angles = np.pi / MELS * (np.arange(MELS) + 0.5)
    cepstra = mels @ np.cos(np.outer(np.arange(1, CEPSTRA), angles)).T
    loudness = np.log(power.sum(axis=1) + FLOOR)[:, None]
    rows = np.hstack([_normal(cepstra), LOUDNESS_WEIGHT * _normal(loudness)])
    return np.asarray(np.rint(rows * GRAIN))


def _resampled(sound: Sound) -> Floats:
    samples = np.frombuffer(sound.pcm, "<i2").astype(np.float64) / 32768
    places = np.arange(int(sound.duration * RATE)) * (sound.sample_rate / RATE)
    return np.asarray(np.interp(places, np.arange(len(samples)), samples))


def _mel_filters(size: int) -> NDArray[np.float64]:
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    mels = np.linspace(2595 * np.log10(1 + LOWEST / 700), 2595 * np.log10(1 + HIGHEST / 700), MELS + 2)
    edges = 700 * (10 ** (mels / 2595) - 1)
    rising = (hertz - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - hertz) / (edges[2:] - edges[1:-1])[:, None]
    return np.asarray(np.maximum(0, np.minimum(rising, falling)))


def _normal(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray((rows - rows.mean(axis=0)) / (rows.std(axis=0) + FLOOR))


def _path(known: Floats, other: Floats) -> NDArray[np.float64]:
    """For each frame of `known`, the frame of `other` that is heard then (means, never falling)."""
    moves = _moves(_distances(known, other))
    place, partner = len(known) - 1, len(other) - 1
    total = np.zeros(len(known))
    visits = np.zeros(len(known))
    while True:
        total[place] += partner
        visits[place] += 1
        if place == partner == 0:
            return np.asarray(total / visits)
        move = moves[place, partner]
        place -= move != STEP_OTHER
        partner -= move != STEP_KNOWN


def _distances(known: Floats, other: Floats) -> Floats:
    squares = (known**2).sum(axis=1)[:, None] + (other**2).sum(axis=1) - 2 * (known @ other.T)
    return np.asarray(np.sqrt(np.maximum(squares, 0)))


def _moves(cost: Floats) -> NDArray[np.uint8]:
    """The best last move into each cell, computed one anti-diagonal at a time.

    Padding rows of infinity stand outside of the matrix, so that no edge needs a case of its own.
    """
    rows, columns = cost.shape
    moves = np.zeros((rows, columns), np.uint8)
    moves[1:, 0], moves[0, 1:] = STEP_KNOWN, STEP_OTHER
    before = np.full(rows + 1, np.inf)  # the diagonal before the last, by row, shifted by one
    last = np.full(rows + 1, np.inf)
    last[1] = cost[0, 0]
    for diagonal in range(1, rows + columns - 1):
        first, final = max(0, diagonal - columns + 1), min(rows - 1, diagonal)
        here = np.arange(first, final + 1)
        options = np.stack([before[here], last[here], last[here + 1]])  # row-1 of each lies at index `here`
        best = options.argmin(axis=0)
        moves[here, diagonal - here] = best
        reached = np.full(rows + 1, np.inf)
        reached[here + 1] = options[best, np.arange(len(here))] + cost[here, diagonal - here]
        before, last = last, reached
    return moves
