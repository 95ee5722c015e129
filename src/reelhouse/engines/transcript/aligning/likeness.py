"""How unlike each frame of a recording is each frame of synthetic words, and is a pause."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.transcript.aligning.features import WEIGHTS, Floats, Mels, cepstra_of

Whole = NDArray[np.int64]

PAUSE = -1
USUAL = 0.1  # of the states are nearer to a frame than what is a match for it by chance
WAIT = 1.5  # times as unlike as by chance at most is a pause: what is no word is one, however it sounds
RIDGE = 0.02  # how much the map from voice to voice is held back, against the variance of the features
LITTLE = 1e-6


@dataclass(frozen=True, slots=True)
class States:
    """Frames of words one after the other, with a pause before, between and behind them.

    `frames` are rows of the synthetic speech, `words` the place of the word of each; `PAUSE` for pauses.
    """

    frames: Whole
    words: Whole


@dataclass(frozen=True, slots=True)
class Likeness:
    """`heard` are features of the recording, `said` those of the states of a synthetic voice."""

    heard: Floats
    said: Floats
    words: Whole

    def costs(self, frames: slice, states: slice) -> Floats:
        """A row a frame of the recording, a column a state."""
        heard, said = self.heard[frames], self.said[states]
        squares = (heard**2).sum(axis=1)[:, None] + (said**2).sum(axis=1) - 2 * (heard @ said.T)
        costs = np.sqrt(np.maximum(squares, 0) / heard.shape[1])
        pauses = self.words[states] == PAUSE
        if not pauses.all():
            chance = np.quantile(costs[:, ~pauses], USUAL, axis=1, keepdims=True)
            costs[:, pauses] = np.minimum(costs[:, pauses], chance * WAIT)
        return np.asarray(costs)

    def in_one_voice(self, way: Whole, without: int | None = None) -> "Likeness":
        """The states as the voice of the recording would say them: a linear map, learned on `way`.

        It does not learn from every second word, those at even places or (`without` is 1) at odd ones.
        """
        own = self.words[way]
        pairs = (own != PAUSE) & ((own % 2 != without) if without is not None else True)
        spoken = self.words != PAUSE
        source = np.hstack([self.said, np.ones((len(self.said), 1))])
        given, wanted = source[way[pairs]], self.heard[pairs]
        if len(given) < source.shape[1]:
            return self
        held = RIDGE * len(given) * np.eye(source.shape[1])
        mapped = source @ np.linalg.solve(given.T @ given + held, given.T @ wanted)
        used = mapped[np.unique(way[pairs])]
        scale = wanted.std(axis=0) / (used.std(axis=0) + LITTLE)  # least squares makes everything flatter
        said = np.where(
            spoken[:, None], (mapped - used.mean(axis=0)) * scale + wanted.mean(axis=0), self.said
        )
        return replace(self, said=said)

    def coarser(self, factor: int) -> "tuple[Likeness, Whole]":
        """Means over `factor` frames, and the first fine state of each coarse one."""
        count = -(-len(self.heard) // factor)
        padded = np.pad(self.heard, ((0, count * factor - len(self.heard)), (0, 0)), mode="edge")
        heard = padded.reshape(count, factor, -1).mean(axis=1)
        edges = np.flatnonzero(np.diff(self.words, prepend=self.words[0] - 1))
        lengths = np.diff(edges, append=len(self.words))
        firsts = np.concatenate(
            [np.arange(edge, edge + length, factor) for edge, length in zip(edges, lengths, strict=True)]
        )
        sums = np.add.reduceat(self.said, firsts, axis=0)
        said = sums / np.diff(firsts, append=len(self.said))[:, None]
        return Likeness(heard, said, self.words[firsts]), firsts


def likeness_of(recording: Mels, synthetic: Mels, states: States) -> Likeness:
    """Both on one scale: standard deviations around the mean of speech in each."""
    bed = recording.bed
    heard = cepstra_of(recording.rows)
    said = cepstra_of(synthetic.rows * (recording.level / synthetic.level) + bed)
    silent = cepstra_of(bed[None, :])
    spoken = heard[recording.spoken]
    used = said[states.frames[states.frames != PAUSE]]
    rows = _scaled(said, used)[np.maximum(states.frames, 0)]
    rows[states.frames == PAUSE] = _scaled(silent, spoken)
    return Likeness(_scaled(heard, spoken), rows, states.words)


def _scaled(rows: Floats, among: Floats) -> Floats:
    return np.asarray((rows - among.mean(axis=0)) / (among.std(axis=0) + LITTLE) * WEIGHTS)
