"""Pictures that a camera took."""
# ruff: noqa: ARG001 - outlines are strings, measures no constants, signatures alike

import cv2
import numpy as np

from reelhouse.engines.image.illustrating.manners.brushes import Chance, veiled
from reelhouse.engines.image.illustrating.sheet import Pixels


def cinematic(pixels: Pixels, chance: Chance) -> Pixels:
    """Teal shadows and orange lights, a soft shoulder, glowing highlights, dark corners."""
    level = np.linspace(0, 1, 256)
    bent = 0.015 + 0.95 * (level * 0.6 + 0.4 * level * level * (3 - 2 * level))
    middle = np.sin(np.pi * level)
    warm = middle * (level - 0.4)
    light = np.stack(
        [bent + 0.09 * warm, bent + 0.01 * middle, bent - 0.10 * warm + 0.012 * (1 - level)], axis=1
    )
    table = (np.clip(light, 0, 1) * 255 + 0.5).astype(np.uint8)[None]
    muted = cv2.transform(pixels, np.full((3, 3), 0.06, np.float32) + np.eye(3, dtype=np.float32) * 0.82)
    graded = cv2.LUT(np.asarray(muted, np.uint8), table)
    height, width = graded.shape[:2]
    small = cv2.resize(graded, (max(width // 8, 1), max(height // 8, 1)), interpolation=cv2.INTER_AREA)
    bright = cv2.GaussianBlur(cv2.subtract(small, np.full_like(small, 168)), (0, 0), max(width / 8 / 28, 0.6))
    glow = cv2.resize(bright, (width, height), interpolation=cv2.INTER_LINEAR)
    lit = cv2.addWeighted(graded, 1.0, glow, 0.5, 0)
    return veiled(np.asarray(lit, np.uint8), 0.36)


def miniature(pixels: Pixels, chance: Chance) -> Pixels:
    """A toy world: vivid, and sharp only in a band across the middle."""
    height, width = pixels.shape[:2]
    lively = pixels.astype(np.float32)
    lively = np.clip(lively + (lively - lively.mean(axis=2, keepdims=True)) * 0.35, 0, 255).astype(np.uint8)
    small = cv2.resize(lively, (max(width // 4, 1), max(height // 4, 1)), interpolation=cv2.INTER_AREA)
    soft = cv2.resize(cv2.GaussianBlur(small, (0, 0), max(min(width, height) / 4 / 70, 0.6)), (width, height))
    away = np.abs(np.linspace(0, 1, height, dtype=np.float32) - 0.64)
    share = np.clip((away - 0.17) / 0.2, 0, 1)[:, None, None]
    return np.asarray(lively * (1 - share) + soft * share, np.uint8)


def noir(pixels: Pixels, chance: Chance) -> Pixels:
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    hard = np.clip((grey - 0.46) * 1.55 + 0.44, 0, 1)
    hard += chance.normal(0, 0.022, grey.shape).astype(np.float32)
    flat = (np.clip(hard, 0, 1) * 255).astype(np.uint8)
    return veiled(np.asarray(cv2.merge([flat, flat, flat]), np.uint8), 0.55)
