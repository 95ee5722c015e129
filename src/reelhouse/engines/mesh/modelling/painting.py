"""The texture: the picture on the front, and on the back what may be guessed of it.

Colours next to the outline are mixed with what stood behind the thing. They are replaced by those further
inside, and these run on over the whole square, so that no background shows on the sides or through
mipmaps.
"""

from dataclasses import dataclass
from io import BytesIO

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from reelhouse.engines.mesh.modelling.sheets import INSIDE, Grid, Points
from reelhouse.engines.mesh.modelling.thing import Colours

FRINGE = 2.0
"""Pixels of the picture along the outline whose colours are not trusted."""
EVENED = 1.5
"""Pixels over which colours are evened out before they run on, so that grain makes no stripes."""
GUTTER = 4
QUALITY = 92
SYMMETRIC, SAME_COLOURS = 0.9, 14.0
"""From which overlap with its mirror image, and below which difference of colours from it (in CIELAB), a
thing is looked at from its front."""
WIDE = 1.3
"""What is so much wider than high is seen from its side, as a car is."""
BACK_SCALE = 0.5


@dataclass(frozen=True, slots=True)
class Chart:
    """Where one view of the thing lies in the texture: `scale` texels a pixel of the picture."""

    left: float
    top: float
    scale: float

    def places(self, points: Points, side: int) -> Points:
        """Of points in pixels of the picture (x to the right, y up), as shares of the texture's `side`."""
        x, y = points[:, 0] + 0.5, -points[:, 1] + 0.5
        placed = np.stack([self.left + self.scale * x, self.top + self.scale * y], 1) / side
        return np.clip(placed, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Painting:
    """`file` is a square JPEG; front and back lie on the same chart where the back mirrors the front."""

    file: bytes
    side: int
    front: Chart
    back: Chart
    is_mirrored: bool


def painted(colours: Colours, coverage: Grid, side: int) -> Painting:
    """A texture of `side` pixels. `coverage` of the picture is 1 where the thing is, 0 around it."""
    front = _cleaned(colours, coverage)
    height, width = coverage.shape
    if not is_frontal(front, coverage):
        chart = _fitting(width, height, side)
        return Painting(_jpeg(_pasted(side, ((front, chart),))), side, chart, chart, is_mirrored=True)
    first, second = _beside(width, height, side)
    canvas = _pasted(side, ((front, first), (_back(front, coverage), second)))
    return Painting(_jpeg(canvas), side, first, second, is_mirrored=False)


def is_frontal(colours: Colours, coverage: Grid) -> bool:
    """Whether the thing looks at us: then left and right are alike, and its back shows no second face."""
    columns = np.nonzero(coverage.max(axis=0) > INSIDE)[0]
    rows = np.nonzero(coverage.max(axis=1) > INSIDE)[0]
    if len(columns) > WIDE * len(rows):
        return False
    seen = coverage[:, columns[0] : columns[-1] + 1] > INSIDE
    other = seen[:, ::-1]
    both = seen & other
    if both.sum() < SYMMETRIC * (seen | other).sum():
        return False
    lab = cv2.cvtColor(colours[:, columns[0] : columns[-1] + 1].astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    lab = cv2.GaussianBlur(lab, (0, 0), 0.02 * max(coverage.shape))
    return float(np.linalg.norm(lab - lab[:, ::-1], axis=2)[both].mean()) < SAME_COLOURS


def _cleaned(colours: Colours, coverage: Grid) -> Colours:
    """Each pixel that is not safely inside takes the colour of the nearest one that is."""
    core = _core(coverage)
    _, labels = cv2.distanceTransformWithLabels(
        (~core).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    source = np.zeros(int(labels.max()) + 1, np.int64)
    source[labels[core]] = np.flatnonzero(core)
    weight = cv2.GaussianBlur(core.astype(np.float32), (0, 0), EVENED)
    even = cv2.GaussianBlur(colours * core[..., None].astype(np.float32), (0, 0), EVENED)
    even = even / np.maximum(weight, 1e-3)[..., None]
    run_on = np.clip(even, 0, 255).astype(np.uint8).reshape(-1, 3)[source[labels]]
    soft = cv2.GaussianBlur(run_on, (0, 0), EVENED)
    return np.where(core[..., None], colours, soft)


def _core(coverage: Grid) -> NDArray[np.bool_]:
    """All but the fringe; of parts that are nothing but fringe, their middle."""
    solid = (coverage > INSIDE).astype(np.uint8)
    depth = cv2.distanceTransform(np.pad(solid, 1), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[1:-1, 1:-1]
    deepest_near = cv2.dilate(depth, np.ones((5, 5), np.uint8))
    return np.asarray((solid > 0) & ((depth > FRINGE) | (depth >= deepest_near)))


def _back(front: Colours, coverage: Grid) -> Colours:
    """What runs along the outline, continued over the back."""
    solid = (coverage > INSIDE).astype(np.uint8)
    depth = cv2.distanceTransform(np.pad(solid, 1), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[1:-1, 1:-1]
    band = (depth <= max(3.0, 0.012 * max(coverage.shape))).astype(np.float32)
    filled = _filled(front.astype(np.float32), np.asarray(band, np.float32))
    return np.clip(np.rint(filled), 0, 255).astype(np.uint8)


def _filled(colours: NDArray[np.float32], known: Grid) -> NDArray[np.float32]:
    """By ever coarser means of what is known, from Gortler's push and pull."""
    if min(known.shape) == 1 or known.min() > 0.999:  # noqa: PLR2004 - known everywhere
        return np.asarray(colours)
    height, width = known.shape
    half = (-(-width // 2), -(-height // 2))
    weight = np.asarray(cv2.resize(known, half, interpolation=cv2.INTER_AREA), np.float32)
    sums = cv2.resize(colours * known[..., None], half, interpolation=cv2.INTER_AREA)
    mean = np.asarray(sums / np.maximum(weight, 1e-6)[..., None], np.float32)
    coarse = _filled(mean, np.asarray(np.clip(2 * weight, 0, 1), np.float32))
    grown = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(grown + known[..., None] * (colours - grown))


def _fitting(width: int, height: int, side: int) -> Chart:
    scale = (side - 2 * GUTTER) / max(width, height)
    return Chart((side - scale * width) / 2, (side - scale * height) / 2, scale)


def _beside(width: int, height: int, side: int) -> tuple[Chart, Chart]:
    """The front, and a smaller back to its right or below it."""
    room = side - 3 * GUTTER
    if height >= width:
        scale = min(room / (width * (1 + BACK_SCALE)), room / height)
        return (
            Chart(GUTTER, GUTTER, scale),
            Chart(2 * GUTTER + scale * width, GUTTER, BACK_SCALE * scale),
        )
    scale = min(room / (height * (1 + BACK_SCALE)), room / width)
    return Chart(GUTTER, GUTTER, scale), Chart(GUTTER, 2 * GUTTER + scale * height, BACK_SCALE * scale)


def _pasted(side: int, views: tuple[tuple[Colours, Chart], ...]) -> Colours:
    """The last view reaches over the rest of the square, the others as far as half a gutter."""
    canvas = np.empty((side, side, 3), np.uint8)
    for view, chart in reversed(views):
        shown = _scaled(view, chart, side)
        if view is views[-1][0]:
            canvas[:] = shown
            continue
        height, width = view.shape[:2]
        right = min(side, round(chart.left + chart.scale * width + GUTTER / 2))
        bottom = min(side, round(chart.top + chart.scale * height + GUTTER / 2))
        canvas[:bottom, :right] = shown[:bottom, :right]
    return canvas


def _scaled(view: Colours, chart: Chart, side: int) -> Colours:
    """A view as it lies in a square of `side`, its border drawn out over the rest."""
    scale = chart.scale
    if scale < 1:
        view = np.asarray(cv2.GaussianBlur(view, (0, 0), 0.4 / scale), np.uint8)
    shift = np.array(
        [[scale, 0, chart.left + scale / 2 - 0.5], [0, scale, chart.top + scale / 2 - 0.5]], np.float64
    )
    shown = cv2.warpAffine(view, shift, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(shown, np.uint8)


def _jpeg(canvas: Colours) -> bytes:
    file = BytesIO()
    Image.fromarray(canvas).save(file, "JPEG", quality=QUALITY, subsampling=0)
    return file.getvalue()
