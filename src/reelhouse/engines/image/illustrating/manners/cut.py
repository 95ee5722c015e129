"""Pictures put together from pieces of one colour."""
# ruff: noqa: ARG001, E501 - outlines are strings, measures no constants, signatures alike

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.image.illustrating.manners.brushes import Chance, edges, halved, noise, restored
from reelhouse.engines.image.illustrating.sheet import Pixels


def pixel_art(pixels: Pixels, chance: Chance) -> Pixels:
    height, width = pixels.shape[:2]
    cell = max(round(min(height, width) / 112), 2)
    size = max(width // cell, 1), max(height // cell, 1)
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    lively = np.clip(small.astype(np.float32) * 1.08 - 8, 0, 255)
    bayer = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.47
    tile = np.tile(bayer, (size[1] // 4 + 1, size[0] // 4 + 1))[: size[1], : size[0], None]
    step = 255 / 9
    flat = np.clip(np.rint((lively + tile * step * 0.3) / step) * step, 0, 255).astype(np.uint8)
    return np.asarray(cv2.resize(flat, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


def _facets(pixels: Pixels, chance: Chance, count: int) -> NDArray[np.int32]:
    """The nearest of `count` seeds for every point; seeds gather where there is something to see."""
    height, width = pixels.shape[:2]
    interest = cv2.GaussianBlur(edges(pixels, 2.0), (0, 0), max(width / 160, 1)) + 0.035
    flat = np.cumsum(interest.ravel() / interest.sum())
    spots = np.searchsorted(flat, (np.arange(count) + chance.uniform(0, 1, count)) / count)
    mask = np.full((height, width), 255, np.uint8)
    mask.ravel()[np.minimum(spots, flat.size - 1)] = 0
    _, labels = cv2.distanceTransformWithLabels(mask, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    return np.asarray(labels, np.int32)


def _means(pixels: Pixels, labels: NDArray[np.int32]) -> Pixels:
    count = np.maximum(np.bincount(labels.ravel()), 1)
    tones = [np.bincount(labels.ravel(), pixels[..., channel].ravel()) / count for channel in range(3)]
    return np.asarray(np.stack(tones, axis=1)[labels], np.uint8)


def low_poly(pixels: Pixels, chance: Chance) -> Pixels:
    """Triangles (Delaunay) between points that gather at edges, each in its mean colour."""
    height, width = pixels.shape[:2]
    interest = cv2.GaussianBlur(edges(pixels, 2.0), (0, 0), max(width / 200, 0.8)) + 0.03
    flat = np.cumsum(interest.ravel() / interest.sum())
    spots = np.searchsorted(flat, (np.arange(1500) + chance.uniform(0, 1, 1500)) / 1500)
    mesh = cv2.Subdiv2D((-1, -1, width + 2, height + 2))
    border = [(x, y) for x in np.linspace(0, width, 9) for y in (0, height)]
    border += [(x, y) for x in (0, width) for y in np.linspace(0, height, 9)[1:-1]]
    points = [(float(spot % width), float(spot // width)) for spot in spots]
    mesh.insert([(float(x), float(y)) for x, y in (*border, *points)])
    canvas = pixels.copy()
    corners = np.clip(np.asarray(mesh.getTriangleList()).reshape(-1, 3, 2), -8, max(width, height) + 8)
    inner = np.clip((corners.mean(axis=1, keepdims=True) * 0.55 + corners * 0.45), 0, (width - 1, height - 1)).astype(int)  # fmt: skip
    middle = np.clip(corners.mean(axis=1), 0, (width - 1, height - 1)).astype(int)
    tones = pixels[inner[..., 1], inner[..., 0]].astype(np.float32).mean(axis=1) * 0.7
    tones += pixels[middle[:, 1], middle[:, 0]].astype(np.float32) * 0.3
    side = corners[:, 1] - corners[:, 0]
    tones *= (1 + 0.07 * np.sin(np.arctan2(side[:, 1], side[:, 0]) * 2))[:, None]
    for triangle, tone in zip(
        np.rint(corners * 16).astype(np.int32), np.clip(tones, 0, 255).tolist(), strict=True
    ):
        cv2.fillConvexPoly(canvas, triangle, tone, cv2.LINE_AA, 4)
    return canvas


def stained_glass(pixels: Pixels, chance: Chance) -> Pixels:
    small, _ = halved(pixels)
    labels = _facets(small, chance, 1900)
    glass = _means(small, labels).astype(np.float32)
    glass = np.clip((glass - 110) * 1.35 + 118, 0, 255)
    lead = np.zeros(labels.shape, np.uint8)
    lead[:, 1:] |= (labels[:, 1:] != labels[:, :-1]).astype(np.uint8)
    lead[1:] |= (labels[1:] != labels[:-1]).astype(np.uint8)
    soft = cv2.GaussianBlur(cv2.dilate(lead * 255, np.ones((2, 2), np.uint8)), (0, 0), 0.7)
    shine = 1 + 0.12 * noise(labels.shape, chance, (9, 30))
    share = (soft.astype(np.float32) / 255)[..., None]
    leaded = glass * shine[..., None] * (1 - share) + np.array([26, 24, 30], np.float32) * share
    return restored(np.clip(leaded, 0, 255).astype(np.uint8), pixels)
