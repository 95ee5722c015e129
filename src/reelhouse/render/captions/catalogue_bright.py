"""Builtin caption styles that work with light: glows, gradients, flames. One entry is one style."""

from reelhouse.media.captions import (
    Beam,
    Bolts,
    CaptionStyle,
    Case,
    Cycle,
    Entrance,
    Flames,
    Gradient,
    Ground,
    Ink,
    Keyframe,
    Look,
    Motion,
    Shadow,
    Stroke,
)

WHITE = Ink("#FFFFFF")

BLUE_TUBE = (Stroke(Ink("#0A4FD0"), 0.11, blur=0.06),)
PINK_TUBE = (Stroke(Ink("#F012BE", 0.95), 0.17, blur=0.1), Stroke(Ink("#C80096"), 0.065, blur=0.02))
NEON = CaptionStyle(
    name="neon",
    description="Neon tubes that glow blue, and pink where it is spoken",
    face="Tilt Neon Regular",
    size=0.1,
    upcoming=Look(Ink("#D9EEFF"), BLUE_TUBE),
    active=Look(Ink("#FFF0FC"), PINK_TUBE),
    motion=Motion(
        (
            Keyframe(0.0, opacity=0.45),
            Keyframe(0.05, opacity=1.0),
            Keyframe(0.08, opacity=0.6),
            Keyframe(0.12, opacity=1.0),
        )
    ),
    gap=0.42,
)

COAL = Stroke(Ink("#2A0500"), 0.1)
FIRE = CaptionStyle(
    name="fire",
    description="Flames lick up from the spoken word",
    face="Anton Regular",
    size=0.1,
    case=Case.UPPER,
    bare=True,
    upcoming=Look(Gradient(("#FFF7C2", "#FFC53D", "#FF7A1A")), (COAL,)),
    active=Look(Gradient(("#FFFFFF", "#FFF3A0", "#FFC02E")), (Stroke(Ink("#5A0B00"), 0.1),)),
    effect=Flames((Ink("#FF2A00", 0.95), Ink("#FF8A14"), Ink("#FFE873")), height=0.85, blur=0.02),
    gap=0.34,
    line_height=1.62,
)

DIM = (Stroke(Ink("#140A24", 0.85), 0.11, blur=0.07),)
GLOW = CaptionStyle(
    name="glow",
    description="A soft warm glow follows the voice",
    face="Poppins Bold",
    size=0.072,
    upcoming=Look(Ink("#F4ECFF"), DIM),
    active=Look(
        Ink("#FFFFFF"),
        (Stroke(Ink("#FFB45E", 0.85), 0.26, blur=0.22), Stroke(Ink("#6B2F00", 0.95), 0.08, blur=0.035)),
    ),
    motion=Motion((Keyframe(0.0, swell=0.35), Keyframe(0.16, swell=1.0))),
    entrance=Entrance(fade=0.14),
    max_words=4,
    line_height=1.34,
)

ROSE = (Stroke(Ink("#3B2436", 0.9), 0.08, blur=0.04),)
AESTHETIC = CaptionStyle(
    name="aesthetic",
    description="Airy lower-case letters in cream and pastel pink",
    face="DM Serif Display Regular",
    size=0.082,
    case=Case.LOWER,
    bare=True,
    upcoming=Look(Ink("#FFF6E9"), ROSE),
    active=Look(Ink("#FFB3D1"), ROSE),
    entrance=Entrance(fade=0.22, rise=0.25),
    spacing=0.03,
    gap=0.46,
    max_words=4,
    line_height=1.3,
)

PLUM = (Stroke(Ink("#4A3A6B"), 0.1),)
PASTEL = CaptionStyle(
    name="pastel",
    description="Every word in another pastel colour, the spoken one on a pastel pill",
    face="Nunito Black",
    size=0.08,
    upcoming=Look(Cycle(("#FFD1DC", "#C9E4FF", "#D5F5D0", "#FFF1B8", "#E3D4FF")), PLUM),
    active=Look(
        Ink("#3D2F5B"),
        box=Ground(
            Cycle(("#FFB7CB", "#AED6FF", "#B9EDB2", "#FFE58F", "#D2BAFF")),
            padding_x=0.26,
            padding_y=0.27,
            radius=0.6,
        ),
    ),
    motion=Motion((Keyframe(0.0, scale=0.92), Keyframe(0.1, scale=1.05), Keyframe(0.18, scale=1.0))),
    gap=0.46,
    line_height=1.38,
)

ELECTRIC = CaptionStyle(
    name="electric",
    description="Lightning strikes the spoken word",
    face="Bangers Regular",
    size=0.106,
    case=Case.UPPER,
    bare=True,
    upcoming=Look(Ink("#F2FBFF"), (Stroke(Ink("#0A1E5C"), 0.1),)),
    active=Look(
        Gradient(("#FFFFFF", "#FFF36B", "#FFD21A")),
        (Stroke(Ink("#2F6BFF", 0.95), 0.18, blur=0.07), Stroke(Ink("#0A1E5C"), 0.1)),
    ),
    effect=Bolts(Ink("#FFFFFF"), Ink("#3FA2FF"), count=4, reach=0.5, width=0.055),
    motion=Motion(
        (
            Keyframe(0.0, scale=1.1, turn=2),
            Keyframe(0.04, scale=1.04, turn=-2),
            Keyframe(0.1, scale=1.06),
        )
    ),
    spacing=0.02,
    gap=0.4,
    line_height=1.34,
)

INKED = (Stroke(Ink("#120A2E"), 0.1),)
GRADIENT = CaptionStyle(
    name="gradient",
    description="Letters that run from turquoise through violet to pink",
    face="Montserrat Black",
    size=0.088,
    upcoming=Look(Gradient(("#EDE9FF", "#CFC4FF")), INKED, Shadow(Ink("#120A2E", 0.6), 0.05)),
    active=Look(Gradient(("#5CF5FF", "#8E7BFF", "#FF5FC8")), INKED, Shadow(Ink("#120A2E", 0.6), 0.05)),
    spoken=Look(Gradient(("#5CF5FF", "#8E7BFF", "#FF5FC8")), INKED, Shadow(Ink("#120A2E", 0.6), 0.05)),
    motion=Motion((Keyframe(0.0), Keyframe(0.08, scale=1.12), Keyframe(0.2, scale=1.0))),
    gap=0.42,
)

SPOTLIGHT = CaptionStyle(
    name="spotlight",
    description="A cone of light picks the spoken word out of the dark",
    face="Montserrat ExtraBold",
    size=0.07,
    upcoming=Look(Ink("#8B8F9C")),
    active=Look(Ink("#FFFBEA"), (Stroke(Ink("#FFE9A6", 0.55), 0.1, blur=0.12), Stroke(Ink("#3A2C05"), 0.03))),
    ground=Ground(Ink("#07080D", 0.86), padding_x=0.55, padding_y=0.36, radius=0.2),
    effect=Beam(Ink("#FFF0BE", 0.45), height=1.5, blur=0.1),
    entrance=Entrance(fade=0.12),
    max_words=4,
    gap=0.44,
    line_height=1.5,
)

BRIGHT = (NEON, FIRE, GLOW, AESTHETIC, PASTEL, ELECTRIC, GRADIENT, SPOTLIGHT)
