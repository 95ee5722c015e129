"""What stands in a picture: by its transparency, else by what differs from the picture's border."""

import warnings
from dataclasses import dataclass
from io import BytesIO

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

FORMATS = ("PNG", "JPEG", "WEBP")
CLEAR, SOLID = 32, 128
"""Below `CLEAR` of 255 a pixel counts as transparent; from `SOLID` on it belongs to the thing."""
LEAST_CLEAR_SHARE = 0.01
LEAST_SHARE, MOST_SHARE = 0.003, 0.97
"""A thing covers at least and at most so much of its picture."""

PART_SHARE = 0.04  # parts and holes smaller than this share of the thing are specks
BORDER_SHARE = 0.03
LEAST_DIFFERENCE = 12.0  # in CIELAB; less is noise of the camera and of JPEG
BUSY = 10.0  # of a border that differs so much in itself; then what stands in the middle is meant
MIDDLE_WIDTH, MIDDLE_HEIGHT = 0.5, 0.6
GRABCUT_ROUNDS = 4

Mask = NDArray[np.uint8]
Colours = NDArray[np.uint8]


class NothingSeen(Exception):
    """No thing stands out of the picture."""


@dataclass(frozen=True, slots=True)
class Silhouette:
    """`colours` in red, green and blue; `mask` is 1 where the thing is. Both have the same sides."""

    colours: Colours
    mask: Mask


def seen(image: bytes, longest_side: int) -> Silhouette:
    """Raises `NothingSeen`, or `OSError` or `ValueError` of Pillow for what is no picture."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(BytesIO(image), formats=FORMATS) as opened:
            picture = ImageOps.exif_transpose(opened).convert("RGBA")
    picture.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    pixels = np.asarray(picture)
    colours, alpha = np.ascontiguousarray(pixels[..., :3]), pixels[..., 3]
    if (alpha < CLEAR).mean() >= LEAST_CLEAR_SHARE:
        mask = (alpha >= SOLID).astype(np.uint8)
    else:
        mask = _cut_out(colours)
    mask = _without_specks(mask)
    if not LEAST_SHARE <= float(mask.mean()) <= MOST_SHARE:
        raise NothingSeen
    return Silhouette(colours, mask)


def _cut_out(colours: Colours) -> Mask:
    """GrabCut, told by how far each pixel is from the colours of the border."""
    lab = cv2.cvtColor(colours.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    edge = max(1, round(BORDER_SHARE * min(lab.shape[:2])))
    border = np.ones(lab.shape[:2], bool)
    border[edge:-edge, edge:-edge] = False
    middle = np.median(lab[border], axis=0)
    difference = np.linalg.norm(lab - middle, axis=2)
    usual = float(np.percentile(difference[border], 75))
    threshold = max(LEAST_DIFFERENCE, 1.5 * usual)
    far = (difference > threshold) & ~border
    if usual > BUSY:
        far &= _middle(far.shape)
    if far.mean() < LEAST_SHARE:
        raise NothingSeen
    hints = np.where(far, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    hints[border] = cv2.GC_BGD
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(1)
    cv2.grabCut(colours, hints, (0, 0, 1, 1), *models, GRABCUT_ROUNDS, cv2.GC_INIT_WITH_MASK)
    return np.isin(hints, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)


def _middle(shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """An ellipse around the middle of a picture."""
    down, across = np.ogrid[-1 : 1 : shape[0] * 1j, -1 : 1 : shape[1] * 1j]
    return np.asarray((across / MIDDLE_WIDTH) ** 2 + (down / MIDDLE_HEIGHT) ** 2 < 1)


def _without_specks(mask: Mask) -> Mask:
    """Large parts stay, small ones go; likewise the holes in them."""
    least = PART_SHARE * float(mask.sum())
    kept = _large(mask, least)
    return (1 - _large(1 - kept, least)).astype(np.uint8)


def _large(mask: Mask, least: float) -> Mask:
    _, labels, facts, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
    large = facts[:, cv2.CC_STAT_AREA] >= max(1.0, least)
    large[0] = False
    return np.asarray(large[labels], np.uint8)
