"""Pictures that somebody painted."""
# ruff: noqa: E501 - outlines are strings, measures no constants, signatures alike

import cv2
import numpy as np

from reelhouse.engines.image.illustrating.manners.brushes import (
    Chance,
    Plane,
    halved,
    noise,
    patches,
    restored,
    wandered,
)
from reelhouse.engines.image.illustrating.sheet import Pixels


def watercolor(pixels: Pixels, chance: Chance) -> Pixels:
    small, _ = halved(pixels)
    reach = max(round(min(small.shape[:2]) / 150), 1)
    washed = wandered(patches(small, reach), chance, min(small.shape[:2]) / 170)
    grey = cv2.cvtColor(washed, cv2.COLOR_RGB2GRAY)
    rim = cv2.GaussianBlur(cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)), (0, 0), 1.0)
    paint = washed.astype(np.float32)
    pool = (
        1 + 0.16 * noise(grey.shape[:2], chance)[..., None] - 0.5 * (rim.astype(np.float32) / 255)[..., None]
    )
    pale = 255 - (255 - paint) * 0.86 * np.clip(pool, 0.4, 1.4) * (1.0)
    flat = restored(np.clip(pale, 0, 255).astype(np.uint8), pixels)
    fibre = chance.normal(0, 1, (flat.shape[0] // 2 + 1, flat.shape[1] // 2 + 1)).astype(np.float32)
    paper = cv2.resize(cv2.GaussianBlur(fibre, (0, 0), 0.8), (flat.shape[1], flat.shape[0]))
    edge = _torn(flat.shape[:2], chance)
    sheet = flat * edge + np.array([250, 247, 238], np.float32) * (1 - edge)
    return np.asarray(np.clip(sheet + paper[..., None] * 7, 0, 255), np.uint8)


def _torn(shape: tuple[int, int], chance: Chance) -> Plane:
    """1 where there is paint, 0 along a ragged border."""
    height, width = shape
    x = np.minimum(np.arange(width), np.arange(width)[::-1])[None, :] / min(shape)
    y = np.minimum(np.arange(height), np.arange(height)[::-1])[:, None] / min(shape)
    inside = np.minimum(x, y).astype(np.float32) + noise(shape, chance, (12, 40, 90)) * 0.025
    return np.asarray(np.clip((inside - 0.03) / 0.012, 0, 1)[..., None], np.float32)


def oil(pixels: Pixels, chance: Chance) -> Pixels:
    small, _ = halved(pixels)
    reach = max(round(min(small.shape[:2]) / 110), 1)
    painted = patches(wandered(small, chance, min(small.shape[:2]) / 240), reach, 2)
    grey = cv2.cvtColor(painted, cv2.COLOR_RGB2GRAY).astype(np.float32)
    across, down = cv2.Sobel(grey, cv2.CV_32F, 1, 0, ksize=5), cv2.Sobel(grey, cv2.CV_32F, 0, 1, ksize=5)
    across, down = cv2.GaussianBlur(across, (0, 0), 6), cv2.GaussianBlur(down, (0, 0), 6)
    angle = np.arctan2(across, -down) + noise(grey.shape[:2], chance, (4, 9)) * 1.2
    bristle = chance.normal(0, 1, grey.shape[:2]).astype(np.float32)
    x, y = np.meshgrid(np.arange(grey.shape[1], dtype=np.float32), np.arange(grey.shape[0], dtype=np.float32))
    stroke = np.zeros_like(grey)
    for step in np.linspace(-reach * 2.2, reach * 2.2, 9, dtype=np.float32):
        stroke += cv2.remap(bristle, x + np.cos(angle).astype(np.float32) * step, y + np.sin(angle).astype(np.float32) * step, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)  # fmt: skip
    relief = stroke - np.roll(stroke, (1, 1), (0, 1))
    rich = painted.astype(np.float32)
    rich += (rich - rich.mean(axis=2, keepdims=True)) * 0.22
    rich = rich * (1 + 0.022 * stroke[..., None]) + relief[..., None] * 5.0
    return restored(np.clip(rich, 0, 255).astype(np.uint8), pixels)
