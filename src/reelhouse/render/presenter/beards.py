"""Beards: stubble, short, full, and a moustache alone."""

from random import Random

from reelhouse.media.appearance import Appearance, Beard
from reelhouse.render.presenter.face import Skull, outline
from reelhouse.render.presenter.ink import clipped, falling, fill, glow, line, mirrored, mix, soft
from reelhouse.render.presenter.palette import Palette

FREE_LIPS = "M-56,150 C-40,128 40,128 56,150 C50,186 -50,186 -56,150 Z"
FULL = 46
SHORT = 9


def draw_beard(appearance: Appearance, skull: Skull, palette: Palette) -> str:
    rng = Random(f"beard {appearance.seed}")
    match appearance.beard:
        case Beard.NONE:
            return ""
        case Beard.MOUSTACHE:
            return _moustache(rng, palette, tall=6)
        case Beard.STUBBLE:
            return _stubble(rng, skull, palette)
        case Beard.SHORT:
            return _grown(rng, skull, palette, SHORT, hairs=240)
        case Beard.FULL:
            return _grown(rng, skull, palette, FULL, hairs=330)


def _field(skull: Skull, length: float) -> str:
    """Cheeks, jaw and chin, `length` below the contour of the face."""
    low, jaw, jaw_y, chin = skull.low_cheek, skull.jaw, skull.jaw_y, skull.chin + length
    cheek = (
        f"M{-low - 7},-8 L{-low + 9},-8 C{-low + 12},60 {-low + 22},92 -106,112 C-84,126 "
        "-66,120 -44,112 C-28,106 -14,114 0,116 "
        f"C14,114 28,106 44,112 C66,120 84,126 106,112 C{low - 22},92 {low - 12},60 "
        f"{low - 9},-8 L{low + 7},-8 "
    )
    right = (
        f"C{low + 6 + length * 0.2:g},70 {jaw + 10 + length * 0.4:g},{jaw_y - 26} "
        f"{jaw + 3 + length * 0.3:g},{jaw_y + length * 0.4:g} "
        f"C{jaw - 16 + length * 0.2:g},{jaw_y + 48 + length * 0.6:g} "
        f"{skull.chin_half + 34},{chin:g} 0,{chin + 4:g} "
    )
    left = (
        f"C{-skull.chin_half - 34},{chin:g} "
        f"{-jaw + 16 - length * 0.2:g},{jaw_y + 48 + length * 0.6:g} "
        f"{-jaw - 3 - length * 0.3:g},{jaw_y + length * 0.4:g} "
        f"C{-jaw - 10 - length * 0.4:g},{jaw_y - 26} {-low - 6 - length * 0.2:g},70 {-low - 7},-8 Z"
    )
    return cheek + right + left


def _stubble(rng: Random, skull: Skull, palette: Palette) -> str:
    field = _field(skull, 0)
    dots = " ".join(
        f"M{x:.1f},{y:.1f} l{rng.uniform(-1, 1):.1f},{rng.uniform(2, 4):.1f}"
        for x, y in ((rng.uniform(-170, 170), 60 + 190 * rng.random() ** 0.6) for _ in range(560))
    )
    shade = soft(fill(field, mix(palette.beard_dark, palette.skin, 0.25), 0.36), 8)
    return clipped(
        shade + clipped(line(dots, palette.beard_dark, 1.5, 0.3), field, "stubble"), outline(skull), "shaven"
    )


def _grown(rng: Random, skull: Skull, palette: Palette, length: int, *, hairs: int) -> str:
    field = _field(skull, length)
    tones: list[list[str]] = [[], [], []]
    for number in range(hairs):
        x, y = rng.uniform(-176, 176), rng.uniform(30, skull.chin + length)
        lean, reach = x * 0.07 + rng.uniform(-3, 3), rng.uniform(0.5, 1) * (14 + length * 0.3)
        tones[number % 3].append(
            f"M{x:.1f},{y:.1f} q{lean * 0.2:.1f},{reach * 0.6:.1f} {-lean:.1f},{reach:.1f}"
        )
    strokes = (
        line(" ".join(tones[0]), palette.beard_dark, 2.8, 0.5)
        + line(" ".join(tones[1]), palette.beard_dark, 1.8, 0.5)
        + line(" ".join(tones[2]), palette.beard_light, 1.9, 0.4)
    )
    paint = mix(palette.beard, palette.beard_dark, 0.35)
    depth = glow(0, skull.chin + length * 0.5, 120, 54, palette.beard_dark, 0.7)
    chin = glow(-22, 206, 56, 34, palette.beard_light, 0.4)
    side = glow(-116, 150, 40, 70, palette.beard_light, 0.2)
    return (
        falling("sideburn", -10, 70, (0, paint, 0), (1, paint, 0.94))
        + soft(fill(field, "url(#sideburn)", 0.8), 4)
        + fill(field, "url(#sideburn)")
        + clipped(depth + chin + side + strokes, field, "beard")
        + soft(fill(FREE_LIPS, palette.shade, 0.55), 4)
        + _moustache(rng, palette, tall=0)
    )


def _moustache(rng: Random, palette: Palette, tall: int) -> str:
    """`tall` is how far it hangs lower than a trimmed one."""
    reach = 70 + tall
    half = (
        f"M0,117 C16,108 36,112 50,123 C60,133 {reach - 8},142 {reach},{148 + tall} "
        f"C62,{151 + tall} 48,{145 + tall} 36,{139 + tall} "
        f"C24,{133 + tall} 10,{134 + tall} 0,{137 + tall} Z"
    )
    strokes = [
        (
            f"M{x:.1f},{116 + x * 0.12:.1f} q{6 + x * 0.1:.1f},8 "
            f"{10 + x * 0.2:.1f},{20 + tall + rng.uniform(-3, 2):.1f}"
        )
        for x in (rng.uniform(0, 50) for _ in range(30))
    ]
    inner = line(" ".join(strokes[::2]), palette.beard_light, 1.7, 0.4) + line(
        " ".join(strokes[1::2]), palette.beard_dark, 2, 0.5
    )
    paint = mix(palette.beard, palette.beard_dark, 0.3)
    sides = [
        soft(fill(half, paint, 0.6), 2) + fill(half, paint) + clipped(inner, half, f"moustache{side}")
        for side in ("r", "l")
    ]
    return sides[0] + mirrored(sides[1])
