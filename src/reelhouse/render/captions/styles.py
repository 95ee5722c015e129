"""The caption styles, as data. Lengths are in em of the style's own size; times in seconds."""

from dataclasses import dataclass

from reelhouse.render.errors import UnknownCaptionStyle

WHITE = "#FFFFFF"
BLACK = "#000000"


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour ``#rrggbb`` and how much of it is seen, 0 to 1."""

    colour: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """An outline of `width`; `blur` makes it a halo."""

    ink: Ink
    width: float
    blur: float = 0.0


@dataclass(frozen=True, slots=True)
class Shadow:
    ink: Ink
    distance: float


@dataclass(frozen=True, slots=True)
class Ground:
    """A rounded box behind each line."""

    ink: Ink
    padding_x: float
    padding_y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Pop:
    """The spoken word jumps to `peak` of its size and settles at `settled`."""

    peak: float
    settled: float
    rise: float = 0.07
    fall: float = 0.08


@dataclass(frozen=True, slots=True)
class CaptionStyle:
    """How words look before, while and after they are spoken, and how many stand together.

    `size` is the em as a part of the canvas's shorter side. `sweep` fills a word from left to right while it
    is spoken. `bare` words lose the stops and commas behind them.
    `fade` seconds bring a group in when nothing stood there before.
    """

    name: str
    face: str
    size: float
    upcoming: Ink
    active: Ink
    spoken: Ink
    stroke: Stroke
    max_words: int
    upper: bool = False
    bare: bool = False
    shadow: Shadow | None = None
    ground: Ground | None = None
    pop: Pop | None = None
    sweep: bool = False
    fade: float = 0.0
    gap: float = 0.4
    line_height: float = 1.16


HORMOZI = CaptionStyle(
    name="hormozi",
    face="Montserrat Black",
    size=0.092,
    upper=True,
    bare=True,
    upcoming=Ink(WHITE),
    active=Ink("#FFE500"),
    spoken=Ink(WHITE),
    stroke=Stroke(Ink(BLACK), 0.1),
    shadow=Shadow(Ink(BLACK, 0.55), 0.05),
    pop=Pop(peak=1.16, settled=1.08),
    max_words=4,
    gap=0.42,
    line_height=1.2,
)

MINIMAL = CaptionStyle(
    name="minimal",
    face="Montserrat Bold",
    size=0.064,
    upcoming=Ink(WHITE, 0.68),
    active=Ink(WHITE),
    spoken=Ink(WHITE),
    stroke=Stroke(Ink("#0B0D12", 0.72), 0.07, blur=0.09),
    max_words=5,
    fade=0.1,
    line_height=1.28,
)

CLEAN = CaptionStyle(
    name="clean",
    face="Montserrat Bold",
    size=0.058,
    upcoming=Ink("#98A2B3"),
    active=Ink(WHITE),
    spoken=Ink(WHITE),
    stroke=Stroke(Ink(BLACK, 0.0), 0.0),
    ground=Ground(Ink("#0F131B", 0.86), padding_x=0.55, padding_y=0.3, radius=0.36),
    max_words=5,
    fade=0.1,
    line_height=1.52,
)

KARAOKE = CaptionStyle(
    name="karaoke",
    face="Montserrat ExtraBold",
    size=0.076,
    upcoming=Ink(WHITE),
    active=Ink("#22E06B"),
    spoken=Ink("#22E06B"),
    stroke=Stroke(Ink("#07210F"), 0.085),
    shadow=Shadow(Ink(BLACK, 0.4), 0.035),
    sweep=True,
    max_words=5,
    line_height=1.22,
)

STYLES = {style.name: style for style in (HORMOZI, MINIMAL, CLEAN, KARAOKE)}


def caption_style(name: str) -> CaptionStyle:
    """A style by its name; raises `UnknownCaptionStyle`."""
    if name not in STYLES:
        raise UnknownCaptionStyle(name, tuple(STYLES))
    return STYLES[name]
