"""Words in lines, as large as a box allows, in whichever face has their characters."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from unicodedata import bidirectional, category

from fontTools.ttLib import TTFont
from PIL import ImageDraw, ImageFont

from reelhouse.render.fonts.installed import installed_with
from reelhouse.render.fonts.library import INVISIBLE, clusters, east_asian, files_of

LEADING = 1.16
"""Line height, in em."""

STEP = 2
RULER = 200
"""Widths are measured once, at so many pixels an em, and scaled."""

SPACELESS = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Thai, Lao, Khmer, Japanese and Chinese letters: a line may end after any of them."""

BLANKS = re.compile(r"(^\s+|\s+$)")
"""Around a run they are runs of their own: they stay between its neighbours in whatever order these stand."""

TOLERANCE = 0.36
"""A word that only fits in smaller letters than this share of the largest is broken instead."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters that one face draws."""

    text: str
    file: Path


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of runs at `size` pixels an em, `leading` em from one line to the next."""

    lines: tuple[tuple[Run, ...], ...]
    size: int
    leading: float = LEADING

    @property
    def height(self) -> int:
        return _tall(len(self.lines), self.size, self.leading)

    @property
    def width(self) -> float:
        return max((_width(line, self.size) for line in self.lines), default=0)

    def draw(self, pen: ImageDraw.ImageDraw, middle: float, top: float, paint: str) -> None:
        """Centre the lines around x = `middle`, from y = `top` down."""
        for number, line in enumerate(self.lines):
            self._draw_line(pen, number, middle - _width(line, self.size) / 2, top, paint)

    def draw_between(
        self, pen: ImageDraw.ImageDraw, left: float, right: float, top: float, paint: str
    ) -> None:
        """Begin the lines at x = `left`, or end them at `right` where the first one runs to the left."""
        turned = bool(self.lines) and runs_to_the_left(self.lines[0])
        for number, line in enumerate(self.lines):
            x = right - _width(line, self.size) if turned else left
            self._draw_line(pen, number, x, top, paint)

    def _draw_line(self, pen: ImageDraw.ImageDraw, number: int, x: float, top: float, paint: str) -> None:
        line = self.lines[number]
        baseline = top + self.size * self.leading * number + self.size * 0.94
        for run in reversed(line) if runs_to_the_left(line) else line:
            pen.text((x, baseline), run.text, paint, font_of(run.file, self.size), anchor="ls")
            x += _width((run,), self.size)


def _tall(lines: int, size: int, leading: float) -> int:
    return round(lines * size * leading)


def fit(
    text: str,
    files: Sequence[Path],
    width: float,
    height: float,
    largest: int,
    smallest: int,
    leading: float = LEADING,
) -> Setting:
    """Set `text` as large as the box allows, in lines of about equal length.

    At `smallest` the text is set even when it does not fit in height; it always fits in width.
    Characters that no file has are left out: see `drawable`.
    """
    files = tuple(files)
    words = drawable(text, files).split()

    def holds(size: int) -> bool:
        return _tall(len(_wrapped(words, files, width, size)), size, leading) <= height

    whole = (word for word in words if not SPACELESS.search(word))
    unbroken = max((_width(_runs(word, files), 1) for word in whole), default=0)
    wholesome = max(smallest, min(largest, int(width / unbroken))) if unbroken else largest
    start = wholesome if wholesome > largest * TOLERANCE else largest
    size = next((size for size in range(start, smallest, -STEP) if holds(size)), smallest)
    return Setting(_balanced(words, files, width, size), size, leading)


def drawable(text: str, files: Sequence[Path]) -> str:
    """`text` without what no file can draw, and without control characters."""
    kept = "".join(letter for letter in text if letter in INVISIBLE or not category(letter).startswith("C"))
    return "".join(cluster for cluster in clusters(kept) if cluster.isspace() or _file_for(cluster, files))


@lru_cache(maxsize=64)
def font_of(file: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(file), size)


@lru_cache(maxsize=256)
def _characters(file: Path) -> frozenset[int]:
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap())


def _file_for(cluster: str, files: Sequence[Path]) -> Path | None:
    """The first of `files` that has every letter of a cluster, else a font of this machine."""
    letters = frozenset(cluster) - INVISIBLE
    if not letters:
        return None
    codes = {ord(letter) for letter in letters}
    found = next((file for file in files if codes <= _characters(file)), None)
    return found or installed_with(letters)


@lru_cache(maxsize=4096)
def _runs(text: str, files: tuple[Path, ...]) -> tuple[Run, ...]:
    """Blanks take the face of the first file; all of `text` must be drawable."""
    ordered = _in_order(files, east_asian(text))
    owners = [(_file_for(cluster, ordered) or ordered[0], cluster) for cluster in clusters(text)]
    whole = (
        ("".join(cluster for _, cluster in group), file)
        for file, group in groupby(owners, key=lambda owner: owner[0])
    )
    return tuple(Run(part, file) for text, file in whole for part in BLANKS.split(text) if part)


@lru_cache(maxsize=64)
def _in_order(files: tuple[Path, ...], east: tuple[str, ...]) -> tuple[Path, ...]:
    """`files` with the East Asian ones last, in the order of these faces."""
    asian = files_of(east)
    return (*(file for file in files if file not in asian), *(file for file in asian if file in files))


def runs_to_the_left(line: Sequence[Run]) -> bool:
    """Whether the first letter that has a direction goes from right to left (Unicode Annex 9, P2 and P3)."""
    kinds = (bidirectional(letter) for run in line for letter in run.text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


def _width(runs: Sequence[Run], size: int) -> float:
    return sum(_measure(run.text, run.file) for run in runs) * size / RULER


@lru_cache(maxsize=4096)
def _measure(text: str, file: Path) -> float:
    return font_of(file, RULER).getlength(text)


def _wrapped(words: Sequence[str], files: tuple[Path, ...], width: float, size: int) -> list[str]:
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


def _reach(word: str, files: tuple[Path, ...], size: int) -> Callable[[int], float]:
    """How wide the first letters of a word are."""
    return lambda letters: _width(_runs(word[:letters], files), size)


def _balanced(
    words: Sequence[str], files: tuple[Path, ...], width: float, size: int
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
