"""Fewer triangles, by the quadric errors of Garland and Heckbert, and only where the solid stays whole."""

import fast_simplification
import numpy as np

from reelhouse.engines.mesh.modelling.sheets import Faces, Solid

AGGRESSIVENESS = (7.0, 9.0, 12.0)
"""The gentlest that comes down to the budget, and leaves the solid whole, is taken."""


def decimated(solid: Solid, most: int) -> Solid | None:
    """At most `most` triangles with the same parts and tunnels; None where that goes wrong."""
    if len(solid.faces) <= most:
        return solid
    for aggressiveness in AGGRESSIVENESS:
        points, faces = fast_simplification.simplify(
            solid.points.astype(np.float32),
            solid.faces.astype(np.int32),
            target_count=most,
            agg=aggressiveness,
        )
        fewer = Solid(np.asarray(points, np.float64), np.asarray(faces, np.int64))
        if 0 < len(faces) <= most and is_whole(fewer) and turns(fewer) == turns(solid):
            return fewer
    return None


def turns(solid: Solid) -> int:
    """Euler's number: two for each part, less two for each tunnel."""
    return len(np.unique(solid.faces)) - len(solid.faces) * 3 // 2 + len(solid.faces)


def is_whole(solid: Solid) -> bool:
    """Each edge joins two triangles of the same sense, no two points coincide, and there is room inside."""
    corners = solid.points[solid.faces]
    volume = float(np.einsum("fi,fi->f", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])).sum())
    used = solid.points[np.unique(solid.faces)].astype(np.float32)
    return volume > 0 and is_closed(solid.faces) and len(np.unique(used, axis=0)) == len(used)


def is_closed(faces: Faces) -> bool:
    """Whether each edge is walked once in each sense."""
    edges = np.concatenate([faces[:, (0, 1)], faces[:, (1, 2)], faces[:, (2, 0)]])
    if (edges[:, 0] == edges[:, 1]).any():
        return False
    count = int(faces.max()) + 1
    there = np.sort(edges[:, 0] * count + edges[:, 1])
    back = np.sort(edges[:, 1] * count + edges[:, 0])
    return bool((there == back).all() and (np.diff(there) > 0).all())
