"""Beards: grown all over, shaved into a shape, and moustaches."""

import re
from collections.abc import Callable
from random import Random

from reelhouse.media.appearance import Appearance, Beard
from reelhouse.render.presenter.face import Skull, outline
from reelhouse.render.presenter.ink import clipped, falling, fill, glow, line, mirrored, mix, soft
from reelhouse.render.presenter.palette import Palette

FREE_LIPS = "M-56,150 C-40,128 40,128 56,150 C50,186 -50,186 -56,150 Z"
PAIR = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
FULL = 46
SHORT = 9


def draw_beard(appearance: Appearance, skull: Skull, palette: Palette) -> str:
    """In place on the face; nothing when it is shaved."""
    if appearance.beard is Beard.NONE:
        return ""
    return GROWN[appearance.beard](Random(f"beard {appearance.seed}"), skull, palette)


def _circle(skull: Skull) -> str:
    """From the moustache's ends around the mouth to the chin."""
    half, chin = skull.chin_half + 12, skull.chin + 10
    return (
        f"M-76,140 C-82,170 {-half - 12:g},{chin - 22:g} {-half * 0.6:g},{chin:g} Q0,{chin + 12:g} "
        f"{half * 0.6:g},{chin:g} C{half + 12:g},{chin - 22:g} 82,170 76,140 C70,152 64,160 62,166 "
        "C56,190 30,196 0,194 C-30,196 -56,190 -62,166 C-64,160 -70,152 -76,140 Z"
    )


def _tuft(skull: Skull) -> str:
    """On the chin alone, coming to a point."""
    chin = skull.chin
    return (
        f"M-12,176 C-10,192 -44,198 -50,{chin - 16:g} C-40,{chin + 10:g} -16,{chin + 18:g} 0,{chin + 30:g} "
        f"C16,{chin + 18:g} 40,{chin + 10:g} 50,{chin - 16:g} C44,198 10,192 12,176 Z"
    )


def _strap(skull: Skull) -> str:
    """A line along the jaw."""
    low, jaw, jaw_y, chin, half = skull.low_cheek, skull.jaw, skull.jaw_y, skull.chin, skull.chin_half

    right_outside = (
        f"M{low + 5:g},10 C{low + 5:g},80 {jaw + 11:g},{jaw_y - 26:g} {jaw + 5:g},{jaw_y:g} "
        f"C{jaw - 13:g},{jaw_y + 40:g} {half + 35:g},{chin - 8:g} 0,{chin + 5:g} "
    )
    right_inside = (
        f"C{half + 10:g},{chin - 32:g} {jaw - 36:g},{jaw_y + 18:g} {jaw - 18:g},{jaw_y - 14:g} "
        f"C{jaw - 8:g},{jaw_y - 40:g} {low - 14:g},70 {low - 12:g},10 Z"
    )
    return _with_mirror(right_outside + f"L0,{chin - 22:g} " + right_inside)


def _sides(skull: Skull) -> str:
    """Whiskers on both cheeks, the chin shaved."""
    low, jaw, jaw_y = skull.low_cheek, skull.jaw, skull.jaw_y
    half = (
        f"M{low + 7:g},-8 C{low + 12:g},70 {jaw + 16:g},{jaw_y - 20:g} {jaw + 8:g},{jaw_y + 10:g} "
        f"C{jaw - 6:g},{jaw_y + 50:g} 90,{jaw_y + 62:g} 78,{jaw_y + 40:g} C72,150 70,146 66,140 "
        f"C100,136 {low - 24:g},90 {low - 10:g},-8 Z"
    )
    return _with_mirror(half)


def _with_mirror(path: str) -> str:
    """An outline and its mirror image; all of its coordinates are absolute."""
    return f"{path} {PAIR.sub(lambda pair: f'{-float(pair[1]):g},{pair[2]}', path)}"


def _patch(rng: Random, field: str, palette: Palette, name: str) -> str:
    """Short hairs within a shaved outline."""
    strokes: list[list[str]] = [[], [], []]
    for number in range(170):
        x, y = rng.uniform(-176, 176), rng.uniform(20, 290)
        lean, reach = x * 0.06 + rng.uniform(-3, 3), rng.uniform(8, 17)
        strokes[number % 3].append(
            f"M{x:.1f},{y:.1f} q{lean * 0.2:.1f},{reach * 0.6:.1f} {-lean:.1f},{reach:.1f}"
        )
    inner = (
        line(" ".join(strokes[0]), palette.beard_dark, 2.6, 0.5)
        + line(" ".join(strokes[1]), palette.beard_dark, 1.8, 0.5)
        + line(" ".join(strokes[2]), palette.beard_light, 1.8, 0.4)
    )
    paint = mix(palette.beard, palette.beard_dark, 0.3)
    return soft(fill(field, paint, 0.7), 2) + fill(field, paint, 0.94) + clipped(inner, field, name)


def _long(rng: Random, skull: Skull, palette: Palette) -> str:
    """What of a long beard hangs below the chin."""
    jaw, jaw_y, chin = skull.jaw, skull.jaw_y, skull.chin
    field = (
        f"M{-jaw - 8:g},{jaw_y - 20:g} C{-jaw - 14:g},{chin:g} {-jaw * 0.7:g},{chin + 34:g} "
        f"{-jaw * 0.34:g},{chin + 54:g} "
        f"Q0,{chin + 78:g} {jaw * 0.34:g},{chin + 54:g} C{jaw * 0.7:g},{chin + 34:g} {jaw + 14:g},{chin:g} "
        f"{jaw + 8:g},{jaw_y - 20:g} Z"
    )
    tones: list[list[str]] = [[], []]
    for number in range(120):
        x = rng.uniform(-jaw, jaw)
        tones[number % 2].append(
            f"M{x:.1f},{chin - 60 + rng.uniform(-30, 60):.1f} q{x * -0.06:.1f},34 "
            f"{x * -0.3:.1f},{rng.uniform(50, 80):.1f}"
        )
    strokes = line(" ".join(tones[0]), palette.beard_dark, 2.6, 0.5) + line(
        " ".join(tones[1]), palette.beard_light, 2, 0.36
    )
    paint = mix(palette.beard, palette.beard_dark, 0.35)
    return fill(field, paint) + clipped(strokes, field, "long")


def _curled_ends(palette: Palette) -> str:
    end = "M58,140 C78,152 104,150 112,132 C116,118 104,110 98,118"
    paint = mix(palette.beard, palette.beard_dark, 0.3)
    side = line(end, paint, 9) + line("M62,138 C80,148 100,146 108,132", palette.beard_light, 2.4, 0.5)
    return side + mirrored(side)


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


GROWN: dict[Beard, Callable[[Random, Skull, Palette], str]] = {
    Beard.MOUSTACHE: lambda rng, _, palette: _moustache(rng, palette, tall=6),
    Beard.HANDLEBAR: lambda rng, _, palette: _moustache(rng, palette, tall=2) + _curled_ends(palette),
    Beard.STUBBLE: _stubble,
    Beard.SHORT: lambda rng, skull, palette: _grown(rng, skull, palette, SHORT, hairs=240),
    Beard.FULL: lambda rng, skull, palette: _grown(rng, skull, palette, FULL, hairs=330),
    Beard.LONG: lambda rng, skull, palette: (
        _long(rng, skull, palette) + _grown(rng, skull, palette, SHORT, hairs=260)
    ),
    Beard.GOATEE: lambda rng, skull, palette: (
        _patch(rng, _circle(skull), palette, "goatee") + _moustache(rng, palette, tall=2)
    ),
    Beard.VAN_DYKE: lambda rng, skull, palette: (
        _patch(rng, _tuft(skull), palette, "dyke") + _moustache(rng, palette, tall=0)
    ),
    Beard.CHIN_STRAP: lambda rng, skull, palette: _patch(rng, _strap(skull), palette, "strap"),
    Beard.MUTTON: lambda rng, skull, palette: (
        _patch(rng, _sides(skull), palette, "mutton") + _moustache(rng, palette, tall=4)
    ),
}
"""How each beard is drawn."""
