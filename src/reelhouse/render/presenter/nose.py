"""The nose: bridge, tip, wings, and what it casts."""

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.ink import both, falling, fill, glow, line, mirrored, soft, soft_line
from reelhouse.render.presenter.palette import Palette

SLIGHT, BROAD = 30.0, 35.0


def draw_nose(appearance: Appearance, palette: Palette) -> str:
    """In place on the face; its features say how wide, how long, and how high its bridge stands."""
    own = appearance.features
    wide = (SLIGHT if appearance.lashes else BROAD) + 11 * own.nose_width
    drop = 8 * own.nose_length
    tip = f'<g transform="translate(0 {drop:g})">{_tip(wide, own.nose_width, palette)}</g>'
    return _bridge(wide, drop, own.nose_bridge, palette) + tip


def _bridge(wide: float, drop: float, height: float, palette: Palette) -> str:
    """A high bridge has a hard edge and a narrow light; a flat one only begins below the eyes."""
    top = -16 - min(height, 0) * 34
    strength = 0.5 + 0.2 * height
    shadow = (
        f"M12,{top:g} C{18 + 3 * height:g},20 22,{50 + drop * 0.5:g} {wide + 4:g},{78 + drop:g} "
        f"C{wide:g},{96 + drop:g} 12,{98 + drop:g} 2,{100 + drop:g} C12,70 10,30 4,{top + 2:g} Z"
    )
    edge = ""
    if height > 0:
        bend = (
            f"M{13 + 3 * height:g},-20 C{17 + 8 * height:g},8 {15 + 8 * height:g},28 21,{58 + drop * 0.6:g}"
        )
        edge = soft_line(bend, palette.deep, 15, 0.26 * height)
    return (
        falling(
            "nose",
            top - 4,
            110 + drop,
            (0, palette.deep, 0),
            (0.45, palette.deep, 0.3 + 0.14 * height),
            (1, palette.deep, strength),
        )
        + soft(fill(shadow, "url(#nose)"), 4)
        + edge
        + glow(
            -6,
            24 - min(height, 0) * 20,
            13 - 3 * height,
            56 + drop * 0.5,
            palette.light,
            0.55 + 0.25 * min(height, 0),
        )
    )


def _tip(wide: float, width: float, palette: Palette) -> str:
    half = wide * 0.3
    under = (
        f"M{-wide + 6:g},90 C-18,100 -10,98 0,104 C10,98 18,100 {wide - 6:g},90 C22,110 10,112 0,113 "
        f"C-10,112 -22,110 {-wide + 6:g},90 Z"
    )
    wing = f"M{wide - 4:g},70 C{wide + 8:g},78 {wide + 6:g},94 {wide - 8:g},96"
    nostril = (
        f"M{half:g},99 C{half + 4:g},91 {half + 14 + 2 * width:g},90 {half + 17 + 3 * width:g},95 "
        f"C{half + 14 + 2 * width:g},101 {half + 5:g},102 {half:g},99 Z"
    )
    return (
        soft(fill(under, palette.deep, 0.5), 4)
        + glow(-5, 80, 20 + 5 * width, 17, palette.light, 0.7)
        + line(wing, palette.line, 3, 0.42)
        + mirrored(line(wing, palette.line, 3, 0.3))
        + both(fill(nostril, palette.line, 0.72))
    )
