"""How thick a thing is, from its silhouette alone: as if its outline were blown up.

The height is the root of the solution of Poisson's equation over the silhouette, zero along its outline. A
strip becomes a tube and a disc a ball that is a little flat, whatever their sizes.
"""

import cv2
import numpy as np

from reelhouse.engines.mesh.modelling.sheets import INSIDE, Grid, cuts

ROUNDNESS = 1.5
"""Half the thickness of a strip over half its width, squared; a disc gets half of it."""
COARSEST = 8
ROUNDS = 40
COARSER_ROUNDS = 1.6
"""Of Jacobi's iteration on the finest level, and how many times more on each coarser one, which begins the
next."""


def inflated(coverage: Grid, rounds: int = ROUNDS) -> Grid:
    """Half the thickness of each pixel, in pixels; 0 outside. The border of `coverage` must be empty."""
    levels = [coverage]
    while max(levels[-1].shape) > 2 * COARSEST:
        height, width = levels[-1].shape
        half = (-(-width // 2), -(-height // 2))
        levels.append(cv2.resize(levels[-1], half, interpolation=cv2.INTER_AREA).astype(np.float32))
    found = np.zeros_like(levels[-1])
    for depth, level in reversed(list(enumerate(levels))):
        height, width = level.shape
        grown = cv2.resize(found, (width, height), interpolation=cv2.INTER_LINEAR)
        found = _relaxed(
            level,
            np.asarray(grown * (width / found.shape[1]) ** 2, np.float32),
            round(rounds * COARSER_ROUNDS**depth),
        )
    return np.sqrt(ROUNDNESS * np.maximum(found, 0)).astype(np.float32)


def _relaxed(coverage: Grid, start: Grid, rounds: int) -> Grid:
    """Jacobi's iteration; next to the outline with its true distance, after Shortley and Weller."""
    inside = np.pad(coverage > INSIDE, 1)
    cut = cuts(np.pad(coverage, 1))
    way = np.ones((4, *inside.shape), np.float32)  # to the left, right, up and down
    way[0, :, 1:] = np.where(inside[:, 1:] & ~inside[:, :-1], cut.across, 1)
    way[1, :, :-1] = np.where(inside[:, :-1] & ~inside[:, 1:], cut.across, 1)
    way[2, 1:] = np.where(inside[1:] & ~inside[:-1], cut.down, 1)
    way[3, :-1] = np.where(inside[:-1] & ~inside[1:], cut.down, 1)
    sideways, upright = way[0] + way[1], way[2] + way[3]
    left, right = 2 / (sideways * way[0]), 2 / (sideways * way[1])
    above, below = 2 / (upright * way[2]), 2 / (upright * way[3])
    share = np.where(inside, 1 / (left + right + above + below), 0).astype(np.float32)
    left, right, above, below = (weight * share for weight in (left, right, above, below))
    height = np.pad(start, 1) * inside
    for _ in range(rounds):
        after = 2 * share
        after[:, 1:] += left[:, 1:] * height[:, :-1]
        after[:, :-1] += right[:, :-1] * height[:, 1:]
        after[1:] += above[1:] * height[:-1]
        after[:-1] += below[:-1] * height[1:]
        height = after
    return np.asarray(height[1:-1, 1:-1], np.float32)
