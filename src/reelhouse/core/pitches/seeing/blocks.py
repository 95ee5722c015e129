"""Lines that belong together become blocks, in the order in which a person reads them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reelhouse.core.pitches.seeing.boxes import NONE, Boxes, Mask, shared, united

LEADING = 1.2
"""The most that lies between two lines of a paragraph, in heights of a line."""

ALIKE = 1.25
"""How much taller one line of a paragraph may be than another."""

LEAST_CUT = 3
"""A gap of so many pixels parts what is read one after the other."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Paragraphs, and lines that stand alone, in reading order; `letters` is the height of a line of each."""

    boxes: Boxes
    letters: npt.NDArray[np.int32]


def find_blocks(lines: Boxes) -> Blocks:
    if not len(lines):
        return Blocks(NONE, np.zeros(0, np.int32))
    boxes, groups = united(lines, _are_paragraph(lines))
    letters = np.zeros(len(boxes), np.int32)
    np.maximum.at(letters, groups, lines[:, 3])
    order = in_reading_order(boxes)
    return Blocks(boxes[order], letters[order])


def _are_paragraph(lines: Boxes) -> Mask:
    """Alike, close below each other, and flush on a side or centred."""
    left, wide, tall = lines[:, 0], lines[:, 2], lines[:, 3]
    lower, higher = np.minimum(tall[:, None], tall[None, :]), np.maximum(tall[:, None], tall[None, :])
    below = -shared(lines, lines, 1)
    edges = (left, left + wide, left + wide / 2)
    flush = np.logical_or.reduce([np.abs(edge[:, None] - edge[None, :]) <= lower for edge in edges])
    return np.asarray((below >= -lower / 4) & (below <= LEADING * lower) & (higher <= ALIKE * lower) & flush)


def in_reading_order(boxes: Boxes) -> list[int]:
    """Places of the boxes: cut where a gap goes through, into bands first, then into columns, and so on."""
    return _ordered(boxes, list(range(len(boxes))), axis=1)


def _ordered(boxes: Boxes, places: list[int], axis: int, *, tried: bool = False) -> list[int]:
    if len(places) < 2:  # noqa: PLR2004 - one is in order
        return places
    parts = _parts(boxes, places, axis)
    if len(parts) > 1:
        return [place for part in parts for place in _ordered(boxes, part, 1 - axis)]
    if not tried:
        return _ordered(boxes, places, 1 - axis, tried=True)
    return sorted(places, key=lambda place: (int(boxes[place, 1]), int(boxes[place, 0])))


def _parts(boxes: Boxes, places: list[int], axis: int) -> list[list[int]]:
    """Groups with a gap between them along an axis."""
    parts: list[list[int]] = []
    end = -LEAST_CUT
    for place in sorted(places, key=lambda place: int(boxes[place, axis])):
        start, length = int(boxes[place, axis]), int(boxes[place, axis + 2])
        if start - end >= LEAST_CUT:
            parts.append([])
        parts[-1].append(place)
        end = max(end, start + length)
    return parts
