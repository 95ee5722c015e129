"""The builtin caption styles: a new one is one more entry here."""

from reelhouse.media.captions import (
    CaptionStyle,
    Case,
    Entrance,
    Ground,
    Ink,
    Keyframe,
    Look,
    Motion,
    Shadow,
    Stroke,
)
from reelhouse.render.errors import UnknownCaptionStyle

WHITE = Ink("#FFFFFF")
BLACK = Ink("#000000")

PUNCH = (Stroke(BLACK, 0.1),)
HORMOZI = CaptionStyle(
    name="hormozi",
    description="Yellow karaoke-style highlight on heavy white capitals",
    face="Montserrat Black",
    size=0.092,
    case=Case.UPPER,
    bare=True,
    upcoming=Look(WHITE, PUNCH, Shadow(Ink("#000000", 0.55), 0.05)),
    active=Look(Ink("#FFE500"), PUNCH, Shadow(Ink("#000000", 0.55), 0.05)),
    motion=Motion((Keyframe(0.0), Keyframe(0.07, scale=1.16), Keyframe(0.15, scale=1.08))),
    max_words=4,
    gap=0.42,
    line_height=1.2,
)

SOFT = (Stroke(Ink("#0B0D12", 0.72), 0.07, blur=0.09),)
MINIMAL = CaptionStyle(
    name="minimal",
    description="Clean white text with little animation",
    face="Montserrat Bold",
    size=0.064,
    upcoming=Look(Ink("#FFFFFF", 0.68), SOFT),
    active=Look(WHITE, SOFT),
    spoken=Look(WHITE, SOFT),
    max_words=5,
    entrance=Entrance(fade=0.1),
    line_height=1.28,
)

CLEAN = CaptionStyle(
    name="clean",
    description="White text on a dark ground",
    face="Montserrat Bold",
    size=0.058,
    upcoming=Look(Ink("#98A2B3")),
    active=Look(WHITE),
    spoken=Look(WHITE),
    ground=Ground(Ink("#0F131B", 0.86), padding_x=0.55, padding_y=0.3, radius=0.36),
    max_words=5,
    entrance=Entrance(fade=0.1),
    line_height=1.52,
)

GREENED = (Stroke(Ink("#07210F"), 0.085),)
GREEN = Look(Ink("#22E06B"), GREENED, Shadow(Ink("#000000", 0.4), 0.035))
KARAOKE = CaptionStyle(
    name="karaoke",
    description="Green fills each word from left to right while it is sung",
    face="Montserrat ExtraBold",
    size=0.076,
    upcoming=Look(WHITE, GREENED, Shadow(Ink("#000000", 0.4), 0.035)),
    active=GREEN,
    spoken=GREEN,
    sweep=True,
    max_words=5,
    line_height=1.22,
)

STYLES = {style.name: style for style in (HORMOZI, MINIMAL, CLEAN, KARAOKE)}


def caption_style(name: str) -> CaptionStyle:
    """A builtin style by its name; raises `UnknownCaptionStyle`."""
    if name not in STYLES:
        raise UnknownCaptionStyle(name, tuple(STYLES))
    return STYLES[name]
