"""A silhouette becomes a closed solid of the same parts and holes, whatever its outline."""

import numpy as np
import trimesh
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reelhouse.engines.mesh.modelling.inflating import Mask, Solid, inflated


def made(solid: Solid) -> trimesh.Trimesh:
    return trimesh.Trimesh(solid.points, solid.faces, process=False)


def ring() -> Mask:
    down, across = np.mgrid[-20:21, -20:21]
    far = np.hypot(down, across)
    return np.asarray((far < 19) & (far > 8), np.uint8)


def test_a_ring_becomes_a_closed_ring() -> None:
    solid = made(inflated(ring()))

    assert solid.is_watertight
    assert solid.is_winding_consistent
    assert solid.volume > 0
    assert solid.euler_number == 0


def test_it_is_thickest_in_the_middle() -> None:
    points = inflated(np.ones((21, 21), np.uint8)).points

    middle = points[points[:, 2].argmax()]
    assert np.abs(middle[:2] - points[:, :2].mean(axis=0)).max() < 2


@given(arrays(np.uint8, (7, 9), elements=st.integers(0, 1)).filter(lambda mask: bool(mask.any())))
def test_any_mask_becomes_a_closed_solid(mask: Mask) -> None:
    solid = made(inflated(mask))

    assert solid.is_watertight
    assert solid.is_winding_consistent
    assert solid.volume > 0
