"""Carries known word times over to another recording of the same text.

The sound we know (the builtin voice, times measured) and the sound we do not are cut into frames of
log-mel cepstra, and dynamic time warping finds which frame of one is heard in which frame of the other.
This is how read-along books are aligned (aeneas does it with the same synthesiser). Two things are added.
Frames are longer in the slower recording, so that the path runs along the diagonal. And voices differ: the
first path shows which sound of one voice answers which of the other, from that a linear map from voice to
voice is learned (as voice conversion does), and the second path compares like with like.

Features are rounded to whole numbers, with which even a matrix product is exact, so that equal recordings
always give equal times.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from reelhouse.media.speech import Phoneme, Timing, Word
from reelhouse.media.time import Span

Floats = NDArray[np.float64]
Path = NDArray[np.int64]  # pairs of frames, one of each recording

RATE = 16_000  # Hz; both sounds are compared at this rate
HOP = RATE // 100  # a frame every 10 ms
WINDOW = RATE * 25 // 1000
MELS, CEPSTRA = 26, 13
LOWEST, HIGHEST = 100.0, 7000.0  # Hz
MOST_FRAMES = 3000  # longer recordings are compared in coarser steps, so that memory stays bounded
GRAIN = 256  # steps to one standard deviation of a feature
LOUDNESS_WEIGHT = 2.0  # pauses align speech better than any vowel
FLOOR = 1e-5
RIDGE = 0.02  # how much the map from voice to voice is held back, against the variance of the features
MAP_GRAIN = 1024  # steps to one in the map
MOST_UNLIKE = 2.0  # tempos that are evened out by the length of a frame
COARSE = 2  # frames to one of the first path, from which only the voices are learned
STAY, STEP_KNOWN, STEP_OTHER = 0, 1, 2  # moves of the path: both, only the known, only the other


@dataclass(frozen=True, slots=True)
class Sound:
    """Mono 16-bit samples."""

    pcm: bytes
    sample_rate: int

    @property
    def duration(self) -> Fraction:
        return Fraction(len(self.pcm) // 2, self.sample_rate)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Times as they are heard in another recording.

    `likeness` says how near its sounds come to the known ones, once voice is mapped to voice: about 0.0 for
    any sound, 0.55 for another synthesiser or a person, 0.7 to 0.85 for another voice of the same one.
    """

    timing: Timing
    likeness: float


def align(known: Sound, timing: Timing, other: Sound) -> Aligned:
    """`timing` of `known`, as it is heard in `other`, which says the same."""
    tempo = min(max(float(known.duration / other.duration), 1 / MOST_UNLIKE), MOST_UNLIKE)
    longest = max(float(known.duration) / tempo, float(other.duration))
    hop = HOP * max(1, -(-int(longest * RATE / HOP + 1) // MOST_FRAMES))
    known_hop = round(hop * tempo)
    ours, theirs = _features(known, known_hop), _features(other, hop)
    rough = _path(_distances(ours[::COARSE], theirs[::COARSE])) * COARSE
    costs = _distances(ours, _in_voice_of(ours, theirs, rough))
    path = _path(costs)
    heard, count = np.zeros(len(ours)), np.bincount(path[:, 0], minlength=len(ours))
    np.add.at(heard, path[:, 0], path[:, 1])
    knots = np.append(heard / count * hop / RATE, float(other.duration))
    clock = np.append(np.arange(len(ours)) * known_hop / RATE, float(known.duration))
    likeness = 1 - float(costs[path[:, 0], path[:, 1]].mean() / max(costs.mean(), 1.0))
    return Aligned(warp(timing, _rising(clock), _rising(knots), other), likeness)


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


def _rising(edges: Floats) -> Floats:
    """`edges` without a step back, or a step past the last of them."""
    return np.asarray(np.maximum.accumulate(np.minimum(edges, edges[-1])))


def _features(sound: Sound, hop: int) -> Floats:
    """One row a frame, in whole numbers: cepstra, normalised over the recording, and loudness."""
    samples = resampled(sound)
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


def resampled(sound: Sound) -> Floats:
    """`sound` at `RATE`, from -1 to 1."""
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


def _in_voice_of(ours: Floats, theirs: Floats, path: Path) -> Floats:
    """`theirs` as our voice would have said it: a linear map, learned from the pairs of frames on `path`.

    Sums of whole numbers are exact and the map is rounded, so nothing here depends on the processor.
    """
    source = np.hstack([theirs, np.full((len(theirs), 1), float(GRAIN))])
    pairs, wanted = source[path[:, 1]], ours[path[:, 0]]
    held = RIDGE * len(pairs) * GRAIN**2 * np.eye(source.shape[1])
    mapping = np.rint(np.linalg.solve(pairs.T @ pairs + held, pairs.T @ wanted) * MAP_GRAIN) / MAP_GRAIN
    said = source @ mapping
    scale = ours.std(axis=0) / (said.std(axis=0) + FLOOR)  # a map by least squares makes everything flatter
    return np.asarray(np.rint(said * scale))


def _path(costs: Floats) -> Path:
    """Pairs of frames, a known and another, that are heard together, from the first to the last."""
    moves = _moves(costs)
    place, partner = costs.shape[0] - 1, costs.shape[1] - 1
    pairs = [(place, partner)]
    while place or partner:
        move = moves[place, partner]
        place -= int(move != STEP_OTHER)
        partner -= int(move != STEP_KNOWN)
        pairs.append((place, partner))
    return np.array(pairs[::-1])


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
