"""The half figure below the head: shoulders, arms, neck, and the fabric that covers them."""

from dataclasses import dataclass

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.ink import both, clipped, fill, glow, glowing, line, sliding, soft, soft_line
from reelhouse.render.presenter.palette import Palette

FLOOR = 1700
ELBOW = 890
"""How far below the eyes the elbows are."""


@dataclass(frozen=True, slots=True)
class Build:
    """Half widths of neck and shoulders."""

    neck: float
    shoulder: float


def build_of(appearance: Appearance) -> Build:
    neck, shoulder = (63, 352) if appearance.lashes else (83, 405)
    return Build(neck=round(neck + 9 * appearance.build), shoulder=round(shoulder + 38 * appearance.build))


def torso(build: Build) -> str:
    """The outline of shoulders, upper arms to the elbows, and trunk, down to the `FLOOR`."""
    return f"{_side(build, -1)} {_side(build, 1)} Z"


def _side(build: Build, side: int) -> str:
    """One half of the outline: down from the neck on the left, up to it on the right."""
    neck, wide = build.neck, build.shoulder
    points = (
        (neck + 26, 306),
        (neck + 60, 338),
        (wide * 0.62, 356),
        (wide * 0.8, 378),
        (wide * 0.98, 402),
        (wide + 14, 470),
        (wide + 26, 560),
        (wide + 40, 690),
        (wide + 46, 800),
        (wide + 42, 896),
        (wide + 36, 976),
        (wide - 74, 986),
        (wide - 82, 900),
        (wide - 92, 1000),
        (wide - 84, 1200),
        (wide - 66, FLOOR),
    )
    path = [f"{side * x:g},{y}" for x, y in (points if side < 0 else points[::-1])]
    curves = " ".join(f"C{' '.join(path[at : at + 3])}" for at in range(1, len(path), 3))
    return f"{'M' if side < 0 else 'L'}{path[0]} {curves}"


def draw_neck(build: Build, palette: Palette, cut: str) -> str:
    """The neck, and the skin that a neckline leaves free, on top of the fabric."""
    neck = build.neck
    column = (
        f"M{-neck},90 C{-neck + 3},190 {-neck + 2},240 {-neck - 10},276 L{-neck - 24},306 L0,340 "
        f"L{neck + 24},306 L{neck + 10},276 C{neck - 2},240 {neck - 3},190 {neck},90 Z"
    )
    shadow = (
        f"M{-neck - 6},150 L{neck + 20},150 L{neck + 14},262 C{neck - 6},306 {-neck + 26},300 "
        f"{-neck - 4},250 Z"
    )
    tendon = f"M{-neck + 10},262 C{-neck + 30},310 -30,350 -16,372"
    bone = "M-26,384 C-70,372 -130,376 -176,386"
    shape = f"{column} {cut}"
    inner = (
        soft(fill(shadow, palette.deep, 0.85), 8)
        + sliding("neckside", neck - 60, neck + 50, (0, palette.deep, 0), (1, palette.deep, 0.5))
        + fill(shape, "url(#neckside)")
        + both(soft_line(bone, palette.deep, 16, 0.36) + soft_line(tendon, palette.deep, 13, 0.28))
        + glow(0, 380, 40, 36, palette.deep, 0.5)
    )
    return (
        glowing("neck", -60, 330, 330, (0, palette.skin, 1), (1, palette.shade, 1))
        + fill(shape, "url(#neck)")
        + clipped(inner, shape, "neckclip")
        + line(cut.removesuffix("Z"), palette.cloth_deep, 3, 0.5)
    )


def draw_fabric(build: Build, palette: Palette) -> str:
    """The fabric over shoulders and arms, with its light and folds."""
    paint = glowing(
        "cloth",
        -210,
        420,
        980,
        (0, palette.cloth_light, 1),
        (0.36, palette.cloth, 1),
        (1, palette.cloth_dark, 1),
    )
    return paint + fill(torso(build), "url(#cloth)") + _folds(build, palette)


def _folds(build: Build, palette: Palette) -> str:
    wide, deep = build.shoulder, palette.cloth_deep
    arm = f"M{wide - 76},600 C{wide - 96},760 {wide - 90},800 {wide - 80},890"
    leaves = (
        f"M{wide - 70},566 Q{wide - 130},616 {wide - 196},612 Q{wide - 124},640 {wide - 70},566 Z "
        f"M{wide - 74},590 Q{wide - 128},668 {wide - 186},694 Q{wide - 110},700 {wide - 74},590 Z "
        f"M{wide - 66},584 Q{wide - 40},636 {wide + 2},640 Q{wide - 40},660 {wide - 66},584 Z "
        f"M{wide - 72},640 Q{wide - 46},700 {wide - 6},716 Q{wide - 56},720 {wide - 72},640 Z"
    )
    seam = f"M{wide * 0.8:g},381 C{wide * 0.72:g},440 {wide - 96},520 {wide - 76},600"
    bend = f"M{wide + 10},900 Q{wide - 30},934 {wide - 78},926"
    lee = sliding("lee", wide * 0.1, wide + 60, (0, deep, 0), (0.5, deep, 0.14), (1, deep, 0.5))
    light = soft_line(
        f"M{-wide * 0.8:g},420 C{-wide + 20:g},460 {-wide + 10:g},560 {-wide - 2:g},700",
        palette.cloth_light,
        56,
        0.5,
    )
    folds = (
        soft(fill(leaves, deep, 0.5), 4)
        + soft_line(arm, deep, 34, 0.4)
        + line(arm, deep, 2.6, 0.45)
        + soft_line(bend, deep, 20, 0.3)
        + line(seam, deep, 2.4, 0.34)
    )
    return both(folds) + lee + fill(torso(build), "url(#lee)") + light
