"""Where things stand on a slide: what networks lay over it stays free, and so does a generous rim."""

from dataclasses import dataclass

from reelhouse.media.composition import Canvas
from reelhouse.render.screens.geometry import Rect

HEADER = 48
"""The line of the brand and the page, in units."""

GAP = 52
UNIT = 1080
WIDE = 1.2
UPRIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Margins:
    """Parts of the canvas that stay free of words."""

    side: float
    top: float
    bottom: float


VERTICAL = Margins(0.09, 0.13, 0.2)
"""9:16: TikTok, Reels and Stories lay names over the top, and captions and buttons over the foot."""

TALL = Margins(0.08, 0.07, 0.07)
"""4:5: profile grids of Instagram and LinkedIn's reader keep all but a narrow rim."""

SQUARE = Margins(0.075, 0.07, 0.07)
LANDSCAPE = Margins(0.06, 0.085, 0.085)


@dataclass(frozen=True, slots=True)
class Layout:
    """Rectangles in pixels; `unit` is a pixel of a canvas whose shorter side has 1080.

    `header` is the first line of `safe`, `content` what lies below it. `split` says that words and screen
    stand side by side.
    """

    unit: float
    whole: Rect
    safe: Rect
    header: Rect
    content: Rect
    split: bool


def layout_of(canvas: Canvas) -> Layout:
    width, height = canvas.width, canvas.height
    unit = min(width, height) / UNIT
    margins = _margins_of(canvas)
    safe = Rect(
        width * margins.side,
        height * margins.top,
        width * (1 - 2 * margins.side),
        height * (1 - margins.top - margins.bottom),
    )
    header = Rect(safe.x, safe.y, safe.width, HEADER * unit)
    top = header.bottom + GAP * unit
    content = Rect(safe.x, top, safe.width, safe.bottom - top)
    return Layout(unit, Rect(0, 0, width, height), safe, header, content, width > height * WIDE)


def _margins_of(canvas: Canvas) -> Margins:
    if canvas.width > canvas.height * WIDE:
        return LANDSCAPE
    if canvas.height > canvas.width * UPRIGHT:
        return VERTICAL
    return TALL if canvas.height > canvas.width else SQUARE
