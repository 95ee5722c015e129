"""Several ways to cut a thing out, of which the most convincing is taken."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.mesh.modelling.ground import Likely
from reelhouse.engines.mesh.modelling.parts import LOOSE_COMPANION, Mask, main_parts, without_false_openings
from reelhouse.engines.mesh.modelling.patches import Lab
from reelhouse.engines.mesh.modelling.sheets import Grid
from reelhouse.engines.mesh.modelling.thing import Colours

PLAIN_THRESHOLD, SEEN_THROUGH = 0.5, 0.25
"""On a plain ground, how likely a part of the thing is, and an opening is not."""
THRESHOLDS = (0.12, 0.22, 0.35, 0.5, 0.7)
SURELY_GROUND = 0.06
LEAST_PIXELS = 8
AROUND, FAR_AROUND = 0.2, 0.45
"""Beyond this share of the thing's size, the picture tells nothing about the ground beside it."""
LEAST_SHARE, MOST_SHARE = 0.004, 0.9
"""A thing covers at least and at most so much of its picture."""
FAINTEST = 12
"""So many per cent of an outline may be faint."""
USUAL_SHARE, LARGE_SHARE = 0.12, 0.5
CLEAR, JUST_CLEAR = 35.0, 30.0
"""Differences across an outline, in CIELAB, beyond which it could not be clearer."""
STANDING_OUT = 0.7
"""How much being likely counts beside having all that is likely."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Where the thing seems to be, and how `likely` each pixel is; all of a firm hint belongs to it."""

    mask: Mask
    likely: Grid
    is_firm: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """`score` is from 0 to about 3; `clearness` the difference across most of the outline, in CIELAB."""

    mask: Mask
    score: float
    clearness: float


def best_cut(colours: Colours, lab: Lab, likely: Likely, rounds: int, seed: int) -> Candidate | None:
    """None where nothing is large and small enough to be a thing."""
    found, tried = None, set()
    for hint in _hints(likely):
        if (kind := (hint.mask.tobytes(), hint.is_firm)) in tried:
            continue
        tried.add(kind)
        mask = main_parts(cut_along(colours, hint, rounds, seed), hint.likely)
        candidate = _judged(without_false_openings(mask, lab), lab, likely.standing_out)
        if candidate and (found is None or candidate.score > found.score):
            found = candidate
    return found


def _hints(likely: Likely) -> Iterator[Hint]:
    """What stands out by more or by less, with and without what it surrounds."""
    by = likely.standing_out
    solid = np.ones_like(by, np.uint8)
    if likely.apart is not None:
        yield Hint((likely.apart > PLAIN_THRESHOLD).astype(np.uint8), likely.apart)
        solid = (likely.apart > SEEN_THROUGH).astype(np.uint8)
    for threshold in THRESHOLDS:
        out = (by > threshold).astype(np.uint8)
        if not out.any():
            continue
        parts = main_parts(out, by)
        yield Hint(parts * solid, by)
        yield Hint(_hull(main_parts(out, by, LOOSE_COMPANION)) * solid, by)
        if cv2.connectedComponents(parts)[0] > 2:  # noqa: PLR2004 - the ground, and two parts
            yield Hint(_hull(parts), by, is_firm=True)


def _hull(mask: Mask) -> Mask:
    corners = cv2.convexHull(cv2.findNonZero(mask))
    return np.asarray(cv2.fillConvexPoly(np.zeros_like(mask), corners, 1), np.uint8)


def cut_along(colours: Colours, hint: Hint, rounds: int, seed: int) -> Mask:
    """GrabCut, which begins with a hint and knows no more of the ground than what is around it."""
    if hint.mask.sum() < LEAST_PIXELS:
        return hint.mask
    left, top, width, height = cv2.boundingRect(cv2.findNonZero(hint.mask))
    more = round((FAR_AROUND if hint.is_firm else AROUND) * max(width, height)) + 4
    here = np.s_[max(0, top - more) : top + height + more, max(0, left - more) : left + width + more]
    inside = hint.mask[here] > 0
    if (~inside).sum() < LEAST_PIXELS:
        return hint.mask
    part = np.where(inside, cv2.GC_FGD if hint.is_firm else cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    if not hint.is_firm:
        part[(hint.likely[here] < SURELY_GROUND) & ~inside] = cv2.GC_BGD
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(seed % 2**31)
    cv2.grabCut(
        np.ascontiguousarray(colours[here]), part, (0, 0, 1, 1), *models, rounds, cv2.GC_INIT_WITH_MASK
    )
    mask = np.zeros_like(hint.mask)
    mask[here] = np.isin(part, (cv2.GC_FGD, cv2.GC_PR_FGD))
    return mask


def _judged(mask: Mask, lab: Lab, likely: Grid) -> Candidate | None:
    """Good are a clear outline, a fair size, the middle, and what is likely, no more and no less."""
    share = float(mask.mean())
    if not LEAST_SHARE <= share <= MOST_SHARE:
        return None
    apart = _across_outline(mask, lab)
    clear = float(np.minimum(apart, CLEAR).mean()) / CLEAR
    clear += min(float(np.percentile(apart, FAINTEST)) / JUST_CLEAR, 1)
    size = min(1.0, share / USUAL_SHARE) ** 0.3
    if share > LARGE_SHARE:
        size = float(np.exp(-(((share - LARGE_SHARE) / 0.2) ** 2)))
    inside, outside = float(likely[mask > 0].mean()), float(likely[mask == 0].mean())
    wanted = likely * _middle(mask.shape)
    having = float(wanted[mask > 0].sum() / max(float(wanted.sum()), 1e-9))
    border = np.concatenate([mask[0], mask[-1], mask[:, 0], mask[:, -1]])
    score = clear * size * _whole(mask) * _centred(mask) * (STANDING_OUT * (inside - outside) + having)
    return Candidate(mask, score * (1 - float(border.mean())), float(np.median(apart)))


def _across_outline(mask: Mask, lab: Lab) -> NDArray[np.float32]:
    """Differences between what is just inside and just outside, all along the outline."""
    sides = mask.astype(np.float32), (1 - mask).astype(np.float32)
    soft = [cv2.GaussianBlur(np.dstack([lab * side[..., None], side]), (0, 0), 1.6) for side in sides]
    inner, outer = (one[..., :3] / np.maximum(one[..., 3:], 1e-3) for one in soft)
    kernel = np.ones((3, 3), np.uint8)
    outline = cv2.dilate(mask, kernel) != cv2.erode(mask, kernel)
    return np.asarray(np.linalg.norm(inner - outer, axis=2)[outline], np.float32)


def _whole(mask: Mask) -> float:
    """A thing is rather one part than several."""
    _, _, facts, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    largest = float(facts[1:, cv2.CC_STAT_AREA].max())
    return float((largest / mask.sum()) ** 1.5)


def _centred(mask: Mask) -> float:
    rows, columns = np.nonzero(mask)
    down, across = rows.mean() / mask.shape[0] - 0.5, columns.mean() / mask.shape[1] - 0.5
    return float(np.exp(-((across / 0.3) ** 2 + (down / 0.4) ** 2)))


def _middle(shape: tuple[int, ...]) -> Grid:
    down, across = np.ogrid[-0.5 : 0.5 : shape[0] * 1j, -0.5 : 0.5 : shape[1] * 1j]
    return np.asarray(np.exp(-((across / 0.3) ** 2 + (down / 0.35) ** 2)), np.float32)
