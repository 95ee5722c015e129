"""Where caption words stand on the canvas: measured, at most two lines, clear of faces and overlays."""

from collections.abc import Sequence
from dataclasses import dataclass

from reelhouse.media.captions import CaptionStyle, Case
from reelhouse.media.composition import Canvas
from reelhouse.render.fonts.library import Drawable, drawable, face
from reelhouse.render.presenter.types import Box

SMALLEST = 0.5
"""A word that is too long may shrink its group to this part of the size; beyond, its middle is left out."""

STOPS = ".,;:"
LINES = 2
CLEARANCE = 0.3
"""Em between the words and a face."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Parts of the canvas that stay free: what networks lay over a video, and a rim."""

    top: float
    bottom: float
    side: float
    centre: float
    """Where the middle of the words would like to be, as a part of the height."""


VERTICAL = Margins(top=0.14, bottom=0.22, side=0.1, centre=0.69)
"""TikTok, Reels and Shorts: name and tabs above, caption and buttons below and to the right."""

SQUARE = Margins(top=0.06, bottom=0.07, side=0.07, centre=0.82)
WIDE = Margins(top=0.06, bottom=0.08, side=0.12, centre=0.84)


def margins_of(canvas: Canvas) -> Margins:
    if canvas.height > canvas.width:
        return VERTICAL
    return SQUARE if canvas.height == canvas.width else WIDE


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word with the centre of its cell, in pixels; `room` is how much wider it may grow, on each side."""

    drawn: Drawable
    x: float
    y: float
    width: float
    room: float
    line: int


@dataclass(frozen=True, slots=True)
class Line:
    """The extent of one line in pixels, for a ground behind it: from left edge to right, and its middle."""

    left: float
    right: float
    middle: float


@dataclass(frozen=True, slots=True)
class Placed:
    em: float
    words: tuple[PlacedWord | None, ...]
    """In the order of the words; None for one that nothing can draw."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """The strip that captions of a scene may use, and the em that fits in it."""

    left: float
    right: float
    middle: float
    em: float
    covers_face: bool = False

    @property
    def width(self) -> float:
        return self.right - self.left


def area_for(style: CaptionStyle, canvas: Canvas, avoid: Box | None) -> Area:
    """A strip for two lines, as near as can be to where they belong, below a face or else above it.

    When neither has room the words get smaller, down to `SMALLEST`; then they stand at the lower edge.
    """
    margins = margins_of(canvas)
    left, right = canvas.width * margins.side, canvas.width * (1 - margins.side)
    top, bottom = canvas.height * margins.top, canvas.height * (1 - margins.bottom)
    wish = canvas.height * margins.centre
    for percent in range(100, int(SMALLEST * 100) - 1, -5):
        em = style.size * min(canvas.width, canvas.height) * percent / 100
        half = block_height(style, em) / 2
        for upper, lower in _free(top, bottom, avoid, em):
            if lower - upper >= 2 * half:
                return Area(left, right, min(max(wish, upper + half), lower - half), em)
    em = style.size * min(canvas.width, canvas.height) * SMALLEST
    return Area(left, right, bottom - block_height(style, em) / 2, em, covers_face=True)


def block_height(style: CaptionStyle, em: float) -> float:
    """Two lines of words with stroke or ground, in pixels."""
    rim = (
        style.ground.padding_y if style.ground else sum(stroke.width for stroke in style.active.strokes[-1:])
    )
    return em * (style.line_height * (LINES - 1) + face(style.face).cap_height + 2 * rim + 0.3)


def _free(top: float, bottom: float, avoid: Box | None, em: float) -> list[tuple[float, float]]:
    if avoid is None:
        return [(top, bottom)]
    clear = CLEARANCE * em
    return [(max(top, avoid.y + avoid.height + clear), bottom), (top, min(bottom, avoid.y - clear))]


def measure(texts: Sequence[str], style: CaptionStyle) -> tuple[Drawable, ...]:
    """Each word as the style writes it, with the face that can draw it."""
    return tuple(drawable(_written(text, style), style.face) for text in texts)


def _written(text: str, style: CaptionStyle) -> str:
    shown = text.rstrip(STOPS) or text if style.bare else text
    return shown.upper() if style.case is Case.UPPER else shown


def fits(drawn: Sequence[Drawable], style: CaptionStyle, area: Area) -> bool:
    """Whether these words have room in two lines at full size."""
    return len(_break(_widths(drawn, area.em), style.gap * area.em, area.width)) <= LINES


def place(drawn: Sequence[Drawable], style: CaptionStyle, area: Area) -> Placed:
    """Set a group in one line or in two even ones, around the middle of the area."""
    shown = [index for index, word in enumerate(drawn) if word.text]
    words = [drawn[index] for index in shown]
    em = _em_for(words, style, area)
    words = [_shortened(word, em, area.width) for word in words]
    widths = _widths(words, em)
    gap = style.gap * em
    breaks = _break(widths, gap, area.width)
    baseline = area.middle + em * (face(style.face).cap_height - style.line_height * (len(breaks) - 1)) / 2
    placed: list[PlacedWord | None] = [None] * len(drawn)
    lines = []
    for number, (begin, stop) in enumerate(breaks):
        total = sum(widths[begin:stop]) + gap * (stop - begin - 1)
        x = (area.left + area.right - total) / 2
        middle = baseline - em * face(style.face).cap_height / 2
        lines.append(Line(x, x + total, middle))
        room = gap if stop - begin > 1 else (area.width - total) / 2 + gap
        for index in range(begin, stop):
            own = words[index].face
            placed[shown[index]] = PlacedWord(
                drawn=words[index],
                x=x + widths[index] / 2,
                y=baseline - em * (own.ascent - own.descent) / 2,
                width=widths[index],
                room=room,
                line=number,
            )
            x += widths[index] + gap
        baseline += em * style.line_height
    return Placed(em, tuple(placed), tuple(lines))


def _widths(drawn: Sequence[Drawable], em: float) -> list[float]:
    return [word.face.width(word.text, em) for word in drawn]


def _em_for(words: Sequence[Drawable], style: CaptionStyle, area: Area) -> float:
    widest = max(_widths(words, area.em), default=0.0)
    ground = 2 * style.ground.padding_x * area.em if style.ground else 0.0
    if widest + ground <= area.width:
        return area.em
    return area.em * max(SMALLEST, area.width / (widest + ground))


def _shortened(word: Drawable, em: float, width: float) -> Drawable:
    """Leave out the middle of a word that no size can show, such as an address of a hundred letters."""
    text = word.text
    if word.face.width(text, em) <= width:
        return word
    keep = len(text) - 1
    while keep > LINES and word.face.width(_without_middle(text, keep), em) > width:
        keep -= max(1, keep // 20)
    return Drawable(_without_middle(text, keep), word.face, word.missing)


def _without_middle(text: str, keep: int) -> str:
    return f"{text[: (keep + 1) // 2]}…{text[len(text) - keep // 2 :]}"


def _break(widths: Sequence[float], gap: float, width: float) -> list[tuple[int, int]]:
    """One line when it fits, else the two whose longer one is shortest, else as many as it takes."""
    if not widths:
        return []
    count = len(widths)
    if _extent(widths, 0, count, gap) <= width:
        return [(0, count)]
    cut = min(
        range(1, count),
        key=lambda at: max(_extent(widths, 0, at, gap), _extent(widths, at, count, gap)),
        default=0,
    )
    if cut and max(_extent(widths, 0, cut, gap), _extent(widths, cut, count, gap)) <= width:
        return [(0, cut), (cut, count)]
    return _fill(widths, gap, width)


def _fill(widths: Sequence[float], gap: float, width: float) -> list[tuple[int, int]]:
    lines, begin = [], 0
    for stop in range(1, len(widths) + 1):
        if stop == len(widths) or _extent(widths, begin, stop + 1, gap) > width:
            lines.append((begin, stop))
            begin = stop
    return lines


def _extent(widths: Sequence[float], begin: int, stop: int, gap: float) -> float:
    return sum(widths[begin:stop]) + gap * (stop - begin - 1)
