"""Eyes and brows: five eye states, drawn for an expression."""

from dataclasses import dataclass

from reelhouse.media.appearance import Appearance, Lids, Makeup, Mark
from reelhouse.media.composition import Expression
from reelhouse.render.presenter.ink import (
    clipped,
    darker,
    ellipse,
    falling,
    fill,
    glow,
    glowing,
    line,
    mirrored,
    mix,
    moved,
    soft,
    soft_line,
)
from reelhouse.render.presenter.palette import Palette
from reelhouse.render.presenter.types import Eyes

EYE_X = 80
GLANCE = 12
SHADES = {Makeup.SMOKY: 0.5, Makeup.BRIGHT: 0.55}
"""How much of its colour make-up leaves on the lids."""


@dataclass(frozen=True, slots=True)
class Gaze:
    """How an expression sets lids and brows.

    `upper` and `lower` close the lids by so many units. The brow's ends rise by `inner` and `outer` and
    its arch by `arch`; `cocked` lifts the one on the right of the picture further.
    """

    upper: float
    lower: float
    inner: float
    arch: float
    outer: float
    cocked: float = 0


GAZES: dict[Expression, Gaze] = {
    Expression.FRIENDLY: Gaze(upper=1, lower=3, inner=2, arch=5, outer=0),
    Expression.ENERGETIC: Gaze(upper=-3, lower=2, inner=9, arch=15, outer=6),
    Expression.CALM: Gaze(upper=6, lower=1, inner=0, arch=0, outer=-3),
    Expression.CONFIDENT: Gaze(upper=4, lower=4, inner=-4, arch=2, outer=3, cocked=8),
    Expression.DRAMATIC: Gaze(upper=0, lower=-1, inner=-11, arch=-1, outer=4),
}

CLOSING = {Eyes.HALF: 0.52, Eyes.CLOSED: 1.0}
GLANCES = {Eyes.LEFT: -GLANCE, Eyes.RIGHT: GLANCE}


@dataclass(frozen=True, slots=True)
class _Opening:
    """The lids as heights at the middle of an eye, and the paths between its corners.

    `flat` lids rise less towards the nose and more evenly towards the temple.
    """

    upper: float
    lower: float
    flat: bool = False

    @property
    def lid(self) -> str:
        if self.flat:
            return f"C-24,{self.upper + 8:g} 4,{self.upper - 5:g} 41,-6"
        return f"C-28,{self.upper - 3:g} 8,{self.upper - 8:g} 41,-5"

    @property
    def almond(self) -> str:
        return f"M-40,7 {self.lid} C32,{self.lower:g} -8,{self.lower + 9:g} -40,7 Z"


def draw_eyes(appearance: Appearance, palette: Palette, expression: Expression, eyes: Eyes) -> str:
    """Both eyes and brows, in place on the face."""
    gaze = GAZES[expression]
    shift = GLANCES.get(eyes, 0)
    closing = CLOSING.get(eyes, 0.0)
    paints = _paints(palette)
    right = _eye(appearance, palette, gaze, closing, shift, 1)
    left = mirrored(_eye(appearance, palette, gaze, closing, -shift, -1))
    return paints + right + left + _brows(appearance, palette, gaze)


def _paints(palette: Palette) -> str:
    iris = glowing(
        "iris",
        0,
        8,
        24,
        (0, mix(palette.iris, "#fff0c8", 0.4), 1),
        (0.5, palette.iris, 1),
        (0.82, darker(palette.iris, 0.4), 1),
        (1, darker(palette.iris, 0.75), 1),
    )
    white = falling("white", -28, 22, (0, "#bdb3b6", 1), (0.42, "#f4f0ee", 1), (1, "#fffdfb", 1))
    return iris + white


def _eye(
    appearance: Appearance, palette: Palette, gaze: Gaze, closing: float, shift: float, side: int
) -> str:
    """The eye on the right of the picture; `side` is -1 when it is going to be mirrored."""
    own, lids = appearance.features, appearance.lids
    roomy = (2 if appearance.lashes else 0) + 5 * own.eye_opening
    sleepy = {Lids.MONOLID: 4, Lids.HOODED: 3}.get(lids, 0)
    flat = lids is Lids.MONOLID
    wide = _Opening(-23 - roomy + sleepy + gaze.upper, 27 + roomy * 0.3 - gaze.lower, flat)
    opening = _Opening(wide.upper + (22 - wide.upper) * closing, wide.lower - 3 * closing, flat)
    parts = _socket(appearance, palette, wide, closing)
    if closing < 1:
        parts += _ball(palette, opening, shift, side)
    tilt = -8.0 * own.eye_tilt - (2 if flat else 0)
    place = f"translate({EYE_X + 8 * own.eye_gap:g} 0) rotate({tilt:g}) scale({1 + 0.17 * own.eye_size:.4g})"
    return f'<g transform="{place}">{parts}{_lids(appearance, palette, opening, wide, closing)}</g>'


def _socket(appearance: Appearance, palette: Palette, wide: _Opening, closing: float) -> str:
    """The lid's skin above the opening: it comes down when the eye closes."""
    lid = (
        f"M-42,7 C-30,{wide.upper - 14:g} 10,{wide.upper - 20:g} 46,-7 C32,{wide.lower + 2:g} "
        f"-8,{wide.lower + 9:g} -42,7 Z"
    )
    skin = (
        fill(lid, mix(palette.skin, palette.shade, 0.55))
        + _shadow(appearance, palette, wide)
        + glow(-2, wide.upper + 4, 36, 16, palette.light, 0.3 + 0.3 * closing)
    )
    return skin + _crease(appearance.lids, palette, wide)


def _shadow(appearance: Appearance, palette: Palette, wide: _Opening) -> str:
    """Eye shadow, on lid and brow bone."""
    share = SHADES.get(appearance.makeup)
    if share is None:
        return ""
    bright = appearance.makeup is Makeup.BRIGHT
    tone = mix(palette.accent, palette.skin, 0.2) if bright else mix("#2a1c22", palette.skin, 0.2)
    return glow(6, wide.upper - 2, 52, 27, tone, share) + glow(30, wide.upper + 6, 34, 20, tone, share)


def _crease(lids: Lids, palette: Palette, wide: _Opening) -> str:
    up = wide.upper
    match lids:
        case Lids.CREASED:
            return line(f"M-38,-6 C-26,{up - 11:g} 10,{up - 16:g} 44,-15", palette.line, 2.6, 0.5)
        case Lids.MONOLID:
            fold = f"M-43,9 C-36,{up + 12:g} -20,{up + 1:g} -8,{up - 4:g}"
            puff = f"M-34,{up - 4:g} C-14,{up - 16:g} 18,{up - 16:g} 42,-17"
            return line(fold, palette.line, 2.4, 0.4) + soft_line(puff, palette.deep, 12, 0.3)
        case Lids.HOODED:
            hood = f"M-36,-9 C-22,{up - 8:g} 14,{up - 11:g} 50,-4"
            return soft_line(hood, palette.deep, 15, 0.42) + line(hood, palette.line, 2.8, 0.5)
        case Lids.DEEP:
            crease = f"M-40,-12 C-26,{up - 17:g} 12,{up - 22:g} 46,-18"
            socket = f"M-44,-18 C-26,{up - 22:g} 10,{up - 24:g} 44,-24"
            return soft_line(socket, palette.deep, 26, 0.42) + line(crease, palette.line, 2.8, 0.55)


def _ball(palette: Palette, opening: _Opening, shift: float, side: int) -> str:
    inner = (
        ellipse(-36, 6, 8, 6, "#e0a49a", 0.8)
        + f'<g transform="translate({shift:g} -1)">'
        + ellipse(0, 0, 23.5, 23.5, "url(#iris)")
        + _fibres(palette)
        + ellipse(0, 0, 10, 10, "#0e0a0b")
        + ellipse(-7 * side, -8, 6, 5.6, "#ffffff", 0.96)
        + ellipse(8 * side, 8, 3, 2.6, "#ffffff", 0.55)
        + "</g>"
        + soft(
            fill(
                f"M-44,-34 L46,-40 L44,-4 C20,{opening.upper + 6:g} -20,{opening.upper + 9:g} -42,8 Z",
                "#3a1e1c",
                0.42,
            ),
            4,
        )
    )
    return fill(opening.almond, "url(#white)") + clipped(inner, opening.almond, f"ball{side}")


def _fibres(palette: Palette) -> str:
    bright = mix(palette.iris, "#fff3d0", 0.5)
    spokes = (
        (-15, 6, -9, 4),
        (-11, 12, -6, 8),
        (-4, 16, -3, 10),
        (4, 16, 3, 10),
        (11, 12, 6, 8),
        (15, 6, 9, 4),
    )
    return "".join(line(f"M{x1},{y1} L{x2},{y2}", bright, 1.6, 0.4) for x1, y1, x2, y2 in spokes)


def _lids(appearance: Appearance, palette: Palette, opening: _Opening, wide: _Opening, closing: float) -> str:
    ink = mix(palette.line, "#120a0c", 0.72)
    weight = 7.5 if appearance.lashes else 5.2
    upper = (
        f"M-42,9 C-29,{opening.upper - 5:g} 8,{opening.upper - weight - 4:g} 45,-9 "
        f"C40,-3 41,-4 40,-3 C8,{opening.upper - 5:g} -27,{opening.upper:g} -42,9 Z"
    )
    lower = f"M40,-4 C32,{opening.lower:g} -8,{opening.lower + 9:g} -38,8"
    bag = f"M-30,{wide.lower + 8:g} Q2,{wide.lower + 15:g} 34,{wide.lower:g}"
    parts = line(lower, palette.line, 2.2, 0.62) + line(bag, palette.deep, 2.2, 0.4) + fill(upper, ink)
    if appearance.makeup in {Makeup.LINER, Makeup.SMOKY}:
        wing = 6 * (1 - closing)
        parts += line(f"M36,{-7 + 4 * closing:g} L55,{-13 - wing + 14 * closing:g}", ink, 4)
    return parts + (_lashes(ink, closing) if appearance.lashes else "")


def _lashes(ink: str, closing: float) -> str:
    """Three lashes at the outer corner; they point up from an open lid and down from a closed one."""
    lashes = ""
    for x, open_y, closed_y, reach in ((43, -8, -6, 13), (36, -13, -2, 10), (27, -17, 3, 7)):
        y = open_y + (closed_y - open_y) * closing
        dx, dy = reach * (1 - 0.3 * closing), -11 + 18 * closing
        lashes += line(f"M{x},{y:g} q{dx * 0.6:g},{dy * 0.2:g} {dx:g},{dy:g}", ink, 3.4)
    return lashes


def _brows(appearance: Appearance, palette: Palette, gaze: Gaze) -> str:
    right = _brow(appearance, palette, gaze, gaze.cocked)
    if Mark.BROW_SLIT in appearance.marks:
        right += line("M112,-84 L104,-50", mix(palette.skin, palette.light, 0.3), 5.5)
    return right + mirrored(_brow(appearance, palette, gaze, 0))


def _brow(appearance: Appearance, palette: Palette, gaze: Gaze, cocked: float) -> str:
    own = appearance.features
    thick = (9.5 + 4 * own.brow_weight) if appearance.lashes else (13.5 + 5.5 * own.brow_weight)
    inner, arch, outer = -57 - gaze.inner, -68 - gaze.arch - cocked, -52 - gaze.outer - cocked * 0.7
    arch, outer = arch - 7 * own.brow_arch, outer - 2 * own.brow_arch
    shape = (
        f"M34,{inner:g} C52,{inner - 12:g} 76,{arch - 2:g} 98,{arch:g} C116,{arch + 4:g} "
        f"128,{outer - 8:g} 134,{outer:g} "
        f"C122,{outer - 5:g} 112,{arch + thick * 0.72:g} 96,{arch + thick * 0.84:g} "
        f"C74,{arch + thick:g} 52,{inner + thick - 10:g} 38,{inner + thick:g} "
        f"C33,{inner + thick - 3:g} 31,{inner + 4:g} 34,{inner:g} Z"
    )
    hairs = "".join(
        line(
            f"M{x},{inner + thick - 3 + (arch - inner) * t:g} q4,{-thick * 0.6:g} 13,{-thick * 0.75:g}",
            palette.brow_dark,
            1.8,
            0.5,
        )
        for x, t in ((38, 0.02), (47, 0.2), (56, 0.42), (66, 0.66), (77, 0.84), (88, 0.94))
    )
    return moved(fill(shape, palette.brow, 0.9) + hairs, 4 * own.eye_gap, 0)
