"""Smooth normals, except across edges that are sharper than a crease."""

from dataclasses import dataclass

import numpy as np

from reelhouse.engines.mesh.modelling.sheets import Faces, Points, Solid

CREASE_DEGREES = 60.0


@dataclass(frozen=True, slots=True)
class Smoothing:
    """`corners` (faces, 3) gives each corner of each face one of `normals`; `points` says on which point each
    of them stands.
    """

    corners: Faces
    normals: Points
    points: Faces


def smoothed(solid: Solid, crease_degrees: float, epsilon: float) -> Smoothing:
    """Faces around a point share its normal unless a crease runs between them.

    Normals of points that lie together in a cube of `epsilon` (in units of the points) become one, where
    they differ by less than the crease.
    """
    sides = solid.points[solid.faces]
    across = np.cross(sides[:, 1] - sides[:, 0], sides[:, 2] - sides[:, 0])
    flat = across / np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-30)
    least = np.cos(np.radians(crease_degrees))
    groups = _groups(solid.faces, flat, float(least))
    owners, corners = np.unique(groups, return_inverse=True)
    corners = corners.reshape(-1, 3)
    summed = np.zeros((len(owners), 3))
    weights = _angles(sides)
    for corner in range(3):
        np.add.at(summed, corners[:, corner], flat * weights[:, corner, None])
    points = solid.faces.ravel()[owners]
    normals = _unit(summed, flat[owners // 3])
    if epsilon > 0:
        normals = _gathered(normals, solid.points[points], epsilon, float(least))
    return Smoothing(corners, normals, points)


def _groups(faces: Faces, flat: Points, least: float) -> Faces:
    """For each corner the least number of the corners that it shares its normal with."""
    count = int(faces.max()) + 1
    places = np.arange(len(faces) * 3).reshape(-1, 3)
    starts = np.concatenate([places[:, 0], places[:, 1], places[:, 2]])
    ends = np.concatenate([places[:, 1], places[:, 2], places[:, 0]])
    names = faces.ravel()
    there = np.argsort(names[starts] * count + names[ends])
    back = np.argsort(names[ends] * count + names[starts])
    # the edge at `there` runs against the one at `back`: its start is the other one's end
    smooth = np.einsum("ei,ei->e", flat[starts[there] // 3], flat[starts[back] // 3]) >= least
    one = np.concatenate([starts[there][smooth], ends[there][smooth]])
    other = np.concatenate([ends[back][smooth], starts[back][smooth]])
    groups = np.arange(len(names))
    while True:
        before = groups.copy()
        np.minimum.at(groups, one, before[other])
        groups = groups[groups]
        if (groups == before).all():
            return groups.reshape(-1, 3)


def _angles(sides: Points) -> Points:
    """Of each corner, so that a normal does not depend on how faces were divided."""
    angles = []
    for corner in range(3):
        one = _unit(sides[:, (corner + 1) % 3] - sides[:, corner], 0.0)
        other = _unit(sides[:, (corner + 2) % 3] - sides[:, corner], 0.0)
        angles.append(np.arccos(np.clip(np.einsum("fi,fi->f", one, other), -1, 1)))
    return np.stack(angles, 1) + 1e-6


def _unit(vectors: Points, otherwise: Points | float) -> Points:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(np.where(length > 1e-12, vectors / np.maximum(length, 1e-30), otherwise))  # noqa: PLR2004


def _gathered(normals: Points, points: Points, epsilon: float, least: float) -> Points:
    cubes = np.floor((points - points.min(axis=0)) / epsilon).astype(np.int64)
    _, cube = np.unique(cubes, axis=0, return_inverse=True)
    cube = cube.ravel()
    summed = np.zeros((int(cube.max()) + 1, 3))
    np.add.at(summed, cube, normals)
    shared = _unit(summed, 0.0)[cube]
    alike = np.einsum("pi,pi->p", shared, normals) >= least
    return np.asarray(np.where(alike[:, None] & (np.abs(shared).sum(axis=1) > 0)[:, None], shared, normals))
