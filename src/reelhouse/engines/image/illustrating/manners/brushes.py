"""What all manners of drawing are made of."""

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.image.illustrating.sheet import Pixels

Plane = NDArray[np.float32]
Chance = np.random.Generator


def noise(shape: tuple[int, int], chance: Chance, octaves: tuple[int, ...] = (4, 8, 16, 32, 64)) -> Plane:
    """Clouds between -1 and 1, coarse and fine together."""
    height, width = shape
    total = np.zeros(shape, np.float32)
    for number, cells in enumerate(octaves):
        grid = chance.uniform(-1, 1, (cells + 2, cells + 2)).astype(np.float32)
        total += cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC) * 0.62**number
    return np.asarray(total / max(float(np.abs(total).max()), 1e-6), np.float32)


def wandered(pixels: Pixels, chance: Chance, reach: float) -> Pixels:
    """Edges that a hand drew: every point is taken from a little aside."""
    height, width = pixels.shape[:2]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    x += noise((height, width), chance, (24, 60)) * reach
    y += noise((height, width), chance, (24, 60)) * reach
    return np.asarray(cv2.remap(pixels, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101), np.uint8)


def patches(pixels: Pixels, reach: int, rounds: int = 1) -> Pixels:
    """Kuwahara's filter: every point becomes the calmest of the four squares beside it, as brushes do."""
    height, width = pixels.shape[:2]
    for _ in range(rounds):
        plain = pixels.astype(np.float32)
        grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
        size = (reach + 1, reach + 1)
        mean = cv2.boxFilter(plain, -1, size, anchor=(0, 0), borderType=cv2.BORDER_REFLECT_101)
        light = cv2.boxFilter(grey, -1, size, anchor=(0, 0), borderType=cv2.BORDER_REFLECT_101)
        square = cv2.boxFilter(grey * grey, -1, size, anchor=(0, 0), borderType=cv2.BORDER_REFLECT_101)
        unrest = square - light * light
        best, least = np.empty_like(mean), np.full((height, width), np.inf, np.float32)
        for dy, dx in ((0, 0), (0, -reach), (-reach, 0), (-reach, -reach)):
            rows, columns = (
                np.clip(np.arange(height) + dy, 0, height - 1),
                np.clip(np.arange(width) + dx, 0, width - 1),
            )
            moved = unrest[rows][:, columns]
            calmer = moved < least
            least[calmer] = moved[calmer]
            best[calmer] = mean[rows][:, columns][calmer]
        pixels = np.clip(best + 0.5, 0, 255).astype(np.uint8)
    return pixels


def halved(pixels: Pixels, least: int = 320) -> tuple[Pixels, float]:
    """Smaller, for manners that look alike at any size; and by how much."""
    share = min(1.0, max(least, 620) / max(pixels.shape[:2]))
    if share >= 1:
        return pixels, 1.0
    size = max(round(pixels.shape[1] * share), 1), max(round(pixels.shape[0] * share), 1)
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8), share


def restored(pixels: Pixels, like: Pixels) -> Pixels:
    size = like.shape[1], like.shape[0]
    if (pixels.shape[1], pixels.shape[0]) == size:
        return pixels
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_CUBIC), np.uint8)


def veiled(pixels: Pixels, strength: float) -> Pixels:
    height, width = pixels.shape[:2]
    x = np.linspace(-1, 1, 64, dtype=np.float32)[None, :] ** 2
    y = np.linspace(-1, 1, 64, dtype=np.float32)[:, None] ** 2
    veil = 1 - strength * np.clip((x + y - 0.35) / 1.65, 0, 1)
    large = cv2.resize((veil * 255).astype(np.uint8), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.multiply(pixels, cv2.merge([large, large, large]), scale=1 / 255), np.uint8)


def edges(pixels: Pixels, thick: float) -> Plane:
    """From 0 to 1: how much of a line there is between colours (a difference of two blurs, in Lab)."""
    scale = max(min(pixels.shape[:2]) / 1024 * thick, 0.5)
    lab = cv2.GaussianBlur(cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32), (0, 0), scale)
    total = np.zeros(pixels.shape[:2], np.float32)
    for channel, weight in zip(cv2.split(lab), (1.0, 0.9, 0.9), strict=True):
        across, down = cv2.Sobel(channel, cv2.CV_32F, 1, 0), cv2.Sobel(channel, cv2.CV_32F, 0, 1)
        total = np.maximum(total, cv2.magnitude(across, down) * weight * scale)
    return np.asarray(np.clip((total - 9) / 16, 0, 1), np.float32)
