"""Builtin caption styles that work with letters, strokes and grounds. One entry is one style."""

from reelhouse.media.captions import (
    CaptionStyle,
    Case,
    Cycle,
    Entrance,
    Ground,
    Ink,
    Keyframe,
    Look,
    Motion,
    Shadow,
    Stroke,
)

WHITE = Ink("#FFFFFF")
BLACK = Ink("#000000")
JUMP = Motion((Keyframe(0.0, scale=1.05), Keyframe(0.05, scale=1.16), Keyframe(0.1, scale=1.08)))
"""Over in three frames: a word that grows is drawn anew in each, which is what captions cost most."""

PUNCH = (Stroke(BLACK, 0.11),)
HORMOZI = CaptionStyle(
    name="hormozi",
    description="Yellow karaoke-style highlight on heavy white capitals",
    face="Montserrat Black",
    size=0.092,
    case=Case.UPPER,
    bare=True,
    upcoming=Look(WHITE, PUNCH),
    active=Look(Ink("#FFE500"), PUNCH),
    motion=JUMP,
    gap=0.42,
)

SOFT = (Stroke(Ink("#0B0D12", 0.9), 0.09, blur=0.05),)
MINIMAL = CaptionStyle(
    name="minimal",
    description="Clean white text with little animation",
    face="Montserrat Bold",
    size=0.064,
    upcoming=Look(Ink("#AEB4C0"), SOFT),
    active=Look(WHITE, SOFT),
    spoken=Look(WHITE, SOFT),
    max_words=5,
    entrance=Entrance(fade=0.1),
    line_height=1.28,
)

CYAN = Ink("#12F2FF")
BOLD = CaptionStyle(
    name="bold",
    description="Bold capitals in neon cyan; the spoken word turns white and bigger",
    face="Montserrat Black",
    size=0.09,
    case=Case.UPPER,
    bare=True,
    upcoming=Look(CYAN, (Stroke(Ink("#00141A"), 0.12),)),
    active=Look(
        WHITE,
        (Stroke(CYAN, 0.18, blur=0.09), Stroke(Ink("#006E7A"), 0.12)),
    ),
    motion=Motion((Keyframe(0.0, scale=1.04), Keyframe(0.05, scale=1.14), Keyframe(0.1, scale=1.1))),
    gap=0.44,
)

GREENED = (Stroke(Ink("#06210F"), 0.09),)
SHADED = Shadow(Ink("#000000", 0.4), 0.035)
GREEN = Look(Ink("#22E06B"), GREENED, SHADED)
KARAOKE = CaptionStyle(
    name="karaoke",
    description="Green fills each word from its first letter to its last while it is spoken",
    face="Montserrat ExtraBold",
    size=0.076,
    upcoming=Look(WHITE, GREENED, SHADED),
    active=GREEN,
    spoken=GREEN,
    sweep=True,
    max_words=5,
    line_height=1.22,
)

CLEAN = CaptionStyle(
    name="clean",
    description="White text on a dark ground",
    face="Montserrat Bold",
    size=0.058,
    upcoming=Look(Ink("#98A2B3")),
    active=Look(WHITE),
    spoken=Look(WHITE),
    ground=Ground(Ink("#0F131B", 0.88), padding_x=0.55, padding_y=0.3, radius=0.36),
    max_words=5,
    entrance=Entrance(fade=0.1),
    line_height=1.52,
)

TIKTOK = CaptionStyle(
    name="tiktok",
    description="TikTok's own labels: black on white, the spoken word in its red",
    face="Poppins Bold",
    size=0.062,
    upcoming=Look(Ink("#121212")),
    active=Look(Ink("#E5002E")),
    ground=Ground(WHITE, padding_x=0.42, padding_y=0.33, radius=0.24),
    max_words=4,
    gap=0.34,
    line_height=1.36,
)

IMPACT = CaptionStyle(
    name="impact",
    description="Tall bold white capitals with a black edge, as on every meme",
    face="Anton Regular",
    size=0.104,
    case=Case.UPPER,
    bare=True,
    upcoming=Look(Ink("#B9B9B9"), (Stroke(BLACK, 0.085),)),
    active=Look(WHITE, (Stroke(BLACK, 0.085),)),
    spoken=Look(WHITE, (Stroke(BLACK, 0.085),)),
    motion=Motion((Keyframe(0.0, scale=1.22), Keyframe(0.1, scale=1.0))),
    max_words=4,
    gap=0.3,
    line_height=1.16,
)

POP = CaptionStyle(
    name="pop",
    description="Each word pops in when it is spoken, in a colour of its own",
    face="Fredoka Bold",
    size=0.098,
    bare=True,
    active=Look(
        Cycle(("#FFD60A", "#FF7AC6", "#4DE1FF", "#8CFF6B")),
        (Stroke(Ink("#2A1458"), 0.13),),
        Shadow(Ink("#2A1458"), 0.06),
    ),
    spoken=Look(WHITE, (Stroke(Ink("#2A1458"), 0.13),), Shadow(Ink("#2A1458"), 0.06)),
    motion=Motion(
        (
            Keyframe(0.0, scale=0.55, turn=6),
            Keyframe(0.09, scale=1.2, turn=-3),
            Keyframe(0.17, scale=0.97, turn=1),
            Keyframe(0.24, scale=1.05),
        )
    ),
    gap=0.42,
)

CARD = Ground(Ink("#171A2B", 0.93), padding_x=0.24, padding_y=0.24, radius=0.2)
HUES = Cycle(("#6D28D9", "#C2185B", "#0B63C5", "#B45309", "#0F766E"))
BOXED = CaptionStyle(
    name="boxed",
    description="Text in coloured boxes, one for each word",
    face="Montserrat ExtraBold",
    size=0.07,
    bare=True,
    upcoming=Look(Ink("#E8EAF6"), box=CARD),
    active=Look(WHITE, box=Ground(HUES, padding_x=0.24, padding_y=0.24, radius=0.2)),
    motion=Motion((Keyframe(0.0), Keyframe(0.07, scale=1.1), Keyframe(0.15, scale=1.05))),
    gap=0.66,
    line_height=1.46,
)

PLAIN = (HORMOZI, MINIMAL, BOLD, KARAOKE, CLEAN, TIKTOK, IMPACT, POP, BOXED)
