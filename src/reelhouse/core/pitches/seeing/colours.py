"""The colours of a screenshot: its ground, and those that stand out from it."""

import numpy as np
import numpy.typing as npt

from reelhouse.core.pitches.seeing.decoding import Pixels

MOST_COLOURS = 5
SIDE = 160
STEP = 5  # bits that are dropped of a channel's eight: 8 levels each
LEVELS = 1 << (8 - STEP)
RAREST = 0.0015
NEAREST = 60.0
"""How far apart two colours are that count as two, in the unit of a byte."""


def find_colours(picture: Pixels) -> tuple[str, ...]:
    """``#rrggbb``: the one that covers most, then by how much they stand out from those before."""
    step = max(min(picture.shape[:2]) // SIDE, 1)
    shrunk = picture[::step, ::step].reshape(-1, 3)
    bins = shrunk.astype(np.int32) >> STEP
    index = (bins[:, 0] * LEVELS + bins[:, 1]) * LEVELS + bins[:, 2]
    counts = np.bincount(index, minlength=LEVELS**3)
    sums = np.stack([np.bincount(index, shrunk[:, channel], LEVELS**3) for channel in range(3)], 1)
    there = counts >= RAREST * len(index)
    means = np.asarray(sums[there] / counts[there][:, None], np.float64)
    return tuple(_hex(means[place]) for place in _ranked(counts[there] / len(index), means))


def _ranked(shares: npt.NDArray[np.float64], means: npt.NDArray[np.float64]) -> list[int]:
    chosen = [int(shares.argmax())]
    chroma = means.max(1) - means.min(1)
    while len(chosen) < MOST_COLOURS:
        apart = np.linalg.norm(means[:, None] - means[chosen][None], axis=2).min(1)
        worth = np.where(apart < NEAREST, 0, shares**0.35 * (chroma + 24) * apart)
        if worth.max() <= 0:
            break
        chosen.append(int(worth.argmax()))
    return chosen


def _hex(colour: npt.NDArray[np.float64]) -> str:
    blue, green, red = (round(float(part)) for part in colour)
    return f"#{red:02x}{green:02x}{blue:02x}"
