"""From a picture to a textured solid within a budget of triangles."""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.mesh.modelling.decimating import decimated, turns
from reelhouse.engines.mesh.modelling.gltf import Textured, binary
from reelhouse.engines.mesh.modelling.inflating import inflated
from reelhouse.engines.mesh.modelling.normals import CREASE_DEGREES, smoothed
from reelhouse.engines.mesh.modelling.painting import Painting, painted
from reelhouse.engines.mesh.modelling.relief import carved
from reelhouse.engines.mesh.modelling.sheets import INSIDE, Grid, Points, Solid, closed
from reelhouse.engines.mesh.modelling.silhouette import seen
from reelhouse.engines.mesh.modelling.thing import Thing
from reelhouse.engines.mesh.types import Mesh, MeshRequest

UNUSED = {
    "views": "views",
    "shape_steps": "shape steps",
    "texture_steps": "texture steps",
    "cone_half_angle_degrees": "the cone of patches",
}
USUAL = MeshRequest(b"")
SPARE = 10
"""So many triangles are made for each that stays, between these bounds."""
LEAST_RAW, MOST_RAW = 60_000, 1_200_000
COARSER = 0.8
LEAST_SIDE, MOST_SIDE = 4, 1400
THICKEST = 0.6
"""Half the thickness never reaches this share of the longest side."""
FINE_CELL, LINE = 4, 0.3
"""Lines are looked for with so many pixels a cell, and from that coverage on."""
RIM = 0.005
RELIEF_FROM = 0.05
"""Relief fades out towards the outline, where less than this share of the longest side is left below it."""


def modelled(request: MeshRequest) -> Mesh:
    """Raises `NothingSeen` for a picture of nothing, and `NoPicture`."""
    thing = seen(request.image, request)
    painting = painted(thing.colours, thing.coverage, request.texture_size)
    solid, notes = _within(thing, painting, request)
    textured, count = _textured(solid, painting, request)
    glb = binary(textured, "thing")
    return Mesh(glb, len(solid.faces), count, (*thing.notes, *notes, *_unused(request)))


def _unused(request: MeshRequest) -> tuple[str, ...]:
    """Of fields that were set to something, and changed nothing."""
    changed = [words for name, words in UNUSED.items() if getattr(request, name) != getattr(USUAL, name)]
    return (f"Without effect on the builtin engine: {', '.join(changed)}.",) if changed else ()


def _within(thing: Thing, painting: Painting, request: MeshRequest) -> tuple[Solid, tuple[str, ...]]:
    """The finest solid that comes down to the budget whole, in pixels of the picture."""
    wanted = None
    for side in _sides(thing.coverage, request):
        raw = _shaped(thing, side, mirrored=painting.is_mirrored)
        if raw is None:
            break
        wanted = turns(raw) if wanted is None else wanted
        solid = decimated(raw, request.faces)
        if solid is not None:
            lost = () if turns(solid) == wanted else (_lost(request.faces),)
            return solid, lost
    raise ValueError("no solid is that small")


def _lost(faces: int) -> str:
    return f"Parts or openings were lost, because {faces} faces are too few for them."


def _sides(coverage: Grid, request: MeshRequest) -> Iterator[int]:
    """Ever coarser grids."""
    raw = min(max(SPARE * request.faces, LEAST_RAW), MOST_RAW)
    share = float((coverage > INSIDE).sum()) / max(coverage.shape) ** 2
    side = min(np.sqrt(raw / 4 / share), request.mesh_resolution, MOST_SIDE)
    while side >= LEAST_SIDE:
        yield round(side)
        side *= COARSER


def _shaped(thing: Thing, side: int, *, mirrored: bool) -> Solid | None:
    """A solid on a grid of `side` cells along the longest side; None where nothing is left on it."""
    height, width = thing.coverage.shape
    scale = side / max(height, width)
    size = (max(3, round(width * scale)), max(3, round(height * scale)))
    coverage = _resized(_with_thick_lines(thing.coverage, side), size)
    coverage[[0, -1]] = 0
    coverage[:, [0, -1]] = 0
    if coverage.max() <= INSIDE:
        return None
    thickness = inflated(coverage)
    most = THICKEST * max(size)
    thickness = np.asarray(most * np.tanh(thickness / most), np.float32)
    fading = np.clip(thickness / (RELIEF_FROM * max(size)), 0, 1)
    front = thickness + fading * carved(_resized_colours(thing, size), coverage)
    solid = closed(coverage, front, front if mirrored else thickness, RIM * max(size))
    factor = np.array([width / size[0], height / size[1], max(width, height) / max(size)])
    shift = np.array([(factor[0] - 1) / 2, -(factor[1] - 1) / 2, 0])
    return Solid(solid.points * factor + shift, solid.faces)


def _with_thick_lines(coverage: Grid, side: int) -> Grid:
    """Lines that are thinner than a cell of the grid would break, so they get its width."""
    height, width = coverage.shape
    scale = FINE_CELL * side / max(height, width)
    if scale >= 1:
        return coverage
    size = (max(3, round(width * scale)), max(3, round(height * scale)))
    fine = cv2.resize(coverage, size, interpolation=cv2.INTER_AREA)
    cell = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (FINE_CELL + 1, FINE_CELL + 1))
    lines = np.clip(fine - cv2.morphologyEx(fine, cv2.MORPH_OPEN, cell), 0, 1)
    solid = (lines > LINE).astype(np.float32)
    return np.asarray(np.maximum(fine, cv2.dilate(solid, np.ones((3, 3), np.uint8))), np.float32)


def _resized(coverage: Grid, size: tuple[int, int]) -> Grid:
    smaller = size[0] < coverage.shape[1]
    how = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    return np.asarray(
        cv2.GaussianBlur(cv2.resize(coverage, size, interpolation=how), (0, 0), 0.6), np.float32
    )


def _resized_colours(thing: Thing, size: tuple[int, int]) -> NDArray[np.uint8]:
    smaller = size[0] < thing.coverage.shape[1]
    how = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(thing.colours, size, interpolation=how), np.uint8)


def _textured(solid: Solid, painting: Painting, request: MeshRequest) -> tuple[Textured, int]:
    standing = _standing(solid.points)
    crease = CREASE_DEGREES if request.crease_degrees is None else request.crease_degrees
    smoothing = smoothed(Solid(standing, solid.faces), crease, request.position_epsilon or 0.0)
    behind = _behind(standing, solid) & (not painting.is_mirrored)
    keys = smoothing.corners * 2 + behind[:, None]
    used, faces = np.unique(keys, return_inverse=True)
    points = smoothing.points[used // 2]
    flat = solid.points[points]
    places = np.where(
        (used % 2 == 1)[:, None],
        painting.back.places(flat, painting.side),
        painting.front.places(flat, painting.side),
    )
    mesh = Textured(
        standing[points].astype(np.float32),
        smoothing.normals[used // 2].astype(np.float32),
        places.astype(np.float32),
        faces.reshape(-1, 3),
        painting.file,
    )
    return mesh, len(used)


def _standing(points: Points) -> Points:
    """In metres, the longest side one: the base on the ground, the middle over the origin."""
    least, most = points.min(axis=0), points.max(axis=0)
    size = float((most - least).max())
    origin = np.array([(least[0] + most[0]) / 2, least[1], (least[2] + most[2]) / 2])
    return np.asarray((points - origin) / size)


def _behind(points: Points, solid: Solid) -> NDArray[np.bool_]:
    """Which faces look away from us."""
    sides = points[solid.faces]
    across = np.cross(sides[:, 1] - sides[:, 0], sides[:, 2] - sides[:, 0])
    return np.asarray(across[:, 2] < 0)
