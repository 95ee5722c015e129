"""Eighteen mouth shapes, each a few numbers; an expression moves the corners."""

from dataclasses import dataclass, replace

from reelhouse.media.appearance import Appearance
from reelhouse.media.composition import Expression
from reelhouse.render.presenter.ink import (
    box,
    clipped,
    darker,
    ellipse,
    falling,
    fill,
    glow,
    line,
    mix,
    sliding,
    soft,
)
from reelhouse.render.presenter.palette import Palette
from reelhouse.render.presenter.types import Mouth

MOUTH_Y = 148


@dataclass(frozen=True, slots=True)
class Shape:
    """A mouth in units around its middle.

    `half` is its half width; the inner edges of the lips lie `up` above and `down` below; `lift` raises
    the corners. `teeth` and `lower_teeth` are how far the rows show; `tongue` is how high it stands
    (0-1), `tip` that it touches the upper teeth. `jaw` lowers the chin. `purse` (0-1) rounds the lips
    and makes them full; `press` thins them.
    """

    half: float
    up: float = 0
    down: float = 0
    lift: float = 0
    teeth: float = 0
    lower_teeth: float = 0
    tongue: float = 0
    tip: bool = False
    jaw: float = 0
    purse: float = 0
    press: float = 0
    bite: bool = False


SHAPES: dict[Mouth, Shape] = {
    Mouth.REST: Shape(half=52, lift=3),
    Mouth.CLOSED: Shape(half=49, press=0.34),
    Mouth.WIDE: Shape(half=50, up=15, down=44, teeth=13, tongue=0.45, jaw=25),
    Mouth.OPEN: Shape(half=54, up=12, down=26, teeth=12, tongue=0.5, jaw=14),
    Mouth.SMILE: Shape(half=63, up=9, down=14, lift=5, teeth=14, lower_teeth=4, tongue=0.3, jaw=5),
    Mouth.ROUND: Shape(half=34, up=16, down=28, teeth=5, tongue=0.32, jaw=15, purse=0.75),
    Mouth.PUCKER: Shape(half=23, up=8, down=10, jaw=5, purse=1),
    Mouth.BITE: Shape(half=51, up=9, down=3, teeth=15, jaw=2, bite=True),
    Mouth.TONGUE: Shape(half=51, up=10, down=19, teeth=10, tongue=0.9, tip=True, jaw=10),
    Mouth.TEETH: Shape(half=56, up=8, down=11, lift=2, teeth=11, lower_teeth=8, jaw=3),
    Mouth.TEETH_ROUND: Shape(half=40, up=11, down=14, teeth=12, lower_teeth=8, jaw=4, purse=0.55),
    Mouth.PARTED: Shape(half=51, up=3, down=5, lift=2, teeth=4, jaw=2),
    Mouth.SMALL: Shape(half=52, up=7, down=14, teeth=9, tongue=0.45, jaw=6),
    Mouth.MID: Shape(half=51, up=13, down=35, teeth=12, tongue=0.45, jaw=19),
    Mouth.SMILE_SMALL: Shape(half=58, up=5, down=8, lift=4, teeth=9, lower_teeth=2, jaw=2),
    Mouth.SMILE_WIDE: Shape(half=61, up=11, down=23, lift=4, teeth=14, tongue=0.42, jaw=11),
    Mouth.ROUND_SMALL: Shape(half=38, up=9, down=14, teeth=4, tongue=0.3, jaw=7, purse=0.6),
    Mouth.PUCKER_OPEN: Shape(half=28, up=10, down=16, jaw=8, purse=0.9),
}

WIDEST = max(shape.up + shape.down for shape in SHAPES.values())

CORNERS: dict[Expression, tuple[float, float]] = {
    Expression.FRIENDLY: (9, 5),
    Expression.ENERGETIC: (12, 8),
    Expression.CALM: (3, 0),
    Expression.CONFIDENT: (6, 1),
    Expression.DRAMATIC: (-4, -2),
}
"""How far the corners rise, and how much wider the mouth is, by expression."""


def openness_of(mouth: Mouth) -> float:
    """How far a mouth is open, from closed lips at 0 to the widest shape at 1."""
    shape = SHAPES[mouth]
    return (shape.up + shape.down) / WIDEST


def shape_of(mouth: Mouth, expression: Expression) -> Shape:
    shape = SHAPES[mouth]
    lift, wider = CORNERS[expression]
    free = 1 - shape.purse
    return replace(shape, lift=shape.lift + lift * free, half=shape.half + wider * free)


def draw_mouth(appearance: Appearance, palette: Palette, shape: Shape) -> str:
    """The mouth in place on the face."""
    own = appearance.features
    full = (1.0 if appearance.lashes else 0.66) * (1 + 0.32 * own.lips)
    shape = replace(shape, half=shape.half * (1 + 0.1 * own.mouth))
    upper = (11.5 * full + 5 * shape.purse) * (1 - shape.press)
    lower = (15.5 * full + 5 * shape.purse) * (1 - shape.press)
    inner = _inner(shape)
    parts = _around(palette, shape, lower)
    parts += _lips(palette, shape, upper, lower)
    if shape.up + shape.down > 0:
        parts += fill(inner, "url(#cave)") + clipped(_inside(shape), inner, "mouth")
        parts += line(inner, palette.lip_dark, 2.2, 0.7)
    else:
        parts += _seam(palette, shape)
    if shape.bite:
        parts += _bitten(palette, shape, lower)
    paints = falling("cave", -shape.up, max(shape.down, 6), (0, "#2a0c12", 1), (1, "#5d1c22", 1))
    return f'<g transform="translate(0 {MOUTH_Y})">{paints}{parts}</g>'


def _inner(shape: Shape) -> str:
    half, up, down, lift = shape.half, shape.up, shape.down, shape.lift
    reach = 0.62 + 0.38 * shape.purse
    tall = 0.55 + 0.3 * shape.purse
    over = (
        f"C{-half * reach:g},{-lift - (up - lift) * tall:g} {-half * 0.5:g},{-up:g} 0,{-up + 1:g} "
        f"C{half * 0.5:g},{-up:g} {half * reach:g},{-lift - (up - lift) * tall:g} "
        f"{half:g},{-lift:g}"
    )
    under = (
        f"C{half * (reach + 0.2):g},{-lift + (down + lift) * tall:g} {half * 0.56:g},{down:g} "
        f"0,{down:g} C{-half * 0.56:g},{down:g} "
        f"{-half * (reach + 0.2):g},{-lift + (down + lift) * tall:g} {-half:g},{-lift:g}"
    )
    return f"M{-half:g},{-lift:g} {over} {under} Z"


def _outer(shape: Shape, upper: float, lower: float) -> str:
    half, lift = shape.half + 3 + 5 * shape.purse, shape.lift
    up, down = shape.up + upper, shape.down + lower
    peak = half * 0.26
    over = (
        f"C{-half * 0.78:g},{-lift - (up - lift) * 0.42:g} {-half * 0.5:g},{-up:g} {-peak:g},{-up:g} "
        f"C{-peak * 0.5:g},{-up:g} {-peak * 0.4:g},{-up + upper * 0.34:g} 0,{-up + upper * 0.36:g} "
        f"C{peak * 0.4:g},{-up + upper * 0.34:g} {peak * 0.5:g},{-up:g} {peak:g},{-up:g} "
        f"C{half * 0.5:g},{-up:g} {half * 0.78:g},{-lift - (up - lift) * 0.42:g} {half:g},{-lift:g}"
    )
    under = (
        f"C{half * 0.84:g},{-lift + (down + lift) * 0.7:g} {half * 0.48:g},{down:g} 0,{down:g} "
        f"C{-half * 0.48:g},{down:g} {-half * 0.84:g},{-lift + (down + lift) * 0.7:g} "
        f"{-half:g},{-lift:g}"
    )
    return f"M{-half:g},{-lift:g} {over} {under} Z"


def _lips(palette: Palette, shape: Shape, upper: float, lower: float) -> str:
    outer = _outer(shape, upper, lower)
    shine_y = shape.down + lower * 0.46
    shine = glow(-4, shine_y, shape.half * 0.36 + 3, max(lower * 0.22, 1.6) + 3, palette.lip_light, 0.75)
    return (
        falling(
            "lip",
            -shape.up - upper,
            shape.down + lower,
            (0, palette.lip_dark, 1),
            (0.52, mix(palette.lip, palette.lip_dark, 0.25), 1),
            (0.7, palette.lip, 1),
            (1, palette.lip_dark, 1),
        )
        + fill(outer, "url(#lip)")
        + shine
    )


def _around(palette: Palette, shape: Shape, lower: float) -> str:
    """The shadow that the lower lip casts, and the dimples at the corners."""
    x, y = shape.half + 7, -shape.lift
    dimple = f"M{x - 3:g},{y - 5:g} Q{x + 4:g},{y:g} {x - 1:g},{y + 7:g}"
    mirror = f"M{-x + 3:g},{y - 5:g} Q{-x - 4:g},{y:g} {-x + 1:g},{y + 7:g}"
    return (
        glow(0, shape.down + lower + 6, shape.half * 0.56 + 6, 12, palette.deep, 0.5)
        + line(dimple, palette.line, 2.6, 0.34)
        + line(mirror, palette.line, 2.6, 0.34)
    )


def _inside(shape: Shape) -> str:
    half, up, down = shape.half, shape.up, shape.down
    gap = up + down
    parts = ""
    if shape.tongue and not shape.tip:
        top = down - gap * shape.tongue
        parts += ellipse(0, top + gap * 0.5, half * 0.66, gap * 0.5, "#c4585f") + glow(
            -4, top + gap * 0.2, half * 0.4, gap * 0.16, "#e58b8c", 0.9
        )
        parts += line(f"M0,{top + 4:g} L0,{down:g}", "#8f353f", 1.8, 0.5)
    if shape.lower_teeth:
        parts += _row(half * 0.8, down + 6, down - shape.lower_teeth, "#e9dfd6")
    if shape.teeth:
        parts += _row(half * 0.9, -up - 8, -up + shape.teeth, "#fbf6ee")
    if shape.tip:
        parts += ellipse(0, -up + gap * 0.62, half * 0.46, gap * 0.34, "#cf646a") + glow(
            -4, -up + gap * 0.48, half * 0.26, gap * 0.16, "#eb9897"
        )
    shadow = (
        f"M{-half - 4:g},{-up - 12:g} L{half + 4:g},{-up - 12:g} L{half + 4:g},0 "
        f"Q0,{-up * 1.1 + 5:g} {-half - 4:g},0 Z"
    )
    dark = "#2a0c12"
    sides = sliding("corners", -half, half, (0, dark, 0.75), (0.2, dark, 0), (0.8, dark, 0), (1, dark, 0.75))
    return (
        parts
        + sides
        + box(-half, -up - 4, 2 * half, gap + 8, "url(#corners)")
        + soft(fill(shadow, dark, 0.3), 2)
    )


def _row(half: float, outer: float, edge: float, enamel: str) -> str:
    """A row of teeth from the gum at `outer` to its `edge`, bent like the jaw."""
    bend = (outer - edge) * 0.18
    row = (
        f"M{-half:g},{outer:g} L{half:g},{outer:g} L{half:g},{edge + bend * 1.6:g} "
        f"Q0,{edge - bend:g} {-half:g},{edge + bend * 1.6:g} Z"
    )
    gaps = "".join(
        line(f"M{x * half:g},{outer:g} L{x * half:g},{edge + bend * 0.6:g}", "#8d7468", 1.1, 0.3)
        for x in (-0.62, -0.42, -0.2, 0, 0.2, 0.42, 0.62)
    )
    return (
        fill(row, enamel)
        + gaps
        + line(
            f"M{-half:g},{edge + bend * 1.6:g} Q0,{edge - bend:g} {half:g},{edge + bend * 1.6:g}",
            darker(enamel, 0.3),
            1.2,
            0.5,
        )
    )


def _seam(palette: Palette, shape: Shape) -> str:
    half, lift = shape.half, shape.lift
    ink = mix(palette.lip_dark, "#240a0e", 0.62)
    seam = (
        f"M{-half - 2:g},{-lift - 1:g} C{-half * 0.6:g},{2 + lift * 0.25:g} {-half * 0.24:g},{0:g} "
        f"0,{2.5:g} C{half * 0.24:g},0 {half * 0.6:g},{2 + lift * 0.25:g} "
        f"{half + 2:g},{-lift - 1:g}"
    )
    return line(seam, ink, 3.2, 0.9)


def _bitten(palette: Palette, shape: Shape, lower: float) -> str:
    """The lower lip drawn in beneath the upper teeth."""
    half = shape.half * 0.8
    lip = (
        f"M{-half:g},{shape.down - 1:g} Q0,{shape.down - 3:g} {half:g},{shape.down - 1:g} "
        f"C{half * 0.6:g},{shape.down + lower + 2:g} {-half * 0.6:g},{shape.down + lower + 2:g} "
        f"{-half:g},{shape.down - 1:g} Z"
    )
    return fill(lip, palette.lip) + glow(
        -3, shape.down + lower * 0.5, half * 0.4 + 3, 5.2, palette.lip_light, 0.8
    )
