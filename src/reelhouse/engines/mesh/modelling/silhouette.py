"""What stands in a picture: by its transparency, else by what differs from the ground it stands on."""

from io import BytesIO

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from reelhouse.engines.mesh.modelling.cutting_out import cut_out
from reelhouse.engines.mesh.modelling.sheets import INSIDE, Grid
from reelhouse.engines.mesh.modelling.thing import Colours, NoPicture, NothingSeen, Thing
from reelhouse.engines.mesh.types import MeshRequest

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_SIDE, MOST_PIXELS = 2048, 50_000_000
CLEAR = 0.13
"""Of whatever is more transparent than this nothing is seen."""
LEAST_CLEAR_SHARE = 0.005
LEAST_SIDE = 128
"""Smaller things are drawn larger, so that their outline is smooth."""
MARGIN = 3
SPECK = 0.0004
"""Parts smaller than this share of the thing are dust."""
UNIFORM = 4.0
"""The range of colours, of 255, in which there is nothing to be seen."""
STEPS_A_ROUND, MOST_ROUNDS = 3, 8
"""So many structure steps make a round of the cut, up to a number that changes nothing any more."""

UNSURE = "The outline is unsure: the thing hardly differs from what is around it. Transparency would tell."
FLAT = "Nothing stands out of the picture, so all of it became a relief."


def seen(image: bytes, request: MeshRequest) -> Thing:
    """Raises `NothingSeen` or `NoPicture`."""
    pixels = _opened(image)
    colours = np.ascontiguousarray(pixels[..., :3])
    alpha: Grid = np.asarray(pixels[..., 3] / 255, np.float32)
    notes: tuple[str, ...] = ()
    if float((alpha < CLEAR).mean()) >= LEAST_CLEAR_SHARE:
        coverage = alpha
        if (coverage > INSIDE).sum() == 0:
            raise NothingSeen
    elif float(np.ptp(colours.reshape(-1, 3).astype(np.float32), axis=0).max()) <= UNIFORM:
        raise NothingSeen
    else:
        rounds = min(max(1, request.structure_steps // STEPS_A_ROUND), MOST_ROUNDS)
        cut = cut_out(colours, rounds, request.seed)
        coverage = np.ones(alpha.shape, np.float32) if cut is None else cut.coverage
        notes = (FLAT,) if cut is None else () if cut.is_sure else (UNSURE,)
    cropped = _cropped(colours, _without_dust(coverage), request.texture_resolution)
    perimeter = request.fill_holes_perimeter if request.fill_holes else 0.0
    return Thing(cropped[0], _filled(cropped[1], perimeter), notes)


def _opened(image: bytes) -> NDArray[np.uint8]:
    """Red, green, blue and alpha."""
    try:
        with Image.open(BytesIO(image), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise NoPicture(f"{opened.width} x {opened.height} pixels are too many")
            picture = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as failure:
        raise NoPicture(str(failure)) from failure
    picture.thumbnail((MOST_SIDE, MOST_SIDE), Image.Resampling.LANCZOS, reducing_gap=None)
    return np.asarray(picture, np.uint8)


def _without_dust(coverage: Grid) -> Grid:
    """Without what is so small that nobody would miss it."""
    mask = (coverage > INSIDE).astype(np.uint8)
    _, labels, facts, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    dust = facts[:, cv2.CC_STAT_AREA] < SPECK * mask.sum()
    dust[0] = False
    return np.asarray(np.where(dust[labels], 0, coverage), np.float32)


def _cropped(colours: Colours, coverage: Grid, longest: int) -> tuple[Colours, Grid]:
    """To the thing, which gets at most `longest` pixels along its longest side, and an empty margin."""
    rows = np.flatnonzero((coverage > INSIDE).any(axis=1))
    columns = np.flatnonzero((coverage > INSIDE).any(axis=0))
    if not rows.size:
        raise NothingSeen
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    part: Colours = colours[top:bottom, left:right]
    covered: Grid = coverage[top:bottom, left:right]
    side = max(part.shape[:2])
    scale = min(max(side, LEAST_SIDE), longest) / side
    size = (max(2, round(part.shape[1] * scale)), max(2, round(part.shape[0] * scale)))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    part = np.asarray(cv2.resize(part, size, interpolation=how), np.uint8)
    covered = np.asarray(cv2.resize(covered, size, interpolation=how), np.float32)
    margin = [(MARGIN, MARGIN), (MARGIN, MARGIN)]
    padded = np.pad(part, [*margin, (0, 0)], mode="edge")
    return np.asarray(padded, np.uint8), np.asarray(np.pad(covered, margin), np.float32)


def _filled(coverage: Grid, perimeter: float) -> Grid:
    """Without openings whose outline is at most `perimeter`, as a share of the longest side."""
    mask = (coverage > INSIDE).astype(np.uint8)
    outlines, levels = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    filled = coverage.copy()
    for outline, level in zip(outlines, levels[0] if outlines else (), strict=True):
        is_opening = level[3] >= 0
        if is_opening and cv2.arcLength(outline, closed=True) <= perimeter * max(coverage.shape):
            cv2.drawContours(filled, [outline], 0, 1.0, cv2.FILLED)
    return filled
