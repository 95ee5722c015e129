"""Which connected parts of a mask are the thing, and which gaps in it are openings."""

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.mesh.modelling.patches import Lab
from reelhouse.engines.mesh.modelling.sheets import Grid

COMPANION, LOOSE_COMPANION = 0.15, 0.03
"""Parts that weigh so much beside the heaviest belong to the thing, or may do."""
MIDDLE = 0.35
SPECK = 0.0015
"""Gaps smaller than this share of the thing are mistakes of the cut."""
AROUND = 12
"""Pixels around the thing in which the ground shows the colours that are seen through openings."""
SAME_COLOUR = 9.0
SEEN_THROUGH = 70
"""Per cent of an opening that show the colours of the ground."""
SAMPLES = 400
CORE = 18.0
"""A gap whose middle differs from its rim by more (in CIELAB) is no opening, but a wheel or an eye."""

Mask = NDArray[np.uint8]


def main_parts(mask: Mask, likely: Grid, companion: float = COMPANION) -> Mask:
    """The part that is most likely the thing, by its size and nearness to the middle, and its companions."""
    count, labels, facts, centres = cv2.connectedComponentsWithStats(mask, connectivity=8)
    if count < 2:  # noqa: PLR2004 - there is nothing but ground
        return mask
    height, width = mask.shape
    off = np.hypot(centres[:, 0] / width - 0.5, centres[:, 1] / height - 0.5)
    weight = np.bincount(labels.ravel(), likely.ravel(), count) * np.exp(-((off / MIDDLE) ** 2))
    weight[0] = 0
    left, top = facts[:, cv2.CC_STAT_LEFT], facts[:, cv2.CC_STAT_TOP]
    right, bottom = left + facts[:, cv2.CC_STAT_WIDTH], top + facts[:, cv2.CC_STAT_HEIGHT]
    touching = (left == 0) | (top == 0) | (right == width) | (bottom == height)
    kept = (weight >= companion * weight.max()) & ~touching
    kept[weight.argmax()] = True
    kept[0] = False
    return np.asarray(kept[labels], np.uint8)


def without_false_openings(mask: Mask, lab: Lab) -> Mask:
    """Gaps stay where the ground is seen through them; an eye or a window is no opening."""
    count, labels, facts, _ = cv2.connectedComponentsWithStats(1 - mask, connectivity=4)
    outer = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    near = cv2.dilate(mask, np.ones((2 * AROUND + 1, 2 * AROUND + 1), np.uint8)) > 0
    ground = _some(lab[np.isin(labels, outer) & near & (mask == 0)])
    filled = mask.copy()
    for label in range(1, count):
        if label in outer:
            continue
        gap = labels == label
        small = facts[label, cv2.CC_STAT_AREA] < SPECK * mask.sum()
        if small or not _is_ground(lab[gap], ground) or _has_core(gap, lab):
            filled[gap] = 1
    return filled


def _is_ground(colours: Lab, ground: Lab) -> bool:
    if not len(ground):
        return False
    apart = np.linalg.norm(_some(colours)[:, None] - ground[None], axis=2).min(axis=1)
    return float(np.percentile(apart, SEEN_THROUGH)) < SAME_COLOUR


def _has_core(gap: NDArray[np.bool_], lab: Lab) -> bool:
    depth = cv2.distanceTransform(np.pad(gap.astype(np.uint8), 1), cv2.DIST_L2, cv2.DIST_MASK_5)[1:-1, 1:-1]
    inner, outer = gap & (depth > 0.6 * depth.max()), gap & (depth < 0.4 * depth.max())
    if not inner.any() or not outer.any():
        return False
    return float(np.linalg.norm(np.median(lab[inner], axis=0) - np.median(lab[outer], axis=0))) > CORE


def _some(colours: Lab) -> Lab:
    return colours[:: max(1, len(colours) // SAMPLES)]
