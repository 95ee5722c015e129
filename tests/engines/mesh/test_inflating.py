"""A silhouette is blown up as a balloon would be."""

import numpy as np
import pytest

from reelhouse.engines.mesh.modelling.inflating import ROUNDNESS, inflated
from reelhouse.engines.mesh.modelling.sheets import Grid


def drawn(side: int, inside: object, finer: int = 4) -> Grid:
    """How much of each pixel is covered by what `inside` says of places from the middle, in pixels."""
    assert callable(inside)
    down, across = (np.mgrid[: side * finer, : side * finer] + 0.5) / finer - side / 2
    fine = np.asarray(inside(across, down), np.float32)
    return np.asarray(fine.reshape(side, finer, side, finer).mean(axis=(1, 3)), np.float32)


@pytest.mark.parametrize("side", [100, 250, 500])
def test_a_disc_becomes_an_even_dome_whatever_its_size(side: int) -> None:
    radius = 0.46 * side
    height = inflated(drawn(side, lambda x, y: np.hypot(x, y) < radius))

    down, across = np.mgrid[:side, :side] - side / 2 + 0.5
    dome = np.sqrt(ROUNDNESS / 2 * np.maximum(radius**2 - across**2 - down**2, 0))
    assert np.abs(height - dome).max() < 0.05 * dome.max()


def test_a_bar_becomes_a_tube() -> None:
    height = inflated(drawn(200, lambda x, y: (np.abs(x) < 12) & (np.abs(y) < 90)))

    across = height[100]
    tube = np.sqrt(ROUNDNESS * np.maximum(12**2 - (np.arange(200) - 99.5) ** 2, 0))
    assert np.abs(across - tube).max() < 0.05 * tube.max()


def test_outside_it_is_flat() -> None:
    coverage = drawn(64, lambda x, y: (np.hypot(x, y) < 28) & (np.hypot(x, y) > 10))

    height = inflated(coverage)

    assert not height[coverage <= 0.5].any()
    assert height[coverage > 0.5].min() > 0
