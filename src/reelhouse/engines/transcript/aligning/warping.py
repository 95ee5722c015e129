"""Word times by warping speech that we made ourselves onto the recording.

The words are said by the builtin synthesiser, whose times are known (read-along books are aligned so; aeneas
does it with the same synthesiser). Here the way goes frame by frame through the recording, with the frames
of the words as states (Viterbi 1967): between any two words it may wait, where the recording sounds like its
own background or like nothing that is said. Voices differ: on a first way a linear map from voice to voice
is learned, as voice conversion does, and a second way is found in its light. Long recordings are walked in
coarse steps first, and then finely within reach of the coarse way.
"""

import math
from dataclasses import dataclass

import numpy as np

from reelhouse.engines.transcript.aligning.features import HOP, RATE, Floats, Mels, mels_of, resampled
from reelhouse.engines.transcript.aligning.likeness import PAUSE, Likeness, States, Whole, likeness_of
from reelhouse.engines.transcript.aligning.told import Warped

MOST_STEPS = 60_000_000  # frames times states that are walked in one go: so many bytes are remembered
REACH = 400  # frames to each side of the coarse way
STAY_COST, SKIP_COST = 0.35, 0.35  # of a frame that lasts longer or shorter than it was said
MOST_UNLIKE = 2.0  # tempos that are evened out by the length of a frame
BLOCK = 256  # frames whose costs are known at once
STAY, STEP = 0, 1


@dataclass(frozen=True, slots=True)
class Reference:
    """Synthetic speech from -1 to 1, and from which to which second each word is heard in it."""

    samples: Floats
    sample_rate: int
    words: tuple[tuple[float, float], ...]


def warp(recording: Mels, reference: Reference) -> tuple[Warped, ...]:
    """Each word of `reference` in the recording, whose frames are `HOP` apart."""
    spoken = sum(end - start for start, end in reference.words)
    voiced = float(recording.spoken.sum()) * HOP / RATE
    tempo = min(max(spoken / max(voiced, HOP / RATE), 1 / MOST_UNLIKE), MOST_UNLIKE)
    hop = round(HOP * tempo)
    synthetic = mels_of(resampled(reference.samples, reference.sample_rate), hop)
    states = _states(reference, len(synthetic.rows), hop)
    likeness = likeness_of(recording, synthetic, states)
    likeness, band = _coarsely(likeness)
    way = walk(likeness.in_one_voice(walk(likeness, band)), band)
    return _words(way, _fair_ranks(likeness, way, band), likeness, len(reference.words))


def _states(reference: Reference, count: int, hop: int) -> States:
    frames, words = [PAUSE], [PAUSE]
    for place, (start, end) in enumerate(reference.words):
        first = min(round(start * RATE / hop), count - 1)
        last = min(max(round(end * RATE / hop), first + 1), count)
        frames += [*range(first, last), PAUSE]
        words += [place] * (last - first) + [PAUSE]
    return States(np.array(frames), np.array(words))


@dataclass(frozen=True, slots=True)
class Band:
    """The states that are looked at in each frame: `width` of them from `lows` on, which never fall."""

    lows: Whole
    width: int


def _coarsely(likeness: Likeness) -> tuple[Likeness, Band]:
    """Where a fine way can go; the likeness in a voice that was learned meanwhile."""
    count, total = len(likeness.heard), len(likeness.said)
    if count * total <= MOST_STEPS:
        return likeness, Band(np.zeros(count, np.int64), total)
    factor = math.ceil(math.sqrt(count * total / MOST_STEPS))
    coarse, firsts = likeness.coarser(factor)
    everywhere = Band(np.zeros(len(coarse.heard), np.int64), len(coarse.said))
    way = walk(coarse, everywhere)
    way = walk(coarse.in_one_voice(way), everywhere)
    width = min(2 * REACH + 1, total)
    centres = firsts[way].repeat(factor)[:count]
    return likeness, Band(np.clip(centres - REACH, 0, total - width), width)


def walk(likeness: Likeness, band: Band) -> Whole:
    """The state of each frame on the best way from the first state to the last."""
    count, width, lows = len(likeness.heard), band.width, band.lows
    moves = np.zeros((count, width), np.uint8)
    pause = likeness.words == PAUSE
    stays = np.where(pause, 0.0, STAY_COST)
    skips = np.where(pause | np.roll(pause, 1), 0.0, SKIP_COST)
    total = np.full(width + 2, np.inf)  # two states of padding before the band
    total[2] = 0.0
    for first in range(0, count, BLOCK):
        last = min(first + BLOCK, count)
        states = slice(int(lows[first]), int(lows[last - 1]) + width)
        costs = likeness.costs(slice(first, last), states)
        for frame in range(first, last):
            low = int(lows[frame])
            if moved := low - int(lows[frame - 1]) if frame else 0:
                total = np.concatenate([total[moved:], np.full(min(moved, width + 2), np.inf)])[: width + 2]
            own = slice(low, low + width)
            options = np.stack([total[2:] + stays[own], total[1:-1], total[:-2] + skips[own]])
            moves[frame] = options.argmin(axis=0)
            total[2:] = options.min(axis=0) + costs[frame - first, low - states.start :][:width]
            total[:2] = np.inf
    return _traced(moves, total[2:], lows)


def _traced(moves: "np.ndarray[tuple[int, int], np.dtype[np.uint8]]", total: Floats, lows: Whole) -> Whole:
    way = np.zeros(len(moves), np.int64)
    last = len(total) - 1
    state = int(lows[-1]) + (last if last == 0 or total[last] <= total[last - 1] else last - 1)
    for frame in range(len(moves) - 1, -1, -1):
        way[frame] = state
        state = max(state - int(moves[frame, state - int(lows[frame])]), 0)
    return way


def _fair_ranks(likeness: Likeness, way: Whole, band: Band) -> Floats:
    """Of each word in a voice that was learned from others: what fits a map to itself proves nothing."""
    odd = likeness.words[way] % 2 == 1
    ranks = [_ranks(likeness.in_one_voice(way, without=half), way, band) for half in (0, 1)]
    return np.where(odd, ranks[1], ranks[0])


def _ranks(likeness: Likeness, way: Whole, band: Band) -> Floats:
    """Of the states of words around, the share that is nearer to each frame than its own."""
    ranks = np.zeros(len(way))
    for first in range(0, len(way), BLOCK):
        last = min(first + BLOCK, len(way))
        states = slice(int(band.lows[first]), int(band.lows[last - 1]) + band.width)
        costs = likeness.costs(slice(first, last), states)
        own = costs[np.arange(last - first), way[first:last] - states.start]
        ranks[first:last] = (costs[:, likeness.words[states] != PAUSE] < own[:, None]).mean(axis=1)
    return ranks


def _words(way: Whole, ranks: Floats, likeness: Likeness, count: int) -> tuple[Warped, ...]:
    owners = likeness.words[way]
    words, place = [], 0.0
    for word in range(count):
        frames = np.flatnonzero(owners == word)
        if len(frames):
            start, place = frames[0] * HOP / RATE, (frames[-1] + 1) * HOP / RATE
            words.append(Warped(float(start), float(place), float(ranks[frames].mean())))
        else:
            words.append(Warped(place, place, 1.0))
    return tuple(words)
