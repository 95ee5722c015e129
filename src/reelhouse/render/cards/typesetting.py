"""Words in lines, as large as a box allows, in whichever face has their characters."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from unicodedata import category

from fontTools.ttLib import TTFont
from PIL import ImageDraw, ImageFont

LEADING = 1.16
"""Line height, in em."""

STEP = 2
RULER = 200
"""Widths are measured once, at so many pixels an em, and scaled."""

TOLERANCE = 0.36
"""A word that only fits in smaller letters than this share of the largest is broken instead."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters that one face draws."""

    text: str
    file: Path


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of runs at `size` pixels an em."""

    lines: tuple[tuple[Run, ...], ...]
    size: int

    @property
    def height(self) -> int:
        return round(len(self.lines) * self.size * LEADING)

    @property
    def width(self) -> float:
        return max((_width(line, self.size) for line in self.lines), default=0)

    def draw(self, pen: ImageDraw.ImageDraw, middle: float, top: float, paint: str) -> None:
        """Centre the lines around x = `middle`, from y = `top` down."""
        for number, line in enumerate(self.lines):
            x = middle - _width(line, self.size) / 2
            baseline = top + self.size * LEADING * number + self.size * 0.94
            for run in line:
                pen.text((x, baseline), run.text, paint, font_of(run.file, self.size), anchor="ls")
                x += _width((run,), self.size)


def fit(
    text: str, files: Sequence[Path], width: float, height: float, largest: int, smallest: int
) -> Setting:
    """Set `text` as large as the box allows, in lines of about equal length.

    At `smallest` the text is set even when it does not fit in height; it always fits in width.
    Characters that no file has are left out: see `drawable`.
    """
    words = drawable(text, files).split()
    unbroken = max((_width(_runs(word, files), 1) for word in words), default=0)
    wholesome = max(smallest, min(largest, int(width / unbroken))) if unbroken else largest
    start = wholesome if wholesome > largest * TOLERANCE else largest
    for size in range(start, smallest, -STEP):
        setting = Setting(_balanced(words, files, width, size), size)
        if setting.height <= height:
            return setting
    return Setting(_balanced(words, files, width, smallest), smallest)


def drawable(text: str, files: Sequence[Path]) -> str:
    """`text` without what no file can draw, and without control characters."""
    return "".join(
        letter
        for letter in text
        if letter.isspace() or (not category(letter).startswith("C") and _file_for(letter, files))
    )


@lru_cache(maxsize=64)
def font_of(file: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(file), size)


@lru_cache(maxsize=16)
def _characters(file: Path) -> frozenset[int]:
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap())


def _file_for(letter: str, files: Sequence[Path]) -> Path | None:
    return next((file for file in files if ord(letter) in _characters(file)), None)


def _runs(text: str, files: Sequence[Path]) -> tuple[Run, ...]:
    """Blanks take the face of the first file; all of `text` must be drawable."""
    owners = [(_file_for(letter, files) or files[0], letter) for letter in text]
    return tuple(
        Run("".join(letter for _, letter in group), file)
        for file, group in groupby(owners, key=lambda owner: owner[0])
    )


def _width(runs: Sequence[Run], size: int) -> float:
    return sum(_measure(run.text, run.file) for run in runs) * size / RULER


@lru_cache(maxsize=4096)
def _measure(text: str, file: Path) -> float:
    return font_of(file, RULER).getlength(text)


def _wrapped(words: Sequence[str], files: Sequence[Path], width: float, size: int) -> list[str]:
    """Lines that are as full as `width` allows; a word that is too long is broken anywhere."""
    lines: list[str] = []
    for word in words:
        if lines and _width(_runs(f"{lines[-1]} {word}", files), size) <= width:
            lines[-1] += f" {word}"
            continue
        rest = word
        while _width(_runs(rest, files), size) > width and len(rest) > 1:
            cut = max(1, bisect_right(range(1, len(rest)), width, key=_reach(rest, files, size)))
            lines.append(rest[:cut])
            rest = rest[cut:]
        lines.append(rest)
    return lines


def _reach(word: str, files: Sequence[Path], size: int) -> Callable[[int], float]:
    """How wide the first letters of a word are."""
    return lambda letters: _width(_runs(word[:letters], files), size)


def _balanced(
    words: Sequence[str], files: Sequence[Path], width: float, size: int
) -> tuple[tuple[Run, ...], ...]:
    """The same number of lines, within the narrowest width that still holds them."""
    lines = _wrapped(words, files, width, size)
    narrow, wide = width * 0.3, width
    for _ in range(7):
        middle = (narrow + wide) / 2
        tried = _wrapped(words, files, middle, size)
        if len(tried) <= len(lines) and sum(len(line.split()) for line in tried) == len(words):
            lines, wide = tried, middle
        else:
            narrow = middle
    return tuple(_runs(line, files) for line in lines)
