"""Cuts a thing out of a picture without transparency."""

from dataclasses import dataclass

import cv2
import numpy as np

from reelhouse.engines.mesh.modelling.candidates import Hint, best_cut, cut_along
from reelhouse.engines.mesh.modelling.ground import in_lab, likely
from reelhouse.engines.mesh.modelling.parts import Mask, main_parts, without_false_openings
from reelhouse.engines.mesh.modelling.sheets import INSIDE, Grid
from reelhouse.engines.mesh.modelling.thing import Colours

SEARCH_SIDE, FINE_SIDE = 256, 512
FINE_ROUNDS = 2
BAND = 4
"""Pixels of the search by which a finer cut may move the outline."""
DISTINCT, CONVINCING, LEAST_CONVINCING = 12.0, 0.95, 0.3
"""From which clearness and score on a cut is trusted, and below which score there is no thing."""


@dataclass(frozen=True, slots=True)
class Cut:
    coverage: Grid
    is_sure: bool


def cut_out(colours: Colours, rounds: int, seed: int) -> Cut | None:
    """From 0 to 1 how much of each pixel belongs to the thing; None where nothing stands out."""
    small = _scaled(colours, SEARCH_SIDE)
    lab = in_lab(small)
    seen = likely(lab)
    found = best_cut(small, lab, seen, rounds, seed)
    if found is None or found.score < LEAST_CONVINCING:
        return None
    is_sure = found.clearness >= DISTINCT and found.score >= CONVINCING
    thing = seen.standing_out if seen.apart is None else np.maximum(seen.apart, seen.standing_out)
    fine = _fine(colours, found.mask, thing, seed)
    return Cut(_refined(colours, _grown(fine, colours.shape)), is_sure)


def _scaled(colours: Colours, side: int) -> Colours:
    height, width = colours.shape[:2]
    scale = min(1.0, side / max(height, width))
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    return np.asarray(cv2.resize(colours, size, interpolation=cv2.INTER_AREA), np.uint8)


def _grown(values: Mask | Grid, shape: tuple[int, ...]) -> Grid:
    size = (shape[1], shape[0])
    return np.asarray(cv2.resize(values.astype(np.float32), size, interpolation=cv2.INTER_LINEAR), np.float32)


def _fine(colours: Colours, mask: Mask, thing: Grid, seed: int) -> Mask:
    """The cut once more with more pixels, where only what is near the outline may change."""
    fine = _scaled(colours, FINE_SIDE)
    if fine.shape[:2] == mask.shape:
        return mask
    hint = (_grown(mask, fine.shape) > INSIDE).astype(np.uint8)
    reach = round(BAND * max(fine.shape) / max(mask.shape))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    free = (cv2.dilate(hint, kernel) > 0) & (cv2.erode(hint, kernel) == 0)
    cut = cut_along(fine, Hint(hint, _grown(thing, fine.shape)), FINE_ROUNDS, seed)
    mixed = np.where(free, cut, hint).astype(np.uint8)
    kept = main_parts(mixed, mixed.astype(np.float32))
    return without_false_openings(kept, in_lab(fine))


def _refined(colours: Colours, coverage: Grid) -> Grid:
    """Led to the picture's own edges by the guided filter of He, Sun and Tang."""
    radius = max(1, round(max(coverage.shape) / FINE_SIDE))
    guide = cv2.cvtColor(colours, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    box = (2 * radius + 1, 2 * radius + 1)
    mean_guide, mean = cv2.blur(guide, box), cv2.blur(coverage, box)
    spread = cv2.blur(guide * guide, box) - mean_guide**2
    slope = (cv2.blur(guide * coverage, box) - mean_guide * mean) / (spread + 1e-3)
    refined = cv2.blur(slope, box) * guide + cv2.blur(mean - slope * mean_guide, box)
    return np.asarray(np.clip((refined - INSIDE) * 1.6 + INSIDE, 0, 1), np.float32)
