"""Glasses and earrings."""

from dataclasses import dataclass

from reelhouse.media.appearance import Appearance, Earrings, Glasses
from reelhouse.render.presenter.face import Skull
from reelhouse.render.presenter.ink import (
    both,
    clipped,
    darker,
    ellipse,
    fill,
    lighter,
    line,
    mirrored,
    mix,
    moved,
)
from reelhouse.render.presenter.palette import Palette

GOLD, SILVER, HORN = "#b98a4b", "#8f959c", "#231c22"


@dataclass(frozen=True, slots=True)
class Frame:
    """Glasses on the right of the picture: the lens, how thick and of what its rim is.

    `upper` is the part of the rim that there is, when it is not all of it; `tint` darkens the lens.
    """

    lens: str
    width: float
    colour: str
    hinge: float
    upper: str = ""
    tint: float = 0.1


ROUND = "M80,-52 C114,-52 138,-28 138,4 C138,38 114,60 80,60 C46,60 23,38 23,4 C23,-28 46,-52 80,-52 Z"
SQUARE = (
    "M36,-46 L126,-48 C138,-48 143,-42 142,-32 L136,34 C134,48 126,54 114,54 L46,54 C34,54 "
    "26,48 24,34 L20,-30 C20,-41 25,-46 36,-46 Z"
)
CAT_EYE = (
    "M26,-28 C34,-46 70,-46 100,-50 C122,-53 146,-66 158,-66 C154,-40 150,-8 138,22 C128,48 "
    "104,54 78,53 C46,52 22,28 22,-4 C22,-14 23,-22 26,-28 Z"
)
AVIATOR = "M28,-36 C60,-46 110,-46 144,-34 C150,0 138,48 98,62 C64,66 34,44 24,2 C20,-16 22,-30 28,-36 Z"
NARROW = "M28,-30 C60,-36 108,-36 140,-30 C142,0 134,32 116,38 L50,38 C32,34 22,4 28,-30 Z"
BOLD = (
    "M30,-54 L132,-56 C146,-56 150,-48 149,-36 L142,40 C140,54 130,60 116,60 L48,60 C34,60 "
    "24,54 22,40 L17,-36 C17,-48 20,-54 30,-54 Z"
)
OVERSIZED = "M78,-66 C122,-68 152,-44 152,0 C152,46 124,76 80,76 C40,76 14,48 14,2 C14,-42 38,-64 78,-66 Z"

FRAMES: dict[Glasses, Frame] = {
    Glasses.ROUND: Frame(ROUND, 5.0, GOLD, 137),
    Glasses.SQUARE: Frame(SQUARE, 8.5, HORN, 140),
    Glasses.CAT_EYE: Frame(CAT_EYE, 8.5, "", 140),
    Glasses.AVIATOR: Frame(AVIATOR, 4.6, GOLD, 146, tint=0.2),
    Glasses.RIMLESS: Frame(NARROW, 1.6, SILVER, 140),
    Glasses.HALF_RIM: Frame(
        NARROW,
        7.0,
        "#3a3f48",
        140,
        upper="M26,-4 C24,-20 26,-28 28,-30 C60,-36 108,-36 140,-30 C141,-20 141,-10 139,-2",
    ),
    Glasses.BOLD: Frame(BOLD, 12.5, HORN, 148),
    Glasses.OVERSIZED: Frame(OVERSIZED, 6.5, "#6d3f2f", 150),
}


def draw_glasses(appearance: Appearance, skull: Skull, palette: Palette) -> str:
    if appearance.glasses is Glasses.NONE:
        return ""
    frame = FRAMES[appearance.glasses]
    colour = appearance.glasses_colour or frame.colour or mix(palette.accent, "#1a1018", 0.52)
    side = _side(frame, colour, skull, palette)
    bridge = line("M-24,-8 C-12,-20 12,-20 24,-8", colour, max(frame.width * 0.9, 3.4))
    if appearance.glasses is Glasses.AVIATOR:
        bridge += line("M-34,-36 Q0,-42 34,-36", colour, 4)
    return side + mirrored(side.replace("glare", "glarel")) + bridge


def _side(frame: Frame, colour: str, skull: Skull, palette: Palette) -> str:
    rim = frame.upper or frame.lens
    glare = clipped(
        fill("M40,-70 L86,-70 L34,80 L0,80 Z M104,-70 L118,-70 L66,80 L54,80 Z", "#ffffff", 0.13),
        frame.lens,
        "glare",
    )
    shadow = moved(line(rim, palette.deep, frame.width, 0.38), 3, 9)
    pane = fill(frame.lens, "#dbe9f5" if frame.tint <= 0.1 else "#6d5a48", frame.tint) + glare  # noqa: PLR2004
    temple = line(f"M{frame.hinge:g},-14 L{skull.cheek + 8:g},-20", colour, max(frame.width * 0.8, 3.4))
    shine = moved(line(rim, "#ffffff", max(frame.width * 0.22, 1), 0.32), -1, -1.5)
    return shadow + pane + temple + line(rim, colour, frame.width) + shine


def draw_earrings(appearance: Appearance, skull: Skull) -> str:
    x = skull.cheek + 3
    drop = 10 * appearance.features.ears
    match appearance.earrings:
        case Earrings.NONE:
            return ""
        case Earrings.STUDS:
            worn = ellipse(x - 1, 60, 7.5, 7.5, "#d9dde2") + ellipse(x - 3.4, 57.6, 2.6, 2.6, "#ffffff", 0.95)
        case Earrings.DROPS:
            worn = (
                ellipse(x - 1, 60, 7, 7, "#c99a3f")
                + ellipse(x - 1, 80, 9, 12, appearance.accent)
                + ellipse(x - 4, 75, 3, 4, "#ffffff", 0.7)
            )
        case Earrings.HOOPS:
            worn = line(f"M{x - 4:g},66 A17,20 0 1 0 {x + 5:g},66", "#c99a3f", 5) + line(
                f"M{x - 15:g},84 A17,20 0 0 0 {x - 2:g},104", "#f7e2a4", 2
            )
        case Earrings.PEARLS:
            worn = ellipse(x - 1, 65, 11, 11, "#ded6cf") + ellipse(x - 4, 61, 6, 6, "#fbf7f2", 0.95)
        case Earrings.TASSELS:
            cord = darker(appearance.accent, 0.1)
            threads = " ".join(
                f"M{x - 1 + step:g},74 L{x - 1 + step * 2.2:g},124" for step in (-5, -2.5, 0, 2.5, 5)
            )
            worn = (
                ellipse(x - 1, 64, 8, 9, "#c99a3f")
                + line(threads, cord, 3.4)
                + line(threads, lighter(cord, 0.3), 1, 0.6)
            )
    return both(moved(worn, 0, drop))
