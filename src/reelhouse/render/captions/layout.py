"""Where caption words stand on the canvas: measured, at most two lines, clear of faces and overlays."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reelhouse.media.captions import Bolts, CaptionStyle, Case, Look
from reelhouse.media.composition import Canvas
from reelhouse.render.captions.effects import reach
from reelhouse.render.captions.emoji import parted
from reelhouse.render.captions.linebreaks import break_lines, extent
from reelhouse.render.captions.segments import Token, runs_right_to_left, visual_order
from reelhouse.render.fonts.library import Drawable, Run, drawable, face
from reelhouse.render.presenter.types import Box

SMALLEST = 0.5
"""A word that is too long may shrink its group to this part of the size; beyond, its middle is left out."""

STOPS = ".,;:"
LINES = 2
CLEARANCE = 0.3
"""Em between the words and a face."""

JOINED = 0.06
"""Em between the pieces of a script that has no blanks."""

EMOJI = 1.1
"""Em that an emoji is wide and high, and the part of it that lies around."""

EMOJI_RIM = 0.08
GREEK_ACCENT = re.compile("([\u0391-\u03a9])\u0301")

DESCENT = 0.27
"""Em that g and y hang below their line."""

HALF = 0.65
"""Em from the middle of a word to the foot of its g and y."""

RIM = 0.2
"""Em that lightning may leave its reach by."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Parts of the canvas that stay free: what networks lay over a video, and a rim."""

    top: float
    bottom: float
    side: float
    centre: float
    """Where the middle of the words would like to be, as a part of the height."""


VERTICAL = Margins(top=0.14, bottom=0.22, side=0.13, centre=0.69)
"""TikTok, Reels and Shorts: name and tabs above, caption below, and a column of buttons at the right, whose
width stays free at the left as well, so that words stand in the middle."""

SQUARE = Margins(top=0.06, bottom=0.07, side=0.07, centre=0.82)
TALLEST_IN_A_FEED = 1.4
"""Heights in widths up to which nothing lies over a video, as over a 4:5 in a feed."""

WIDE = Margins(top=0.06, bottom=0.08, side=0.12, centre=0.84)


def margins_of(canvas: Canvas) -> Margins:
    if canvas.height > canvas.width * TALLEST_IN_A_FEED:
        return VERTICAL
    return SQUARE if canvas.height >= canvas.width else WIDE


@dataclass(frozen=True, slots=True)
class Shown:
    """A word as a style writes it: its letters, the emoji behind them, and whether a blank stands before."""

    drawn: Drawable
    emoji: tuple[str, ...] = ()
    joined: bool = False
    written: str = ""
    """The word as the script has it, for the choice of line breaks."""
    backwards: bool = False
    """Whether the text around it runs from right to left."""

    def letters(self, em: float, spacing: float) -> float:
        count = 0 if runs_right_to_left(self.drawn.text) else len(self.drawn.text)
        return self.drawn.width(em) + spacing * em * count

    def width(self, em: float, spacing: float) -> float:
        return self.letters(em, spacing) + len(self.emoji) * EMOJI * em

    @property
    def is_nothing(self) -> bool:
        return not self.drawn.runs and not self.emoji


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word with the centre of its letters' cell in pixels, and where its emoji begin.

    `room` is how much wider it may grow, on each side. `width` is that of the letters.
    """

    shown: Shown
    x: float
    y: float
    baseline: float
    width: float
    room: float
    line: int
    emoji_left: float

    @property
    def drawn(self) -> Drawable:
        return self.shown.drawn

    def extent(self, em: float) -> tuple[float, float]:
        """From left to right with its emoji."""
        left, right = self.x - self.width / 2, self.x + self.width / 2
        emoji = len(self.shown.emoji) * EMOJI * em
        return (min(left, self.emoji_left), max(right, self.emoji_left + emoji)) if emoji else (left, right)


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
    full = style.size * min(canvas.width, canvas.height)
    for percent in range(100, int(SMALLEST * 100) - 1, -5):
        em = full * percent / 100
        rim = rim_x(style) * em
        above, below = _above(style) * em, _below(style) * em
        for upper, lower in _free(top, bottom, avoid, em):
            if lower - upper >= above + below:
                return Area(left + rim, right - rim, min(max(wish, upper + above), lower - below), em)
    em = full * SMALLEST
    rim = rim_x(style) * em
    return Area(left + rim, right - rim, bottom - _below(style) * em, em, covers_face=True)


def _looks(style: CaptionStyle) -> list[Look]:
    return [look for look in (style.upcoming, style.active, style.spoken) if look is not None]


def rim_x(style: CaptionStyle) -> float:
    """Em that a style draws beyond the letters at both sides."""
    grounds = [style.ground, *(look.box for look in _looks(style))]
    return max((ground.padding_x for ground in grounds if ground), default=0.0)


def rim_y(style: CaptionStyle) -> float:
    """Em that a style draws above the capitals and below the line."""
    grounds = [style.ground, *(look.box for look in _looks(style))]
    strokes = [stroke for look in _looks(style) for stroke in look.strokes]
    grown = max((frame.scale for frame in style.motion.keyframes), default=1.0) if style.motion else 1.0
    still = max(
        max((ground.padding_y + ground.blur for ground in grounds if ground), default=0.0),
        max((stroke.width + stroke.blur for stroke in strokes), default=0.0),
    )
    return still * max(1.0, grown) + HALF * max(0.0, grown - 1)


def _above(style: CaptionStyle) -> float:
    """Em from the middle of two lines to the top of what may be drawn there."""
    cap = face(style.face).cap_height
    return (style.line_height * (LINES - 1) + cap) / 2 + max(rim_y(style), reach(style.effect)) + 0.15


def _below(style: CaptionStyle) -> float:
    cap = face(style.face).cap_height
    shadow = max((look.shadow.distance for look in _looks(style) if look.shadow), default=0.0)
    strays = reach(style.effect) if isinstance(style.effect, Bolts) else 0.0
    return (style.line_height * (LINES - 1) + cap) / 2 + max(DESCENT + rim_y(style) + shadow, strays + RIM)


def _free(top: float, bottom: float, avoid: Box | None, em: float) -> list[tuple[float, float]]:
    if avoid is None:
        return [(top, bottom)]
    clear = CLEARANCE * em
    return [(max(top, avoid.y + avoid.height + clear), bottom), (top, min(bottom, avoid.y - clear))]


def measure(tokens: Sequence[Token], style: CaptionStyle) -> tuple[Shown, ...]:
    """Each word as the style writes it, with the faces that can draw it."""
    context = "".join(token.text for token in tokens)
    backwards = runs_right_to_left(context)
    return tuple(_shown(token, style, context, backwards=backwards) for token in tokens)


def _shown(token: Token, style: CaptionStyle, context: str, *, backwards: bool) -> Shown:
    letters, emoji = parted(token.text)
    drawn = drawable(_written(letters, style), style.face, context)
    if not any(character.isalnum() for character in drawn.text) and emoji:
        drawn = replace(drawn, runs=())
    return Shown(drawn, emoji, token.joined, token.text, backwards)


def _written(text: str, style: CaptionStyle) -> str:
    shown = text.rstrip(STOPS) or text if style.bare else text
    if style.case is Case.UPPER:
        return _capitals(shown)
    return shown.lower() if style.case is Case.LOWER else shown


def _capitals(text: str) -> str:
    """Greek capitals carry no accent."""
    parted_marks = unicodedata.normalize("NFD", text.upper())
    return unicodedata.normalize("NFC", GREEK_ACCENT.sub(r"\1", parted_marks))


def fits(shown: Sequence[Shown], style: CaptionStyle, area: Area) -> bool:
    """Whether these words have room in two lines at full size."""
    words = [word for word in shown if not word.is_nothing]
    widths = [word.width(area.em, style.spacing) for word in words]
    gaps = _gaps(words, style, area.em)
    return len(break_lines(widths, gaps, [word.written for word in words], area.width)) <= LINES


def place(shown: Sequence[Shown], style: CaptionStyle, area: Area) -> Placed:
    """Set a group in one line or in two even ones, around the middle of the area."""
    numbers = [index for index, word in enumerate(shown) if not word.is_nothing]
    words = [shown[index] for index in numbers]
    em = _em_for(words, style, area)
    words = [_shortened(word, style, em, area.width) for word in words]
    widths = [word.width(em, style.spacing) for word in words]
    gaps = _gaps(words, style, em)
    breaks = break_lines(widths, gaps, [word.written for word in words], area.width)
    cap = face(style.face).cap_height
    baseline = area.middle + em * (cap - style.line_height * (len(breaks) - 1)) / 2
    placed: list[PlacedWord | None] = [None] * len(shown)
    lines = []
    for number, (begin, stop) in enumerate(breaks):
        total = extent(widths, gaps, begin, stop)
        x = (area.left + area.right - total) / 2
        lines.append(Line(x, x + total, baseline - em * cap / 2))
        order = [begin + index for index in _visual(words[begin:stop])]
        for position, index in enumerate(order):
            gap = _gap_before(order, position, gaps)
            x += gap if position else 0.0
            room = style.gap * em if stop - begin > 1 else (area.width - total) / 2 + style.gap * em
            if words[index].joined or (index + 1 < stop and words[index + 1].joined):
                room = JOINED * em
            placed[numbers[index]] = _stand(words[index], x, baseline, em, style, room, number)
            x += widths[index]
        baseline += em * style.line_height
    return Placed(em, tuple(placed), tuple(lines))


def _visual(words: Sequence[Shown]) -> list[int]:
    return visual_order([word.written for word in words], backwards=words[0].backwards)


def _gap_before(order: Sequence[int], position: int, gaps: Sequence[float]) -> float:
    """The blank between two neighbours belongs to the one that is read later."""
    return gaps[max(order[position], order[position - 1])] if position else 0.0


def _stand(
    word: Shown, left: float, baseline: float, em: float, style: CaptionStyle, room: float, line: int
) -> PlacedWord:
    letters = word.letters(em, style.spacing)
    emoji = len(word.emoji) * EMOJI * em
    backwards = runs_right_to_left(word.drawn.text)
    start = left + emoji if backwards else left
    return PlacedWord(
        shown=word,
        x=start + letters / 2,
        y=baseline - em * (word.drawn.ascent - word.drawn.descent) / 2,
        baseline=baseline,
        width=letters,
        room=room,
        line=line,
        emoji_left=left if backwards else left + letters,
    )


def _gaps(words: Sequence[Shown], style: CaptionStyle, em: float) -> list[float]:
    """The blank before each word."""
    boxed = any(look.box for look in _looks(style))
    return [(JOINED if word.joined and not boxed else style.gap) * em for word in words]


def _em_for(words: Sequence[Shown], style: CaptionStyle, area: Area) -> float:
    widest = max((word.width(area.em, style.spacing) for word in words), default=0.0)
    return area.em if widest <= area.width else area.em * max(SMALLEST, area.width / widest)


def _shortened(word: Shown, style: CaptionStyle, em: float, width: float) -> Shown:
    """Leave out the middle of a word that no size can show, such as an address of a hundred letters."""
    if word.width(em, style.spacing) <= width or not word.drawn.runs:
        return word
    text, own = word.drawn.text, word.drawn.runs[0].face
    keep = len(text) - 1

    def kept() -> Shown:
        run = Run(f"{text[: (keep + 1) // 2]}…{text[len(text) - keep // 2 :]}", own)
        return replace(word, drawn=Drawable((run,), word.drawn.missing))

    while keep > LINES and kept().width(em, style.spacing) > width:
        keep -= max(1, keep // 20)
    return kept()
