"""Where the eye goes: buttons first, then what is written large, then pictures and marks of colour.

Each candidate has a weight of its own kind; what is stronger takes the place of what it overlaps.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reelhouse.core.pitches.seeing.blocks import Blocks
from reelhouse.core.pitches.seeing.boxes import NONE, Boxes, covered
from reelhouse.core.pitches.seeing.decoding import Pixels
from reelhouse.core.pitches.seeing.figures import find_figures
from reelhouse.core.pitches.seeing.patches import Patch, find_patches

MOST_SPOTS = 8
FAINTEST = 0.12
OVERLAP = 0.3

BUTTON, MARK, FIGURE, HEADING = 1.0, 0.3, 0.55, 0.8
"""What each kind of spot weighs at most."""

FIGURE_SHARE = 0.035
"""A patch that takes this part of the picture is a figure, and no mark any more."""

FULL_FIGURE, FULL_BUTTON = 0.15, 0.008
"""Parts of the picture from which a figure and a button weigh their most."""

SLIMMEST_BUTTON, WITHIN, CENTRED, LABEL = 1.3, 0.85, 0.2, (0.15, 0.75)
"""A button's width in its heights; the part of a line that is inside; how far its label may be off its
middle, and how tall it is, in heights of the button."""

QUIET, LOUD = 1.25, 2.6
"""A heading of so many heights of the usual line begins to weigh, and weighs its most."""


@dataclass(frozen=True, slots=True)
class Found:
    """Spots from the strongest on; weights are parts of the strongest one's."""

    boxes: Boxes
    weights: tuple[float, ...]


def find_spots(picture: Pixels, lines: Boxes, blocks: Blocks) -> Found:
    """At most eight, none of which overlaps another."""
    size = picture.shape[0] * picture.shape[1]
    patches = find_patches(picture)
    figures = find_figures(picture)
    boxes = np.concatenate([_boxes(patches), figures, blocks.boxes])
    of_figures = np.clip(figures[:, 2] * figures[:, 3] / size / FULL_FIGURE, 0.5, 1) * FIGURE
    weights = np.concatenate([_of_patches(patches, lines, size), of_figures, _of_letters(blocks.letters)])
    chosen = _apart(boxes, weights)
    if not chosen:
        return Found(NONE, ())
    strongest = float(weights[chosen[0]])
    return Found(boxes[chosen], tuple(round(float(weights[place]) / strongest, 3) for place in chosen))


def _boxes(patches: list[Patch]) -> Boxes:
    return np.asarray([patch.box for patch in patches], np.int32).reshape(-1, 4)


def _of_patches(patches: list[Patch], lines: Boxes, size: int) -> npt.NDArray[np.float64]:
    alike = [sum(_are_alike(patch, other) for other in patches) for patch in patches]
    return np.asarray(
        [
            _kind(patch, lines, size) * patch.pop * (0.4 + 0.6 * patch.full) / count**0.5
            for patch, count in zip(patches, alike, strict=True)
        ],
        np.float64,
    )


def _are_alike(patch: Patch, other: Patch) -> bool:
    """Of one colour and one height, as the tags of a list: none of them stands out."""
    low, high = sorted((patch.box[3], other.box[3]))
    return patch.tone == other.tone and high <= 1.25 * low


def _kind(patch: Patch, lines: Boxes, size: int) -> float:
    """The larger a button is, the more it is one."""
    part = patch.box[2] * patch.box[3] / size
    if _has_label(patch, lines):
        return BUTTON * min(0.35 + part / FULL_BUTTON, 1.0)
    return FIGURE if part > FIGURE_SHARE else MARK


def _has_label(patch: Patch, lines: Boxes) -> bool:
    """Whether one line stands in its middle, with room above and below."""
    _, top, wide, tall = patch.box
    if wide < SLIMMEST_BUTTON * tall or not len(lines):
        return False
    inside = lines[covered(lines, np.asarray([patch.box], np.int32))[:, 0] > WITHIN]
    if len(inside) != 1:
        return False
    _, y, _, high = (int(side) for side in inside[0])
    is_centred = abs((y + high / 2) - (top + tall / 2)) < CENTRED * tall
    return is_centred and LABEL[0] * tall < high < LABEL[1] * tall


def _of_letters(letters: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
    """By how much larger they are than the usual ones of the picture."""
    if not len(letters):
        return np.zeros(0)
    times = letters / np.percentile(letters, 40)
    return np.asarray(HEADING * np.clip((times - QUIET) / (LOUD - QUIET), 0, 1), np.float64)


def _apart(boxes: Boxes, weights: npt.NDArray[np.float64]) -> list[int]:
    chosen: list[int] = []
    for place in np.argsort(-weights, kind="stable"):
        if len(chosen) == MOST_SPOTS or weights[place] < FAINTEST:
            break
        one, others = boxes[[place]], boxes[chosen]
        if not chosen or max(covered(one, others).max(), covered(others, one).max()) < OVERLAP:
            chosen.append(int(place))
    return chosen
