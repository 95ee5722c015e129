"""Lines of text, found by their strokes: thin marks that differ from what is around them, side by side.

A stroke is what a top-hat (light on dark) or a black-hat (dark on light) keeps: things thinner than its
kernel. Faces of buttons, cards and gradients are wider and vanish; rules and borders are thin, but long and
straight, and are taken away. What is left is closed along the row until letters join to lines, and each
candidate must look like writing: as many strokes as letters of that height have, on an even ground.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from reelhouse.core.pitches.seeing.decoding import Pixels

Boxes = npt.NDArray[np.int32]
"""One row a box: left, top, width, height, in pixels."""

Grey = npt.NDArray[np.uint8]

LEAST_CONTRAST = 22
KERNEL = 9
INK, CHANGES = (0.12, 0.85), (0.9, 9.0)
"""What writing covers of its box, and how often it begins or ends in a column of it."""

RULE, POST = 41, 31
"""How long a straight mark is before it is no part of a letter: pixels along a row, and along a column."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Text of `lowest` to `tallest` pixels is searched in a copy that is `shrink` times smaller."""

    shrink: int
    lowest: int
    tallest: int
    joint: int


SCALES = (Scale(1, 5, 30, 11), Scale(3, 8, 34, 11))


def find_lines(picture: Pixels) -> Boxes:
    """Lines of text of a picture in its working size; letters of about 5 to 100 pixels are found."""
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8)
    small, *larger = (_at(grey, scale) for scale in SCALES)
    for found in larger:
        small = np.concatenate([small, found[~_are_within(found, small)]])
    return small


def _at(grey: Grey, scale: Scale) -> Boxes:
    if scale.shrink > 1:
        size = max(grey.shape[1] // scale.shrink, 1), max(grey.shape[0] // scale.shrink, 1)
        grey = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)
    strokes = _strokes(grey)
    joined = cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, _flat(scale.joint, 1))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8, ltype=cv2.CV_32S)
    boxes = np.asarray(stats[1:, :4], np.int32)
    tall = boxes[:, 3]
    boxes = boxes[(tall >= scale.lowest) & (tall <= scale.tallest) & (boxes[:, 2] >= tall * 1.1)]
    return np.asarray(boxes[_look_written(boxes, strokes)] * scale.shrink, np.int32)


def _strokes(grey: Grey) -> Grey:
    """255 where there is a stroke."""
    kernel = _flat(KERNEL, KERNEL)
    light = cv2.morphologyEx(grey, cv2.MORPH_TOPHAT, kernel)
    dark = cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, kernel)
    _, strokes = cv2.threshold(cv2.max(light, dark), LEAST_CONTRAST, 255, cv2.THRESH_BINARY)
    straight = cv2.max(
        cv2.morphologyEx(strokes, cv2.MORPH_OPEN, _flat(RULE, 1)),
        cv2.morphologyEx(strokes, cv2.MORPH_OPEN, _flat(1, POST)),
    )
    return np.asarray(cv2.subtract(strokes, straight), np.uint8)


def _flat(width: int, height: int) -> Grey:
    return np.ones((height, width), np.uint8)


def _look_written(boxes: Boxes, strokes: Grey) -> npt.NDArray[np.bool_]:
    """Whether a box has ink as writing has: its part of the box, and how often it changes along a row."""
    if not len(boxes):
        return np.zeros(0, bool)
    ink = _sums(boxes, (strokes > 0).view(np.uint8))
    edges = np.zeros_like(strokes)
    edges[:, 1:] = (strokes[:, 1:] != strokes[:, :-1]).view(np.uint8)
    changes = _sums(boxes, edges)
    wide, tall = boxes[:, 2], boxes[:, 3]
    cover = ink / (wide * tall)
    per_em = changes / np.maximum(wide, 1)  # along all rows; a row of a letter has some two to four
    return (cover > INK[0]) & (cover < INK[1]) & (per_em > CHANGES[0]) & (per_em < CHANGES[1])


def _sums(boxes: Boxes, mask: Grey) -> npt.NDArray[np.float64]:
    table = cv2.integral(mask)
    left, top, right, low = boxes[:, 0], boxes[:, 1], boxes[:, 0] + boxes[:, 2], boxes[:, 1] + boxes[:, 3]
    sums = table[low, right] - table[top, right] - table[low, left] + table[top, left]
    return np.asarray(sums, np.float64)


def _are_within(boxes: Boxes, others: Boxes) -> npt.NDArray[np.bool_]:
    """Whether more than a third of a box is covered by boxes of `others`."""
    if not len(boxes) or not len(others):
        return np.zeros(len(boxes), bool)
    shared = np.ones((len(boxes), len(others)))
    for axis in (0, 1):
        starts = np.maximum(boxes[:, None, axis], others[None, :, axis])
        ends = np.minimum(
            boxes[:, None, axis] + boxes[:, None, axis + 2], others[None, :, axis] + others[None, :, axis + 2]
        )
        shared *= np.clip(ends - starts, 0, None)
    return np.asarray(shared.sum(1) > boxes[:, 2] * boxes[:, 3] / 3)
