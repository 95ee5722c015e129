"""Lines of text, found by their strokes: many sudden changes along a row, on a ground of few colours.

Along a row, letters change between ink and ground more often than anything else of a user interface, be it
light or dark. Changes are closed along the row until letters join to words. Upright edges of boxes are long
and straight, and taken away before. What is left must be two-toned, as only writing is: three coarse colours
cover most of its box, while a photograph has many more.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from reelhouse.core.pitches.seeing.boxes import NONE, Boxes, Mask, covered, grown, shared, sums, united
from reelhouse.core.pitches.seeing.decoding import Pixels
from reelhouse.core.pitches.seeing.tones import largest_share, tones_of

Grey = npt.NDArray[np.uint8]

LEAST_CHANGE = 24
"""Steps of a byte between neighbours; faint grey text at half its size has some forty."""

POST = 27
"""How tall a straight edge is, in pixels, before it is no stem of a letter."""

TONES, TWO_TONED = 3, 0.66
INK = (0.12, 0.92)
"""The part of its box that the changes of a line take."""

SLIMMEST, SHORTEST = 1.45, 12
"""How wide a line is at least: in its heights, and in pixels."""

RIM, CLEAR = 3, 0.4
"""Above and below a line are some pixels where less changes, by this part of what changes within."""

FULL_ROW, MOST_TRIMMED = 0.2, 0.65
"""A row with this part of the ink of the fullest one belongs to letters for sure. When those rows are less
than this part of a box, something else made it so tall: letters above and below take less.
"""

WORD_GAP, LEAST_GAP = 0.95, 6
"""Between words, in heights of their line, and in pixels."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Text of `lowest` to `tallest` pixels is searched in a copy that is `shrink` times smaller."""

    shrink: int
    lowest: int
    tallest: int
    joint: int = 9


SMALL, LARGE = Scale(1, 4, 40), Scale(3, 9, 50, 6)


def find_lines(picture: Pixels) -> Boxes:
    """Lines of text in a picture of working size: letters of some 5 to 150 pixels."""
    small, large = _at(picture, SMALL), _at(picture, LARGE)
    headings = large[_are_one_line(large, small)]
    rest = small[covered(small, headings).sum(1) < 1 / 2] if len(headings) else small
    lines = _joined(np.concatenate([rest, headings]))
    return lines[_are_long_enough(lines)]


def _at(picture: Pixels, scale: Scale) -> Boxes:
    """Words and lines of one scale, in pixels of the picture."""
    tall, wide = (max(side // scale.shrink, 1) for side in picture.shape[:2])
    if scale.shrink > 1:
        picture = np.asarray(cv2.resize(picture, (wide, tall), interpolation=cv2.INTER_AREA), np.uint8)
    changes = _changes(np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8))
    words = cv2.morphologyEx(changes, cv2.MORPH_CLOSE, _bar(scale.joint, 1))
    words = cv2.morphologyEx(words, cv2.MORPH_OPEN, _bar(3, 2))
    _, _, stats, _ = cv2.connectedComponentsWithStats(words, connectivity=8, ltype=cv2.CV_32S)
    boxes = np.asarray(stats[1:, :4], np.int32)
    boxes = boxes[
        (boxes[:, 3] >= scale.lowest) & (boxes[:, 3] <= scale.tallest) & (boxes[:, 2] >= scale.lowest)
    ]
    boxes = grown(boxes[_stand_alone(boxes, changes)], 1, (wide, tall))
    boxes = boxes[_are_two_toned(boxes, picture)]
    return np.asarray((_trimmed(boxes, changes) if scale is SMALL else boxes) * scale.shrink, np.int32)


def _stand_alone(boxes: Boxes, changes: Grey) -> Mask:
    """Whether a box has as much ink as writing has, and little right above and below it."""
    ink = (changes > 0).view(np.uint8)
    within = sums(boxes, ink)
    cover = within / (boxes[:, 2] * boxes[:, 3])
    left, top, wide, high = boxes.T
    start, end = np.maximum(top - RIM, 0), np.minimum(top + high + RIM, ink.shape[0])
    around = sums(np.stack([left, start, wide, end - start], 1), ink) - within
    rim = around / np.maximum(wide * (end - start - high), 1)
    return np.asarray((cover > INK[0]) & (cover < INK[1]) & (rim < CLEAR * cover))


def _trimmed(boxes: Boxes, changes: Grey) -> Boxes:
    """Without rows above and below that belong to no letter: an icon beside a word is taller than that."""
    trimmed = boxes.copy()
    for place, (x, y, w, h) in enumerate(boxes):
        rows = changes[y : y + h, x : x + w].sum(1, dtype=np.int64)
        body = np.flatnonzero(rows > rows.max() * FULL_ROW)
        if len(body) > MOST_TRIMMED * h:
            continue
        trimmed[place, 1], trimmed[place, 3] = y + body[0] - 1, body[-1] + 3 - body[0]
    return trimmed


def _changes(grey: Grey) -> Grey:
    """255 where the picture changes along its row, but for long upright edges."""
    change = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, _bar(3, 1))
    _, sudden = cv2.threshold(change, LEAST_CHANGE, 255, cv2.THRESH_BINARY)
    posts = cv2.morphologyEx(sudden, cv2.MORPH_OPEN, _bar(1, POST))
    return np.asarray(cv2.subtract(sudden, posts), np.uint8)


def _bar(width: int, height: int) -> Grey:
    return np.ones((height, width), np.uint8)


def _are_two_toned(boxes: Boxes, picture: Pixels) -> Mask:
    tones = tones_of(picture)
    shares = (largest_share(tones[y : y + h, x : x + w], TONES) for x, y, w, h in boxes)
    return np.fromiter((share > TWO_TONED for share in shares), bool)


def _are_one_line(large: Boxes, small: Boxes) -> Mask:
    """A line of large letters holds parts of letters; a box that only looks like one holds a line."""
    if not len(large) or not len(small):
        return np.ones(len(large), bool)
    reach = shared(small, large, 0) > large[None, :, 2] / 3
    within = shared(small, large, 1) > 0.8 * small[:, None, 3]
    written = (small[:, None, 2] > 2 * small[:, None, 3]) & (small[:, None, 3] < 0.6 * large[None, :, 3])
    return np.asarray(~(reach & within & written).any(0))


def _joined(words: Boxes) -> Boxes:
    """Words of one line become one box."""
    if not len(words):
        return NONE
    tall = words[:, 3]
    lower, higher = np.minimum(tall[:, None], tall[None, :]), np.maximum(tall[:, None], tall[None, :])
    level = shared(words, words, 1) >= 0.6 * lower
    near = -shared(words, words, 0) <= np.maximum(WORD_GAP * lower, LEAST_GAP)
    return united(words, level & near & (higher <= 1.8 * lower))[0]


def _are_long_enough(lines: Boxes) -> Mask:
    """A mark that is about as wide as tall is an icon, or a letter on a badge."""
    return np.asarray((lines[:, 2] >= SLIMMEST * lines[:, 3]) & (lines[:, 2] >= SHORTEST))
