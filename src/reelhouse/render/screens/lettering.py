"""Words as drawings that can move one by one: set in lines as large as their room allows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from unicodedata import bidirectional

import numpy as np
from PIL import Image, ImageDraw

from reelhouse.render.cards.typesetting import LEADING, Setting, fit
from reelhouse.render.fonts.library import FILES, FOLDER
from reelhouse.render.screens.floating import Floating, inked
from reelhouse.render.screens.geometry import Rect

AROUND = 0.25
"""Em that letters may reach over their cell."""

ENDLESS = 1e7


@dataclass(frozen=True, slots=True)
class Piece:
    """A word (or a line, in scripts that run from right to left) and where its middle stands."""

    drawing: Floating
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Lettering:
    """Pieces in the order in which they are read; `size` is pixels an em. `box` holds all letters."""

    pieces: tuple[Piece, ...]
    size: int
    box: Rect


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: a face by its full name, its size in pixels an em, and where lines begin."""

    face: str
    largest: int
    smallest: int
    centred: bool = True
    align: float = 0.5
    """Where in the height of the room the lines stand: 0 at its top, 1 at its foot."""


@lru_cache(maxsize=16)
def fonts_for(face: str) -> tuple[Path, ...]:
    """The face first, then all others for what it lacks."""
    names = dict.fromkeys((face, *FILES))
    return tuple(FOLDER / FILES[name] for name in names if name in FILES)


def lettered(text: str, kind: Type, room: Rect, colours: Sequence[str]) -> Lettering:
    """Set a text in a room. The last of `colours` is that of the last piece, the first one of all others."""
    fonts = fonts_for(kind.face)
    setting = fit(text, fonts, room.width, room.height, kind.largest, kind.smallest)
    top = room.y + (room.height - setting.height) * kind.align
    words = list(_words(setting, fonts, room, top, centred=kind.centred))
    pieces = tuple(
        _drawn(word, setting.size, colours[-1] if number == len(words) - 1 else colours[0])
        for number, word in enumerate(words)
    )
    left = room.x + (room.width - setting.width) / 2 if kind.centred else room.x
    return Lettering(pieces, setting.size, Rect(left, top, setting.width, setting.height))


@dataclass(frozen=True, slots=True)
class _Word:
    setting: Setting
    left: float
    top: float


def _words(
    setting: Setting, fonts: Sequence[Path], room: Rect, top: float, *, centred: bool
) -> Iterator[_Word]:
    for number, line in enumerate(setting.lines):
        text = "".join(run.text for run in line)
        whole = Setting((line,), setting.size)
        left = room.x + (room.width - whole.width) / 2 if centred else room.x
        y = top + number * setting.size * LEADING
        if _runs_to_the_left(text):
            yield _Word(whole, left, y)
            continue
        words = text.split()
        for index in range(len(words)):
            alone = _single(words[index], fonts, setting.size)
            up_to = _single(" ".join(words[: index + 1]), fonts, setting.size).width
            yield _Word(alone, left + up_to - alone.width, y)


def _single(text: str, fonts: Sequence[Path], size: int) -> Setting:
    return fit(text, fonts, ENDLESS, ENDLESS, size, size)


def _runs_to_the_left(text: str) -> bool:
    kinds = (bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


def _drawn(word: _Word, size: int, colour: str) -> Piece:
    """The drawing begins on even pixels, where it is laid as it is."""
    rim = round(size * AROUND)
    left, top = _even(word.left - rim), _even(word.top - rim)
    width = _even(word.setting.width + 2 * rim) + 2
    height = _even(size * LEADING + 2 * rim) + 2
    mask = Image.new("L", (width, height))
    middle = word.left - left + word.setting.width / 2
    word.setting.draw(ImageDraw.Draw(mask), middle, word.top - top, "#ffffff")
    drawing = Floating(inked(np.asarray(mask, np.uint8), colour))
    return Piece(drawing, left + width / 2, top + height / 2, word.setting.width)


def _even(length: float) -> int:
    return 2 * round(length / 2)
