"""Cuts a thing out of a picture without transparency."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.mesh.modelling.patches import Lab
from reelhouse.engines.mesh.modelling.sheets import Grid
from reelhouse.engines.mesh.modelling.standing_out import standing_out
from reelhouse.engines.mesh.modelling.thing import Colours

WORKING_SIDE = 320
PLAIN = 6.0
"""A border whose colours differ from a smooth gradient by less (in CIELAB, three times in four) is plain."""
LEAST_DIFFERENCE = 9.0
SURELY_GROUND = 0.06
LEAST_SHARE, MOST_SHARE = 0.004, 0.9
"""A thing covers at least and at most so much of its picture."""
COMPANION = 0.15
"""Parts that are so large beside the largest belong to the thing."""
SPECK = 0.0012
"""Openings smaller than this share of the thing are mistakes of the cut."""
DISTINCT = 12.0
"""So much a thing's edge differs from its ground, in CIELAB, where the cut can be trusted."""


@dataclass(frozen=True, slots=True)
class Cut:
    coverage: Grid
    is_sure: bool


def cut_out(colours: Colours, rounds: int, seed: int) -> Cut | None:
    """From 0 to 1 how much of each pixel belongs to the thing; None where nothing stands out."""
    height, width = colours.shape[:2]
    scale = min(1.0, WORKING_SIDE / max(height, width))
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    small = np.asarray(cv2.resize(colours, size, interpolation=cv2.INTER_AREA), np.uint8)
    lab = _lab(small)
    likely = _likely(lab)
    mask = _grown(small, likely, rounds, seed)
    mask = _main(mask, likely)
    if not LEAST_SHARE <= float(mask.mean()) <= MOST_SHARE:
        return None
    is_sure = _edge_difference(lab, mask) >= DISTINCT
    large = cv2.resize(mask.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    return Cut(_refined(colours, np.asarray(large, np.float32), max(height, width)), is_sure)


def _lab(colours: Colours) -> Lab:
    return np.asarray(cv2.cvtColor(colours.astype(np.float32) / 255, cv2.COLOR_RGB2LAB))


def _likely(lab: Lab) -> Grid:
    """How likely each pixel belongs to the thing: on a plain ground by its colour, else as it stands out."""
    ground, usual = _gradient(lab)
    if usual > PLAIN:
        return standing_out(lab)
    difference = np.linalg.norm(lab - ground, axis=2)
    threshold = max(LEAST_DIFFERENCE, 2.5 * usual)
    return np.asarray(np.clip(difference / (2 * threshold), 0, 1), np.float32)


def _gradient(lab: Lab) -> tuple[Lab, float]:
    """The smooth ground that the border continues to, and how far most of the border is from it."""
    height, width = lab.shape[:2]
    rows, columns = np.meshgrid(np.linspace(-1, 1, height), np.linspace(-1, 1, width), indexing="ij")
    terms = np.stack([np.ones_like(rows), rows, columns, rows * columns, rows**2, columns**2], axis=2)
    edge = max(1, round(0.03 * min(height, width)))
    border = np.ones((height, width), bool)
    border[edge:-edge, edge:-edge] = False
    known, colours = terms[border], lab[border].astype(np.float64)
    weights = np.ones(len(known))
    for _ in range(4):  # what does not fit, such as a thing that touches the border, counts less each time
        factors, *_rest = np.linalg.lstsq(known * weights[:, None], colours * weights[:, None], rcond=None)
        far = np.linalg.norm(colours - known @ factors, axis=1)
        weights = 1 / (1 + (far / max(float(np.median(far)), 1.0)) ** 2)
    return np.asarray(terms @ factors, np.float32), float(np.percentile(far, 75))


def _grown(colours: Colours, likely: Grid, rounds: int, seed: int) -> NDArray[np.uint8]:
    """GrabCut, told by what is likely."""
    threshold, _ = cv2.threshold((likely * 255).astype(np.uint8), 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    far = likely > threshold / 255
    hints = np.where(far, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    hints[likely < SURELY_GROUND] = cv2.GC_BGD
    if far.sum() < 8 or (hints == cv2.GC_BGD).sum() + (hints == cv2.GC_PR_BGD).sum() < 8:  # noqa: PLR2004
        return far.astype(np.uint8)
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(seed % 2**31)
    cv2.grabCut(colours, hints, (0, 0, 1, 1), *models, rounds, cv2.GC_INIT_WITH_MASK)
    return np.isin(hints, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)


def _main(mask: NDArray[np.uint8], likely: Grid) -> NDArray[np.uint8]:
    """The part that stands out most, what is nearly as large beside it, and no specks."""
    count, labels, facts, centres = cv2.connectedComponentsWithStats(mask, connectivity=8)
    if count < 2:  # noqa: PLR2004 - there is nothing but ground
        return mask
    height, width = mask.shape
    off = np.hypot(centres[:, 0] / width - 0.5, centres[:, 1] / height - 0.5)
    weight = np.bincount(labels.ravel(), likely.ravel(), count) * np.exp(-((off / 0.35) ** 2))
    weight[0] = 0
    left, top = facts[:, cv2.CC_STAT_LEFT], facts[:, cv2.CC_STAT_TOP]
    right, bottom = left + facts[:, cv2.CC_STAT_WIDTH], top + facts[:, cv2.CC_STAT_HEIGHT]
    touching = (left == 0) | (top == 0) | (right == width) | (bottom == height)
    kept = (weight >= COMPANION * weight.max()) & ~touching
    kept[weight.argmax()] = True
    kept[0] = False
    thing = kept[labels].astype(np.uint8)
    _, openings, facts, _ = cv2.connectedComponentsWithStats(1 - thing, connectivity=4)
    specks = facts[:, cv2.CC_STAT_AREA] < SPECK * thing.sum()
    specks[0] = False
    return np.asarray(thing | specks[openings], np.uint8)


def _edge_difference(lab: Lab, mask: NDArray[np.uint8]) -> float:
    """Between what is just inside and just outside the outline."""
    kernel = np.ones((3, 3), np.uint8)
    soft = [
        cv2.GaussianBlur(np.dstack([lab * side[..., None], side]), (0, 0), 2.0)
        for side in (mask.astype(np.float32), (1 - mask).astype(np.float32))
    ]
    inner, outer = (one[..., :3] / np.maximum(one[..., 3:], 1e-3) for one in soft)
    outline = cv2.dilate(mask, kernel) != cv2.erode(mask, kernel)
    return float(np.median(np.linalg.norm(inner - outer, axis=2)[outline])) if outline.any() else 0.0


def _refined(colours: Colours, coverage: Grid, longest: int) -> Grid:
    """Led to the picture's own edges by the guided filter of He, Sun and Tang."""
    radius = max(2, round(longest / WORKING_SIDE * 1.5))
    guide = cv2.cvtColor(colours, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    box = (2 * radius + 1, 2 * radius + 1)
    mean_guide, mean = cv2.blur(guide, box), cv2.blur(coverage, box)
    spread = cv2.blur(guide * guide, box) - mean_guide**2
    slope = (cv2.blur(guide * coverage, box) - mean_guide * mean) / (spread + 1e-3)
    offset = mean - slope * mean_guide
    refined = cv2.blur(slope, box) * guide + cv2.blur(offset, box)
    return np.asarray(np.clip((refined - 0.5) * 1.6 + 0.5, 0, 1), np.float32)
