"""The face without its hair, eyes and mouth: outline, ears, light and shadow."""

from dataclasses import dataclass

from reelhouse.media.appearance import Appearance, FaceShape
from reelhouse.render.presenter.ink import (
    clipped,
    falling,
    fill,
    glow,
    glowing,
    line,
    mirrored,
    sliding,
)
from reelhouse.render.presenter.marks import draw_jewels, draw_marks, draw_wrinkles
from reelhouse.render.presenter.nose import draw_nose
from reelhouse.render.presenter.palette import Palette

CHEEK_LINE = 84

SHORTEST = 228
"""How far below the eyes a chin lies at least: a mouth needs its room."""


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
    FaceShape.DIAMOND: Skull(177, 162, 129, 154, 38, 250),
    FaceShape.PEAR: Skull(166, 169, 158, 152, 60, 242),
}


def skull_of(appearance: Appearance) -> Skull:
    """The skull of its face shape, moved by its features."""
    shape, own = SKULLS[appearance.face], appearance.features
    low_cheek = shape.low_cheek + 9 * own.cheeks + 7 * own.jaw
    return Skull(
        cheek=shape.cheek + 9 * own.cheeks + 2 * own.jaw,
        low_cheek=low_cheek,
        jaw=min(shape.jaw + 18 * own.jaw + 3 * own.cheeks, low_cheek - 4),
        jaw_y=shape.jaw_y + 10 * own.length,
        chin_half=shape.chin_half + 15 * own.chin,
        chin=max(shape.chin + 20 * own.length, SHORTEST),
    )


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


def draw_ears(appearance: Appearance, skull: Skull, palette: Palette) -> str:
    x = skull.cheek
    size = 1 + 0.2 * appearance.features.ears
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
    sized = f'<g transform="translate({x - 12:g} 12) scale({size:.3g}) translate({12 - x:g} -12)">'
    return mirrored(sized + left + "</g>") + sized + right + "</g>"


def draw_face(appearance: Appearance, skull: Skull, palette: Palette) -> str:
    """Skin with its shading, blush, nose, and all that is written on it."""
    contour = outline(skull)
    light = glowing(
        "skin", -52, -70, 340, (0, palette.light, 1), (0.5, palette.skin, 1), (1, palette.shade, 1)
    )
    inner = (
        draw_marks(appearance, palette)
        + _shading(skull, palette)
        + _blush(appearance, palette)
        + draw_wrinkles(appearance.wrinkles, palette)
    )
    skin = light + fill(contour, "url(#skin)") + clipped(inner, contour, "face")
    return skin + draw_nose(appearance, palette) + draw_jewels(appearance)


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
