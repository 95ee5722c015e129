"""Patches of one colour that differ from what is around them: buttons, tags, bars, pictures."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from reelhouse.core.pitches.seeing.boxes import Boxes
from reelhouse.core.pitches.seeing.decoding import Pixels
from reelhouse.core.pitches.seeing.tones import Tones, tones_of

HALF = 2
"""Patches are found in half the working size: what is smaller there is no target for an eye."""

MOST_TONES, MOST_OF_A_TONE, RAREST = 6, 12, 0.0006
CORNERS = 4
LOWEST, FULLEST = 7, 0.6
WIDEST_PART, TALLEST_PART = 0.97, 0.6
"""The parts of the picture beyond which a patch is its ground, or a column of it."""

RING = 3
SAMPLES = 60
GREY = 40.0
"""Spread of channels below which a colour is none."""


@dataclass(frozen=True, slots=True)
class Patch:
    """`box` in pixels of the picture; `pop` (0-1) is how far its colour is from that around it, and `full`
    which part of the box it fills.
    """

    box: tuple[int, int, int, int]
    tone: int
    pop: float
    full: float


def find_patches(picture: Pixels) -> list[Patch]:
    size = max(picture.shape[1] // HALF, 1), max(picture.shape[0] // HALF, 1)
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    tones = tones_of(small)
    return [patch for tone in _loudest(tones) for patch in _of_tone(tone, tones, small)]


def _loudest(tones: Tones) -> list[int]:
    """The colours, without the most frequent one, that are farthest from it."""
    counts = np.bincount(tones.ravel(), minlength=256)
    ground = int(counts.argmax())
    rare = [int(tone) for tone in np.flatnonzero(counts > RAREST * tones.size) if tone != ground]
    centres = {tone: _centre(tone) for tone in (*rare, ground)}

    def loudness(tone: int) -> float:
        share = float(counts[tone]) / tones.size
        return _distance(centres[tone], centres[ground]) * math.sqrt(min(share / 0.01, 1.0))

    return sorted(rare, key=loudness, reverse=True)[:MOST_TONES]


def _centre(tone: int) -> npt.NDArray[np.float64]:
    return np.asarray([(tone & 3) * 64 + 32, (tone >> 2 & 7) * 32 + 16, (tone >> 5) * 32 + 16], np.float64)


def _distance(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> float:
    """0-1; a strong colour is farther from a grey than another grey is."""
    apart = float(np.linalg.norm(one - other)) / 255
    chroma = (float(np.ptp(one)) - float(np.ptp(other))) / 255
    return min(0.55 * min(apart, 1.0) + 0.75 * max(chroma, 0.0), 1.0)


def _of_tone(tone: int, tones: Tones, picture: Pixels) -> list[Patch]:
    """By their outlines, so that the letters on a button are no holes in it."""
    outlines, _ = cv2.findContours(cv2.inRange(tones, tone, tone), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    large = [outline for outline in outlines if len(outline) >= CORNERS]
    boxes = np.asarray([cv2.boundingRect(outline) for outline in large], np.int32).reshape(-1, 4)
    areas = np.asarray([cv2.contourArea(outline) for outline in large])
    full = areas / np.maximum((boxes[:, 2] - 1) * (boxes[:, 3] - 1), 1)  # an outline goes through its pixels
    fitting = np.flatnonzero(_are_patches(boxes, full, tones.shape[1], tones.shape[0]))
    return [
        Patch(_whole(boxes[place]), tone, _pop(boxes[place], picture), float(full[place]))
        for place in fitting[np.argsort(-areas[fitting], kind="stable")][:MOST_OF_A_TONE]
    ]


def _whole(box: npt.NDArray[np.int32]) -> tuple[int, int, int, int]:
    left, top, wide, tall = (int(side) * HALF for side in box)
    return left, top, wide, tall


def _are_patches(boxes: Boxes, full: npt.NDArray[np.float64], wide: int, tall: int) -> npt.NDArray[np.bool_]:
    fits = (boxes[:, 2] < WIDEST_PART * wide) & (boxes[:, 3] < TALLEST_PART * tall)
    return np.asarray(fits & (boxes[:, 2:].min(1) >= LOWEST) & (full > FULLEST))


def _pop(box: npt.NDArray[np.int32], picture: Pixels) -> float:
    """From the colour of the patch to that of a ring around it, each the median of some samples."""
    x, y, w, h = (int(side) for side in box)
    left, top = max(x - RING, 0), max(y - RING, 0)
    around = picture[top : y + h + RING, left : x + w + RING]
    ring = np.concatenate([around[0], around[-1], around[:, 0], around[:, -1]])
    within = picture[y + h // 5 : y + h - h // 5, x : x + w].reshape(-1, 3)
    return _distance(_median(within), _median(ring))


def _median(colours: Pixels) -> npt.NDArray[np.float64]:
    few = colours[:: max(len(colours) // SAMPLES, 1)]
    return np.asarray(np.sort(few, axis=0)[len(few) // 2], np.float64)
