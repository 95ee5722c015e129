"""Photographs, drawings and charts: where many colours stand that are no ground of the page."""

import cv2
import numpy as np

from reelhouse.core.pitches.seeing.boxes import Boxes
from reelhouse.core.pitches.seeing.decoding import Pixels
from reelhouse.core.pitches.seeing.tones import tones_of

GROUND = 0.05
"""A colour that covers this part of the page is one of its grounds."""

CELL = 8
BUSY = 170
"""Of 255: how much of a cell is no ground. A cell of text stays far below."""

LEAST, FULLEST, MOST = 0.03, 0.6, 0.75
"""Parts of the page, of its box and of the page that a figure takes."""


def find_figures(picture: Pixels) -> Boxes:
    tones = tones_of(np.ascontiguousarray(picture[::2, ::2]))
    grounds = np.bincount(tones.ravel(), minlength=256) > GROUND * tones.size
    table = np.where(grounds, 0, 255).astype(np.uint8)
    size = max(tones.shape[1] // CELL, 1), max(tones.shape[0] // CELL, 1)
    cells = cv2.resize(cv2.LUT(tones, table), size, interpolation=cv2.INTER_AREA)
    _, busy = cv2.threshold(cells, BUSY, 255, cv2.THRESH_BINARY)
    busy = cv2.morphologyEx(busy, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(busy, connectivity=4, ltype=cv2.CV_32S)
    boxes, areas = np.asarray(stats[1:, :4], np.int32), stats[1:, 4]
    sides = boxes[:, 2] * boxes[:, 3]
    fits = (areas > LEAST * busy.size) & (areas > FULLEST * sides) & (sides < MOST * busy.size)
    return _scaled(boxes[fits], picture.shape[1] / size[0], picture.shape[0] / size[1])


def _scaled(boxes: Boxes, across: float, down: float) -> Boxes:
    return np.asarray(np.rint(boxes * np.asarray([across, down, across, down])), np.int32)
