"""Forearms with their sleeves, and what short sleeves leave free of the upper arms."""

import numpy as np
from numpy.typing import NDArray

from reelhouse.media.appearance import Appearance, Clothing
from reelhouse.render.presenter.ink import clipped, ellipse, fill, line, mirrored, mix, sliding, soft_line
from reelhouse.render.presenter.palette import Palette
from reelhouse.render.presenter.torso import ELBOW, Build, build_of

LENGTH = 400
"""From elbow to wrist, in head units, when an arm is not foreshortened."""

SHORT_SLEEVED = frozenset({Clothing.TSHIRT, Clothing.POLO, Clothing.SCRUBS})
FADES_IN = (-58, -6)
FADES_OUT = (LENGTH - 34, LENGTH + 8)
"""Between these heights a forearm appears at the elbow, and a bare one turns into its hand."""

KNITTED = frozenset(
    {Clothing.SWEATER, Clothing.HOODIE, Clothing.TRACKSUIT, Clothing.TURTLENECK, Clothing.CARDIGAN}
)
TAILORED = frozenset({Clothing.BLAZER, Clothing.SUIT})
HEM = 668


def elbow_of(appearance: Appearance) -> tuple[float, float]:
    """The right elbow of the picture; the left one is its mirror image."""
    return build_of(appearance).shoulder - 20, ELBOW


def draw_forearm(appearance: Appearance, palette: Palette) -> str:
    """A forearm that hangs from its elbow at the origin, down to its wrist at (0, `LENGTH`)."""
    if appearance.clothing in SHORT_SLEEVED:
        return _bare(palette)
    return _sleeve(palette) + _cuff(appearance, palette)


def opacity_along(appearance: Appearance, height: NDArray[np.float64]) -> NDArray[np.float64]:
    """How opaque a forearm is so far from its elbow, so that no seam shows."""
    there = np.interp(height, FADES_IN, (0, 1))
    if appearance.clothing in SHORT_SLEEVED:
        there *= np.interp(height, FADES_OUT, (1, 0))
    return np.asarray(there, np.float64)


def _tube(elbow: float, wrist: float, end: float) -> str:
    """A limb from a round elbow down to `end`; half widths."""
    bulge = elbow * 1.04
    return (
        f"M{-elbow},0 A{elbow},{elbow} 0 0 1 {elbow},0 C{bulge:g},{end * 0.3:g} {wrist + 8:g},{end * 0.7:g} "
        f"{wrist},{end} Q0,{end + 12} {-wrist},{end} C{-wrist - 8:g},{end * 0.7:g} {-bulge:g},{end * 0.3:g} "
        f"{-elbow},0 Z"
    )


def _bare(palette: Palette) -> str:
    shape = _tube(54, 41, LENGTH)
    paint = sliding("bare", -56, 56, (0, palette.light, 1), (0.4, palette.skin, 1), (1, palette.shade, 1))
    inner = soft_line(f"M44,-20 C48,140 36,280 36,{LENGTH}", palette.deep, 40, 0.4)
    edge = mix(palette.deep, palette.line, 0.45)
    rim = "".join(
        line(f"M{side * 55},44 C{side * 56},120 {side * 49},280 {side * 41},{LENGTH - 4}", edge, 3.4, 0.7)
        for side in (-1, 1)
    )
    return paint + rim + fill(shape, "url(#bare)") + clipped(inner, shape, "bareclip")


def _sleeve(palette: Palette) -> str:
    shape = _tube(66, 53, LENGTH - 14)
    paint = sliding(
        "sleeve", -66, 66, (0, palette.cloth_light, 1), (0.42, palette.cloth, 1), (1, palette.cloth_dark, 1)
    )
    deep = palette.cloth_deep
    folds = (
        soft_line(f"M58,-30 C62,120 44,280 46,{LENGTH}", deep, 50, 0.42)
        + soft_line("M-60,30 Q-24,70 20,66", deep, 26, 0.24)
        + soft_line("M60,70 Q24,112 -18,110", deep, 24, 0.22)
        + soft_line("M-54,318 Q-20,344 24,336", deep, 20, 0.2)
        + soft_line("M-42,20 C-46,140 -38,260 -34,360", palette.cloth_light, 26, 0.4)
    )
    return (
        paint + line(shape, deep, 4, 0.55) + fill(shape, "url(#sleeve)") + clipped(folds, shape, "sleeveclip")
    )


def _cuff(appearance: Appearance, palette: Palette) -> str:
    deep = palette.cloth_deep
    top, end = LENGTH - 40, LENGTH - 8
    band = f"M-55,{top} Q0,{top + 14} 55,{top} L54,{end} Q0,{end + 14} -54,{end} Z"
    if appearance.clothing in KNITTED:
        ribs = "".join(line(f"M{x},{top + 8} L{x},{end + 8}", deep, 2.4, 0.4) for x in range(-42, 43, 12))
        return line(band, deep, 3, 0.5) + fill(band, mix(palette.cloth, palette.cloth_dark, 0.4)) + ribs
    if appearance.clothing in TAILORED:
        shirt = f"M-48,{end} Q0,{end + 14} 48,{end} L47,{end + 16} Q0,{end + 28} -47,{end + 16} Z"
        buttons = "".join(ellipse(34, top + 8 + 13 * number, 5, 5, deep, 0.8) for number in range(-2, 2))
        return (
            line(shirt, "#8f8a9c", 2, 0.6)
            + fill(shirt, "#f3f0ea")
            + line(f"M-53,{end} Q0,{end + 14} 53,{end}", deep, 3, 0.7)
            + buttons
        )
    return (
        line(band, deep, 2.6, 0.5)
        + fill(band, mix(palette.cloth, palette.cloth_light, 0.3))
        + ellipse(30, (top + end) / 2 + 8, 6, 6, palette.cloth_deep, 0.7)
    )


def draw_upper_arms(appearance: Appearance, palette: Palette) -> str:
    """The skin below short sleeves, in place on the body; nothing for long ones."""
    if appearance.clothing not in SHORT_SLEEVED:
        return ""
    arm = _upper_arm(build_of(appearance), palette)
    return mirrored(arm) + arm


def _upper_arm(build: Build, palette: Palette) -> str:
    wide = build.shoulder
    arm = (
        f"M{wide - 92},{HEM + 26} C{wide - 94},760 {wide - 90},840 {wide - 80},906 "
        f"C{wide - 74},990 {wide + 36},980 {wide + 42},896 "
        f"C{wide + 46},820 {wide + 42},730 {wide + 38},{HEM} "
        f"Q{wide - 24},{HEM + 46} {wide - 92},{HEM + 26} Z"
    )
    hem = f"M{wide - 94},{HEM + 22} Q{wide - 24},{HEM + 44} {wide + 40},{HEM - 4}"
    paint = sliding(
        "upper", wide - 90, wide + 44, (0, palette.skin, 1), (0.5, palette.skin, 1), (1, palette.shade, 1)
    )
    inner = soft_line(hem, palette.deep, 64, 0.5) + soft_line(
        f"M{wide - 86},700 L{wide - 80},930", palette.deep, 44, 0.5
    )
    return (
        paint
        + line(arm, mix(palette.deep, palette.line, 0.45), 3.4, 0.7)
        + fill(arm, "url(#upper)")
        + clipped(inner, arm, "upperclip")
        + line(hem, palette.cloth_dark, 16)
        + line(hem, palette.cloth_deep, 2, 0.5)
    )
