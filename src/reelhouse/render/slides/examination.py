"""Looking at a finished carousel before anybody pays for it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from reelhouse.media.composition import Canvas
from reelhouse.media.contrast import BODY, contrast
from reelhouse.render.checks.names import Check
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.slides.ground import Pixels
from reelhouse.render.slides.layout import layout_of
from reelhouse.render.types import Finding

FLATTEST = 3.0
"""Standard deviation (of 255) below which a picture is of one colour."""

OUTSIDE = 2.0
"""Pixels that a letter may reach over the safe area, for the rounding of its edges."""

FEWEST = 2e-4
"""The part of its box that the clearest pixels of a text fill at least."""

SLACK = 0.97
"""Edges of letters are mixed with what lies behind them."""


def examine_slides(
    pngs: Sequence[Path], words: Sequence[Sequence[Rect]], canvas: Canvas, of: int
) -> tuple[Finding, ...]:
    """What finished slides do not keep: how many, how large, not empty, and words that stand free and clear.

    `words` is where the words of each slide are meant to stand.
    """
    if len(pngs) != of:
        return (_finding(f"{of} slides", f"{len(pngs)} slides"),)
    found: list[Finding] = []
    for number, (png, boxes) in enumerate(zip(pngs, words, strict=True), 1):
        found += _of_slide(number, png, boxes, canvas)
    return tuple(found)


def examine_pdf(pdf: Path, of: int) -> tuple[Finding, ...]:
    """Whether the document has as many pages, and all of its end."""
    data = pdf.read_bytes()
    pages = data.count(b"/Type /Page ")
    if pages != of or not data.rstrip().endswith(b"%%EOF"):
        return (_finding(f"a document of {of} pages", f"{pages} pages"),)
    return ()


def _of_slide(number: int, png: Path, boxes: Sequence[Rect], canvas: Canvas) -> Iterator[Finding]:
    try:
        with Image.open(png, formats=("PNG",)) as file:
            pixels = np.asarray(file.convert("RGB"))
    except (OSError, ValueError, SyntaxError):
        yield _finding(f"slide {number} as a picture", "a file that cannot be read")
        return
    height, width = pixels.shape[:2]
    if (width, height) != (canvas.width, canvas.height):
        yield _finding(f"slide {number} of {canvas.width}x{canvas.height}", f"{width}x{height}")
        return
    if pixels[::4, ::4].std() < FLATTEST:
        yield _finding(f"slide {number} with something on it", "one colour")
    if not boxes:
        yield _finding(f"slide {number} with words", "none")
    safe = layout_of(canvas).safe.grown(OUTSIDE)
    for box in boxes:
        if not _holds(safe, box):
            yield _finding(f"the words of slide {number} inside of its margins", _told(box))
        elif (clear := _clearness(pixels, box)) < BODY * SLACK:
            yield _finding(
                f"words of slide {number} with a contrast of {BODY:g}", f"{clear:.2f} at {_told(box)}"
            )


def _holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def _clearness(pixels: Pixels, box: Rect) -> float:
    """The contrast between what most of a box is and its clearest letters."""
    part = pixels[round(box.y) : round(box.bottom), round(box.x) : round(box.right)].reshape(-1, 3)
    brightness = part @ np.array([0.2126, 0.7152, 0.0722])
    order = np.argsort(brightness, kind="stable")
    few = min(len(order) - 1, max(3, round(len(order) * FEWEST)))
    ground, dark, pale = (part[order[at]] for at in (len(order) // 2, few, -1 - few))
    return max(contrast(_hex(ground), _hex(ink)) for ink in (dark, pale))


def _hex(colour: Pixels) -> str:
    return "#" + "".join(f"{int(value):02x}" for value in colour)


def _told(box: Rect) -> str:
    return f"{box.x:.0f},{box.y:.0f} to {box.right:.0f},{box.bottom:.0f}"


def _finding(expected: str, found: str) -> Finding:
    return Finding(Check.SLIDES, expected, found)
