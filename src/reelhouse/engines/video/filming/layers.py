"""A picture parted into what stands in front and what is behind it, which goes on where it was hidden."""
# ruff: noqa: PLR2004 - measures of pictures are no constants

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.tools import Frame

Plane = NDArray[np.float32]
SMALL = 160
LEAST, MOST = 0.025, 0.5
"""What covers less or more of the picture is taken for no subject."""

APART = 15.0
"""So different (Lab) a subject must be from what is around it."""


@dataclass(frozen=True, slots=True)
class Layers:
    """`front` is from 0 to 1, how much of every point belongs to the subject; `behind` has no subject."""

    front: Plane
    behind: Frame


def parted(picture: Frame) -> Layers | None:
    """Both layers; None where no subject stands clearly before a background."""
    height, width = picture.shape[:2]
    share = SMALL / max(height, width)
    size = max(round(width * share), 24), max(round(height * share), 24)
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    mask = _subject(small)
    if mask is None:
        return None
    soft = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 0.8)
    front = np.clip((cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC) - 0.25) * 2, 0, 1)
    return Layers(np.asarray(front, np.float32), _filled(picture, small, mask))


def _subject(small: Frame) -> NDArray[np.uint8] | None:
    """GrabCut from what differs most from the border; deterministic, since its chance is seeded."""
    rows, columns = small.shape[:2]
    lab = cv2.cvtColor(small.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    edge = max(columns // 14, 2)
    side = np.concatenate([lab[:, :edge], lab[:, -edge:]], axis=1)
    away = np.linalg.norm(lab - np.median(side, axis=1, keepdims=True), axis=2)
    x = np.linspace(-1, 1, columns, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, rows, dtype=np.float32)[:, None]
    likely = cv2.GaussianBlur(away.astype(np.float32), (0, 0), 2) * np.exp(-(x**2) * 1.5 - (y - 0.1) ** 2)
    if float(likely.max()) < APART:
        return None
    mask = np.full((rows, columns), cv2.GC_BGD, np.uint8)
    mask[edge:, edge:-edge] = cv2.GC_PR_BGD
    mask[likely > 0.42 * likely.max()] = cv2.GC_PR_FGD
    mask[likely > 0.8 * likely.max()] = cv2.GC_FGD
    cv2.setRNGSeed(7)
    models = np.zeros((1, 65), np.float64), np.zeros((1, 65), np.float64)
    try:
        cv2.grabCut(small, mask, None, *models, 3, cv2.GC_INIT_WITH_MASK)  # type: ignore[call-overload]
    except cv2.error:
        return None
    found = ((mask == cv2.GC_FGD) | (mask == cv2.GC_PR_FGD)).astype(np.uint8)
    found = np.asarray(cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(found)
    if count < 2:
        return None
    largest = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    if not LEAST < stats[largest, cv2.CC_STAT_AREA] / found.size < MOST:
        return None
    return _whole(np.asarray(labels == largest, np.uint8))


def _whole(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Without holes, and a little wider: what is lost at the rim is seen more than what is too much."""
    rims, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = cv2.drawContours(np.zeros_like(mask), rims, -1, (1,), cv2.FILLED)
    return np.asarray(cv2.dilate(filled, np.ones((3, 3), np.uint8)), np.uint8)


def _filled(picture: Frame, small: Frame, mask: NDArray[np.uint8]) -> Frame:
    """The background where the subject was: drawn together from around it, smooth where nobody looks long."""
    height, width = picture.shape[:2]
    wide = cv2.dilate(mask, np.ones((7, 7), np.uint8))
    inner = cv2.inpaint(small, wide, 5, cv2.INPAINT_TELEA)
    inner = cv2.addWeighted(inner, 0.4, cv2.blur(inner, (9, 3)), 0.6, 0)
    large = cv2.resize(inner, (width, height), interpolation=cv2.INTER_CUBIC)
    soft = cv2.resize(
        cv2.GaussianBlur(wide.astype(np.float32), (0, 0), 1.2),
        (width, height),
        interpolation=cv2.INTER_LINEAR,
    )
    cover = np.clip(soft * 1.6, 0, 1).astype(np.float32)
    return np.asarray(cv2.blendLinear(np.asarray(large, np.uint8), picture, cover, 1 - cover), np.uint8)
