"""Pictures that somebody drew."""
# ruff: noqa: ARG001 - outlines are strings, measures no constants, signatures alike

import cv2
import numpy as np

from reelhouse.engines.image.illustrating.manners.brushes import (
    Chance,
    edges,
    halved,
    noise,
    patches,
    restored,
    wandered,
)
from reelhouse.engines.image.illustrating.sheet import Pixels


def line_art(pixels: Pixels, chance: Chance) -> Pixels:
    line = edges(wandered(pixels, chance, min(pixels.shape[:2]) / 500), 1.5)
    paper = np.array([252, 250, 244], np.float32)
    ink = np.array([28, 26, 38], np.float32)
    return np.asarray(np.clip(paper + (ink - paper) * line[..., None], 0, 255), np.uint8)


def pencil(pixels: Pixels, chance: Chance) -> Pixels:
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    height, width = grey.shape
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    unit = max(min(height, width) / 1024, 0.3) * 5
    wave = noise((height, width), chance, (6, 20)) * 1.6
    dark = np.ones_like(grey)
    for turn, below in ((0.9, 0.78), (2.4, 0.52), (0.2, 0.30)):
        hatch = 0.5 + 0.5 * np.sin((x * np.cos(turn) + y * np.sin(turn)) / unit * 2 * np.pi + wave * 3)
        depth = np.clip((below - grey) / 0.24, 0, 1)
        dark -= 0.34 * depth * np.clip((hatch - 0.35) * 2, 0, 1)
    dark -= 0.75 * edges(pixels, 1.1) + np.clip(0.5 - grey, 0, 1) * 0.34
    grain = cv2.GaussianBlur(chance.normal(0, 1, grey.shape).astype(np.float32), (0, 0), 0.8)
    tone = np.clip(dark + grain * 0.05, 0.08, 0.97)
    return np.asarray(tone[..., None] * np.array([255, 252, 245]), np.uint8)


def comic(pixels: Pixels, chance: Chance) -> Pixels:
    calm = patches(halved(pixels)[0], 1)
    flat = restored(calm, pixels)
    level = np.linspace(0, 255, 256)
    steps = np.round(level / 51) * 51 * 0.62 + level * 0.38
    bold = cv2.LUT(flat, steps.astype(np.uint8)).astype(np.float32)
    bold = np.clip(bold + (bold - bold.mean(axis=2, keepdims=True)) * 0.4, 0, 255)
    height, width = bold.shape[:2]
    unit = max(min(height, width) / 128, 3)
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    dots = np.cos((x + y) / unit * np.pi) * np.cos((x - y) / unit * np.pi)
    shade = np.clip(0.62 - bold.mean(axis=2) / 255, 0, 1) * 2.2 - 0.75
    bold *= (1 - 0.34 * np.clip((dots + shade) * 4, 0, 1))[..., None]
    line = edges(pixels, 2.2)[..., None]
    return np.asarray(np.clip(bold * (1 - line) + 16 * line, 0, 255), np.uint8)
