"""A silhouette becomes a closed solid of the same parts and tunnels, whatever its outline."""

import numpy as np
import pytest
import trimesh
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from reelhouse.engines.mesh.modelling.decimating import decimated, is_closed, turns
from reelhouse.engines.mesh.modelling.inflating import inflated
from reelhouse.engines.mesh.modelling.sheets import Grid, Solid, closed


def made(solid: Solid) -> trimesh.Trimesh:
    return trimesh.Trimesh(solid.points, solid.faces, process=False)


def ring(side: int = 41) -> Grid:
    down, across = np.mgrid[:side, :side] - (side - 1) / 2
    far = np.hypot(down, across) / side
    return np.asarray(np.clip((0.44 - far) * side, 0, 1) * np.clip((far - 0.2) * side, 0, 1), np.float32)


def test_a_ring_becomes_a_closed_ring() -> None:
    solid = closed(ring(), 5 * ring(), 4 * ring(), 0.5)

    shape = made(solid)
    assert shape.is_watertight
    assert shape.is_winding_consistent
    assert shape.volume > 0
    assert shape.euler_number == turns(solid) == 0


def test_front_and_back_are_as_far_away_as_told() -> None:
    points = closed(ring(), 5 * ring(), 3 * ring(), 0.5).points

    assert (points[:, 2].max(), points[:, 2].min()) == (5, -3)


masks = arrays(np.uint8, (7, 9), elements=st.integers(0, 255)).filter(lambda mask: bool((mask > 127).any()))


@given(masks)
def test_any_silhouette_becomes_a_closed_solid(mask: NDArray[np.uint8]) -> None:
    coverage = np.asarray(np.pad(mask / 255, 1), np.float32)

    shape = made(closed(coverage, coverage, coverage, 0.2))

    assert shape.is_watertight
    assert shape.is_winding_consistent
    assert shape.volume > 0


@pytest.mark.parametrize("most", [200, 500, 2000, 9000])
def test_fewer_triangles_make_the_same_ring(most: int) -> None:
    large = ring(121)
    whole = closed(large, inflated(large), inflated(large), 1.0)

    fewer = decimated(whole, most)

    assert fewer is not None
    assert len(fewer.faces) <= most < len(whole.faces)
    assert made(fewer).is_watertight
    assert turns(fewer) == 0
    assert made(fewer).volume == pytest.approx(made(whole).volume, rel=0.1)


def test_a_gap_is_noticed() -> None:
    faces = closed(ring(), ring(), ring(), 0.5).faces

    assert is_closed(faces)
    assert not is_closed(faces[1:])
    assert not is_closed(np.concatenate([faces, faces[:1]]))
