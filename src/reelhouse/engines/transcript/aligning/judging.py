"""How sure each way of finding words is of them, and which of two ways is believed.

The figures were measured on synthetic voices whose times are known, with and without music, and on
transcripts that say something else.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reelhouse.engines.forcing.types import Forced
from reelhouse.engines.transcript.aligning.told import Warped

FORCED, WARPED = "forced-alignment", "synthesis-warping"
EVEN_LIKELIHOOD, LIKELIHOOD_SCALE = -3.5, 0.5
"""Where a word is as likely to be another: right ones are at -1 to -3, wrong ones at -4 to -6."""
EVEN_RANK, RANK_SCALE = 0.17, -0.03
"""Right words are at 0.00 to 0.10 (to 0.18 in a recording of five seconds), wrong ones at 0.2 to 0.4."""
OWN = 2  # weight of a word against each of its neighbours: single words are right or wrong by chance
AGREED = 0.2  # seconds between two ways that have found the same
DOUBTED = 0.6  # how much of its sureness a word keeps that another way, sure as well, has found elsewhere
SURE = 0.5


@dataclass(frozen=True, slots=True)
class Finding:
    """Seconds of each word, and how sure `method` is of it, 0 to 1; None and 0 for what it did not find."""

    method: str
    spans: tuple[tuple[float, float] | None, ...]
    sure: tuple[float, ...]

    @property
    def score(self) -> float:
        return sum(self.sure) / len(self.sure) if self.sure else 0.0


def forced_finding(words: Sequence[Forced | None]) -> Finding:
    levels = [_level(word.likelihood, EVEN_LIKELIHOOD, LIKELIHOOD_SCALE) if word else 0.0 for word in words]
    spans = tuple((word.start, word.end) if word else None for word in words)
    return Finding(FORCED, spans, tuple(_among_neighbours(levels)))


def warped_finding(words: Sequence[Warped]) -> Finding:
    levels = [_level(word.rank, EVEN_RANK, RANK_SCALE) for word in words]
    return Finding(WARPED, tuple((word.start, word.end) for word in words), tuple(_among_neighbours(levels)))


def chosen(findings: Sequence[Finding]) -> Finding:
    """The one with the better score. Where the other has found a word elsewhere, this one is less sure."""
    best = max(findings, key=lambda finding: finding.score)
    others = [finding for finding in findings if finding is not best]
    sure = list(best.sure)
    for other in others:
        for place, (mine, yours) in enumerate(zip(best.spans, other.spans, strict=True)):
            if mine and yours and other.sure[place] >= SURE and abs(mine[0] - yours[0]) > AGREED:
                sure[place] *= DOUBTED
    return Finding(best.method, best.spans, tuple(sure))


def _level(value: float, even: float, scale: float) -> float:
    return 1 / (1 + math.exp(-min(max((value - even) / scale, -30.0), 30.0)))


def _among_neighbours(levels: Sequence[float]) -> list[float]:
    around = [
        [*levels[max(place - 1, 0) : place], *levels[place + 1 : place + 2]] for place in range(len(levels))
    ]
    return [(OWN * own + sum(near)) / (OWN + len(near)) for own, near in zip(levels, around, strict=True)]
