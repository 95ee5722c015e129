"""The face without its hair, eyes and mouth: outline, ears, nose, light and shadow."""

from dataclasses import dataclass
from random import Random

from reelhouse.media.appearance import Appearance, FaceShape
from reelhouse.render.presenter.ink import (
    both,
    clipped,
    ellipse,
    falling,
    fill,
    glow,
    glowing,
    line,
    mirrored,
    sliding,
    soft,
    soft_line,
)
from reelhouse.render.presenter.palette import Palette

CHEEK_LINE = 84


@dataclass(frozen=True, slots=True)
class Skull:
    """Half widths and heights of a face: cheekbones, jaw angle, chin."""

    cheek: float
    low_cheek: float
    jaw: float
    jaw_y: float
    chin_half: float
    chin: float


SKULLS: dict[FaceShape, Skull] = {
    FaceShape.OVAL: Skull(171, 164, 141, 146, 46, 242),
    FaceShape.ROUND: Skull(180, 177, 154, 142, 60, 232),
    FaceShape.SQUARE: Skull(172, 168, 155, 156, 68, 242),
    FaceShape.HEART: Skull(174, 164, 131, 148, 36, 246),
    FaceShape.LONG: Skull(163, 158, 137, 162, 48, 262),
}


def outline(skull: Skull) -> str:
    """The closed contour of the head."""
    return f"M0,-252 {_left_side(skull)} {_right_side(skull)} Z"


def _left_side(skull: Skull) -> str:
    cheek, low, jaw = skull.cheek, skull.low_cheek, skull.jaw
    jaw_y, chin = skull.jaw_y, skull.chin
    half = skull.chin_half
    return (
        f"C-108,-252 {-cheek - 4},-184 {-cheek},-62 C{-cheek + 1},-10 {-cheek + 2},40 {-low},{CHEEK_LINE} "
        f"C{-low + 5},{CHEEK_LINE + 24} {-jaw - 10},{jaw_y - 30} {-jaw},{jaw_y} "
        f"C{-jaw + 14},{jaw_y + 36} {-half - 38},{chin - 12} {-half},{chin - 3} "
        f"Q{-half / 2},{chin + 2} 0,{chin + 2}"
    )


def _right_side(skull: Skull) -> str:
    cheek, low, jaw = skull.cheek, skull.low_cheek, skull.jaw
    jaw_y, chin = skull.jaw_y, skull.chin
    half = skull.chin_half
    return (
        f"Q{half / 2},{chin + 2} {half},{chin - 3} C{half + 38},{chin - 12} "
        f"{jaw - 14},{jaw_y + 36} {jaw},{jaw_y} "
        f"C{jaw + 10},{jaw_y - 30} {low - 5},{CHEEK_LINE + 24} {low},{CHEEK_LINE} "
        f"C{cheek - 2},40 {cheek - 1},-10 {cheek},-62 C{cheek + 4},-184 108,-252 0,-252"
    )


def draw_ears(skull: Skull, palette: Palette) -> str:
    x = skull.cheek
    ear = (
        f"M{x - 12},-22 C{x - 2},-44 {x + 30},-44 {x + 30},-8 C{x + 31},18 {x + 16},34 {x + 10},54 "
        f"C{x + 4},70 {x - 12},66 {x - 14},50 Z"
    )
    inner = (
        f"M{x + 2},-20 C{x + 20},-28 {x + 24},-6 {x + 18},8 C{x + 14},18 {x + 6},24 {x + 6},38 "
        f"C{x + 2},20 {x + 14},6 {x + 8},-4 C{x + 6},-8 {x},-6 {x - 2},-2 Z"
    )
    left = fill(ear, palette.skin) + fill(inner, palette.deep, 0.5)
    right = fill(ear, palette.shade) + fill(inner, palette.deep, 0.65)
    return mirrored(left) + right


def draw_face(appearance: Appearance, skull: Skull, palette: Palette) -> str:
    """Skin with its shading, blush, nose, freckles and wrinkles."""
    contour = outline(skull)
    light = glowing(
        "skin", -52, -70, 340, (0, palette.light, 1), (0.5, palette.skin, 1), (1, palette.shade, 1)
    )
    inner = _shading(skull, palette) + _blush(appearance, palette)
    if appearance.freckles:
        inner += _freckles(appearance.seed, palette)
    if appearance.wrinkles:
        inner += _wrinkles(palette)
    return light + fill(contour, "url(#skin)") + clipped(inner, contour, "face") + _nose(appearance, palette)


def _shading(skull: Skull, palette: Palette) -> str:
    chin = skull.chin
    width = skull.cheek
    sides = sliding(
        "sides",
        -width,
        width,
        (0, palette.deep, 0.36),
        (0.14, palette.deep, 0.1),
        (0.26, palette.deep, 0),
        (0.66, palette.deep, 0),
        (0.86, palette.deep, 0.2),
        (1, palette.deep, 0.5),
    )
    under = falling(
        "under", chin - 66, chin + 4, (0, palette.deep, 0), (0.6, palette.deep, 0.1), (1, palette.deep, 0.42)
    )
    return (
        sides
        + under
        + fill(outline(skull), "url(#sides)")
        + fill(outline(skull), "url(#under)")
        + glow(-80, -12, 82, 54, palette.shade, 0.6)
        + glow(80, -12, 82, 54, palette.shade, 0.72)
        + glow(0, 196, 57, 23, palette.deep, 0.36)
        + glow(-4, 218, 43, 28, palette.light, 0.42)
        + glow(-30, -122, 130, 78, palette.light, 0.4)
        + glow(-104, 46, 60, 44, palette.light, 0.5)
        + glow(96, 48, 52, 40, palette.light, 0.26)
        + line("M-5,112 Q-8,122 -8,130 M5,112 Q8,122 8,130", palette.deep, 2.4, 0.22)
    )


def _blush(appearance: Appearance, palette: Palette) -> str:
    strength = 0.5 if appearance.lashes else 0.3
    return glow(-110, 74, 66, 48, palette.blush, strength) + glow(108, 74, 64, 48, palette.blush, strength)


def _nose(appearance: Appearance, palette: Palette) -> str:
    wide = 30.0 if appearance.lashes else 35.0
    shadow = f"M12,-16 C18,20 22,50 {wide + 4},78 C{wide},96 12,98 2,100 C12,70 10,30 4,-14 Z"
    under = (
        f"M{-wide + 6},90 C-18,100 -10,98 0,104 C10,98 18,100 {wide - 6},90 C22,110 10,112 0,113 "
        f"C-10,112 -22,110 {-wide + 6},90 Z"
    )
    wing = f"M{wide - 4},70 C{wide + 8},78 {wide + 6},94 {wide - 8},96"
    nostril = "M10,99 C14,91 24,90 27,95 C24,101 15,102 10,99 Z"
    return (
        falling("nose", -20, 110, (0, palette.deep, 0), (0.45, palette.deep, 0.3), (1, palette.deep, 0.5))
        + soft(fill(shadow, "url(#nose)"), 4)
        + glow(-6, 20, 13, 56, palette.light, 0.55)
        + soft(fill(under, palette.deep, 0.5), 4)
        + glow(-5, 80, 20, 17, palette.light, 0.7)
        + line(wing, palette.line, 3, 0.42)
        + mirrored(line(wing, palette.line, 3, 0.3))
        + both(fill(nostril, palette.line, 0.72))
    )


def _freckles(seed: int, palette: Palette) -> str:
    rng = Random(f"freckles {seed}")
    dots = ""
    for _ in range(64):
        side = rng.choice((-1, 1))
        x = side * (14 + abs(rng.gauss(0, 1)) * 46)
        y = 52 + rng.gauss(0, 15) + abs(x) * 0.08
        dots += ellipse(
            x, y, rng.uniform(1.5, 3.1), rng.uniform(1.4, 2.7), palette.deep, rng.uniform(0.3, 0.6)
        )
    return dots


def _wrinkles(palette: Palette) -> str:
    fold = "M-40,88 C-62,104 -72,126 -72,148"
    feet = "M-132,-8 Q-146,-14 -156,-22 M-134,2 Q-148,2 -160,-2 M-132,11 Q-144,16 -154,20"
    bags = "M-112,34 Q-82,48 -50,36"
    brow = "M-88,-132 Q0,-144 86,-132 M-72,-112 Q0,-122 70,-112"
    return (
        both(soft_line(fold, palette.deep, 12, 0.4))
        + both(line(fold, palette.line, 2.4, 0.34) + line(feet, palette.line, 2.2, 0.34))
        + both(line(bags, palette.line, 2.2, 0.26))
        + line(brow, palette.line, 2.2, 0.24)
    )
