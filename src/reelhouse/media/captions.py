"""How caption words look and move, as data: a style is a JSON document that nobody needs to program.

Lengths are in em of the style's own size, times in seconds, colours ``#rrggbb``. Every number has bounds,
so that whatever a stranger's document says is cheap to draw and stays on the canvas.
"""

from enum import StrEnum
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag, TypeAdapter
from pydantic.dataclasses import dataclass

STRICT: Final = ConfigDict(extra="forbid")

Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
Colours = Annotated[tuple[Colour, ...], Field(min_length=2, max_length=8)]
Share = Annotated[float, Field(ge=0, le=1)]
Length = Annotated[float, Field(ge=0, le=2)]
Width = Annotated[float, Field(ge=0, le=0.5)]
Seconds = Annotated[float, Field(ge=0, le=2)]


@dataclass(frozen=True, slots=True, config=STRICT)
class Ink:
    """One colour, and how much of it is seen."""

    colour: Colour
    opacity: Share = 1.0
    kind: Literal["ink"] = "ink"


@dataclass(frozen=True, slots=True, config=STRICT)
class Gradient:
    """Colours that flow into each other from the top of the capitals to their foot."""

    stops: Colours
    opacity: Share = 1.0
    kind: Literal["gradient"] = "gradient"


@dataclass(frozen=True, slots=True, config=STRICT)
class Cycle:
    """Each word takes the next colour."""

    colours: Colours
    opacity: Share = 1.0
    kind: Literal["cycle"] = "cycle"


def _kind(value: object) -> object:
    return value.get("kind", "ink") if isinstance(value, dict) else getattr(value, "kind", "ink")


def _inked(value: object) -> object:
    """A plain colour is an ink."""
    return {"colour": value} if isinstance(value, str) else value


AnyInk = Annotated[
    Annotated[Ink, Tag("ink")] | Annotated[Cycle, Tag("cycle")],
    Discriminator(_kind),
    BeforeValidator(_inked),
]
AnyFill = Annotated[
    Annotated[Ink, Tag("ink")] | Annotated[Gradient, Tag("gradient")] | Annotated[Cycle, Tag("cycle")],
    Discriminator(_kind),
    BeforeValidator(_inked),
]


@dataclass(frozen=True, slots=True, config=STRICT)
class Stroke:
    """An outline of `width` around the letters; `blur` makes it a halo."""

    ink: AnyInk
    width: Width
    blur: Width = 0.0


@dataclass(frozen=True, slots=True, config=STRICT)
class Shadow:
    """What the letters throw to the lower right."""

    ink: AnyInk
    distance: Width


@dataclass(frozen=True, slots=True, config=STRICT)
class Ground:
    """A rounded box behind a line or a word; `blur` makes it a pool of colour."""

    ink: AnyInk
    padding_x: Length
    padding_y: Length
    radius: Length = 0.0
    blur: Width = 0.0


@dataclass(frozen=True, slots=True, config=STRICT)
class Look:
    """A word in one state. The first stroke lies lowest; the last one touches the letters."""

    fill: AnyFill
    strokes: Annotated[tuple[Stroke, ...], Field(max_length=4)] = ()
    shadow: Shadow | None = None
    box: Ground | None = None


@dataclass(frozen=True, slots=True, config=STRICT)
class Keyframe:
    """Where a motion is `at` seconds after it began.

    `scale` multiplies the size, `turn` is degrees to the left, `opacity` hides the word, and `swell`
    multiplies the width of its halos, which are its blurred strokes.
    """

    at: Seconds
    scale: Annotated[float, Field(ge=0, le=2)] = 1.0
    turn: Annotated[float, Field(ge=-45, le=45)] = 0.0
    opacity: Share = 1.0
    swell: Annotated[float, Field(ge=0, le=2)] = 1.0


@dataclass(frozen=True, slots=True, config=STRICT)
class Motion:
    """What the spoken word does. Then it rests, or begins again `every` so many seconds."""

    keyframes: Annotated[tuple[Keyframe, ...], Field(min_length=1, max_length=12)]
    every: Annotated[float, Field(ge=0.1, le=5)] | None = None


@dataclass(frozen=True, slots=True, config=STRICT)
class Entrance:
    """How a group comes when nothing stood there before: out of nothing, and from `rise` em below."""

    fade: Seconds = 0.1
    rise: Annotated[float, Field(ge=-1, le=1)] = 0.0


@dataclass(frozen=True, slots=True, config=STRICT)
class Flames:
    """Tongues of fire that lick up behind the spoken word, the outermost ink first."""

    inks: Annotated[tuple[AnyInk, ...], Field(min_length=1, max_length=3)]
    height: Length = 0.7
    blur: Width = 0.03
    kind: Literal["flames"] = "flames"


@dataclass(frozen=True, slots=True, config=STRICT)
class Bolts:
    """Lightning that leaps around the spoken word."""

    ink: AnyInk
    halo: AnyInk
    count: Annotated[int, Field(ge=1, le=8)] = 3
    reach: Length = 0.5
    width: Width = 0.05
    kind: Literal["bolts"] = "bolts"


@dataclass(frozen=True, slots=True, config=STRICT)
class Beam:
    """A cone of light from above onto the spoken word."""

    ink: AnyInk
    height: Annotated[float, Field(ge=0, le=6)] = 3.0
    blur: Width = 0.15
    kind: Literal["beam"] = "beam"


Effect = Annotated[Flames | Bolts | Beam, Field(discriminator="kind")]


class Case(StrEnum):
    """How a style writes letters, whatever the script has."""

    WRITTEN = "written"
    UPPER = "upper"
    LOWER = "lower"


@dataclass(frozen=True, slots=True, config=STRICT)
class CaptionStyle:
    """How words look before, while and after they are spoken, and how many stand together.

    `face` is the full name of a font, `size` its em as a part of the canvas's shorter side, `spacing` em
    between letters, `gap` em between words. Without `upcoming` a word is not seen before it is spoken;
    without `spoken` it looks afterwards as it did before. `sweep` fills a word from left to right while it
    is spoken. `bare` words lose the stops and commas behind them. `ground` lies behind each line.
    """

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
    description: Annotated[str, Field(max_length=120)]
    face: Annotated[str, Field(min_length=1, max_length=60)]
    size: Annotated[float, Field(ge=0.03, le=0.2)]
    active: Look
    upcoming: Look | None = None
    spoken: Look | None = None
    max_words: Annotated[int, Field(ge=1, le=8)] = 4
    case: Case = Case.WRITTEN
    bare: bool = False
    ground: Ground | None = None
    motion: Motion | None = None
    entrance: Entrance | None = None
    effect: Effect | None = None
    sweep: bool = False
    spacing: Annotated[float, Field(ge=-0.05, le=0.3)] = 0.0
    gap: Annotated[float, Field(ge=0.2, le=1.5)] = 0.4
    line_height: Annotated[float, Field(ge=0.9, le=2.5)] = 1.2


CAPTION_STYLES: TypeAdapter[CaptionStyle] = TypeAdapter(CaptionStyle)
JsonObject = dict[str, Any]


def style_to_document(style: CaptionStyle) -> JsonObject:
    """A style as JSON can hold it."""
    document: JsonObject = CAPTION_STYLES.dump_python(style, mode="json")
    return document
