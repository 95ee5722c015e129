"""How much each pixel stands out of a picture.

After Zhu, Liang, Wei and Sun (Saliency Optimization from Robust Background Detection, 2014): ground is what
is well connected to the border, and a thing is what differs from it.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.mesh.modelling.patches import Lab, Patches, patched

COUNT = 320
WHOLE = 10.0
"""Colours (in CIELAB) that differ by less belong to one ground."""
NEAR = 0.35
"""Share of the picture's side within which patches compare themselves."""
CONNECTED = 1.0
"""So much border for the root of its area makes a ground."""
MIDDLE = 0.55
"""Width of the middle, where things stand more often."""

Floats = NDArray[np.float64]


def standing_out(lab: Lab) -> NDArray[np.float32]:
    """From 0 (ground) to 1 (a thing), for each pixel of a picture in CIELAB."""
    patches = patched(cv2.GaussianBlur(lab, (0, 0), 0.8).astype(np.float32), COUNT)
    differences = np.linalg.norm(patches.colours[:, None] - patches.colours[None], axis=2)
    ground = _ground(patches, differences)
    shares = _optimal(patches, differences, ground, _contrast(patches, differences, ground))
    return shares[patches.labels].astype(np.float32)


def _ground(patches: Patches, differences: Floats) -> Floats:
    """How likely each patch is ground: its region's border over the root of the region's area."""
    alike = np.exp(-(_geodesic(patches, differences) ** 2) / (2 * WHOLE**2))
    area = alike @ patches.pixels
    border = alike @ patches.border
    connected = border / np.sqrt(area)
    return np.asarray(1 - np.exp(-(connected**2) / (2 * CONNECTED**2)))


def _geodesic(patches: Patches, differences: Floats) -> Floats:
    """The least sum of steps in colour from patch to patch; border patches touch each other."""
    one, other = patches.beside.T
    steps = differences[one, other]
    free = float(np.median(steps)) * 0.5
    ways = np.full(differences.shape, 1e6)
    edge = np.flatnonzero(patches.border > 0)
    ways[np.ix_(edge, edge)] = np.maximum(differences[np.ix_(edge, edge)] - free, 0)
    ways[one, other] = ways[other, one] = np.maximum(steps - free, 0)
    np.fill_diagonal(ways, 0)
    for middle in range(len(ways)):
        np.minimum(ways, ways[:, middle, None] + ways[None, middle], out=ways)
    return ways


def _contrast(patches: Patches, differences: Floats, ground: Floats) -> Floats:
    """How far a patch's colour is from the ground around it, in the middle above all."""
    apart = np.linalg.norm(patches.centres[:, None] - patches.centres[None], axis=2)
    weights = np.exp(-(apart**2) / (2 * NEAR**2)) * ground * patches.pixels
    contrast = (differences * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
    off = np.linalg.norm((patches.centres - 0.5) / MIDDLE, axis=1)
    contrast *= np.exp(-(off**2))
    return np.asarray(contrast / max(float(contrast.max()), 1e-9))


def _optimal(patches: Patches, differences: Floats, ground: Floats, contrast: Floats) -> Floats:
    """The least squares between being ground, standing out, and being like one's neighbours."""
    count = len(ground)
    one, other = patches.beside.T
    alike = np.exp(-(differences[one, other] ** 2) / (2 * WHOLE**2)) + 0.1
    system = np.diag(ground + contrast * (1 - ground) + 1e-6)
    weights = np.zeros((count, count))
    weights[one, other] = weights[other, one] = alike
    system += np.diag(weights.sum(axis=1)) - weights
    shares = np.linalg.solve(system, contrast * (1 - ground))
    low, high = float(shares.min()), float(shares.max())
    return np.asarray((shares - low) / max(high - low, 1e-9))
