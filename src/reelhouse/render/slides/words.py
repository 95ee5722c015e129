"""The words of a slide: a chip, a headline and a text below each other, each as large as there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageDraw

from reelhouse.render.cards.typesetting import Setting, drawable, fit, runs_to_the_left
from reelhouse.render.fonts.families import family
from reelhouse.render.fonts.library import ALPHABETS, CHINESE, JAPANESE, KOREAN, files_of
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.slides.ground import Ground

HEADLINE_LEADING, BODY_LEADING = 1.1, 1.34
BODY_MOST = 0.45
"""The part of the room that the text below a headline takes at most."""

GAP = 30
CHIP_PAD = 0.62
"""Em beside the words of a chip; above and below them it is half of that."""

ELLIPSIS = "…"
MOST_LETTERS = 400
"""More never fit on a slide."""


@dataclass(frozen=True, slots=True)
class Faces:
    """Font files in the order in which they are asked for a letter."""

    display: tuple[Path, ...]
    running: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Largest and smallest em of a headline and of the text below it, in units."""

    headline: tuple[float, float]
    body: tuple[float, float] = (38, 27)
    chip: float = 27


@dataclass(frozen=True, slots=True)
class Written:
    """Lines within their `box`: from its left edge, from the right one if they run so, or in its middle."""

    setting: Setting
    box: Rect
    ink: str
    centred: bool = False

    def draw(self, pen: ImageDraw.ImageDraw) -> None:
        if self.centred:
            self.setting.draw(pen, self.box.centre[0], self.box.y, self.ink)
        else:
            self.setting.draw_between(pen, self.box.x, self.box.right, self.box.y, self.ink)


@dataclass(frozen=True, slots=True)
class Block:
    """Words that are set; a part that is empty is None."""

    chip: Setting | None
    headline: Setting | None
    body: Setting | None
    gap: float

    @property
    def backwards(self) -> bool:
        """Whether it is read from right to left."""
        first = self.headline or self.body or self.chip
        return first is not None and runs_to_the_left(first.lines[0])

    @property
    def height(self) -> float:
        tall = [self._chip_height, *(part.height if part else 0.0 for part in (self.headline, self.body))]
        shown = [height for height in tall if height]
        return sum(shown) + self.gap * max(0, len(shown) - 1)

    def chip_box(self, room: Rect, top: float, *, centred: bool = False) -> Rect | None:
        """What lies around the words of the chip."""
        if self.chip is None:
            return None
        wide = self.chip.width + 2 * self.chip.size * CHIP_PAD
        left = room.centre[0] - wide / 2 if centred else room.right - wide if self.backwards else room.x
        return Rect(left, top, wide, self._chip_height)

    def placed(self, room: Rect, top: float, ground: Ground, *, centred: bool = False) -> Iterator[Written]:
        """From y = `top` down, at the side of `room` from which it is read, or in its middle."""
        y = top
        chip = self.chip_box(room, top, centred=centred)
        if self.chip and chip:
            pad = self.chip.size * CHIP_PAD
            inside = Rect(chip.x + pad, chip.y + pad / 2, self.chip.width, self.chip.height)
            yield Written(self.chip, inside, ground.accent)
            y = chip.bottom + self.gap
        for part, ink in ((self.headline, ground.ink), (self.body, ground.quiet)):
            if part is not None:
                left = room.centre[0] - part.width / 2 if centred else room.x
                left = room.right - part.width if self.backwards and not centred else left
                yield Written(part, Rect(left, y, part.width, part.height), ink, centred)
                y += part.height + self.gap

    @property
    def _chip_height(self) -> float:
        return self.chip.height + self.chip.size * CHIP_PAD if self.chip else 0.0


@lru_cache(maxsize=32)
def faces_of(name: str) -> Faces:
    """The faces of a family, and those that have what it lacks."""
    chosen = family(name)
    others = (*ALPHABETS, CHINESE, JAPANESE, KOREAN)
    return Faces(files_of((chosen.display, *others)), files_of((chosen.running, chosen.display, *others)))


def block_of(texts: tuple[str, str, str], faces: Faces, room: Rect, sizes: Sizes, unit: float) -> Block:
    """Set a kicker, a headline and a text into a room.

    The text keeps a readable size, and the headline takes what is left.
    """
    kicker, headline, body = texts
    gap = GAP * unit
    chip = line_of(kicker.upper(), faces.running, room.width * 0.9, sizes.chip * unit)
    above = chip.height + chip.size * CHIP_PAD + gap if chip else 0.0
    left = room.height - above
    low = Rect(0, 0, room.width, left * BODY_MOST)
    text = _set(body, faces.running, low, sizes.body, unit, BODY_LEADING)
    left -= text.height + gap if text else 0.0
    high = Rect(0, 0, room.width, left)
    return Block(chip, _set(headline, faces.display, high, sizes.headline, unit, HEADLINE_LEADING), text, gap)


def line_of(text: str, files: Sequence[Path], width: float, size: float) -> Setting | None:
    """One line, which loses its end before it grows too small; None for nothing that can be drawn."""
    return _set(text, files, Rect(0, 0, width, size * 1.2), (size, size * 0.7), 1, 1.16)


def _set(
    text: str, files: Sequence[Path], room: Rect, sizes: tuple[float, float], unit: float, leading: float
) -> Setting | None:
    """As `fit` does, and what does not fit at the smallest size ends in an ellipsis."""
    words = drawable(text[:MOST_LETTERS], files).split()
    if not words:
        return None
    largest, smallest = (round(size * unit) for size in sizes)
    setting = fit(" ".join(words), files, room.width, room.height, largest, smallest, leading)
    if setting.height <= room.height:
        return setting
    letters = " ".join(words)
    few, many = 1, len(letters)
    while many - few > 1:
        middle = (few + many) // 2
        tried = _shortened(letters[:middle], files, room, smallest, leading)
        few, many = (middle, many) if tried.height <= room.height else (few, middle)
    return _shortened(_whole_words(letters, few), files, room, smallest, leading)


def _whole_words(text: str, letters: int) -> str:
    """The first letters of a text, without a word that would be cut; a single long word is cut."""
    if letters >= len(text) or text[letters] == " ":
        return text[:letters]
    return text[:letters].rpartition(" ")[0] or text[:letters]


def _shortened(text: str, files: Sequence[Path], room: Rect, size: int, leading: float) -> Setting:
    return fit(text.rstrip(" ,;:.–—-") + ELLIPSIS, files, room.width, room.height, size, size, leading)
