"""More to see: what a picture in high detail has beside finer edges."""
# ruff: noqa: E501, PLR2004 - outlines are strings, measures no constants

from random import Random

import cv2
import numpy as np

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.places.world import GRASS, World
from reelhouse.engines.image.illustrating.sheet import Pixels

MEADOWS = frozenset({"mountains", "forest", "field", "lake", "river", "hills", "garden", "park", "village"})
SANDS = frozenset({"beach", "desert"})
PAVED = frozenset({"street", "road", "city", "bridge"})
BLOOMS = ("#ffffff", "#ffd34d", "#ff8fb0", "#b99bf0", "#ff9a5c")
FINE, COARSE = 1.3, 9.0
"""Blurs, in pixels of a side of 1024, against which the picture is sharpened."""


def embellish(world: World, place: str) -> None:
    """Blades, blooms, stones, cracks and far birds, by the place."""
    rng = Random(f"detail {world.rng.random()}")
    if place in MEADOWS:
        _meadow(world, rng)
    elif place in SANDS:
        _stones(world, rng, 130, "#d9bd8a")
    elif place in PAVED:
        _cracks(world, rng)
    if place in MEADOWS | SANDS and not world.light.night:
        _birds(world, rng)


def _meadow(world: World, rng: Random) -> None:
    top, tone = world.horizon * 1.12, GRASS[world.season]
    spots = sorted(rng.random() ** 0.8 for _ in range(int(900 * world.width / 1000)))
    for near in spots:
        x, y = rng.uniform(0, world.width), top + (world.height - top) * near
        size = 4 + 15 * near
        shade = (
            lighter(tone, rng.uniform(0.05, 0.3))
            if rng.random() < 0.5
            else darker(tone, rng.uniform(0.1, 0.4))
        )
        lean = rng.uniform(-0.5, 0.5) * size
        world.far(0.4 * (1 - near)).line(f"M{x:.1f},{y:.1f} q{lean * 0.2:.1f},{-size * 0.6:.1f} {lean:.1f},{-size:.1f}", shade, 1 + near, opacity=0.8)  # fmt: skip
        if rng.random() < 0.09 and world.season in {"spring", "summer"}:
            world.far(0.3 * (1 - near)).disc(x + lean, y - size, 1.6 + 2.4 * near, rng.choice(BLOOMS))
    _stones(world, rng, 40, "#a9a59c")


def _stones(world: World, rng: Random, count: int, tone: str) -> None:
    top = world.horizon * 1.16
    for near in sorted(rng.random() for _ in range(int(count * world.width / 1000))):
        x, y = rng.uniform(0, world.width), top + (world.height - top) * near
        size = rng.uniform(1.6, 5) * (0.4 + near)
        pen = world.far(0.4 * (1 - near))
        pen.fill(paths.ellipse(round(x + 1, 1), round(y + size * 0.5, 1), round(size * 1.2, 1), round(size * 0.5, 1)), "#0d0a1c", opacity=0.25)  # fmt: skip
        pen.fill(paths.ellipse(round(x, 1), round(y, 1), round(size, 1), round(size * 0.66, 1)), lighter(tone, rng.uniform(0, 0.3)), darker(tone, 0.35))  # fmt: skip


def _cracks(world: World, rng: Random) -> None:
    top = world.height * 0.8
    for _ in range(int(60 * world.width / 1000)):
        x, y = rng.uniform(0, world.width), rng.uniform(top, world.height)
        reach = rng.uniform(10, 50)
        path = f"M{x:.0f},{y:.0f} l{reach * 0.5:.1f},{rng.uniform(-4, 4):.1f} l{reach * 0.5:.1f},{rng.uniform(-5, 5):.1f}"
        world.pen.line(path, "#15131f", 1.2, opacity=0.3)
        world.pen.disc(rng.uniform(0, world.width), rng.uniform(top, world.height), rng.uniform(0.8, 2), "#ffffff", opacity=0.16)  # fmt: skip


def _birds(world: World, rng: Random) -> None:
    x, y = rng.uniform(0.15, 0.85) * world.width, world.horizon * rng.uniform(0.3, 0.6)
    for _ in range(rng.randint(5, 9)):
        at = world.far(0.4).at(x + rng.uniform(-110, 110), y + rng.uniform(-40, 40), rng.uniform(0.5, 1.1))
        at.line("M-12,-4 Q-6,-9 0,0 Q6,-9 12,-4", "#33384a", 2.2, opacity=0.8)


def textured(pixels: Pixels, seed: int) -> Pixels:
    """A fibre like that of thick paper, and edges and surfaces that stand out from what is around them."""
    height, width = pixels.shape[:2]
    unit = min(height, width) / 1024
    fine = cv2.GaussianBlur(pixels, (0, 0), max(FINE * unit, 0.7))
    third = max(round(COARSE * unit / 2), 1)
    small = cv2.resize(
        pixels, (max(width // third, 1), max(height // third, 1)), interpolation=cv2.INTER_AREA
    )
    coarse = cv2.resize(cv2.GaussianBlur(small, (0, 0), 2.0), (width, height), interpolation=cv2.INTER_LINEAR)
    crisp = cv2.addWeighted(pixels, 1.75, fine, -0.75, 0)
    deep = cv2.addWeighted(cv2.addWeighted(crisp, 1.16, coarse, -0.16, 0), 1.0, crisp, 0.0, 0)
    chance = np.random.default_rng([abs(seed), 77])
    tile = chance.normal(0, 1, (512, 512)).astype(np.float32)
    along = cv2.GaussianBlur(tile, (0, 0), sigmaX=3.2, sigmaY=0.7) + cv2.GaussianBlur(tile.T, (0, 0), sigmaX=0.7, sigmaY=3.2)  # fmt: skip
    fibre = np.clip(along / along.std() * 3.0, -9, 9).round().astype(np.int16)
    sheet = np.tile(fibre, (height // 512 + 1, width // 512 + 1))[:height, :width]
    return np.asarray(cv2.add(deep, cv2.merge([sheet, sheet, sheet]), dtype=cv2.CV_8U), np.uint8)
